"""When a post goes out by itself: its day and time, and taking it out again."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import DateField
from smadmin.ui.flow import FlowLayout
from smadmin.ui.publish.entrust_part import EntrustPart
from smadmin.ui.publish.queue_said import QueueModel
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.wording import Wording


class QueuePart(QWidget):
    """The fields and their buttons.

    Signals:
        queueAsked: a day and a time of the school's own clock, and whether the platform keeps it until then.
        takeOutAsked: it shall not go out by itself.
    """

    queueAsked = Signal(object, object, bool)
    takeOutAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = words
        self._offered: datetime | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self._row = QWidget()
        flow = FlowLayout(self._row)
        self.day, self.at = DateField(words), TimeField(words)
        self.day.setAccessibleName(words.say("queue.day"))
        self.at.setAccessibleName(words.say("queue.at"))
        self.send = Button("", kind=ButtonKind.SMALL, icon="clock")
        self.send.clicked.connect(self._ask)
        self.day.dateChanged.connect(self._name_send)
        self.at.timeChanged.connect(self._name_send)
        for one in (self.day, self.at, self.send):
            flow.addWidget(one)
        column.addWidget(self._row)
        self.entrusts = EntrustPart(words)
        column.addWidget(self.entrusts)
        self.take_out = Button(words.say("queue.take-out"), kind=ButtonKind.SMALL)
        self.take_out.clicked.connect(self.takeOutAsked)
        column.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def chosen_day(self) -> date:
        """The day that is chosen."""
        return self.day.day

    @property
    def chosen_time(self) -> time:
        """The time of day that is chosen."""
        return time.fromisoformat(self.at.entered)

    def show_model(self, model: QueueModel | None, *, unfolded: bool) -> None:
        """Show it; a time that somebody is choosing isn't changed under their hands."""
        shown = model is not None and unfolded
        self.setVisible(shown)
        if model is None:
            return
        self._row.setVisible(model.offered is not None)
        self.entrusts.show_platform(model.platform if model.offered is not None else "", model.stays_here)
        self.take_out.setVisible(model.may_take_out)
        back = self._words.say("entrust.take-back", platform=model.platform)
        self.take_out.show_words(back if model.entrusted else self._words.say("queue.take-out"))
        if model.offered is not None and self._offered is None:
            self._offered = model.offered
            self.day.show_day(model.offered.date())
            self.at.show_time(model.offered.hour, model.offered.minute)
            self._name_send()
        if model.offered is None:
            self._offered = None

    def _ask(self) -> None:
        self.queueAsked.emit(self.chosen_day, self.chosen_time, self.entrusts.chosen)

    def _name_send(self) -> None:
        """Say on the button what it does, with the time that is chosen."""
        if self._offered is not None:
            at = datetime.combine(self.chosen_day, self.chosen_time, self._offered.tzinfo)
            self.send.show_words(self._words.say("queue.send", at=at))
