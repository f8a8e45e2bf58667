"""What went wrong? The cards to choose from; and which post it is, where a child's picture is out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.escalations import Trouble
from smadmin.services.clearing import OutPost
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


class Picker(Card):
    """The cards.

    Signals:
        chosen: a `Trouble`.
        readAsked: they are only to be read; no card is opened.
    """

    chosen = Signal(object)
    readAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Offer them all."""
        super().__init__(words.say("cases.choose"))
        self.body.addWidget(PlainLabel(words.say("cases.choose-means"), kind=TextKind.MUTED))
        self.looks = StateLine(State.DOUBT, "")
        self.looks.hide()
        self.body.addWidget(self.looks)
        self._words = words
        self.buttons: dict[Trouble, Button] = {}
        for one in (Trouble.CHILD_OUT, *(one for one in Trouble if one is not Trouble.CHILD_OUT)):
            button = Button(words.say(f"sites.trouble-{one.value}"), kind=ButtonKind.CHOICE)
            button.clicked.connect(lambda _checked=False, trouble=one: self.chosen.emit(trouble))
            self.buttons[one] = button
            self.body.addWidget(button)
        self.read_button = Button(words.say("cases.only-read"), kind=ButtonKind.LINK)
        self.read_button.clicked.connect(self.readAsked)
        self.body.addWidget(self.read_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> None:
        """Put the keyboard on the first."""
        self.buttons[Trouble.CHILD_OUT].setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, troubles: Sequence[Trouble]) -> None:
        """Say what a comment's words look like, and put the keyboard on the first of them."""
        self.looks.setVisible(bool(troubles))
        if troubles:
            named = ", ".join(self._words.say(f"sites.trouble-{one.value}") for one in troubles)
            self.looks.show_line(self._words.say("cases.suggested", what=named))
            self.buttons[troubles[0]].setFocus(Qt.FocusReason.OtherFocusReason)


class WhichPost(Card):
    """The newest posts that are out, each with the press that takes it down.

    Signals:
        chosen: the post's id.
        elsewhere: it is in none of them.
    """

    chosen = Signal(str)
    elsewhere = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("cases.which-post"))
        self._words = words
        self._shown: Sequence[OutPost] | None = None
        self.buttons: dict[str, Button] = {}
        self.means = PlainLabel("", kind=TextKind.MUTED)
        self.body.addWidget(self.means)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE_PX)
        self.body.addWidget(rows)
        self.elsewhere_button = Button(words.say("cases.elsewhere"))
        self.elsewhere_button.clicked.connect(self.elsewhere)
        self.body.addWidget(self.elsewhere_button)

    def show_posts(self, posts: Sequence[OutPost]) -> None:
        """Show them, newest first."""
        if posts == self._shown:
            return
        self._shown = posts
        empty_layout(self._rows)
        self.buttons = {}
        self.means.show_text(self._words.say("cases.which-means" if posts else "cases.which-none"))
        for one in posts:
            self._rows.addWidget(PlainLabel(self._said(one)))
            button = Button(self._words.say("cases.take-down-this"), kind=ButtonKind.DESTRUCTIVE)
            button.setAccessibleName(self._words.say("cases.take-down-name", words=one.words))
            button.clicked.connect(lambda _checked=False, post=one.post: self.chosen.emit(post))
            self.buttons[one.post] = button
            self._rows.addWidget(button)

    def begin(self) -> None:
        """Put the keyboard on the newest post's press."""
        first = next(iter(self.buttons.values()), self.elsewhere_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self, one: OutPost) -> str:
        accounts = ", ".join(one.accounts)
        if one.at is None:
            return self._words.say("cases.out-row-undated", words=one.words, accounts=accounts)
        return self._words.say("cases.out-row", words=one.words, accounts=accounts, at=one.at)
