"""One wished post: its words, what became of it, and what may be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.post_requests import Edit, WishStage
from smadmin.services.post_requests import WishSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import ChoiceField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wishes.model import Seen, stage_said
from smadmin.ui.wording import Wording

_REASON_PX = 72


class WishPanel(Card):
    """The card.

    Signals:
        taken: the id of the account for which it is taken.
        declined: why.
        takenBack, photosAsked: nothing.
        postAsked: the draft that it became.
    """

    taken = Signal(str)
    declined = Signal(str)
    takenBack = Signal()
    photosAsked = Signal()
    postAsked = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._sheet: WishSheet | None = None
        self.stands, self.whose = StateLine(State.NOTE, ""), PlainLabel("", kind=TextKind.MUTED)
        self.text, self.pictures = PlainLabel(""), PlainLabel("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(words.say("wishes.field-text"))
        self.photos_button = Button(words.say("wishes.to-photos"), kind=ButtonKind.QUIET, icon="image")
        self.photos_button.clicked.connect(self.photosAsked)
        self.marks = QVBoxLayout()
        self.marks.setSpacing(HALF_SPACE_PX)
        self.account, self.reason = ChoiceField(), QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON_PX)
        self.account_field = Field(words.say("wishes.field-account"), self.account)
        self.reason_field = Field(words.say("wishes.field-reason"), self.reason)
        self.take_button = Button(words.say("wishes.take"), icon="check")
        self.decline_button = Button(words.say("wishes.decline"))
        self.send_button, self.keep_button = (
            Button(words.say("wishes.decline-do")),
            Button(words.say("wishes.leave"), kind=ButtonKind.QUIET),
        )
        self.back_button = Button(words.say("wishes.take-back"), kind=ButtonKind.QUIET)
        self.post_button = Button(words.say("wishes.to-post"), icon="pencil")
        self._build()

    def show_wish(self, sheet: WishSheet, seen: Seen) -> None:
        """Show a wish as it was just read; a reason that is being typed for the same one stays."""
        other = self._sheet is None or self._sheet.request.id != sheet.request.id
        words, request, self._sheet = self._words, sheet.request, sheet
        self.heading.show_text(words.say("wishes.of", asker=request.wish.asker))
        state, chip = stage_said(sheet)
        self.stands.show_line(words(_standing(sheet) or chip), state)
        whose = say("wishes.whose", name=sheet.handed_in_by, at=request.at)
        if request.wish.by_day is not None:
            whose = say("wishes.whose-by", name=sheet.handed_in_by, at=request.at, day=request.wish.by_day)
        self.whose.show_text(words(whose))
        self.text.show_text(request.wish.text)
        pictures = request.wish.pictures
        self.pictures.setVisible(bool(pictures))
        self.pictures.show_text(words.say("wishes.pictures", where=pictures))
        self.photos_button.setVisible(bool(pictures) and not sheet.answer)
        self._show_marks(sheet)
        self._show_answer(sheet, seen)
        if other:
            self.rest()
        self.show()

    def rest(self) -> None:
        """Put the reason away."""
        self.reason.clear()
        self.reason_field.clear_error()
        self._fold(shown=False)

    def show_error(self, error: NotAllowed) -> bool:
        """Say at the reason what is wrong; tells whether all of it belongs there."""
        for one in error.reasons:
            if one.place == "reason":
                self.reason_field.show_error(self._words(one.message))
        return all(one.place == "reason" for one in error.reasons)

    def _show_marks(self, sheet: WishSheet) -> None:
        empty_layout(self.marks)
        if sheet.edits:
            self.marks.addWidget(PlainLabel(self._words.say("wishes.edits"), kind=TextKind.STRONG))
        for one in sheet.edits:
            self.marks.addWidget(PlainLabel(self._words(edit_said(one))))

    def _show_answer(self, sheet: WishSheet, seen: Seen) -> None:
        chosen = self.account.currentData()
        self.account.clear()
        for account in seen.accounts:
            self.account.addItem(account.label, account.id)
        self.account.setCurrentIndex(max(0, self.account.findData(chosen)))
        if seen.accounts:
            self.take_button.allow()
        else:
            self.take_button.block([self._words.say("wishes.no-account-yours")])
        mine = sheet.draft is not None and bool(seen.accounts)
        self.post_button.setVisible(mine)
        self._fold(shown=not sheet.answer and self.reason_field.isVisibleTo(self))

    def _unfold(self) -> None:
        self._fold(shown=True)
        begin_words(self.reason_field)
        self.reason.setFocus()

    def _fold(self, *, shown: bool) -> None:
        for part in (self.reason_field, self.send_button, self.keep_button):
            part.setVisible(shown)
        sheet = self._sheet
        may = sheet is not None and not sheet.answer and not shown
        for part in (self.take_button, self.decline_button):
            part.setVisible(may)
        self.account_field.setVisible(may and self.account.count() > 0)
        self.back_button.setVisible(sheet is not None and not sheet.take_back and not shown)

    def _keep(self) -> None:
        self.rest()
        self.decline_button.setFocus()

    def _build(self) -> None:
        self.take_button.clicked.connect(
            lambda: self.taken.emit(str(AccountId(self.account.currentData() or "")))
        )
        self.decline_button.clicked.connect(self._unfold)
        self.send_button.clicked.connect(lambda: self.declined.emit(self.reason.toPlainText()))
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(self.takenBack)
        self.post_button.clicked.connect(self._ask_post)
        for part in (self.stands, self.whose, self.text, self.pictures, self.photos_button):
            self.body.addWidget(part)
        self.body.addLayout(self.marks)
        self.body.addWidget(self.account_field)
        self.body.addWidget(self.reason_field)
        buttons = FlowLayout()
        for button in (self.take_button, self.decline_button, self.send_button, self.keep_button):
            buttons.addWidget(button)
        for button in (self.post_button, self.back_button):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self._fold(shown=False)
        self.hide()

    def _ask_post(self) -> None:
        if self._sheet is not None and self._sheet.request.post is not None:
            self.postAsked.emit(self._sheet.request.post)


def edit_said(edit: Edit) -> Message:
    """Say one change in the words."""
    if not edit.out:
        return say("wishes.edit-new", new=edit.new)
    if not edit.new:
        return say("wishes.edit-out", out=edit.out)
    return say("wishes.edit", out=edit.out, new=edit.new)


def _standing(sheet: WishSheet) -> Message | None:
    """Say who answered, and why where it was declined."""
    request = sheet.request
    if request.stage is WishStage.DECLINED:
        return say("wishes.was-declined", name=sheet.answered_by, reason=request.reason)
    if request.stage is WishStage.TAKEN:
        out = "published" if sheet.published else "taken"
        return say(f"wishes.was-{out}", name=sheet.answered_by)
    return None
