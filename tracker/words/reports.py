"""Sentences of the paper (tracker.reports): why a sheet was not printed. The sheets themselves are Vietnamese only."""

SENTENCES: dict[str, str] = {
    "report.identity": (
        "The figures of {about} do not add up ({figures}), so nothing was printed: run “journal verify” to "
        "learn which record differs."
    ),
    "report.glyph_missing": (
        "{about}: the character {character} in “{text}” is in none of the fonts that are printed with, so "
        "nothing was printed: replace it there."
    ),
    "report.no_table": "{title} has no table, so there is nothing for Excel: save it as PDF or Word.",
    "report.cell_too_long": (
        "{about}: a text of {characters} characters does not fit into a cell of Excel, which takes {most}. "
        "Save the report as PDF or Word, or shorten the text."
    ),
    "report.path_is_folder": "{path} is a folder: name a file in it with --out.",
}
