"""*Answer*: written here, read like a post, copied, given on the platform, noted (BAL-B1e2, BLO-A7, WIC-G10).

The program doesn't post it: whoever answers pastes it there and says so here.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from smadmin.domain.answering import reply_blockers
from smadmin.domain.blanks import BLANK
from smadmin.domain.comments import CommentId, CommentKind
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.policy.commenting import Reply, ReplyKind
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.services.comment_desk import CommentSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.comments.forms import TEXT_LINES_PX
from smadmin.ui.comments.model import Seen
from smadmin.ui.comments.parts import CommentPart, Wish
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_CHECK_MS = 400
_STATES = {Severity.BLOCK: State.STOP, Severity.WARN: State.DOUBT}
_FOR_STUDENTS = (ReplyKind.STUDENT,)
_FOR_OTHERS = (ReplyKind.MEETING, ReplyKind.WRITE, ReplyKind.SOURCE)


class ReplyPart(CommentPart):
    """The answer to a comment.

    Signals:
        checkAsked: the words that are to be read by the policy.
        copied: the words that are to be put on the clipboard.
    """

    checkAsked = Signal(str)
    copied = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words)
        self._sheet: CommentSheet | None = None
        self._seen: Seen | None = None
        self._now: datetime | None = None
        self._blocks: tuple[str, ...] = ()
        self._drafts: dict[tuple[PersonId | None, CommentId], str] = {}
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_LINES_PX)
        self.text.setPlaceholderText(words.say("comments.reply-hint"))
        self.field = Field(words.say("comments.reply"), self.text)
        self.calm = PlainLabel("", kind=TextKind.NOTE)
        self.ready = FlowBox()
        self.language = ChoiceField()
        self.language.setAccessibleName(words.say("comments.language"))
        self.language.setToolTip(for_tooltip(words.say("comments.language")))
        self.language.activated.connect(self._turn_language)
        self.found = QVBoxLayout()
        self.found.setSpacing(HALF_SPACE_PX)
        self.copy_button = Button(words.say("comments.copy"), icon="copy")
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.text.toPlainText().strip()))
        self.done_button = Button(words.say("comments.answered"), icon="check")
        self.done_button.clicked.connect(self._answered)
        self._wait = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self._wait.timeout.connect(lambda: self.checkAsked.emit(self.text.toPlainText()))
        self.text.textChanged.connect(self._typed)
        self._build()

    @override
    def show_comment(self, sheet: CommentSheet, seen: Seen) -> None:
        fresh = self._key != (seen.me, sheet.comment.id)
        if fresh:
            self._lay_aside()
        self._sheet, self._seen = sheet, seen
        self.setVisible(sheet.comment.open)
        self.calm.setVisible(sheet.calm_from is not None and sheet.comment.advice is None)
        if sheet.calm_from is not None:
            self.calm.show_text(self.words.say("comments.calm", at=sheet.calm_from))
        student = sheet.comment.form.kind is CommentKind.STUDENT
        self.text.setReadOnly(student)
        self._offer(_FOR_STUDENTS if student else _FOR_OTHERS)
        if fresh:
            self._take_up()
        if student and sheet.comment.open and not self.text.toPlainText():
            self._put_set_text(seen)
        self._judge()

    @override
    def rest(self) -> None:
        if self._key is not None:
            self._drafts.pop(self._key, None)
        self._take_up()

    @property
    def _key(self) -> tuple[PersonId | None, CommentId] | None:
        """Whose answer to what is being written."""
        sheet, seen = self._sheet, self._seen
        return None if sheet is None or seen is None else (seen.me, sheet.comment.id)

    def _lay_aside(self) -> None:
        """Keep what is written while another comment is looked at."""
        if self._key is not None and not self.text.isReadOnly():
            self._drafts[self._key] = self.text.toPlainText()

    def _take_up(self) -> None:
        """Go on with what was written, or begin."""
        self._wait.stop()
        draft = "" if self._key is None else self._drafts.get(self._key, "")
        self.show_findings(())
        self.text.setPlainText(draft)
        begin_words(self)
        self.text.document().setModified(bool(draft))

    def at(self, now: datetime) -> None:
        """Judge as of a moment (UTC): criticism waits for a while."""
        self._now = now

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what the policy finds in the answer; hints are for posts."""
        empty_layout(self.found)
        told = [one for one in findings if one.severity in _STATES]
        for one in told:
            self.found.addWidget(StateLine(_STATES[one.severity], self.words(one.message)))
        self._blocks = tuple(self.words(one.message) for one in told if one.severity is Severity.BLOCK)
        self._judge()

    def _offer(self, kinds: Sequence[ReplyKind]) -> None:
        empty_layout(self.ready.flow)
        rules = None if self._seen is None else self._seen.desk.rules
        offered = [one for one in (() if rules is None else rules.replies) if one.kind in kinds]
        for reply in offered:
            button = Button(self.words.say(f"comments.wording-{reply.kind.value}"), kind=ButtonKind.QUIET)
            button.clicked.connect(lambda _checked=False, one=reply: self._put(one))
            self.ready.flow.addWidget(button)
        self._offer_languages(tuple(dict.fromkeys(code for one in offered for code in one.told.words)))

    def _offer_languages(self, codes: Sequence[str]) -> None:
        """Let somebody choose in which language they answer: theirs at first."""
        if codes != tuple(self.language.itemData(place) for place in range(self.language.count())):
            self.language.clear()
            for code in codes:
                self.language.addItem(self.words.say(f"policies.language-{code}"), code)
            self.language.setCurrentIndex(max(0, self.language.findData(self.words.language)))
        self.language.setVisible(len(codes) > 1)

    def _turn_language(self) -> None:
        """Have a student's set text in the other language; what somebody wrote stays."""
        if self.text.isReadOnly() and self._seen is not None:
            self._put_set_text(self._seen)

    @property
    def _answers_in(self) -> str:
        return str(self.language.currentData() or self.words.language)

    def _put(self, reply: Reply) -> None:
        """Put a ready wording in the place of what is written, and choose its blank."""
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(reply.told.said(self._answers_in))
        blank = self.text.document().find(QRegularExpression(BLANK))
        if not blank.isNull():
            self.text.setTextCursor(blank)
        self.text.setFocus()

    def _put_set_text(self, seen: Seen) -> None:
        """Have a student's answer ready: nobody writes one."""
        reply = seen.desk.rules.reply(ReplyKind.STUDENT)
        self.text.setPlainText("" if reply is None else reply.told.said(self._answers_in))
        begin_words(self)

    def _typed(self) -> None:
        self._blocks = ()
        self._judge()
        self._wait.start()

    def _judge(self) -> None:
        sheet, seen, text = self._sheet, self._seen, self.text.toPlainText()
        if sheet is None or seen is None or self._now is None:
            return
        reasons = reply_blockers(sheet.comment, text, seen.desk.rules, now=self._now, writes=sheet.writes)
        said = (*self.words.reasons(reasons), *self._blocks)
        for button in (self.copy_button, self.done_button):
            if said:
                button.block(said)
            else:
                button.allow()
        late = next((one for one in reasons if text.strip() and one.place == "reply"), None)
        if late is None:
            self.field.clear_error()
        else:
            self.field.show_error(self.words(late.message))

    def _answered(self) -> None:
        if self._sheet is None:
            return
        comment, text = self._sheet.comment.id, self.text.toPlainText()
        self.wished.emit(
            Wish(
                lambda office, by: office.comments.answer(by, comment, text),
                say("comments.said-answered"),
                self._refused,
            )
        )

    def _refused(self, error: NotAllowed) -> bool:
        told = [one for one in error.reasons if one.place == "reply"]
        if told:
            self.field.show_error(self.words(told[0].message))
        return len(told) == len(error.reasons)

    def _build(self) -> None:
        for part in (self.field, self.calm, self.ready):
            self.column.addWidget(part)
        self.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self.found)
        buttons = FlowLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.done_button)
        self.column.addLayout(buttons)
