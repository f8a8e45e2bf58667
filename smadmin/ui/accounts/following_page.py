"""The page *Following* of the open account: a short form with a reasoned answer, and who is followed and why.

For an account of the district the answer stands below the form before anything is entered (BAL-C1c); for a
school's account there is one sentence of advice (BAL-D5).
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.following import (
    WHY_MOST,
    Followed,
    FollowForm,
    Guard,
    Whose,
    answer_of,
    doubts_of,
    follow_blockers,
)
from smadmin.domain.messages import say
from smadmin.ui.accounts.following_model import (
    FollowedLine,
    FollowingModel,
    FollowingSeen,
    following_model,
    read_following,
)
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.typed import begin_words


class FollowingPage(AccountPage):
    """The page; it reads what it shows when an account is shown."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self._guard = Guard()
        self.advice = PlainLabel("", kind=TextKind.MUTED)
        self.name, self.office, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.why.setMaxLength(WHY_MOST)
        self.whose, self.kind = ChoiceField(), ChoiceField()
        for one in Whose:
            self.whose.addItem(words.say(f"following.whose-{one.value}"), one.value)
        self._fields = {
            "name": Field(words.say("following.name"), self.name),
            "whose": Field(words.say("following.whose"), self.whose),
            "office": Field(words.say("following.office"), self.office),
            "kind": Field(words.say("following.kind"), self.kind),
            "why": Field(words.say("following.why"), self.why),
        }
        self._answer = QVBoxLayout()
        self.weighed = QCheckBox(for_button(words.say("following.weighed")))
        self.button = Button(words.say("following.enter"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_PX)
        self.form, self.list = Card(words.say("following.ask")), Card(words.say("following.list"))
        self._build()

    @override
    def fill(self, model: AccountModel) -> None:
        around = self.inside.around
        office, by, language = around.office, around.by, self.inside.words.language
        around.performer.perform(
            lambda: read_following(office, by, model.account, language),
            done=self._came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    @override
    def rest(self) -> None:
        for line in (self.name, self.office, self.why):
            line.clear()
        self.whose.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.weighed.setChecked(False)
        self._judge()

    @property
    def entered(self) -> FollowForm:
        """What is filled in."""
        return FollowForm(
            name=self.name.text(),
            whose=Whose(self.whose.currentData()),
            why=self.why.text(),
            kind=str(self.kind.currentData() or ""),
            office=self.office.text() if self.whose.currentData() == Whose.OFFICE.value else "",
            weighed=self.weighed.isChecked(),
        )

    def _came(self, seen: FollowingSeen) -> None:
        if self.model is None or self.model.id != seen.account.id:
            return  # another account is open by now
        shown = following_model(seen, self.inside.words.language)
        self._guard = seen.guard
        self.advice.show_text(self.inside.words(shown.advice))
        self._show_kinds(shown)
        self._show_lines(shown)
        self.form.setVisible(not shown.may)
        self.list.show()
        self._judge()

    def _show_kinds(self, shown: FollowingModel) -> None:
        before = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(self.inside.words.say("following.kind-choose"), "")
        for key, said in shown.kinds:
            self.kind.addItem(said, key)
        self.kind.setCurrentIndex(max(self.kind.findData(before), 0))
        self._fields["kind"].setVisible(bool(shown.kinds))
        if not before and not self.whose.currentIndex():
            begin_words(self)

    def _show_lines(self, shown: FollowingModel) -> None:
        empty_layout(self._lines)
        if not shown.lines:
            self._lines.addWidget(PlainLabel(self.inside.words.say("following.nobody"), kind=TextKind.MUTED))
        for number, line in enumerate(shown.lines):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(line, ends=not shown.may))

    def _line(self, line: FollowedLine, *, ends: bool) -> QWidget:
        words, whole = self.inside.words, QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(HALF_SPACE_PX)
        said.addWidget(PlainLabel(line.title, kind=TextKind.STRONG))
        said.addWidget(PlainLabel(line.why))
        said.addWidget(PlainLabel(words(line.note), kind=TextKind.NOTE))
        row.addLayout(said, 1)
        if ends:
            end = Button(words.say("following.end"), kind=ButtonKind.LINK)
            end.setAccessibleDescription(line.title)
            end.clicked.connect(partial(self._unfollow, line.followed))
            row.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return whole

    def _judge(self) -> None:
        """Say below the form what follows from what is filled in: a yes, or a no with its clause."""
        form = self.entered
        self._fields["office"].setVisible(form.whose is Whose.OFFICE)
        reasons = follow_blockers(form, self._guard)
        empty_layout(self._answer)
        words = self.inside.words
        begun, doubts = bool(form.name.strip()), doubts_of(form, self._guard)
        refused = [one for one in reasons if one.place in {"whose", "kind"}]
        if begun and refused and (form.whose is Whose.PRIVATE or form.why.strip()):
            self._answer.addWidget(StateLine(State.STOP, words(refused[0].message)))
        elif begun and not reasons and self._guard.strict:
            self._answer.addWidget(StateLine(State.FINE, words(answer_of(form, self._guard, words.language))))
        if begun:
            for doubt in doubts:
                self._answer.addWidget(StateLine(State.DOUBT, words(doubt)))
        self.weighed.setVisible(begun and bool(doubts))
        if reasons:
            self.button.block(words.reasons(reasons))
        else:
            self.button.allow()

    def _enter(self) -> None:
        if self.model is None:
            return
        around, account, form = self.inside.around, self.model.account, self.entered
        by, follow, language = around.by, around.office.follow_guard, self.inside.words.language

        def done(_changes: Changes) -> None:
            self.inside.deeds.say_done(say("following.said-entered", name=form.name))
            self.rest()
            self.inside.reload()

        around.performer.perform(
            lambda: follow.follow(by, account.id, form, language=language),
            done=done,
            failed=self._refused,
            origin=self.inside.screen,
        )

    def _refused(self, error: KnownError) -> None:
        places = {one.place for one in error.reasons} if isinstance(error, NotAllowed) else set()
        if not isinstance(error, NotAllowed) or not places <= set(self._fields):
            self.inside.deeds.say_error(error)
            return
        for reason in error.reasons:
            self._fields[str(reason.place)].show_error(self.inside.words(reason.message))

    def _unfollow(self, followed: Followed) -> None:
        around = self.inside.around
        by, follow = around.by, around.office.follow_guard

        def done(_changes: Changes) -> None:
            self.inside.deeds.say_done(say("following.said-ended", name=followed.form.name))
            self.inside.reload()

        around.performer.perform(
            lambda: follow.unfollow(by, followed),
            done=done,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    def _build(self) -> None:
        self.form.body.addWidget(self.advice)
        for field in self._fields.values():
            self.form.body.addWidget(field)
        self.form.body.addLayout(self._answer)
        self.form.body.addWidget(self.weighed)
        self.form.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.body.addLayout(self._lines)
        for card in (self.form, self.list):
            self.column.addWidget(card)
            card.hide()
        for line in (self.name, self.office, self.why):
            line.textChanged.connect(self._typed)
        for box in (self.whose, self.kind):
            box.currentIndexChanged.connect(self._typed)
        self.weighed.toggled.connect(self._judge)
        self.button.clicked.connect(self._enter)

    def _typed(self) -> None:
        if self.sender() is not self.why:  # what was weighed was somebody else
            self.weighed.setChecked(False)
        for field in self._fields.values():
            field.clear_error()
        self._judge()
