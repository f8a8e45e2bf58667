"""A card on paper: what to do, whom to call, who was told, and empty lines to fill in by hand."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from smadmin.services.cases import CaseSheet
from smadmin.ui.cases.model import Seen, calls_of
from smadmin.ui.cases.said import policy_said, telling_said, title_of
from smadmin.ui.sites.trouble import steps_said
from smadmin.ui.wording import Wording

_TYPE_POINTS = 11
_EMPTY_LINES = 4
_EMPTY = "<p>" + "_" * 60 + "</p>"


def laid_out(sheet: CaseSheet, seen: Seen, school: str, words: Wording) -> QTextDocument:
    """Lay a card out for paper; no child's name is on it."""
    case, said = sheet.case, words.say
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSize(_TYPE_POINTS)
    document.setDefaultFont(font)
    calls = "\n".join(
        f"{one.who}: {one.copied}" if one.copied else one.who
        for one in calls_of(case.trouble, seen.help, words)
    )
    told = "\n".join(
        telling_said(one.telling, name, words) for one, name in zip(case.told, sheet.told_by, strict=True)
    )
    parts = (
        (said("sites.do-first"), steps_said(case.trouble, words)),
        (said("sites.call"), calls),
        (said("cases.policies"), policy_said(case.trouble, seen, words)),
        (said("cases.told"), told),
    )
    body = "".join(f"<h3>{escape(title)}</h3><p>{_lines(text)}</p>" for title, text in parts)
    found = escape(said("cases.row-note", at=case.at, name=sheet.by))
    title = escape(title_of(case, words))
    document.setHtml(f"<p>{escape(school)}</p><h2>{title}</h2><p>{found}</p>{body}{_EMPTY * _EMPTY_LINES}")
    return document


def print_card(document: QTextDocument, parent: QWidget) -> None:
    """Ask for a printer and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        document.print_(printer)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
