"""The register on paper: whose it is, as of which day, a line for each account with whom to call."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtGui import QTextDocument

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.people import Person
from smadmin.domain.register import Entry
from smadmin.ui.wording import Wording

_COLUMNS = ("platform", "name", "handle", "stage", "principal", "administrator", "openers")
"""Which of the export's columns fit on paper: what is called how, and who is reached how."""
_TYPE_POINTS = 10
_TABLE_POINTS = 8
_GAP = "<br>"


def laid_out(entries: Sequence[Entry], school: str, day: date, words: Wording) -> QTextDocument:
    """Lay the list out.

    Args:
        entries: the accounts, in their order.
        school: its official name.
        day: the school's, on which the list is true.
        words: the language.
    """
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSize(_TYPE_POINTS)  # the window's letters count in pixels, which paper has far more of
    document.setDefaultFont(font)
    title = escape(words.say("register.printed-title", school=school))
    note = escape(words.say("register.public-note", day=day))
    heading = "".join(
        f"<th align='left'>{escape(words.say(f'register.column-{one}'))}</th>" for one in _COLUMNS
    )
    lines = "".join(f"<tr>{_line(one, words)}</tr>" for one in entries)
    document.setHtml(
        f"<h2>{title}</h2><p>{note}</p><table width='100%' cellspacing='0' cellpadding='4' border='1' "
        f"style='font-size:{_TABLE_POINTS}pt; border-collapse:collapse'>"
        f"<thead><tr>{heading}</tr></thead>{lines}</table>"
    )
    return document


def _line(entry: Entry, words: Wording) -> str:
    account = entry.account
    cells = (
        escape(PLATFORM_NAMES[account.platform]),
        escape(account.name),
        escape(account.handle),
        escape(words.say(f"accountui.stage-{account.stage}")),
        "" if entry.principal is None else _reached(entry.principal),
        _GAP.join(_reached(one) for one in entry.administrators),
        _GAP.join(escape(one.name) for one in entry.openers),
    )
    return "".join(f"<td>{one}</td>" for one in cells)


def _reached(person: Person) -> str:
    told = (f"<b>{escape(person.name)}</b>", escape(person.phone), escape(person.email))
    return _GAP.join(one for one in told if one)
