"""Puts the theme on the running application and follows the system's light and dark.

Painted widgets ask `tokens_of(self.palette())` while painting, so nobody needs to be told of a change.
"""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from smadmin.ui.stylesheet import stylesheet
from smadmin.ui.theme import DARK, FONT_FAMILIES, LIGHT, TEXT_PX, TEXT_SCALES, TextSizes, Tokens


class Scheme(Enum):
    """Which theme a person wants; `SYSTEM` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


FUSION = ("-style", "fusion")
"""For the application's arguments: the one style that a style sheet reaches everywhere, on all systems."""

_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}
_MIDDLE_LIGHTNESS = 128


def tokens_of(palette: QPalette) -> Tokens:
    """Give the theme that a widget's palette was made from."""
    # A style sheet changes most roles of the widgets it colours, but never the tooltips'.
    dark = palette.color(QPalette.ColorRole.ToolTipBase).lightness() >= _MIDDLE_LIGHTNESS
    return DARK if dark else LIGHT


def scale_of(font: QFont) -> float:
    """Give the text scale (1.0 = 100 %) of the application's font, for painted sizes."""
    return max(font.pixelSize(), 1) / TEXT_PX


class Appearance(QObject):
    """The application's look. `applied` tells that colours or sizes were set anew."""

    applied = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        text_scale: float | None = None,
    ) -> None:
        """Take the application; nothing is shown until `apply`.

        Args:
            application: the running application.
            scheme: light, dark or the system's.
            text_scale: 1.0 to 2.0; None takes the system's text size.
        """
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._system_scale = _system_scale()
        self._text_scale = text_scale or self._system_scale
        self._wearer: QWidget | None = None
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        self._lay_ground()

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def text_scale(self) -> float:
        """The text's size, 1.0 = 100 %."""
        return self._text_scale

    @property
    def tokens(self) -> Tokens:
        """The theme in use."""
        if self._scheme is Scheme.SYSTEM:
            system = self._application.styleHints().colorScheme()
            return DARK if system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def choose(self, scheme: Scheme) -> None:
        """Take a theme, or the system's."""
        self._scheme = scheme
        self._application.styleHints().setColorScheme(_QT_SCHEMES[scheme])
        self.apply()

    def enlarge(self) -> None:
        """Make the text one step larger, up to 200 %."""
        self._scale_to(min((one for one in TEXT_SCALES if one > self._text_scale), default=TEXT_SCALES[-1]))

    def reduce(self) -> None:
        """Make the text one step smaller, down to 100 %."""
        self._scale_to(max((one for one in TEXT_SCALES if one < self._text_scale), default=TEXT_SCALES[0]))

    def reset_scale(self) -> None:
        """Go back to the system's text size."""
        self._scale_to(self._system_scale)

    @property
    def application(self) -> QApplication:
        """The running application, to which every window and dialog belongs."""
        return self._application

    def apply(self) -> None:
        """Set font, palette and style sheet."""
        self._lay_ground()
        (self._wearer or self._application).setStyleSheet(
            stylesheet(self.tokens, TextSizes(self._text_scale))
        )
        self.applied.emit()

    def _lay_ground(self) -> None:
        """Set what every widget takes over when it is made, so before any window is."""
        self._application.setFont(_font(self._text_scale))
        self._application.setPalette(palette_of(self.tokens))

    def dress(self, window: QWidget) -> None:
        """Have a window, and what is opened over it, wear the style sheet instead of the application.

        Where the application wears it, Qt styles a screen again with all its parts whenever a part is laid
        into another one; so a screen is built bare and is styled once, when it comes into the window.
        """
        self._wearer = window
        self.apply()

    def _scale_to(self, scale: float) -> None:
        if scale != self._text_scale:
            self._text_scale = scale
            self.apply()


def palette_of(tokens: Tokens) -> QPalette:
    """Make Qt's palette from a theme, for what the style sheet doesn't reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: tokens.background,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.background,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.stop,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.card,
        role.PlaceholderText: tokens.muted,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Mid: tokens.edge,
        role.Midlight: tokens.line,
        role.Light: tokens.card,
        role.Dark: tokens.edge,
        role.Shadow: tokens.line,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette


def _font(scale: float) -> QFont:
    """Take the best family that the computer has; none is shipped."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    present = set(QFontDatabase.families())
    families = [name for name in FONT_FAMILIES if name in present]
    font = QFont(system)
    font.setFamilies([*families[:1], *system.families()])
    font.setPixelSize(TextSizes(scale).text)
    return font


# What the systems call ordinary text lies between 12 px (Windows, 9 pt) and 14.7 px (GNOME, 11 pt).
# Up to here nobody asked for larger text; above, the person did, in the system's settings.
_ORDINARY_SYSTEM_PX = 16.0


def _system_scale() -> float:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    screen_px = QFont(system).pixelSize()
    if screen_px <= 0:
        screen_px = round(system.pointSizeF() * _PX_PER_POINT)
    if screen_px <= _ORDINARY_SYSTEM_PX:
        return TEXT_SCALES[0]
    return min(screen_px / TEXT_PX, TEXT_SCALES[-1])


_PX_PER_POINT = 96 / 72
