"""The screen on which the principal decides about a record that isn't the one that was here last."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.alarm import Alarm
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card, RowCard
from smadmin.ui.fields import Field
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.shell.alarm_model import AlarmDeed, AlarmModel, alarm_model
from smadmin.ui.shell.bell import ALARM
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class AlarmScreen(Screen):
    """What is wrong, what it may mean, and one way on: decide, ask again, or put a backup back."""

    NOUNS = frozenset({"records", "students", "people"})

    def __init__(self, around: Surroundings) -> None:
        """Stand empty until it is loaded."""
        super().__init__()
        self._around, self._words = around, around.words
        self._deed: AlarmDeed | None = None
        self._header = ScreenHeader(self._words.say("trouble.alarm"))
        self._header.set_main(self._words.say("trouble.take"))
        self._header.mainChosen.connect(self._do)
        records = Button(self._words.say("trouble.see-record"))
        records.clicked.connect(lambda: around.doors.open("records"))
        self._header.add_button(records)
        self.head.addWidget(self._header)
        self.letters = QLineEdit()
        note = self._words.say("trouble.root-letters-note")
        self.field = Field(self._words.say("trouble.root-letters"), self.letters, note=note)
        self._letters = Card()
        self._letters.body.addWidget(self.field)
        self._letters.hide()
        self._advice = Card(self._words.say("trouble.advice"))
        self.rows: list[RowCard] = []
        self.page.addWidget(self._letters)
        self.page.addWidget(self._advice)
        self.page.addStretch(1)

    @override
    def load(self) -> None:
        by, alarms = self._around.by, self._around.office.alarms
        self._around.performer.perform(lambda: alarms.look(by), done=self._show, origin=self)

    def _show(self, alarm: Alarm | None) -> None:
        model = alarm_model(alarm)
        self.loaded(lambda: self._render(model))

    def _render(self, model: AlarmModel) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [
            RowCard(line.state, self._words(line.title), note=self._words(line.note)) for line in model.lines
        ]
        for place, row in enumerate(self.rows):
            self.page.insertWidget(place, row)
        self._advice.clear()
        self._advice.heading.show_text(self._words(model.heading))
        for sentence in model.advice:
            self._advice.body.addWidget(PlainLabel(self._words(sentence), kind=TextKind.TEXT))
        self._letters.setVisible(model.ask_root)
        self._deed = model.main
        if self._header.main is not None:
            self._header.main.setVisible(model.main is not None)
            if model.main is not None:
                self._header.main.setText(self._words.say(model.main.value))
        self._header.show_missing(self._words.reasons(model.missing))

    def _do(self) -> None:
        deeds: dict[AlarmDeed, Callable[[], None]] = {
            AlarmDeed.TAKE: lambda: self._around.doors.with_passphrase(self._take),
            AlarmDeed.TRY_AGAIN: self._ask_again,
            AlarmDeed.PUT_BACK: self._put_back,
            AlarmDeed.SET_ASIDE: lambda: self._around.doors.with_passphrase(self._set_aside),
        }
        if self._deed is not None:
            deeds[self._deed]()

    def _take(self) -> None:
        by, office, root = self._around.by, self._around.office, self.letters.text()
        self._around.performer.errand(
            lambda: office.take_record(by, root=root), done=lambda _: self._taken(), origin=self
        )

    def _taken(self) -> None:
        self.bannerAsked.emit(BannerModel(State.FINE, say("trouble.taken"), key=ALARM))
        self._around.doors.open("today")

    def _set_aside(self) -> None:
        by, alarms = self._around.by, self._around.office.alarms

        def done() -> Alarm | None:
            alarms.set_aside(by)
            return alarms.look(by)

        self._around.performer.perform(done, done=self._is_aside, origin=self)

    def _is_aside(self, alarm: Alarm | None) -> None:
        if alarm is None:
            self.bannerAsked.emit(BannerModel(State.FINE, say("trouble.is-aside"), key=ALARM))
            self._around.doors.open("today")
        else:  # something else is wrong as well
            self._show(alarm)

    def _ask_again(self) -> None:
        by, office = self._around.by, self._around.office
        self._header.show_missing([self._words.say("trouble.working")])

        def asked() -> Alarm | None:
            office.note_outside()
            return office.alarms.look(by)

        self._around.performer.errand(asked, done=self._asked_again, origin=self)

    def _asked_again(self, alarm: Alarm | None) -> None:
        if alarm is None:
            self.bannerAsked.emit(BannerModel(State.FINE, say("trouble.all-well"), key=ALARM))
        self._show(alarm)

    def _put_back(self) -> None:
        # The window takes it from here: it closes the folder and offers the last backup.
        unproven = OutsideFailed(say("store.record-unproven"), kept=say("store.record-unproven-kept"))
        self._around.performer.failedUnheard.emit(unproven)
