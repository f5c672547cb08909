"""Sentences of the paper (tracker.reports): why a sheet was not printed. What stands on the sheets is Vietnamese, there."""

SENTENCES: dict[str, str] = {
    "report.identity": "The figures of {about} do not add up ({figures}), so nothing was printed: run “journal verify” to learn which record differs.",
    "report.glyph_missing": "{about}: the character {character} in “{text}” is in none of the fonts that are printed with, so nothing was printed: replace it there.",
    "report.folder_missing": "{path} cannot be written, its folder does not exist: make the folder first, or name another with --out.",
    "report.path_is_folder": "{path} is a folder: name a file in it with --out.",
    "report.disk_full": "{path} was not written, the disk is full: free some space and print again; nothing was changed.",
    "report.open_elsewhere": "{path} is open in another program or protected: close it there and print again, or name another file; the old file was left as it was.",
    "report.not_writable": "{path} cannot be written, the folder does not allow it: choose a folder of your own with --out.",
    "report.write_failed": "{path} was not written ({cause}): check the disk or name another file; nothing was changed.",
}
