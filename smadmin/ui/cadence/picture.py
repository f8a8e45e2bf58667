"""A year as a picture file (PNG): title, strip and bars, in the light theme, twice as sharp as a screen."""

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from smadmin.ui.cadence.model import KEYS, YearModel, bars_said
from smadmin.ui.cadence.paint import paint_bars, paint_cell, paint_months, paint_strip
from smadmin.ui.cadence.widgets import month_names
from smadmin.ui.theme import LIGHT
from smadmin.ui.wording import Wording

_WIDE_PX, _HIGH_PX, _EDGE_PX, _SHARP = 900, 330, 28, 2
_STRIP_PX, _BARS_PX, _SAMPLE_PX = 34, 110, 14


def year_image(year: YearModel, words: Wording, font: QFont) -> QImage:
    """Paint the picture."""
    image = QImage(_WIDE_PX * _SHARP, _HIGH_PX * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _write(painter, year, words, QFont(font))
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Give an image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _write(painter: QPainter, year: YearModel, words: Wording, font: QFont) -> None:
    inside = QRectF(_EDGE_PX, _EDGE_PX, _WIDE_PX - 2 * _EDGE_PX, _HIGH_PX - 2 * _EDGE_PX)
    font.setPixelSize(18)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.ink))
    title = QFontMetricsF(font).elidedText(year.account, Qt.TextElideMode.ElideMiddle, inside.width())
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignTop), title)
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.drawText(
        inside.adjusted(0, 28, 0, 0),
        int(Qt.AlignmentFlag.AlignTop),
        f"{words(year.year)} {words(year.promise)} {words(bars_said(year))}",
    )
    names = month_names(words.language)
    strip = QRectF(inside.x(), inside.y() + 58, inside.width(), _STRIP_PX)
    paint_strip(painter, strip, year.weeks, LIGHT)
    bars = QRectF(inside.x(), strip.bottom() + 16, inside.width(), _BARS_PX)
    paint_bars(painter, bars, year, LIGHT)
    paint_months(painter, bars.translated(0, bars.height() + 4), year.weeks, names, LIGHT)
    _keys(painter, QRectF(inside.x(), inside.bottom() - _SAMPLE_PX, inside.width(), _SAMPLE_PX), words)


def _keys(painter: QPainter, place: QRectF, words: Wording) -> None:
    metrics, left = QFontMetricsF(painter.font()), place.left()
    for silence, name in KEYS:
        said = words.say(f"pastposts.key-{name}")
        paint_cell(painter, QRectF(left, place.top(), _SAMPLE_PX, _SAMPLE_PX), silence, LIGHT)
        painter.setPen(QColor(LIGHT.ink))
        painter.drawText(int(left) + 20, int(place.bottom()) - 2, said)
        left += 40 + metrics.horizontalAdvance(said)
