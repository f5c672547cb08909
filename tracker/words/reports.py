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
    "report.no_folder": "{path} is a file: with --all name the folder for the reports.",
    "report.no_typed_part": "“{part}” is no part whose text is typed: write one of {known}.",
    "report.text_unreadable": "{path} could not be read ({detail}): check the path of the text.",
    "report.text_not_unicode": "{path} is not a text in UTF-8: save it as UTF-8 and try again.",
}
