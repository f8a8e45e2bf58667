"""The envelope's page as it is drawn: straight to a printer or a PDF file, never to the clipboard.

Its groups are numbered, as on the screen: two of them are asked back by number.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from smadmin.services.envelope import Envelope

IN_A_ROW = 5
"""So many groups stand side by side, on the screen and on paper."""

_DPI = 300
_TITLE, _TEXT, _LETTERS, _NUMBER = 4.0, 2.0, 3.2, 1.7
"""Sizes of type, in hundredths of the page's width."""
_ROW, _SIDE = 8.0, 34.0


def draw_pdf(envelope: Envelope, lines: Sequence[str]) -> bytes:
    """Draw the page as a PDF file's content; `save_page` writes it, for Qt tells of no full stick."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 20, 20, 20),
        )
    )
    painter = QPainter(writer)
    draw_page(painter, envelope, lines)
    painter.end()
    return bytes(drawn.data().data())


def draw_page(painter: QPainter, envelope: Envelope, lines: Sequence[str]) -> None:
    """Draw title, sentences, the numbered groups and the QR code."""
    width = painter.viewport().width()
    unit = width / 100
    painter.setPen(Qt.GlobalColor.black)
    top = 0.0
    for number, line in enumerate(lines):
        _set_size(painter, unit * (_TEXT if number else _TITLE))
        box = QRectF(0, top, width, unit * 20)
        top = painter.boundingRect(box, Qt.TextFlag.TextWordWrap, line).bottom() + unit * 3
        painter.drawText(box, Qt.TextFlag.TextWordWrap, line)
    top = _draw_groups(painter, envelope, top)
    side = unit * _SIDE
    QSvgRenderer(envelope.qr_svg()).render(painter, QRectF(0, top + unit * 3, side, side))


def _draw_groups(painter: QPainter, envelope: Envelope, top: float) -> float:
    """Draw the groups, each below its number; gives where they end."""
    width = painter.viewport().width()
    unit, column = width / 100, width / IN_A_ROW
    plain, fixed = painter.font(), QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    for place, group in enumerate(envelope.groups):
        left, row = place % IN_A_ROW * column, top + place // IN_A_ROW * unit * _ROW
        painter.setFont(plain)
        _set_size(painter, unit * _NUMBER)
        painter.drawText(QRectF(left, row, column, unit * 3), Qt.AlignmentFlag.AlignLeft, str(place + 1))
        painter.setFont(fixed)
        _set_size(painter, unit * _LETTERS)
        letters = QRectF(left, row + unit * 2.2, column, unit * 5)
        painter.drawText(letters, Qt.AlignmentFlag.AlignLeft, group)
    painter.setFont(plain)
    return top + -(-len(envelope.groups) // IN_A_ROW) * unit * _ROW


def _set_size(painter: QPainter, pixels: float) -> None:
    font = painter.font()
    font.setPixelSize(round(pixels))
    painter.setFont(font)
