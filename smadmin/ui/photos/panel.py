"""The side panel of the photo being decided: the chosen face, whom it may be, what can be said about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.messages import Message
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.ui.cards import empty_layout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.children import KEYS, Children
from smadmin.ui.photos.else_wrong import ElseWrong
from smadmin.ui.photos.groupwise import Beside
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.marks import FaceModel, Offer
from smadmin.ui.photos.pictures import Pictures
from smadmin.ui.photos.portraits import Compared, Portrayed
from smadmin.ui.photos.same_strip import SameStrip
from smadmin.ui.photos.side import SidePanel
from smadmin.ui.photos.why import Why
from smadmin.ui.states import StateChip
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_COMPARED_PX = 84


class FacePanel(SidePanel):
    """What stands beside the photo.

    Signals:
        offered: the `Offer` that was chosen.
        childChosen: a child's id from the list.
        noneAsked: none of the children is here.
        leaveOutAsked: something else is wrong with this photo.
    """

    offered = Signal(object)
    childChosen = Signal(str)
    noneAsked = Signal()
    leaveOutAsked = Signal()

    def __init__(self, words: Wording, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Stand empty until `show_face`."""
        super().__init__(parent)
        self._words = words
        self._offers: tuple[Offer, ...] = ()
        self.setObjectName("face-panel")
        card = self.card
        head = QHBoxLayout()
        head.setSpacing(SPACE_PX)
        self.title = PlainLabel("", kind=TextKind.HEADING)
        self.chip = StateChip(State.NOTE, "")
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addStretch(1)
        card.body.addLayout(head)
        self.compared = Compared(_COMPARED_PX)
        card.body.addWidget(self.compared)
        self.same = SameStrip(words)
        card.body.addWidget(self.same)
        self.sentence = Why(words, TextKind.TEXT)
        card.body.addWidget(self.sentence)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(HALF_SPACE_PX)
        card.body.addLayout(self._buttons)
        self.list_title = PlainLabel("", kind=TextKind.HEADING)
        card.body.addWidget(self.list_title)
        self.first = PlainLabel("", kind=TextKind.NOTE)
        card.body.addWidget(self.first)
        self.none = KeyButton(words.say("photoui.none-here"), "0").widen()
        self.none.clicked.connect(self.noneAsked)
        card.body.addWidget(self.none)
        self.children_list = Children(words, pictures)
        self.children_list.chosen.connect(self.childChosen)
        card.body.addWidget(self.children_list)
        self.wrong = ElseWrong(words)
        self.wrong.leaveOutAsked.connect(self.leaveOutAsked)
        card.body.addWidget(self.wrong)
        card.body.addStretch(1)

    def show_nobody(self, title: Message, text: Message) -> None:
        """Say why there is no face to decide about; then no child can be chosen either."""
        self.compared.hide()
        self.same.show_others(())
        self.chip.hide()
        self.title.show_text(self._words(title))
        self.sentence.show_why(self._words(text), (self._words.say("photoui.why-by-eye"),))
        self.children_list.show_blocked(self._words(title))
        self._show_offers((), suggested=False)

    def show_face(self, model: FaceModel, here: QPixmap | None, likely: Sequence[Portrayed]) -> None:
        """Show the chosen face."""
        self.compared.show()
        self.chip.show()
        self.children_list.show_blocked("")
        self.title.show_text(self._words.say("photoui.face", number=model.mark.number))
        self.chip.show_state(model.mark.state, self._words(model.mark.word))
        self.compared.show_faces(Portrayed(here, self._words.say("photoui.in-this-photo")), likely)
        self.sentence.show_why(self._words(model.sentence), (self._words(model.why),))
        self._show_offers(model.offers, suggested=model.suggested)

    def show_children(self, beside: Beside, *, none_blocked: str) -> None:
        """Show the children who must not be seen; `none_blocked` says why *none is here* can't be said."""
        self.list_title.show_text(self._words(beside.title))
        self.children_list.show_children(beside.children, beside.others)
        self.first.show_text(self._words.optional(beside.first))
        self.first.setVisible(beside.first is not None and not none_blocked)
        self.none.show_words(self._words(beside.none))
        self.none.setVisible(not none_blocked)
        if none_blocked:
            self.none.block([none_blocked])
        else:
            self.none.allow()

    def choice_for(self, key: str) -> Choice | None:
        """Give what a key says about the chosen face, or None."""
        if key in KEYS:
            child = self.children_list.child_at(key)
            return None if child is None else Choice(Decision.OPTED_OUT, child)
        return next((offer.choice for offer in self._offers if offer.key == key), None)

    def _show_offers(self, offers: tuple[Offer, ...], *, suggested: bool) -> None:
        self._offers = offers
        empty_layout(self._buttons)
        for offer in offers:
            button = KeyButton(self._words(offer.words), offer.key).widen()
            button.setObjectName(f"offer-{offer.key}")
            button.clicked.connect(lambda _checked=False, one=offer: self.offered.emit(one))
            self._buttons.addWidget(button)
