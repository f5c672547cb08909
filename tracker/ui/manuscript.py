"""How a page of the guide is dressed: Markdown knows no fonts, so headings, lines and tables get ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from tracker.ui import tokens

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

_SIZES = {1: tokens.TITLE, 2: tokens.CARD, 3: tokens.BODY}
_LINE = 145
"""Height of a line of text in per cent of the type: the guide is read, not scanned."""


def dressed(document: QTextDocument, theme: Theme) -> None:
    """Dress a document that was made from Markdown."""
    document.setDocumentMargin(tokens.MARGIN)
    document.setDefaultFont(theme.font(tokens.BODY + 1))
    block = document.begin()
    while block.isValid():
        _dress(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    look = QTextBlockFormat()
    if level:
        look.setTopMargin(0 if level == 1 else theme.px(tokens.PADDING))
        look.setBottomMargin(theme.px(tokens.GRID * 2))
    else:
        close = QTextCursor(block).currentTable() is not None
        if not close and not _pictured(block):
            look.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        in_list = block.textList() is not None
        look.setBottomMargin(0 if close else theme.px(tokens.GRID if in_list else tokens.GRID * 2 + 2))
        look.setTopMargin(0)
    QTextCursor(block).mergeBlockFormat(look)
    _dress_pieces(block, level, theme)


def _pictured(block: QTextBlock) -> bool:
    """Whether the paragraph is a picture: room between its lines would be a gap below it."""
    return "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()


def _dress_pieces(block: QTextBlock, level: int, theme: Theme) -> None:
    pieces = []
    at = block.begin()
    while not at.atEnd():
        pieces.append(at.fragment())
        at += 1
    spans = [(each.position(), each.length(), each.charFormat()) for each in pieces]
    for position, length, form in spans:
        _dress_piece(form, level, theme)
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        if not form.isImageFormat():
            cursor.setCharFormat(form)


def _dress_piece(form: QTextCharFormat, level: int, theme: Theme) -> None:
    """Headings in their size, links in the accent, keys (`Ctrl+K`) on their own ground."""
    if level:
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Markdown's own steps
        form.setFont(theme.font(_SIZES.get(level, tokens.BODY), bold=True))
    if form.isAnchor():
        form.setForeground(QBrush(theme.accent))
        form.setFontUnderline(False)
    elif form.fontFixedPitch():
        form.setFont(theme.font(tokens.BODY))
        form.setFontFixedPitch(False)
        form.setBackground(QBrush(QColor(theme.colours.line_soft)))


def _dress_table(table: QTextTable, theme: Theme) -> None:
    form: QTextTableFormat = table.format()
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(theme.colours.line)))
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setCellPadding(theme.px(tokens.GRID * 2))
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setBottomMargin(theme.px(tokens.GAP))
    table.setFormat(form)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    for at in range(table.columns()):
        cell = table.cellAt(0, at)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(bold)
