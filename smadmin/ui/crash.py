"""What is shown after a bug: the draft is safe, and a report that carries nothing private.

The report names places in the program and kinds of errors. It leaves out the errors' own sentences
and all values, because those may hold a child's name, a passphrase or a path with a person's login.
"""

import platform
import traceback
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smadmin import __version__
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import RoundMark
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_WIDTH_PX = 560
_PACKAGE = "smadmin"


@dataclass(frozen=True)
class CrashReport:
    """A bug as places and kinds, `lines` ready to be sent to the developers."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole report."""
        return "\n".join(self.lines)


def report_of(error: BaseException) -> CrashReport:
    """Make the report of an exception and of what led to it; nothing of their values is in it."""
    lines = [
        f"smadmin {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append("")
        lines.append(type(current).__name__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return CrashReport(tuple(lines))


def _place(filename: str) -> str:
    """Shorten a file's path to what doesn't tell where somebody keeps things."""
    parts = PurePath(filename).parts
    if _PACKAGE in parts:
        last = len(parts) - 1 - parts[::-1].index(_PACKAGE)
        return "/".join(parts[last:])
    return "/".join(parts[-2:])


class CrashDialog(QDialog):
    """Says what happened, what was kept and what to do. Signals: `reportCopied`, `quitAsked`."""

    reportCopied = Signal()
    quitAsked = Signal()

    def __init__(self, report: CrashReport, words: Wording, parent: QWidget | None = None) -> None:
        """Take the report."""
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH_PX)
        self.setWindowTitle(words.say("shell.crash-title"))
        sentences = QVBoxLayout()
        sentences.setSpacing(SPACE_PX)
        sentences.addWidget(PlainLabel(words.say("shell.crash-title"), kind=TextKind.HEADING))
        sentences.addWidget(PlainLabel(words.say("shell.crash-kept")))
        sentences.addWidget(PlainLabel(words.say("shell.crash-remedy"), kind=TextKind.MUTED))
        upper = QHBoxLayout()
        upper.setSpacing(2 * SPACE_PX)
        upper.addWidget(RoundMark(State.STOP), 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(sentences, 1)
        self.shown = QPlainTextEdit(report.text)
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(words.say("shell.crash-report"))
        self.copy_button = Button(words.say("shell.crash-copy"), icon="copy")
        self.quit_button = Button(words.say("shell.crash-quit"), kind=ButtonKind.QUIET)
        self.go_on_button = Button(words.say("shell.crash-go-on"), kind=ButtonKind.MAIN)
        self.copy_button.clicked.connect(lambda: self._copy(report))
        self.quit_button.clicked.connect(self.quitAsked)
        self.go_on_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        buttons.addWidget(self.go_on_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE_PX, 3 * SPACE_PX, 3 * SPACE_PX, 2 * SPACE_PX)
        column.setSpacing(2 * SPACE_PX)
        column.addLayout(upper)
        column.addWidget(self.shown, 1)
        column.addLayout(buttons)
        self.go_on_button.setFocus()

    def _copy(self, report: CrashReport) -> None:
        QGuiApplication.clipboard().setText(report.text)
        self.reportCopied.emit()
