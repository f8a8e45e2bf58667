"""The signed texts: what they say, who may send them, where to, until when."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.services.notices import NoticeLine, NoticeSheet
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.notices.signing import SignForm
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.wording import Wording


class TextsCard(Card):
    """The list, or the form in its place.

    Signals:
        given: an `Asked`.
        withdrawn: the id of a text.
    """

    given = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without texts."""
        super().__init__(words.say("noticeui.texts"), parent)
        self._words = words
        self._sheet: NoticeSheet | None = None
        self.form: SignForm | None = None
        self.sign_button: Button | None = None

    def show_sheet(self, sheet: NoticeSheet) -> None:
        """Show the texts; a form that is being filled in stays."""
        self._sheet = sheet
        if self.form is None:
            self._show_lines(sheet)

    def rest(self) -> None:
        """Close the form."""
        self.form = None
        if self._sheet is not None:
            self._show_lines(self._sheet)

    def unfold(self) -> None:
        """Show the form in place of the list."""
        if self._sheet is None:
            return
        self.clear()
        self.sign_button = None
        self.form = SignForm(self._words, self._sheet)
        self.form.given.connect(self.given)
        self.form.left.connect(self.rest)
        self.body.addWidget(self.form)
        self.form.begin()
        bring_into_view(self)  # with its heading

    def _show_lines(self, sheet: NoticeSheet) -> None:
        words = self._words
        self.clear()
        self.sign_button = None
        for line in sheet.lines:
            self.body.addWidget(self._line(line, may_withdraw=sheet.may_sign))
        if not sheet.lines:
            self.body.addWidget(PlainLabel(words.say("noticeui.none"), kind=TextKind.NOTE))
        if sheet.may_sign:
            self.sign_button = Button(words.say("noticeui.sign-another"), kind=ButtonKind.SMALL)
            self.sign_button.setObjectName("sign-a-text")
            self.sign_button.clicked.connect(self.unfold)
            if not sheet.people:
                self.sign_button.block([words.say("noticeui.no-person")])
            self.body.addWidget(self.sign_button)

    def _line(self, line: NoticeLine, *, may_withdraw: bool) -> QWidget:
        words, text = self._words, line.text
        holder = QWidget()
        said = QVBoxLayout(holder)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(PlainLabel(words.say(f"noticeui.kind-{text.kind.value}"), kind=TextKind.STRONG))
        said.addWidget(PlainLabel(text.text))
        who = words.say("noticeui.who", people=", ".join(line.people), accounts=platforms(line.accounts))
        said.addWidget(PlainLabel(who, kind=TextKind.NOTE))
        days = words.say("noticeui.days", starts=text.starts, ends=text.ends)
        said.addWidget(PlainLabel(days, kind=TextKind.NOTE))
        if may_withdraw:
            button = Button(words.say("noticeui.withdraw"), kind=ButtonKind.SMALL)
            button.setObjectName(f"withdraw-{text.id}")
            button.clicked.connect(partial(self.withdrawn.emit, text.id))
            said.addWidget(button)
        return holder
