"""What can be open beside the list, made once it is seen or ahead: a comment, a round, the cards, a form."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from smadmin.ui.cards import form_card
from smadmin.ui.comments.asked_panel import AskedPanel
from smadmin.ui.comments.cards_panel import CardsPanel
from smadmin.ui.comments.forms import CommentFields
from smadmin.ui.comments.panel import PARTS, CommentPanel
from smadmin.ui.comments.removal_log_panel import RemovalLogPanel
from smadmin.ui.comments.round_panel import RoundPanel
from smadmin.ui.empty import nothing_chosen
from smadmin.ui.scrolled import area_of
from smadmin.ui.wording import Wording

COMMENT, ROUNDS, CARDS, ENTER, REMOVED = "comment", "rounds", "cards", "enter", "removed"
"""What is open; the last three are also what the screen is opened with."""
ASKED = "asked"
"""A question about a post is open."""


class Beside(QStackedWidget):
    """One of them at a time.

    Signals:
        wished: a `Wish`.
        opened: an address.
        checkAsked, copied: the words of an answer.
        cardAsked: a comment's id (`CommentPanel`).
        given: a `CommentForm` that was filled in; `left` where somebody went away from it.
        cardsAsked: somebody wants to read the cards.
        enterAsked: the account on whose round something was found.
        saveAsked: a path, and the text to be written there.
        shownAsked: the account whose visitors' comments are wanted; shownEntered: one of them.
        ledTo: another screen, and what is opened there.
    """

    wished = Signal(object)
    opened = Signal(str)
    checkAsked = Signal(str)
    copied = Signal(str)
    cardAsked = Signal(str)
    given = Signal(object)
    left = Signal()
    cardsAsked = Signal()
    enterAsked = Signal(str)
    saveAsked = Signal(object, str)
    shownAsked = Signal(str)
    shownEntered = Signal(object)
    ledTo = Signal(str, str)

    def __init__(self, words: Wording) -> None:
        """Begin with nothing open."""
        super().__init__()
        self._words = words
        self._areas: dict[str, QScrollArea] = {}
        self.shown = ""
        self._nothing = nothing_chosen(words.say("comments.nothing-chosen"))
        self.addWidget(self._nothing)

    def turn_to(self, name: str) -> None:
        """Show one of them, or nothing where none is named."""
        self.shown = name
        self.setCurrentWidget(self._areas.get(name, self._nothing))

    def show_top(self) -> None:
        """Begin what is shown at its beginning: it was asked for anew."""
        area = self.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def parts(self) -> tuple[Callable[[], object], ...]:
        """Give what each makes one of them."""
        of_comment = [self._make_part for _ in PARTS]
        return (lambda: self.rounds, lambda: self.comment, *of_comment, lambda: self.form, lambda: self.cards)

    def _make_part(self) -> bool:
        return self.comment.make_part()

    @cached_property
    def comment(self) -> CommentPanel:
        """The comment that is open."""
        made = CommentPanel(self._words)
        made.wished.connect(self.wished)
        made.opened.connect(self.opened)
        made.checkAsked.connect(self.checkAsked)
        made.copied.connect(self.copied)
        made.cardAsked.connect(self.cardAsked)
        self._place(COMMENT, made)
        return made

    @cached_property
    def rounds(self) -> RoundPanel:
        """The account whose rounds are open."""
        made = RoundPanel(self._words)
        made.wished.connect(self.wished)
        made.opened.connect(self.opened)
        made.cardsAsked.connect(self.cardsAsked)
        made.enterAsked.connect(self.enterAsked)
        made.shownAsked.connect(self.shownAsked)
        made.shownEntered.connect(self.shownEntered)
        self._place(ROUNDS, made)
        return made

    @cached_property
    def asked(self) -> AskedPanel:
        """The question about a post that is open."""
        made = AskedPanel(self._words)
        made.ledTo.connect(self.ledTo)
        self._place(ASKED, made)
        return made

    @cached_property
    def cards(self) -> CardsPanel:
        """The cards to read."""
        made = CardsPanel(self._words)
        made.wished.connect(self.wished)
        self._place(CARDS, made)
        return made

    @cached_property
    def removed(self) -> RemovalLogPanel:
        """What was removed and blocked."""
        made = RemovalLogPanel(self._words)
        made.wished.connect(self.wished)
        made.saveAsked.connect(self.saveAsked)
        self._place(REMOVED, made)
        return made

    @cached_property
    def form(self) -> CommentFields:
        """The form for a comment that was found."""
        made = CommentFields(self._words, "comments.add-do")
        made.given.connect(self.given)
        made.left.connect(self.left)
        title, means = self._words.say("comments.add-title"), self._words.say("comments.add-means")
        self._place(ENTER, form_card(title, means, made))
        return made

    def _place(self, name: str, card: QWidget) -> None:
        """Lay a card where it scrolls by itself when the text is large."""
        area = area_of(f"comments-{name}", self, card)
        self.addWidget(area)
        self._areas[name] = area
