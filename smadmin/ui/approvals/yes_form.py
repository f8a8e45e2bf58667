"""*Yes by phone*: one button; unfolded it prepares the e-mail, then takes who said yes, how and when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.ids import PersonId
from smadmin.domain.spoken import Way
from smadmin.services.spoken import YesSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import DateField, Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class Heard:
    """What somebody heard: how, when (the school's wall time, no zone), and the four words."""

    to: PersonId
    way: Way
    when: datetime
    code: str


class YesForm(QWidget):
    """The form.

    Signals:
        prepareAsked: the `PersonId` of whom the e-mail asks.
        given: a `Heard`.
    """

    prepareAsked = Signal(object)
    given = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin folded, without a post."""
        super().__init__(parent)
        self._words = words
        self._sheet: YesSheet | None = None
        self.unfold_button = Button(words.say("spokenui.unfold"))
        self.unfold_button.clicked.connect(self.unfold)
        self._inner = Card()
        column = self._inner.body
        self._how = PlainLabel(words.say("spokenui.how-it-goes"), kind=TextKind.NOTE)
        column.addWidget(self._how)
        self.person = QComboBox()
        self.person.currentIndexChanged.connect(self._judge)
        self._whom = Field(words.say("spokenui.whom"), self.person)
        column.addWidget(self._whom)
        self.prepare = Button(words.say("spokenui.prepare"))
        self.prepare.clicked.connect(self._prepare)
        self.open = Button(words.say("spokenui.open-folder"), icon="folder-open")
        self.open.clicked.connect(self._open_again)
        self._again: Callable[[], object] | None = None
        self.prepared = PlainLabel("", kind=TextKind.STRONG)
        column.addWidget(self.prepared)
        self.why_not = PlainLabel("", kind=TextKind.NOTE)
        column.addWidget(self.why_not)
        mail = FlowBox()
        for button in (self.prepare, self.open):
            mail.flow.addWidget(button)
        column.addWidget(mail)
        self._heard = self._heard_part()
        column.addWidget(self._heard)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.unfold_button)
        whole.addWidget(self._inner)
        self.rest()

    def _heard_part(self) -> QWidget:
        words, part = self._words, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.way = QComboBox()
        for way in Way:
            self.way.addItem(words.say(f"spoken.way-{way.value}"), way)
        column.addWidget(Field(words.say("spokenui.how"), self.way))
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        self.day, self.hour = DateField(words), TimeField(words)
        row.addWidget(Field(words.say("spokenui.day"), self.day), 1)
        row.addWidget(Field(words.say("spokenui.time"), self.hour), 1)
        column.addLayout(row)
        self.code = QLineEdit()
        self.code.setMaxLength(120)
        self.code.textEdited.connect(self._judge)
        self.code.returnPressed.connect(self._give)
        self._code = Field(words.say("spokenui.code"), self.code, note=words.say("spokenui.code-note"))
        column.addWidget(self._code)
        self.sign = Button(words.say("spokenui.sign"), kind=ButtonKind.MAIN)
        self.sign.clicked.connect(self._give)
        column.addWidget(self.sign)
        return part

    def show_sheet(self, sheet: YesSheet, local: datetime) -> None:
        """Show how a post stands to a yes by phone.

        Args:
            sheet: from `SpokenYeses.sheet`.
            local: now, on the school's own clock.
        """
        before, self._sheet = self._sheet, sheet
        if [self.person.itemData(at) for at in range(self.person.count())] != [
            one.id for one in sheet.people
        ]:
            self.person.clear()
            for one in sheet.people:
                self.person.addItem(one_line(one.name), one.id)
        self._whom.setVisible(len(sheet.people) > 1)
        if before is None or before.prepared_at != sheet.prepared_at:
            self.day.show_day(local.date())
            self.hour.show_time(local.hour, local.minute)
        if sheet.to is not None and sheet.prepared_at is not None:
            said = self._words.say("spokenui.prepared", name=sheet.to.name, at=sheet.prepared_at)
            self.prepared.show_text(said)
        self.prepared.setVisible(sheet.to is not None)
        self._how.setVisible(sheet.to is None)  # it was read; what is to be done now needs its room
        self._heard.setVisible(sheet.to is not None)
        again = "spokenui.prepare" if sheet.to is None else "spokenui.prepare-again"
        self.prepare.show_words(self._words.say(again))
        self._judge()
        if before is not None and before.to is None and sheet.to is not None and self._inner.isVisible():
            self.code.setFocus()
            bring_into_view(self)  # it has grown by what is asked now

    def show_written(self, open_again: Callable[[], object]) -> None:
        """Offer to open the e-mail's folder once more: whoever closed it needn't look for it."""
        self._again = open_again
        self.open.show()

    def show_error(self, error: str) -> None:
        """Say at the four words what is wrong with a yes."""
        self._code.show_error(error)

    def unfold(self) -> None:
        """Show the form."""
        self.unfold_button.hide()
        self._inner.show()
        (self.code if self._heard.isVisibleTo(self) else self.prepare).setFocus()
        bring_into_view(self)

    def rest(self) -> None:
        """Begin anew, folded."""
        self._sheet = self._again = None
        self.open.hide()
        self.code.clear()
        self._inner.hide()
        self.unfold_button.show()

    def _judge(self) -> None:
        if self._sheet is None:
            return
        self._code.clear_error()
        closed = self._words.reasons(self._sheet.prepare_reasons)
        _block(self.prepare, closed)
        self.why_not.show_text("\n".join(closed))
        self.why_not.setVisible(bool(closed))
        missing = self._words.reasons(self._sheet.sign_reasons)
        if not missing and not self.code.text().strip():
            missing = (self._words.say("spokenui.code-first"),)
        _block(self.sign, missing)

    def _prepare(self) -> None:
        self.prepareAsked.emit(PersonId(self.person.currentData()))

    def _open_again(self) -> None:
        if self._again is not None:
            self._again()

    def _give(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.to is None or not self.code.text().strip():
            return
        when = datetime.fromisoformat(f"{self.day.day.isoformat()}T{self.hour.entered}")
        way = Way(self.way.currentData())  # Qt gives the plain word back
        self.given.emit(Heard(sheet.to.id, way, when, self.code.text()))


def _block(button: Button, reasons: Sequence[str]) -> None:
    if reasons:
        button.block(reasons)
    else:
        button.allow()
