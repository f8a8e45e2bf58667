"""The forms of the screen: a comment that was found, who looks at an account's comments."""

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit

from smadmin.domain.accounts import Account
from smadmin.domain.comments import AUTHOR_MOST, LINK_MOST, CommentForm, CommentKind
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.rounds import Decision, Spot
from smadmin.services.rounds import RoundSheet
from smadmin.ui.fields import ChoiceField, DateField, NumberField
from smadmin.ui.sites.forms import SitesForm
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.time_field import TimeField
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

TEXT_LINES_PX = 96
"""Height of what several lines are typed into."""


class CommentFields(SitesForm):
    """The form for a comment; gives a `CommentForm`."""

    def __init__(self, words: Wording, do: str) -> None:
        """Begin empty."""
        super().__init__(words, do, "comments")
        self.account, self.kind, self.spot = ChoiceField(), ChoiceField(), ChoiceField()
        self.text, self.author, self.link = QPlainTextEdit(), QLineEdit(), QLineEdit()
        self.day, self.time = DateField(words), TimeField(words)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_LINES_PX)
        self.author.setMaxLength(AUTHOR_MOST)
        self.link.setMaxLength(LINK_MOST)
        for kind in CommentKind:
            self.kind.addItem(words.say(f"comments.kind-{kind.value}"), kind.value)
        for spot in Spot:
            self.spot.addItem(words.say(f"comments.spot-{spot.value}"), spot.value)
        for name in ("account", "kind", "text", "author", "spot", "link"):
            self.add(name, getattr(self, name))
        self._add_beside("day", "time")
        self.finish()
        self.kind.currentIndexChanged.connect(self._advise)
        self.button.clicked.connect(self._give)

    def show_form(self, form: CommentForm | None, accounts: Sequence[Account], now: datetime) -> None:
        """Show what was entered, or begin a new one that was found just now."""
        first = accounts[0].id if accounts else AccountId("")
        shown = form or CommentForm(first, CommentKind.QUESTION, Spot.COMMENTS, "", "", "", now)
        self.account.clear()
        for account in accounts:
            self.account.addItem(account.label, account.id)
        self.account.setCurrentIndex(self.account.findData(shown.account))
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.spot.setCurrentIndex(self.spot.findData(shown.spot.value))
        self.text.setPlainText(shown.text)
        self.author.setText(shown.author)
        self.link.setText(shown.link)
        self.day.show_day(shown.found_at.date())
        self.time.show_time(shown.found_at.hour, shown.found_at.minute)
        self.clear_errors()
        self._advise()
        begin_words(self)

    def choose_account(self, account: str) -> None:
        """Choose the account whose round somebody is on."""
        self.account.setCurrentIndex(max(0, self.account.findData(account)))

    def begin(self) -> None:
        """Put the keyboard where the visitor's words go: what stands above is mostly right already."""
        self.text.setFocus()

    def _advise(self) -> None:
        student = self.kind.currentData() == CommentKind.STUDENT.value
        self.fields["text"].show_note(self.words.say("comments.text-student-note") if student else "")
        if student:
            self.spot.setCurrentIndex(self.spot.findData(Spot.MESSAGES.value))

    def _add_beside(self, *names: str) -> None:
        """Put short fields beside one another."""
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_PX)
        for name in names:
            self.add(name, getattr(self, name))
            beside.addWidget(self.fields[name])
        beside.addStretch(1)
        self.column.addLayout(beside)

    def _give(self) -> None:
        self.given.emit(
            CommentForm(
                account=AccountId(self.account.currentData() or ""),
                kind=CommentKind(self.kind.currentData()),
                spot=Spot(self.spot.currentData()),
                text=self.text.toPlainText(),
                author=self.author.text(),
                link=self.link.text(),
                found_at=datetime.combine(self.day.day, time.fromisoformat(self.time.entered)),
            )
        )


class DecisionFields(SitesForm):
    """Whether an account's comments are on, and who looks when; gives a `Decision`."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words, "comments.decide-do", "comments")
        self.comments, self.monitor, self.days = ChoiceField(), ChoiceField(), NumberField()
        self.comments.setPlaceholderText(words.say("comments.comments-choose"))
        for one in ("comments-on", "comments-are-off"):
            self.comments.addItem(words.say(f"comments.{one}"), one)
        for name in ("comments", "monitor", "days"):
            self.add(name, getattr(self, name))
        self.finish()
        self.comments.currentIndexChanged.connect(self._ask)
        self.button.clicked.connect(self._give)

    def show_decision(self, sheet: RoundSheet, most_days: int, me: PersonId | None) -> None:
        """Show what was decided; nothing is chosen for anybody, but they themselves are proposed to look."""
        decided = sheet.watched.decision
        self.comments.setCurrentIndex(-1 if decided is None else 0 if decided.comments else 1)
        monitor = me if decided is None or not decided.comments else decided.monitor
        self.monitor.clear()
        self.monitor.addItem(self.words.say("comments.monitor-nobody"), None)
        for person, name in sheet.staff:
            self.monitor.addItem(name, person)
        self.monitor.setCurrentIndex(max(0, self.monitor.findData(monitor)))
        self.days.setRange(1, most_days)
        self.days.setValue(sheet.days)
        self.clear_errors()
        self._ask()
        begin_words(self)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.comments.setFocus()

    def _ask(self) -> None:
        for name in ("monitor", "days"):
            self.fields[name].setVisible(self._on)
        if self.comments.currentIndex() < 0:
            self.button.block([self.words.say("comments.comments-missing")])
        else:
            self.button.allow()

    @property
    def _on(self) -> bool:
        return self.comments.currentIndex() == 0

    def _give(self) -> None:
        if not self._on:
            self.given.emit(Decision(comments=False))
            return
        monitor, days = self.monitor.currentData(), self.days.value()
        own = days if days < self.days.maximum() else None
        self.given.emit(
            Decision(comments=True, monitor=PersonId(monitor) if monitor else None, every_days=own)
        )
