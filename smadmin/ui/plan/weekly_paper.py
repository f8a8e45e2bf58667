"""The weekly page on paper: a PDF of letter size by Qt, from the same HTML as in a browser."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from smadmin.domain.ids import MediaId
from smadmin.domain.photos.pictures import BYTES_PER_PIXEL, Picture

PICTURE_PX = 240
"""The longest side of a picture, so that paper isn't coarse."""

_DPI = 300
_TYPE_POINTS = 9


def draw_pdf(html: str, title: str) -> bytes:
    """Lay a page out as a PDF file's content; pages after the first are numbered by Qt."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    print_page(writer, html)
    return bytes(drawn.data().data())


def print_page(device: QPagedPaintDevice, html: str) -> None:
    """Lay a page out on a printer or a PDF writer."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSize(_TYPE_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(device)


def pngs_of(pictures: Mapping[MediaId, Picture]) -> dict[MediaId, bytes]:
    """Give small pictures as PNG bytes."""
    return {one: png_of(picture) for one, picture in pictures.items()}


def image_of(picture: Picture) -> QImage:
    """Give a picture as Qt draws it."""
    width, stride = picture.width, picture.width * BYTES_PER_PIXEL
    return QImage(picture.pixels, width, picture.height, stride, QImage.Format.Format_RGB888).copy()


def png_of(picture: Picture) -> bytes:
    """Give a picture as PNG bytes."""
    image = image_of(picture)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")  # type: ignore[call-overload]  # PySide's own file lacks the device's
    return bytes(written.data().data())
