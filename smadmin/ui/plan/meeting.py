"""The planning meeting on the Plan screen: when it is next, one press that it was held, and setting it."""

from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.meetings import MOST_WEEKS, Meeting, meeting_blockers
from smadmin.domain.messages import Message, Value, say
from smadmin.services.meetings import MeetingView
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import DateField, Field, NumberField
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.stages import weekday
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wording import Wording

_WIDTH_PX = 520
_USUAL = time(15, 30)


class MeetingLine(QWidget):
    """One line; hidden for whom the meeting isn't."""

    def __init__(self, around: Surroundings, screen: Screen, banners: UndoBanners) -> None:
        """Stand hidden until `load`."""
        super().__init__()
        self._around, self._screen, self._banners = around, screen, banners
        self._view: MeetingView | None = None
        words = around.words
        self.said = PlainLabel("", kind=TextKind.NOTE)
        self.held = Button(words.say("meetings.was-held"), kind=ButtonKind.QUIET)
        self.held.setObjectName("meeting-held")
        self.held.clicked.connect(self._hold)
        self.change = Button(words.say("meetings.set"), kind=ButtonKind.LINK)
        self.change.setObjectName("meeting-set")
        self.change.clicked.connect(self._ask)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.held)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_PX, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.hide()

    def load(self) -> None:
        """Read when it is."""
        meetings, by = self._around.office.meetings, self._around.by
        self._around.performer.perform(lambda: meetings.view(by), done=self.show_view, origin=self._screen)

    def show_view(self, view: MeetingView) -> None:
        """Show when it is next, or that one was missed."""
        self._view = view
        self.said.show_text(self._around.words(meeting_said(view)))
        self.held.setVisible(view.meeting is not None and view.held != view.today)
        self.setVisible(not view.blockers)

    def set(self, meeting: Meeting) -> None:
        """Set it (a deed)."""
        meetings, by = self._around.office.meetings, self._around.by
        self._around.performer.perform(
            lambda: meetings.set(by, meeting),
            done=lambda _done: self._did(say("meetings.now-set")),
            failed=self._failed,
            origin=self._screen,
        )

    def _hold(self) -> None:
        meetings, by = self._around.office.meetings, self._around.by
        self._around.performer.perform(
            lambda: meetings.held(by),
            done=lambda _done: self._did(say("meetings.now-held")),
            failed=self._failed,
            origin=self._screen,
        )

    def _ask(self) -> None:
        if self._view is not None:
            dialog = MeetingDialog(self._view, self._around.words, self._screen)
            dialog.chosen.connect(self.set)
            dialog.open()

    def _did(self, said: Message) -> None:
        self._banners.say_done(said)
        self.load()

    def _failed(self, error: KnownError) -> None:
        self._banners.say_error(error)


class MeetingDialog(FormDialog):
    """Asks when the meeting is. `chosen` carries a `Meeting`."""

    chosen = Signal(object)

    def __init__(self, view: MeetingView, words: Wording, parent: QWidget | None = None) -> None:
        """Begin with what is set."""
        super().__init__(
            words.say("meetings.title"),
            words.say("meetings.set-text"),
            main=words.say("meetings.save"),
            leave=words.say("weekly.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self.first, self.at, self.every = DateField(words), TimeField(words), NumberField()
        self.every.setRange(1, MOST_WEEKS)
        self._words, self._today = words, view.today
        meeting = view.meeting
        self.first.show_day(_first(view))
        at = _USUAL if meeting is None else meeting.at
        self.at.show_time(at.hour, at.minute)
        self.every.setValue(1 if meeting is None else meeting.every)
        self.places: dict[str, Field] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        for name, widget in (("first", self.first), ("at", self.at), ("every", self.every)):
            field = self.places[name] = Field(words.say(f"meetings.{name}"), widget)
            # On one line: of a second one the row would show half, and the field would stand lower.
            field.label.ensurePolished()  # only then it is as bold as it is shown
            field.setMinimumWidth(field.label.fontMetrics().horizontalAdvance(f"{field.label.whole_text} "))
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.fields.addLayout(row)
        self.main.clicked.connect(self._choose)
        self.first.setFocus()

    def _choose(self) -> None:
        meeting = Meeting(self.first.day, time.fromisoformat(self.at.entered), self.every.value())
        reasons = meeting_blockers(meeting, self._today)
        for field in self.places.values():
            field.clear_error()
        for reason in reasons:
            self.places[str(reason.place)].show_error(self._words(reason.message))
        if not reasons:
            self.chosen.emit(meeting)
            self.accept()


def meeting_said(view: MeetingView) -> Message:
    """Say when the meeting is."""
    if view.meeting is None or view.next is None:
        return say("meetings.not-set")
    when: dict[str, Value] = {"weekday": weekday(view.next), "day": view.next, "at": view.meeting.at}
    if view.missed is not None:
        said = say("meetings.missed", missed=view.missed, **when)
    elif view.held is not None:
        said = say("meetings.next-held", held=view.held, **when)
    else:
        said = say("meetings.next", **when)
    if view.closed:
        return say("today.two-sentences", first=said, second=say("meetings.closed"))
    return said


def _first(view: MeetingView) -> date:
    return view.next or view.today
