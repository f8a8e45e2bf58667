"""The slips with the codes, drawn for a printer or a PDF file: one a person, to be cut apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

_DPI = 300
_A_PAGE = 5
_NAME, _CODE, _TEXT = 2.8, 4.6, 1.9
"""Sizes of type, in hundredths of the page's width."""


@dataclass(frozen=True, repr=False)
class Slip:
    """What stands on a slip: whose it is, the code, and how it is used."""

    head: str
    name: str
    code: str
    how: str


def draw_pdf(slips: Sequence[Slip]) -> bytes:
    """Draw the slips as a PDF file's content."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 15, 20, 15),
        )
    )
    draw_slips(writer, slips)
    return bytes(drawn.data().data())


def draw_slips(device: QPagedPaintDevice, slips: Sequence[Slip]) -> None:
    """Draw the slips, five a page."""
    painter = QPainter(device)
    width, height = painter.viewport().width(), painter.viewport().height() / _A_PAGE
    for number, slip in enumerate(slips):
        place = number % _A_PAGE
        if number and not place:
            device.newPage()
        _draw(painter, slip, QRectF(0, place * height, width, height))
    painter.end()


def _draw(painter: QPainter, slip: Slip, place: QRectF) -> None:
    unit, plain = place.width() / 100, painter.font()
    painter.setPen(QPen(Qt.GlobalColor.gray, unit * 0.1, Qt.PenStyle.DashLine))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    painter.setPen(Qt.GlobalColor.black)
    top = place.top() + unit * 2
    lines = (
        (slip.head, _TEXT, plain),
        (slip.name, _NAME, plain),
        (slip.code, _CODE, _fixed()),
        (slip.how, _TEXT, plain),
    )
    for words, size, font in lines:
        painter.setFont(font)
        _set_size(painter, unit * size)
        box = QRectF(0, top, place.width(), place.bottom() - top)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, words)
        top = painter.boundingRect(box, Qt.TextFlag.TextWordWrap, words).bottom() + unit
    painter.setFont(plain)


def _fixed() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def _set_size(painter: QPainter, pixels: float) -> None:
    font = painter.font()
    font.setPixelSize(round(pixels))
    painter.setFont(font)
