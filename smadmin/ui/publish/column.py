"""The accounts' cards, one below the other; what is pressed on them goes to the bench."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import AccountId
from smadmin.ui.cards import empty_layout
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.publish.bench import Bench
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.lanecard import LaneCard
from smadmin.ui.publish.model import PublishModel
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class LaneColumn(QWidget):
    """The cards.

    Signals:
        touched: the bench has changed, so what comes next may have.
        answered: an account, where somebody just said which handle its page shows.
        confirmAsked: Enter in the line of a post's address.
        unfoldAsked: the account at which the person wants to go on.
        givenUp: a `LaneModel` and the reason.
        wrongReported: a `LaneModel`, and the handle of another account that was logged in there.
        folderHidden: a folder that couldn't be shown.
        renewAsked: an account whose log-in the platform doesn't accept any more.
        shown: every card shows its account as it stands.
        correctionAsked, removalAsked, postAsked, goneSaid, stillThere, lookAgainAsked, pageAsked,
            childOutAsked: as `AfterPart` says, with the account.
        queueAsked: a `LaneModel`, the day and time at which it goes out by itself, and whether the platform
            keeps it until then.
        takeOutAsked: a `LaneModel` that shall not, after all.
        keepAsked: a `LaneModel` whose address waits until somebody can look.
    """

    touched = Signal()
    answered = Signal(str)
    confirmAsked = Signal()
    unfoldAsked = Signal(str)
    givenUp = Signal(object, str)
    wrongReported = Signal(object, str)
    folderHidden = Signal(object)
    renewAsked = Signal(str)
    shown = Signal()
    correctionAsked = Signal()
    removalAsked = Signal(str, object)
    postAsked = Signal(str)
    goneSaid = Signal(str)
    stillThere = Signal(str)
    lookAgainAsked = Signal(str)
    pageAsked = Signal(str)
    childOutAsked = Signal()
    queueAsked = Signal(object, object, object, bool)
    takeOutAsked = Signal(object)
    keepAsked = Signal(object)

    def __init__(
        self, words: Wording, pictures: CoveredPictures, bench: Bench, parent: QWidget | None = None
    ) -> None:
        """Begin without cards."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self._bench = bench
        self._model: PublishModel | None = None
        self.cards: dict[AccountId, LaneCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX + 4)

    def clear(self) -> None:
        """Begin another post."""
        empty_layout(self._column)
        self._model, self.cards = None, {}

    @property
    def current(self) -> LaneModel | None:
        """Give the account that is open; None where nothing is left to do."""
        model = self._model
        return None if model is None or model.current is None else model.lanes[model.current]

    def show_model(self, model: PublishModel) -> None:
        """Show every account, one of them unfolded."""
        self._model = model
        for number, lane in enumerate(model.lanes):
            if lane.account.id not in self.cards:
                self._add(lane)
            self.cards[lane.account.id].show_model(lane, unfolded=number == model.current)
        self.shown.emit()

    def do(self, account: AccountId, act: Callable[[LaneModel], None]) -> None:
        """Do something at the bench for an account as it stands."""
        lanes = () if self._model is None else self._model.lanes
        lane = next((one for one in lanes if one.account.id == account), None)
        if lane is not None:
            act(lane)
            self.touched.emit()

    def _add(self, lane: LaneModel) -> None:
        account, bench = lane.account.id, self._bench
        card = LaneCard(lane, self._words, self._pictures)
        card.setObjectName(f"lane-{account}")

        def then(act: Callable[[LaneModel], None]) -> Callable[[], None]:
            return lambda: self.do(account, act)

        card.handChanged.connect(lambda hand: self.do(account, lambda _: bench.put(account, hand)))
        card.answered.connect(lambda: self.answered.emit(account))
        card.pageAsked.connect(then(bench.open_page))
        card.addressAsked.connect(then(bench.copy_address))
        card.filesAsked.connect(then(bench.copy_files))
        card.folderAsked.connect(then(self._open_folder))
        card.copyAsked.connect(lambda turn: self.do(account, lambda one: bench.copy_turn(one, turn)))
        card.givenUp.connect(lambda reason: self.do(account, lambda one: self.givenUp.emit(one, reason)))
        card.wrongReported.connect(
            lambda seen: self.do(account, lambda one: self.wrongReported.emit(one, seen))
        )
        card.confirmAsked.connect(self.confirmAsked)
        card.keepAsked.connect(lambda: self.do(account, self.keepAsked.emit))
        queue = card.direct.queue
        queue.queueAsked.connect(
            lambda day, at, there: self.do(account, lambda one: self.queueAsked.emit(one, day, at, there))
        )
        queue.takeOutAsked.connect(lambda: self.do(account, self.takeOutAsked.emit))
        card.direct.renewAsked.connect(lambda: self.renewAsked.emit(account))
        card.unfoldAsked.connect(lambda: self.unfoldAsked.emit(account))
        card.after.correctionAsked.connect(self.correctionAsked)
        card.after.removalAsked.connect(lambda wish: self.removalAsked.emit(account, wish))
        card.after.postAsked.connect(lambda: self.postAsked.emit(account))
        card.after.goneSaid.connect(lambda: self.goneSaid.emit(account))
        card.after.stillThere.connect(lambda: self.stillThere.emit(account))
        card.after.pageAsked.connect(lambda: self.pageAsked.emit(account))
        card.after.childOutAsked.connect(self.childOutAsked)
        card.after.lookAgainAsked.connect(lambda: self.lookAgainAsked.emit(account))
        self.cards[account] = card
        self._column.addWidget(card)

    def _open_folder(self, lane: LaneModel) -> None:
        hidden: Path | None = self._bench.open_folder(lane)
        if hidden is not None:
            self.folderHidden.emit(hidden)
