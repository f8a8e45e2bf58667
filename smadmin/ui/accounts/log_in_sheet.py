"""A log-in as lines for somebody without a key here: in a locked file, or on a sheet for an envelope.

The sheet goes straight to the printer; a file it becomes only where somebody chose a printer that writes one.
"""

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.errors import BadInput
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.one_time import Seed
from smadmin.ui.wording import Wording

Lines = Sequence[tuple[str, str]]
"""What each value is, and the value; empty ones are left out."""

_TO_FILE = ("pdf", "xps", "onenote")
"""What the names of Windows' and macOS' printers of files contain."""

_TITLE, _TEXT, _VALUE, _GAP = 3.4, 1.9, 2.4, 2.2
"""Sizes of type and the space between two values, in hundredths of the page's width."""


def lines_of(log_in: LogIn, words: Wording) -> Lines:
    """Give everything that somebody needs to get in, in the order in which a platform asks for it."""
    told = [
        (words.say("accountui.user"), log_in.user),
        (words.say("accountui.password"), log_in.password),
        (words.say("loginui.email"), log_in.email),
        (words.say("loginui.seed"), _typeable(log_in.seed)),
        (words.say("accountui.codes"), "  ".join(log_in.recovery)),
    ]
    for token in log_in.tokens:
        name = token.name or words.say("loginui.token")
        named = (
            say("loginui.token-endless", name=name)
            if token.ends is None
            else say("loginui.token-until", name=name, day=token.ends)
        )
        told.append((words(named), token.secret))
    return [(name, value) for name, value in told if value]


def title_of(account: Account, school: str, words: Wording) -> str:
    """Say whose log-in it is."""
    return words.say("loginui.sheet-title", account=account.label, school=school)


def text_of(title: str, lines: Lines) -> str:
    """Give the lines as a text, for a file."""
    return "\n".join((title, "", *(f"{name}: {value}" for name, value in lines), ""))


class Printed(Enum):
    """Where a sheet went."""

    NOWHERE = "nowhere"
    PAPER = "paper"
    FILE = "file"
    """The chosen printer writes a file, in which the log-in lies open."""


def print_sheet(title: str, note: str, lines: Lines, over: QWidget) -> Printed:
    """Ask for a printer and print the sheet; tells where it went."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, over).exec() != QPrintDialog.DialogCode.Accepted:
        return Printed.NOWHERE
    painter = QPainter(printer)
    draw_sheet(painter, title, note, lines)
    painter.end()
    return where_it_went(printer.outputFileName(), printer.printerName())


def where_it_went(file: str, printer: str) -> Printed:
    """Tell a printer of paper from one of files: by its file, or where the system asks for it, its name."""
    return Printed.FILE if file or any(one in printer.casefold() for one in _TO_FILE) else Printed.PAPER


def draw_sheet(painter: QPainter, title: str, note: str, lines: Lines) -> None:
    """Draw title, what to do with the sheet, and the lines."""
    unit = painter.viewport().width() / 100
    painter.setPen(Qt.GlobalColor.black)
    plain, fixed = painter.font(), QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    top = _draw(painter, title, 0, size=unit * _TITLE) + unit * _GAP
    top = _draw(painter, note, top, size=unit * _TEXT) + unit * 2 * _GAP
    for name, value in lines:
        painter.setFont(plain)
        top = _draw(painter, name, top, size=unit * _TEXT)
        painter.setFont(fixed)
        top = _draw(painter, value, top, size=unit * _VALUE) + unit * _GAP
    painter.setFont(plain)


def _draw(painter: QPainter, text: str, top: float, *, size: float) -> float:
    font = painter.font()
    font.setPixelSize(max(1, round(size)))
    painter.setFont(font)
    flags = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap
    box = QRectF(0, top, painter.viewport().width(), painter.viewport().height())
    painter.drawText(box, flags, text)
    return painter.boundingRect(box, flags, text).bottom()


def _typeable(seed: str) -> str:
    """Give a seed as letters that somebody can type from paper; an odd one as it was kept."""
    with suppress(BadInput):
        return Seed.read(seed).letters or seed
    return seed
