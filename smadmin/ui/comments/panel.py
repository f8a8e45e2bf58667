"""What is open beside the list: a comment, what to do about it, and what became of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.domain.accounts import Account
from smadmin.domain.comments import CommentForm
from smadmin.domain.escalations import Trouble
from smadmin.domain.messages import say
from smadmin.services.comment_desk import CommentSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, rule
from smadmin.ui.comments.forms import CommentFields
from smadmin.ui.comments.further_parts import AdvicePart, ClosePart
from smadmin.ui.comments.model import Seen, comment_state
from smadmin.ui.comments.parts import CommentPart, Wish
from smadmin.ui.comments.removing import BlockPart, MeasurePart
from smadmin.ui.comments.reply_part import ReplyPart
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.outside import may_open
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording, age

PARTS: Sequence[Callable[[Wording], CommentPart]] = (
    ReplyPart,
    AdvicePart,
    ClosePart,
    MeasurePart,
    BlockPart,
)
"""What can be done about a comment, in this order; each shows itself where it applies."""


class CommentPanel(Card):
    """A comment.

    Signals:
        wished: a `Wish` of one of its parts.
        opened: the comment's address.
        checkAsked, copied: the words of the answer.
        cardAsked: the comment's id: a card for an emergency is wanted on it.
    """

    wished = Signal(object)
    opened = Signal(str)
    checkAsked = Signal(str)
    copied = Signal(str)
    cardAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._sheet: CommentSheet | None = None
        self._accounts: tuple[Account, ...] = ()
        self._now_there = datetime.min  # noqa: DTZ901  the school's own, until something is shown
        self.origin, self.found = PlainLabel("", kind=TextKind.STRONG), PlainLabel("", kind=TextKind.MUTED)
        self.text = PlainLabel("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stands = StateLine(State.NOTE, "")
        self.looks_like = StateLine(State.STOP, "")
        self.looks_like.hide()
        self.means = PlainLabel("", kind=TextKind.NOTE)
        self.open_button = Button(words.say("comments.open-link"), icon="external-link")
        self.open_button.clicked.connect(self._open_link)
        self.change_button = Button(words.say("comments.change"), kind=ButtonKind.QUIET)
        self.change_button.clicked.connect(self._unfold)
        self.wrong_button = Button(words.say("cases.suggest"), icon="circle-alert")
        self.wrong_button.clicked.connect(self._ask_card)
        self._made: list[CommentPart] = []
        self._build()

    @cached_property
    def form(self) -> CommentFields:
        """The form that puts the entry right, made once it is asked for."""
        made = CommentFields(self._words, "comments.change-do")
        made.given.connect(self._change)
        made.left.connect(self._fold)
        made.hide()
        self._form_place.addWidget(made)
        return made

    @property
    def parts(self) -> tuple[CommentPart, ...]:
        """What can be done about it; what isn't made yet is made now."""
        while self.make_part():
            pass
        return tuple(self._made)

    @property
    def reply(self) -> ReplyPart:
        """Where the answer is written."""
        return next(one for one in self.parts if isinstance(one, ReplyPart))

    def make_part(self) -> bool:
        """Make the next part, and tell whether there was one: each takes its time."""
        if len(self._made) == len(PARTS):
            return False
        part = PARTS[len(self._made)](self._words)
        part.wished.connect(self.wished)
        part.opened.connect(self.opened)
        if isinstance(part, ReplyPart):
            part.checkAsked.connect(self.checkAsked)
            part.copied.connect(self.copied)
        self._made.append(part)
        self.body.addWidget(part)
        return True

    def show_comment(self, sheet: CommentSheet, seen: Seen, now: datetime) -> None:
        """Show a comment as it was just read; `now` is UTC."""
        words, comment, form = self._words, sheet.comment, sheet.comment.form
        other = self._sheet is None or self._sheet.comment.id != comment.id
        self._sheet, self._accounts, self._now_there = sheet, seen.desk.accounts, seen.desk.now
        self.heading.show_text(words.say(f"comments.kind-{form.kind.value}"))
        account = "" if sheet.account is None else sheet.account.label
        author = form.author or words.say("comments.nobody-named")
        self.origin.show_text(words.say("comments.from", author=author, account=account))
        self.text.show_text(form.text)
        self.text.setVisible(bool(form.text))
        name, day, time = sheet.name(comment.by), form.found_at.date(), form.found_at.time()
        self.found.show_text(words.say("comments.found", day=day, time=time, name=name))
        state, chip = comment_state(sheet, seen.today)
        waits = words.say("comments.age", age=words(age(comment.at, now)), day=sheet.due_on)
        self.stands.show_line(waits if comment.open else words(chip), state)
        self.means.show_text(words.say(f"comments.means-{form.kind.value}"))
        self.means.setVisible(comment.open)
        self.open_button.setVisible(may_open(form.link))
        self.reply.at(now)
        for part in self.parts:
            part.show_comment(sheet, seen)
        self._advice_first(first=sheet.advises)
        if other:
            self.looks_like.hide()
            self._put_form_away()
        self.change_button.setVisible(comment.open and not self._form_open)

    def show_looks(self, comment: str, troubles: Sequence[Trouble]) -> None:
        """Say which emergencies a comment's words look like, where it is still the one that is shown."""
        if self._sheet is None or self._sheet.comment.id != comment:
            return
        what = ", ".join(self._words.say(f"sites.trouble-{one.value}") for one in troubles)
        self.looks_like.show_line(self._words.say("comments.looks-like", what=what), State.STOP)
        self.looks_like.setVisible(bool(troubles))
        self.means.setVisible(self._sheet.comment.open and not troubles)

    def _advice_first(self, *, first: bool) -> None:
        """Let whoever is asked for advice find its field before the public answer's."""
        parts = sorted(self.parts, key=lambda one: not (first and isinstance(one, AdvicePart)))
        for place, part in enumerate(parts, self._parts_from):
            if self.body.indexOf(part) != place:
                self.body.insertWidget(place, part)

    def rest(self) -> None:
        """Put away what was typed."""
        for part in self.parts:
            part.rest()
        self._put_form_away()

    def _open_link(self) -> None:
        if self._sheet is not None:
            self.opened.emit(self._sheet.comment.form.link)

    def _ask_card(self) -> None:
        if self._sheet is not None:
            self.cardAsked.emit(self._sheet.comment.id)

    def _unfold(self) -> None:
        if self._sheet is None:
            return
        self.form.show_form(self._sheet.comment.form, self._accounts, self._now_there)
        self.change_button.hide()
        self.form.show()
        self.form.begin()

    def _fold(self) -> None:
        self._put_form_away()
        self.change_button.setFocus()

    @property
    def _form_open(self) -> bool:
        return "form" in self.__dict__ and self.form.isVisibleTo(self)

    def _put_form_away(self) -> None:
        if self._form_open:
            self.form.hide()
        self.change_button.setVisible(self._sheet is not None and self._sheet.comment.open)

    def _change(self, form: CommentForm) -> None:
        if self._sheet is None:
            return
        comment = self._sheet.comment.id
        self.wished.emit(
            Wish(
                lambda office, by: office.comments.change(by, comment, form),
                say("comments.said-changed"),
                self.form.show_error,
            )
        )

    def _build(self) -> None:
        for part in (self.origin, self.text, self.found, self.stands, self.looks_like, self.means):
            self.body.addWidget(part)
        above = FlowLayout()
        above.addWidget(self.open_button)
        above.addWidget(self.change_button)
        above.addWidget(self.wrong_button)
        self.body.addLayout(above)
        self._form_place = QVBoxLayout()
        self.body.addLayout(self._form_place)
        self.body.addWidget(rule())
        self._parts_from = self.body.count()
