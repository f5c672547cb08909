"""The look of the window: Fusion, a palette and one short stylesheet made of the tokens, fonts and icons.

Light and dark follow the system while the program runs, or what the user chose. Where the system asks for high contrast
its own colours take the place of ours: shapes and words carry the meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPen, QPixmap

from tracker.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCHEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 110, 125, 150)
"""Per cent of the sizes of type that the program itself offers."""
_BUTTON_ICON = 16
FUSION = "fusion"
"""Property of an application that was started in that style: to set it later makes the whole class QStyle known to
Python, which takes seven milliseconds.
"""


class Theme(QObject):
    """What everything is painted with. Made once; `changed` tells that colours or sizes are others now."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "system", text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._scheme, self._scale = scheme, text_size / 100
        self.compact = False
        """Whether rows of lists stand closer together."""
        self._icons: dict[tuple[str, str, float], QIcon] = {}
        self._dressed = False
        if not app.property(FUSION):
            app.setStyle("Fusion")
        hints = app.styleHints()
        if scheme != "system":
            hints.setColorScheme(_SCHEMES[scheme])
        self._take()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def choose(self, scheme: str, text_size: int) -> None:
        """Another scheme (of SCHEMES) and another size of type in per cent."""
        self._scheme, self._scale = scheme, text_size / 100
        hints = self._app.styleHints()
        if hints.colorScheme() != _SCHEMES[scheme]:
            hints.setColorScheme(_SCHEMES[scheme])
        self._follow()

    def pack(self, *, compact: bool) -> None:
        """Rows of lists closer together, or as they are."""
        self.compact = compact
        self._follow()

    def px(self, size: int) -> int:
        """A size of the tokens in the size of type that was chosen; that of a row is lower in compact lists."""
        if size == tokens.ROW and self.compact:
            size = tokens.COMPACT
        return round(size * self._scale)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """An icon of resources/icons in the muted colour or another one, sharp at twice its size."""
        key = (name, colour or self.colours.muted, max(1.0, self._scale))
        if key not in self._icons:
            self._icons[key] = _icon(name, key[1], 2.0 * key[2])
        return self._icons[key]

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        """The program's type in a size of the tokens."""
        font = QFont()
        font.setFamilies(list(tokens.FONTS))
        font.setPixelSize(self.px(pixels))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _follow(self) -> None:
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        hints = self._app.styleHints()
        # A platform without a theme of its own (no screen) takes no scheme: what was chosen holds there, too.
        self.dark = (self._scheme if self._scheme != "system" else hints.colorScheme().name.lower()) == "dark"
        self.high_contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        self.colours = tokens.DARK if self.dark else tokens.LIGHT
        self.body, self.bold = self.font(tokens.BODY), self.font(tokens.BODY, bold=True)
        self.small = self.font(tokens.SMALL)
        self._app.setFont(self.body)
        if self.high_contrast:
            if self._dressed:
                self._app.setPalette(QPalette())  # the system's own again, below ours
            self.colours = _system(self.colours, self._app.palette())
            self.dark = is_dark(self.colours)
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours, self.px))
        self._dressed = True
        self.body_metrics, self.bold_metrics = QFontMetrics(self.body), QFontMetrics(self.bold)
        self.small_metrics = QFontMetrics(self.small)
        self.text, self.muted = QColor(self.colours.text), QColor(self.colours.muted)
        self.selection, self.accent = QColor(self.colours.selection), QColor(self.colours.accent)
        self.surface, self.row_line = QColor(self.colours.surface), QPen(QColor(self.colours.line_soft))


_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def _icon(name: str, colour: str, ratio: float = 2.0) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer

    from tracker.resource import resource

    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    side = round(tokens.ICON * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, tokens.ICON, tokens.ICON))
    painter.end()
    return QIcon(pixmap)


def elided(metrics: QFontMetrics, text: str, room: int) -> str:
    """The text, cut at its end where it is wider than the room."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def palette(colours: tokens.Colours) -> QPalette:
    """The palette of a theme: all that Fusion paints by itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.bg,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.bg,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.text,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Light: colours.line_soft,
        QPalette.ColorRole.Midlight: colours.line_soft,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def stylesheet(c: tokens.Colours, px: tokens.Scale) -> str:
    """The few widgets that Fusion does not draw as wanted, by object name or property.

    `card="true"`: a frame or button on its own ground · `role`: name, title, card, muted, small, strong, warning,
    error, ok of a label · `primary`, `link`, `chip="true"` of a button · `clear="true"`: no ground of its own.
    """
    t = tokens
    inner = px(t.FIELD) - 2
    return f"""
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: {t.GRID}px; }}
    QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {t.CARD_RADIUS}px; }}
    QFrame[banner="warning"] {{ background: {c.due_soon.tint}; border: none; border-radius: {t.FIELD_RADIUS}px; }}
    QFrame[banner="error"] {{ background: {c.overdue.tint}; border: none; border-radius: {t.FIELD_RADIUS}px; }}
    QFrame[banner="info"] {{ background: {c.accent_tint}; border: none; border-radius: {t.FIELD_RADIUS}px; }}
    QFrame[banner="warning"] QLabel {{ color: {c.due_soon.ink}; }}
    QFrame[banner="error"] QLabel {{ color: {c.overdue.ink}; }}
    QFrame[banner="info"] QLabel {{ color: {c.text}; }}
    QDialog#palette {{ background: {c.surface}; border: 1px solid {c.line}; }}
    QFrame#toast {{ background: {c.text}; border: none; border-radius: {t.FIELD_RADIUS}px; }}
    QFrame#toast QLabel {{ color: {c.bg}; }}
    QFrame#toast QPushButton {{ color: {c.bg}; background: transparent; border: 1px solid {c.muted}; }}
    QFrame#toast QPushButton:focus {{ border: 2px solid {c.bg}; }}
    QFrame#navigation, QStatusBar {{ background: {c.nav}; }}
    QFrame#navigation {{ border: none; border-right: 1px solid {c.line}; }}
    QStatusBar {{ border-top: 1px solid {c.line}; font-size: {px(t.SMALL)}px; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c.muted}; padding: 0 {t.GAP - 3}px; font-size: {px(t.SMALL)}px; }}
    QStatusBar QPushButton {{ color: {c.muted}; padding: 0 {t.GAP - 3}px; font-size: {px(t.SMALL)}px;
        border: 1px solid transparent; background: transparent; min-height: {px(t.STATUS) - 6}px;
        border-radius: {t.CHIP_RADIUS}px; }}
    QStatusBar QPushButton[wrong="true"] {{ color: {c.overdue.ink}; font-weight: 600; }}
    QStatusBar QPushButton:hover {{ color: {c.accent}; }}
    QStatusBar QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 {t.GAP - 4}px; }}
    QLabel[role="name"] {{ color: {c.accent}; font-size: {px(t.TITLE)}px; font-weight: 600; }}
    QLabel[role="title"] {{ font-size: {px(t.TITLE)}px; font-weight: 600; }}
    QLabel[role="card"] {{ font-size: {px(t.CARD)}px; font-weight: 600; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="small"] {{ color: {c.muted}; font-size: {px(t.SMALL)}px; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="warning"] {{ color: {c.due_soon.ink}; font-size: {px(t.SMALL)}px; }}
    QLabel[role="error"] {{ color: {c.overdue.ink}; font-size: {px(t.SMALL)}px; }}
    QLabel[role="ok"] {{ color: {c.done.ink}; font-size: {px(t.SMALL)}px; }}
    QLineEdit, QComboBox, QSpinBox {{ background: {c.raised}; border: 1px solid {c.line};
        border-radius: {t.FIELD_RADIUS}px; padding: 0 {t.GAP - 3}px; min-height: {inner}px; max-height: {inner}px; }}
    QPlainTextEdit, QTextEdit {{ background: {c.raised}; border: 1px solid {c.line};
        border-radius: {t.FIELD_RADIUS}px; padding: {t.GRID}px; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {c.accent};
        padding: 0 {t.GAP - 4}px; min-height: {inner - 2}px; max-height: {inner - 2}px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {c.accent}; padding: {t.GRID - 1}px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    QLineEdit[cell="true"] {{ border: 2px solid {c.accent}; border-radius: 0; padding: 0 {t.GAP - 4}px; min-height: 0;
        max-height: {px(t.ROW)}px; }}
    QSpinBox QLineEdit {{ border: none; background: transparent; padding: 0 {t.GAP - 4}px; }}
    QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.bg}; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {c.overdue.ink}; }}
    QComboBox::drop-down {{ border: none; width: {px(t.ROW)}px; }}
    QComboBox::down-arrow {{ image: url("{_drawn("arrow", c)}"); width: {px(t.SIGN)}px; height: {px(t.SIGN)}px; }}
    QComboBox:disabled, QLineEdit:disabled {{ color: {c.muted}; background: {c.bg};
        placeholder-text-color: {c.muted}; }}
    QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {t.FIELD_RADIUS}px;
        padding: 0 {t.GAP}px; min-height: {inner}px; color: {c.text}; }}
    QPushButton, QToolButton {{ icon-size: {px(_BUTTON_ICON)}px; }}
    QPushButton:hover {{ border-color: {c.accent}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 {t.GAP - 1}px; min-height: {inner - 2}px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.bg}; border-color: {c.line_soft}; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
        font-weight: 600; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {c.line}; border-color: {c.line}; color: {c.muted}; }}
    QPushButton[link="true"] {{ border: 2px solid transparent; background: transparent; color: {c.accent};
        padding: 0 {t.GRID}px 0 0; min-height: {px(t.CHIP) - 2}px; border-radius: {t.CHIP_RADIUS}px;
        text-align: left; }}
    QPushButton[link="true"]:hover {{ text-decoration: underline; }}
    QPushButton[link="true"]:focus {{ border-color: {c.accent}; padding: 0 {t.GRID}px 0 0;
        min-height: {px(t.CHIP) - 2}px; }}
    QPushButton[chip="true"] {{ border: 1px solid transparent; background: {c.accent_tint}; color: {c.accent};
        border-radius: {px(t.CHIP) // 2}px; padding: 0 {t.GAP}px; min-height: {px(t.CHIP)}px;
        font-size: {px(t.SMALL)}px; }}
    QPushButton[chip="true"]:focus {{ border: 2px solid {c.accent}; padding: 0 {t.GAP - 1}px;
        min-height: {px(t.CHIP) - 2}px; }}
    QPushButton[card="true"] {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {t.CARD_RADIUS}px; text-align: left; padding: 0; }}
    QPushButton[card="true"]:hover {{ border-color: {c.accent}; }}
    QPushButton[card="true"]:focus {{ border: 2px solid {c.accent}; }}
    QPushButton[tile="fact"], QPushButton[tile="day"] {{ border: none; padding: 0; margin: 0; }}
    QPushButton[tile="fact"] {{ min-height: {px(t.TILE)}px; max-height: {px(t.TILE)}px; }}
    QPushButton[tile="day"] {{ min-height: {px(t.DAY)}px; max-height: {px(t.DAY)}px; }}
    QToolButton[plain="true"] {{ border: 2px solid transparent; border-radius: {t.CHIP_RADIUS}px; padding: 2px; }}
    QToolButton[plain="true"]:hover {{ background: {c.line_soft}; }}
    QToolButton[plain="true"]:checked {{ background: {c.accent_tint}; }}
    QToolButton[plain="true"]:focus {{ border-color: {c.accent}; }}
    QToolButton[section="true"] {{ border: 2px solid transparent; border-radius: {t.CHIP_RADIUS}px; text-align: left;
        font-weight: 600; padding: 2px 0 2px -6px; }}
    QToolButton[section="true"]:hover {{ background: {c.line_soft}; }}
    QToolButton[section="true"]:focus {{ border-color: {c.accent}; }}
    QToolButton[field="true"] {{ background: {c.raised}; border: 1px solid {c.line};
        border-radius: {t.FIELD_RADIUS}px; }}
    QToolButton[field="true"]:hover {{ border-color: {c.accent}; }}
    QToolButton[field="true"]:focus {{ border: 2px solid {c.accent}; }}
    QToolButton[field="true"]::menu-indicator {{ image: none; }}
    QCheckBox, QRadioButton {{ spacing: {t.GAP - 4}px; }}
    QCheckBox::indicator {{ width: {px(t.SIGN) + 2}px; height: {px(t.SIGN) + 2}px; background: {c.raised};
        border: 1px solid {c.muted}; border-radius: {t.CHIP_RADIUS}px; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
        image: url("{_drawn("tick", c)}"); }}
    QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border: 1px solid {c.accent}; }}
    QCheckBox::indicator:disabled {{ background: {c.bg}; border-color: {c.line}; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; }}
    QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: {t.GRID}px; }}
    QMenu::item {{ padding: {t.GRID + 2}px {t.PADDING}px; border-radius: {t.CHIP_RADIUS}px; }}
    QMenu::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.line_soft}; margin: {t.GRID}px; }}
    QAbstractItemView {{ background: {c.surface}; color: {c.text}; selection-background-color: {c.selection};
        selection-color: {c.text}; outline: none; }}
    QListView[places="true"]::item {{ padding-left: {t.GAP}px; border-radius: {t.FIELD_RADIUS}px; color: {c.text}; }}
    QListView[places="true"]::item:hover {{ background: {c.line_soft}; }}
    QListView[places="true"]::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
    QListView[places="true"]::item:selected:focus {{ border: 2px solid {c.accent}; padding-left: {t.GAP - 2}px; }}
    QTableView, QTreeView, QListView {{ border: none; background: transparent; }}
    QTableView:focus, QTreeView:focus, QListView:focus {{ border: none; }}
    QComboBox QAbstractItemView, QListView[popup="true"] {{ background: {c.raised}; border: 1px solid {c.line}; }}
    QFrame#calendar {{ background: {c.raised}; border: 1px solid {c.line}; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.raised}; }}
    QCalendarWidget QToolButton {{ border: none; border-radius: {t.CHIP_RADIUS}px; padding: {t.GRID}px; color: {c.text};
        font-weight: 600; }}
    QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{ background: {c.accent_tint}; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QAbstractItemView {{ background: {c.raised}; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.line}; padding: 0 {t.GAP - 2}px; font-size: {px(t.SMALL)}px; text-align: left; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollArea {{ border: none; background: transparent; }}
    QWidget[clear="true"] {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    QProgressBar {{ border: 1px solid {c.line}; border-radius: {t.CHIP_RADIUS}px; background: {c.bg};
        text-align: center; max-height: {px(t.CHIP) - 6}px; font-size: {px(t.SMALL)}px; }}
    QProgressBar::chunk {{ background: {c.accent_tint}; border-radius: {t.CHIP_RADIUS}px; }}
    QTabBar::tab {{ padding: {t.GRID + 2}px {t.GAP}px; border: none; border-bottom: 2px solid transparent;
        color: {c.muted}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
        border: none; width: 0; height: 0; }}
    """


def _drawn(name: str, colours: tokens.Colours) -> str:
    """The file of a sign that a stylesheet draws: it can give no colour to one, so each theme has its own."""
    from tracker.resource import resource

    return resource(f"icons/{name}-{'dark' if is_dark(colours) else 'light'}.svg").as_posix()


def is_dark(colours: tokens.Colours) -> bool:
    """Whether the ground is dark."""
    return tokens.contrast(colours.bg, "#FFFFFF") > tokens.contrast(colours.bg, "#000000")


def _system(colours: tokens.Colours, system: QPalette) -> tokens.Colours:
    """The system's own colours in the place of ours; classes keep their shape and lose their colour.

    What is selected has as much of the system's highlight as the text on it can bear.
    """
    text, ground = system.text().color().name(), system.base().color().name()
    selection = _ground_of(system.highlight().color().name(), text, ground)
    ink = tokens.Ink(text, ground)
    classes: dict[str, Any] = dict.fromkeys(("overdue", "due_soon", "in_time", "done", "done_late", "no_deadline"), ink)
    plain: dict[str, Any] = dict.fromkeys(("text", "muted", "accent", "line"), text)
    grounds: dict[str, Any] = dict.fromkeys(("bg", "surface", "raised", "nav", "on_accent"), ground)
    return colours._replace(
        **plain,
        **grounds,
        **classes,
        line_soft=_mixed(text, ground, 0.3),
        selection=selection,
        accent_tint=selection,
    )


def _ground_of(colour: str, text: str, ground: str) -> str:
    """A ground of as much of a colour as leaves the text on it a contrast of 7."""
    shares = (mixed for tenths in range(10, 0, -1) if _readable(text, mixed := _mixed(colour, ground, tenths / 10)))
    return next(shares, ground)


def _readable(text: str, ground: str) -> bool:
    return tokens.contrast(text, ground) >= 7


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two."""
    pairs = zip(QColor(one).getRgb()[:3], QColor(other).getRgb()[:3], strict=True)  # type: ignore[index]  # four numbers
    return QColor(*(round(share * a + (1 - share) * b) for a, b in pairs)).name()
