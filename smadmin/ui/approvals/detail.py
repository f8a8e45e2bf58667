"""The open post: at the left as readers see it, at the right on what it stands and what else can be done."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message
from smadmin.ui.approvals.as_seen import AsSeen
from smadmin.ui.approvals.evidence import EvidenceCards
from smadmin.ui.approvals.links import LinksBefore
from smadmin.ui.approvals.reading import ReadingCard
from smadmin.ui.approvals.sheet import SheetModel
from smadmin.ui.approvals.yes_form import YesForm
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.sides import Sides
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.videos.tile import VideoTile
from smadmin.ui.wording import Wording

_LEAST_BESIDE_PX = 640
SEND_BACK_KEYS = "Ctrl+B"


class PostDetail(QWidget):
    """The open post.

    Signals:
        helpChosen: the `Help` that was pressed.
        sentBack: the sentence for the author.
        voided: the reason why a release is taken back.
        left: the reason why it goes to no further account.
        prepareAsked: whom an e-mail is to ask for a yes by phone.
        heard: a `Heard`, for a yes that is to be signed.
        drawn: more of what goes out stands there, or it is known that it can't.
    """

    helpChosen = Signal(object)
    sentBack = Signal(str)
    voided = Signal(str)
    left = Signal(str)
    prepareAsked = Signal(object)
    heard = Signal(object)
    drawn = Signal()

    def __init__(
        self,
        words: Wording,
        pictures: CoveredPictures,
        *,
        small: CoveredPictures,
        parent: QWidget | None = None,
    ) -> None:
        """Begin without a post; `small` pictures are for the previews."""
        super().__init__(parent)
        self._words = words
        self.post: PostId | None = None
        self.reading = ReadingCard(words, pictures)
        self.reading.pictureCame.connect(self.drawn)
        self.links = LinksBefore(words)
        self.links.changed.connect(self.drawn)
        self.versions = AsSeen(words, small)
        self.versions.pictureCame.connect(self.drawn)
        self.video = VideoTile(words, removable=False)
        self.evidence = EvidenceCards(words)
        self.evidence.helpChosen.connect(self.helpChosen)
        self.send_back = SentenceForm(self._said("send-back"), keys=SEND_BACK_KEYS)
        self.send_back.given.connect(self.sentBack)
        self.void = SentenceForm(self._said("void"))
        self.void.given.connect(self.voided)
        self.leave = SentenceForm(self._said("leave"), kind=ButtonKind.DESTRUCTIVE)
        self.leave.given.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX + 4)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_PX + 4)
        rows.addWidget(self.evidence)
        self.evidence.forms.addWidget(self.send_back)
        self.evidence.forms.addWidget(self.void)
        self.evidence.forms.addWidget(self.leave)
        rows.addStretch(1)
        left = QWidget()
        reading = QVBoxLayout(left)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(SPACE_PX + 4)
        reading.addWidget(self.reading)
        reading.addWidget(self.links)
        reading.addWidget(self.video)
        reading.addWidget(self.versions)
        reading.addStretch(1)
        column.addWidget(Sides(left, right, shares=(6, 5), least_px=_LEAST_BESIDE_PX))
        column.addStretch(1)

    @cached_property
    def yes(self) -> YesForm:
        """The form for a yes by phone; made where one may be signed."""
        form = YesForm(self._words)
        form.hide()  # made ahead, it is offered to nobody yet
        form.prepareAsked.connect(self.prepareAsked)
        form.given.connect(self.heard)
        self.evidence.forms.addWidget(form)
        return form

    @property
    def undrawn(self) -> Message | None:
        """Why this isn't yet all that will go out; None once everything stands there."""
        return self.reading.undrawn or self.versions.undrawn or self.links.pending

    def show_model(self, model: SheetModel) -> None:
        """Show a post; what was typed about the same one stays."""
        if model.post != self.post:
            self.rest_forms()
        self.post = model.post
        self.reading.show_model(model)
        self.links.show_model(model)
        self.versions.show_versions(model.versions)
        self.evidence.show_model(model)
        self.send_back.setVisible(model.send_back_missing is not None)
        self.send_back.show_missing(self._words.reasons(model.send_back_missing or ()))
        self.void.setVisible(model.may_void)
        self.leave.setVisible(model.may_leave)
        if model.yes is not None:
            self.yes.show_sheet(model.yes.sheet, model.yes.local)
        if "yes" in self.__dict__:
            self.yes.setVisible(model.yes is not None)

    def ask_back(self) -> None:
        """Unfold the sentence that sends it back, where that can be done."""
        if self.send_back.isVisible() and self.send_back.unfold_button.isEnabled():
            self.send_back.unfold()

    def rest_forms(self) -> None:
        """Forget what was typed: the deed is done."""
        self.send_back.rest()
        self.void.rest()
        self.leave.rest()
        if "yes" in self.__dict__:
            self.yes.rest()

    def _said(self, deed: str) -> SentenceWords:
        say = self._words.say
        return SentenceWords(
            unfold=say(f"approvalui.{deed}-ask"),
            ask=say(f"approvalui.{deed}-hint"),
            hint="",
            do=say(f"approvalui.{deed}"),
            fold=say("approvalui.standing-cancel"),
            first=say("approvalui.sentence-first"),
        )
