"""*Removed…*: what was hidden, removed and blocked; the same to give out without personal data (SOC-M7)."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from smadmin.domain.comments import CommentId
from smadmin.domain.messages import say
from smadmin.domain.moderating import Measure, Stage
from smadmin.domain.removal_log import LogLine, counts, log_cells, log_json, log_table
from smadmin.services.moderated import ModeratedSheet
from smadmin.services.policy_texts import write_text
from smadmin.services.removal_log import lines_out
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.comments.model import Seen
from smadmin.ui.comments.parts import Wish
from smadmin.ui.comments.removing_said import lines_of
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.perform import Performer
from smadmin.ui.plaintext import breakable
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wording import Wording

MOST_SHOWN = 30
"""So many are laid out: each is several widgets. The files have all."""


class RemovalLogPanel(Card):
    """The log.

    Signals:
        wished: a `Wish`: a block was lifted.
        saveAsked: a `Path` and the text to be written there.
    """

    wished = Signal(object)
    saveAsked = Signal(object, str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("moderating.log-title"))
        self._words = words
        self._lines: tuple[LogLine, ...] = ()
        self._today = date.min
        self.counted = PlainLabel("", kind=TextKind.STRONG)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(HALF_SPACE_PX)
        self.what = PlainLabel(words.say("moderating.log-export-what"), kind=TextKind.NOTE)
        self.first = PlainLabel("", kind=TextKind.NOTE)
        self.table_button = Button(words.say("moderating.log-csv"))
        self.json_button = Button(words.say("moderating.log-json"), kind=ButtonKind.QUIET)
        self.table_button.clicked.connect(lambda: self._save("csv"))
        self.json_button.clicked.connect(lambda: self._save("json"))
        self._out = PlainLabel(words.say("moderating.log-export-title"), kind=TextKind.HEADING)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        for button in (self.table_button, self.json_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self.counted)
        self._outgoing = (self._out, self.what, self.first, self.table_button, self.json_button)
        for label in self._outgoing[:3]:
            self.body.addWidget(label)
        self.body.addLayout(buttons)
        self.body.addLayout(self.rows)

    def show_log(self, seen: Seen) -> None:
        """Show what was read."""
        words, sheets = self._words, seen.moderation.sheets
        self._today, self._lines = seen.today, lines_out(seen.moderation, seen.school, words.language)
        told = counts(self._lines)
        lines = [words.say("moderating.log-head", n=sum(told.values()))]
        lines += [words.say("moderating.log-count", kind=kind, n=n) for kind, n in told.items()]
        self.counted.show_text("\n".join(lines) if sheets else words.say("moderating.log-none"))
        for part in self._outgoing:
            part.setVisible(bool(sheets))
        if self._lines:
            cells = breakable(", ".join(one for one in log_cells(self._lines[0]) if one))
            self.first.show_text(words.say("moderating.log-export-first", line=cells))
        empty_layout(self.rows)
        for sheet in sheets[:MOST_SHOWN]:
            self._add(sheet)
        if len(sheets) > MOST_SHOWN:
            more = words.say("moderating.log-more", n=len(sheets) - MOST_SHOWN)
            self.rows.addWidget(PlainLabel(more, kind=TextKind.NOTE))

    def _add(self, sheet: ModeratedSheet) -> None:
        words, one = self._words, sheet.one
        self.rows.addWidget(rule())
        account = "" if sheet.account is None else sheet.account.label
        kind = one.told.said(words.language)
        title = words.say("moderating.log-line", account=account, kind=kind)
        self.rows.addWidget(PlainLabel(title, kind=TextKind.STRONG))
        for state, line in lines_of(sheet, words):
            self.rows.addWidget(StateLine(state, line))
        if one.measure is Measure.BLOCK and one.stage is Stage.DONE and sheet.speaks:
            button = Button(words.say("moderating.unblock"))
            button.clicked.connect(lambda _checked=False, which=one.comment: self._unblock(which))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self.rows.addLayout(row)

    def _unblock(self, comment: CommentId) -> None:
        self.wished.emit(
            Wish(lambda office, by: office.moderating.unblock(by, comment), say("moderating.said-unblocked"))
        )

    def _save(self, ending: str) -> None:
        words = self._words
        title, name = words.say(f"moderating.log-{ending}"), f"removed-{self._today.isoformat()}.{ending}"
        kinds = words.say(f"moderating.log-kinds-{ending}", kinds=f"*.{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            text = "\ufeff" + log_table(self._lines) if ending == "csv" else log_json(self._lines)
            self.saveAsked.emit(Path(chosen), text)


def save_log(performer: Performer, banners: UndoBanners, path: Path, text: str) -> None:
    """Write the log where somebody chose, and say so."""
    performer.errand(
        lambda: write_text(path, text),
        done=lambda _: banners.say_done(say("moderating.log-saved", file=path.name)),
        failed=banners.say_error,
        origin=banners,
    )
