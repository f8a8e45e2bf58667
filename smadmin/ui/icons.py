"""Icons: SVG files of one set, tinted with the colour of the text beside them.

`IconMark` reads its colour from its palette while painting, so a new theme needs no call. Icons only
repeat what a word says; they are hidden from screen readers.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smadmin import resources
from smadmin.ui.appearance import scale_of
from smadmin.ui.theme import ICON_PX

_LETTER_SHARE = 0.62


@lru_cache(maxsize=256)
def _drawing(name: str) -> bytes | None:
    try:
        return resources.find(f"icons/{name}.svg").read_bytes()
    except FileNotFoundError:
        return None


@lru_cache(maxsize=512)
def icon_pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon.

    Args:
        name: file name without `.svg`; `platforms/x` for a platform's own.
        colour: `#rrggbb`.
        size_px: side of the square, in device-independent px.
        ratio: the screen's device pixel ratio.

    Raises:
        FileNotFoundError: there is no such icon; the test of names finds it before anybody else.
    """
    drawing = _drawing(name)
    if drawing is None:
        raise FileNotFoundError(name)
    pixmap = _clear(size_px, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tinted = drawing.replace(b"currentColor", colour.encode())
    if b"currentColor" not in drawing:  # the platforms' icons are filled shapes without a colour
        tinted = drawing.replace(b"<svg ", f'<svg fill="{colour}" '.encode(), 1)
    QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def platform_pixmap(platform: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Draw a platform's icon, or its first letter where no free icon exists."""
    if _drawing(f"platforms/{platform}") is not None:
        return icon_pixmap(f"platforms/{platform}", colour, size_px, ratio)
    pixmap = _clear(size_px, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colour))
    font = QFont(painter.font())
    font.setPixelSize(round(size_px * _LETTER_SHARE))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    frame = QRectF(0.75, 0.75, size_px - 1.5, size_px - 1.5)
    painter.drawRoundedRect(frame, size_px / 5, size_px / 5)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, platform[:1].upper())
    painter.end()
    return pixmap


def button_icon(name: str, palette: QPalette, size_px: int, ratio: float, room_px: int = 0) -> QIcon:
    """Make a button's icon in the colours of its words, enabled and disabled.

    Args:
        name: of the icon.
        palette: whose button text it is painted in.
        size_px: its side.
        ratio: of the device's pixels to those of the layout.
        room_px: so much stays empty at its right, where a space before the words would be underlined.
    """
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText).name()
        icon.addPixmap(_with_room(icon_pixmap(name, colour, size_px, ratio), room_px), mode)
    return icon


def _with_room(drawn: QPixmap, room_px: int) -> QPixmap:
    if not room_px:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(room_px * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


class IconMark(QWidget):
    """An icon beside words, in the words' colour."""

    def __init__(self, name: str, *, size_px: int = ICON_PX, parent: QWidget | None = None) -> None:
        """Take the icon's name and the side of its square."""
        super().__init__(parent)
        self._name = name
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(self._size_px * scale_of(self.font()))
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        pixmap = icon_pixmap(self._name, colour, self.width(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()


class ProgramMark(QWidget):
    """The program's own mark, in its colours."""

    def __init__(self, size_px: int, parent: QWidget | None = None) -> None:
        """Take the side of its square."""
        super().__init__(parent)
        self._drawing = QSvgRenderer(str(resources.find("icons/program/smadmin.svg")), self)
        self.setFixedSize(size_px, size_px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, QRectF(self.rect()))
        painter.end()


def _clear(size_px: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
