"""*Reminders on this computer*: whether the icon stays, when it speaks, whether it starts at log-in.

Every choice holds at once, for this login on this computer, and nothing starts at log-in before it was ticked
here or in the offer. Nobody need sign in for it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from functools import partial

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.messages import Message, say
from smadmin.domain.warnings import YEARLY
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import Field
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.tray.prefs import WarningPrefs, Watch
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Desktop:
    """What this computer can do.

    Args:
        has_tray: whether its desktop shows icons of programs without a window.
        starts: whether the icon starts at log-in by now.
        command: what the operating system's own planner of tasks would run.
    """

    has_tray: bool
    starts: bool
    command: str


class WarningSheet(Sheet):
    """The sheet.

    Args:
        prefs: what was chosen.
        desktop: what this computer can do.
        start: has the icon start at log-in from now on, or no more; called with which.
        names: the names of accounts, for those that are snoozed.
        words: the person's language.
        above: the window.
    """

    def __init__(
        self,
        prefs: WarningPrefs,
        desktop: Desktop,
        words: Wording,
        above: QWidget,
        *,
        start: Callable[[bool], None],
        names: Callable[[str], str] = str,
    ) -> None:
        super().__init__(words.say("warnings.sheet"), words, above)
        self._prefs, self._start, self._names = prefs, start, names
        self.body.addWidget(PlainLabel(words.say("warnings.what"), kind=TextKind.MUTED))
        if desktop.has_tray:
            self.body.addWidget(PlainLabel(words.say("warnings.tray-does")))
        self.watch = _tick(words.say("warnings.watch"), on=prefs.watch is Watch.ON)
        self.starts = _tick(words.say("warnings.starts"), on=desktop.starts)
        self.choices = QWidget()
        self.fields = {name: self._time_field(name) for name in ("at", "quiet_from", "quiet_until")}
        if not desktop.has_tray:
            self._tell_command(desktop)
        self._offer_icon()
        # Where no icon can be shown now, what was chosen on a desktop that had one can still be taken back.
        self.choices.setVisible(desktop.has_tray or desktop.starts or prefs.watch is Watch.ON)
        self._quiet_to()
        self._snoozed()

    def _offer_icon(self) -> None:
        self.watch.toggled.connect(self._choose_watch)
        self.starts.toggled.connect(self._start)
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        for part in (self.watch, self.starts):
            column.addWidget(part)
        column.addWidget(PlainLabel(self.words.say("warnings.starts-note"), kind=TextKind.NOTE))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE_PX)
        for name, field in self.fields.items():
            row.addWidget(Field(self.words.say(f"warnings.{name.replace('_', '-')}"), field), 1)
        column.addLayout(row)
        column.addWidget(PlainLabel(self.words.say("warnings.at-note"), kind=TextKind.NOTE))
        self.body.addWidget(self.choices)

    def _tell_command(self, desktop: Desktop) -> None:
        """Say what to do where no icon can be shown: a task of the system asks the command line."""
        self.body.addWidget(PlainLabel(self.words.say("warnings.no-tray"), kind=TextKind.STRONG))
        self.body.addWidget(PlainLabel(self.words.say("warnings.no-tray-what")))
        command = PlainLabel(desktop.command)
        command.setObjectName("task-command")
        command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(command)

    def _quiet_to(self) -> None:
        day = self._prefs.times.quiet_to
        if day is not None:
            self._line(say("warnings.quiet-to", day=day), self._speak)

    def _snoozed(self) -> None:
        for about, day in self._prefs.times.snoozed.items():
            told = say("warnings.snoozed", account=self._names(about), day=day)
            if about == YEARLY:
                told = say("warnings.snoozed-yearly", day=day)
            self._line(told, partial(self._wake, about))

    def _line(self, told: Message, undo: Callable[[], None]) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = self.words(told)
        button = Button(self.words.say("warnings.speak-again"), kind=ButtonKind.SMALL)
        button.setAccessibleDescription(said)

        def pressed() -> None:
            undo()
            line.hide()
            self.close_button.setFocus()

        button.clicked.connect(pressed)
        row.addWidget(PlainLabel(breakable(said)), 1)
        row.addWidget(button)
        self.body.addWidget(line)

    def _speak(self) -> None:
        self._prefs.choose_times(replace(self._prefs.times, quiet_to=None))

    def _wake(self, about: str) -> None:
        times = self._prefs.times
        left = {one: day for one, day in times.snoozed.items() if one != about}
        self._prefs.choose_times(replace(times, snoozed=left))

    def _choose_watch(self, on: bool) -> None:
        self._prefs.choose_watch(Watch.ON if on else Watch.OFF)
        if not on and self.starts.isChecked():
            self.starts.setChecked(False)  # nothing that was switched off comes back at the next log-in

    def _time_field(self, name: str) -> TimeField:
        field = TimeField(self.words)
        chosen: time = getattr(self._prefs.times, name)
        field.show_time(chosen.hour, chosen.minute)
        field.chosen.connect(partial(self._choose_time, name))
        return field

    def _choose_time(self, name: str, chosen: QTime) -> None:
        self._prefs.choose_time(name, time(chosen.hour(), chosen.minute()))


def _tick(words: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    return box
