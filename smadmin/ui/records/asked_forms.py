"""The two forms of an answer: which request it is, and what is looked for."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.records_requests import WORDS_MOST, RequestForm, Wanted
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import ChoiceField, DateField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.records.asked_said import AskedRead
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_NEW = ""
_ASKED_HEIGHT_PX = 72
_LOOKS_BACK = timedelta(days=365)


class RequestCard(Card):
    """Which request is answered: one that was entered, or a new one.

    Signals:
        entered: a `RequestForm`.
        chosen: another request is shown.
    """

    entered = Signal(object)
    chosen = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin with a new one."""
        super().__init__(words.say("recordsasked.request"))
        self._words = words
        self._read: AskedRead | None = None
        self.which, self.who, self.asked = ChoiceField(), QLineEdit(), QPlainTextEdit()
        self.asked.setTabChangesFocus(True)
        self.asked.setFixedHeight(_ASKED_HEIGHT_PX)
        self.received, self.due = DateField(words), DateField(words)
        self.fields = {
            name: Field(words.say(f"recordsasked.field-{name}"), control)
            for name, control in (
                ("which", self.which),
                ("who", self.who),
                ("asked", self.asked),
                ("received", self.received),
                ("due", self.due),
            )
        }
        self.fields["due"].show_note(words.say("recordsasked.due-note"))
        self.summary = PlainLabel("", kind=TextKind.MUTED)
        self.button = Button(words.say("recordsasked.enter"))
        self.button.setObjectName("enter-request")
        for name in ("which", "who", "asked"):
            self.body.addWidget(self.fields[name])
        days = QHBoxLayout()
        days.setSpacing(SPACE_PX)
        days.addWidget(self.fields["received"], 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self.fields["due"], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(days)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.button)
        self.button.clicked.connect(lambda: self.entered.emit(self.form))
        self.which.currentIndexChanged.connect(self._show_chosen)

    @property
    def request(self) -> str:
        """The id of the request that is shown; empty while it isn't entered."""
        return str(self.which.currentData() or _NEW)

    @property
    def keyboard(self) -> QWidget:
        """Where the keyboard begins."""
        return self.which if self.request else self.who

    @property
    def form(self) -> RequestForm:
        """What was filled in."""
        asked = self.asked.toPlainText()[:WORDS_MOST]
        return RequestForm(self.who.text(), asked, self.received.day, self.due.day)

    def show_requests(self, read: AskedRead, chosen: str = _NEW) -> None:
        """Offer the requests; the form keeps what was typed."""
        first = self._read is None
        self._read = read
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem(self._words.say("recordsasked.new"), _NEW)
            for one in read.requests:
                said = self._words.say("recordsasked.which", who=one.form.who, due=one.form.due)
                self.which.addItem(said, one.id)
            self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        if first:
            self.received.show_day(read.today)
            self.due.show_day(read.due)
        self._show_chosen()

    def show_error(self, error: NotAllowed) -> None:
        """Say below the fields what is wrong."""
        for field in self.fields.values():
            field.clear_error()
        for reason in error.reasons:
            self.fields[reason.place if reason.place in self.fields else "who"].show_error(
                self._words(reason.message)
            )

    def _show_chosen(self) -> None:
        requests = () if self._read is None else self._read.requests
        one = next((one for one in requests if one.id == self.request), None)
        self.fields["which"].setVisible(bool(requests))
        for name in ("who", "asked", "received", "due"):
            self.fields[name].setVisible(one is None)
            self.fields[name].clear_error()
        self.button.setVisible(one is None)
        self.summary.setVisible(one is not None)
        self.summary.show_text("" if one is None else one.form.asked)
        self.chosen.emit()


class SearchCard(Card):
    """What is looked for. `asked` carries a `Wanted`."""

    asked = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin with the last year, everywhere."""
        super().__init__(words.say("recordsasked.search"))
        self._words = words
        self.since, self.until = DateField(words), DateField(words)
        self.account, self.person, self.words = ChoiceField(), ChoiceField(), QLineEdit()
        days, names = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (days, (("since", self.since), ("until", self.until))),
            (names, (("account", self.account), ("person", self.person))),
        ):
            row.setSpacing(SPACE_PX)
            for name, control in parts:
                row.addWidget(Field(words.say(f"recordsasked.field-{name}"), control), 1)
            self.body.addLayout(row)
        self.body.addWidget(Field(words.say("recordsasked.field-words"), self.words))
        self.button = Button(words.say("recordsasked.look"), icon="search")
        self.button.setObjectName("look-for-records")
        self.button.clicked.connect(lambda: self.asked.emit(self.wanted))
        self.words.returnPressed.connect(self.button.click)
        self.body.addWidget(self.button)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        account, person = self.account.currentData(), self.person.currentData()
        return Wanted(
            since=self.since.day,
            until=self.until.day,
            accounts=frozenset({AccountId(account)}) if account else frozenset(),
            words=self.words.text(),
            person=PersonId(person) if person else None,
        )

    def show_choices(self, read: AskedRead) -> None:
        """Offer accounts and people once; what is chosen stays."""
        if self.account.count():
            return
        self._begin(read.today)
        self.account.addItem(self._words.say("recordsasked.all-accounts"), "")
        self.person.addItem(self._words.say("recordsasked.anybody"), "")
        for account, name in read.accounts:
            self.account.addItem(name, account)
        for person, name in read.staff:
            self.person.addItem(name, person)

    def _begin(self, today: date) -> None:
        self.since.show_day(today - _LOOKS_BACK)
        self.until.show_day(today)
