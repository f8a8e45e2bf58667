"""What else becomes of a comment: advice is asked for and given (BLO-A7), or it gets no answer (SOC-O6)."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from smadmin.domain.comments import ClosedAs
from smadmin.domain.errors import NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.services.comment_desk import CommentSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.comments.forms import TEXT_LINES_PX
from smadmin.ui.comments.model import Seen
from smadmin.ui.comments.parts import CommentPart, Wish
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording


class AdvicePart(CommentPart):
    """*Ask for advice*, what was asked and said, and the place for whom was asked."""

    def __init__(self, words: Wording) -> None:
        """Begin folded."""
        super().__init__(words)
        self._sheet: CommentSheet | None = None
        self.told = QVBoxLayout()
        self.told.setSpacing(HALF_SPACE_PX)
        self.button = Button(words.say("comments.advice"), icon="circle-help")
        self.button.clicked.connect(self._unfold)
        self.of, self.question, self.sentence = ChoiceField(), _several_lines(), _several_lines()
        self.fields = {
            "of": Field(words.say("comments.advice-of"), self.of),
            "question": Field(words.say("comments.advice-question"), self.question),
            "sentence": Field(words.say("comments.advise"), self.sentence),
        }
        self.ask_button = Button(words.say("comments.advice-do"))
        self.ask_button.clicked.connect(self._ask)
        self.leave_button = Button(words.say("comments.leave"), kind=ButtonKind.QUIET)
        self.leave_button.clicked.connect(self._fold)
        self.advise_button = Button(words.say("comments.advise-do"))
        self.advise_button.clicked.connect(self._advise)
        self._build()

    @override
    def show_comment(self, sheet: CommentSheet, seen: Seen) -> None:
        if self._sheet is None or self._sheet.comment.id != sheet.comment.id:
            self._sheet = sheet
            self.rest()
        self._sheet = sheet
        empty_layout(self.told)
        for line in self._lines(sheet):
            self.told.addWidget(line)
        chosen = self.of.currentData()
        self.of.clear()
        for role in seen.desk.advisers:
            self.of.addItem(self.words.say(f"comments.advice-of-{role.value}"), role.value)
        self.of.setCurrentIndex(max(0, self.of.findData(chosen)))
        self._arrange()

    @override
    def rest(self) -> None:
        for text in (self.question, self.sentence):
            text.clear()
        for field in self.fields.values():
            field.clear_error()
        self._open = False
        begin_words(self)
        self._arrange()

    def _lines(self, sheet: CommentSheet) -> list[StateLine]:
        advice, words = sheet.comment.advice, self.words
        if advice is None:
            return []
        of = words.say(f"comments.advice-of-{advice.of.value}")
        name, question = sheet.name(advice.by), advice.question
        asked = words.say("comments.advice-asked", name=name, of=of, question=question)
        lines = [StateLine(State.WAITS if advice.waits else State.NOTE, asked)]
        if not advice.waits:
            name = sheet.name(advice.said_by)
            told = words.say("comments.advice-told", name=name, sentence=advice.sentence)
            lines.append(StateLine(State.FINE, told))
        return lines

    def _arrange(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        advice, opened = sheet.comment.advice, sheet.comment.open
        waits = advice is not None and advice.waits
        may = opened and not waits and self.of.count() > 0
        asks = may and self._open
        self.button.setVisible(may and not self._open)
        for part in (self.fields["of"], self.fields["question"], self.ask_button, self.leave_button):
            part.setVisible(asks)
        for part in (self.fields["sentence"], self.advise_button):
            part.setVisible(opened and sheet.advises)

    def _unfold(self) -> None:
        self._open = True
        self._arrange()
        self.question.setFocus()

    def _fold(self) -> None:
        self._open = False
        self._arrange()
        self.button.setFocus()

    def _ask(self) -> None:
        if self._sheet is None or self.of.currentData() is None:
            return
        comment, of = self._sheet.comment.id, Role(self.of.currentData())
        question = self.question.toPlainText()
        self.wished.emit(
            Wish(
                lambda office, by: office.comments.seek_advice(by, comment, of, question),
                say("comments.said-asked"),
                self._refused,
            )
        )

    def _advise(self) -> None:
        if self._sheet is None:
            return
        comment, sentence = self._sheet.comment.id, self.sentence.toPlainText()
        self.wished.emit(
            Wish(
                lambda office, by: office.comments.advise(by, comment, sentence),
                say("comments.said-advised"),
                self._refused,
            )
        )

    def _refused(self, error: NotAllowed) -> bool:
        for field in self.fields.values():
            field.clear_error()
        for reason in error.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self.words(reason.message))
        return all(one.place in self.fields for one in error.reasons)

    def _build(self) -> None:
        self._open = False
        self.column.addLayout(self.told)
        self.column.addWidget(self.button)
        for name in ("of", "question"):
            self.column.addWidget(self.fields[name])
        buttons = FlowLayout()
        buttons.addWidget(self.ask_button)
        buttons.addWidget(self.leave_button)
        self.column.addLayout(buttons)
        self.column.addWidget(self.fields["sentence"])
        self.column.addWidget(self.advise_button)


class ClosePart(CommentPart):
    """*Close without an answer*, a button for each reason; of what is closed, how it ended."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words)
        self._sheet: CommentSheet | None = None
        self.title = PlainLabel(words.say("comments.close"), kind=TextKind.STRONG)
        self.ended = StateLine(State.FINE, "")
        self.buttons = {
            why: Button(words.say(f"comments.close-{why.value}"), kind=ButtonKind.QUIET) for why in ClosedAs
        }
        self._row = FlowBox()
        for why, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, one=why: self._close(one))
            self._row.flow.addWidget(button)
        for part in (self.title, self._row, self.ended):
            self.column.addWidget(part)

    @override
    def show_comment(self, sheet: CommentSheet, seen: Seen) -> None:
        del seen
        self._sheet = sheet
        for part in (self.title, self._row):
            part.setVisible(sheet.comment.open)
        state, said = self._said(sheet)
        self.ended.show_line(said, state)
        self.ended.setVisible(bool(said) and not sheet.comment.open)

    def _said(self, sheet: CommentSheet) -> tuple[State, str]:
        comment, words = sheet.comment, self.words
        if comment.reply is not None:
            reply = comment.reply
            name, day = sheet.name(reply.by), reply.at
            return State.FINE, words.say("comments.was-answered", name=name, day=day, text=reply.text)
        if comment.closed is not None:
            closed = comment.closed
            why = words.say(f"comments.close-{closed.why.value}")
            name, day = sheet.name(closed.by), closed.at
            return State.NOTE, words.say("comments.was-closed", name=name, day=day, why=why)
        return State.NOTE, ""  # of one that was removed the part below tells by whom, when and why

    def _close(self, why: ClosedAs) -> None:
        if self._sheet is not None:
            comment = self._sheet.comment.id
            self.wished.emit(
                Wish(
                    lambda office, by: office.comments.close(by, comment, why),
                    say("comments.said-closed"),
                    undo=lambda office, by: office.comments.reopen(by, comment),
                )
            )


def _several_lines() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setTabChangesFocus(True)
    text.setFixedHeight(TEXT_LINES_PX)
    return text
