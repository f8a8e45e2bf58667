"""Drives the posts that the program sends itself: each part where it belongs, and again when its time comes.

What happens is in the store after each part; this only goes on. It ends with its screen, and whoever opens
the post next goes on from what is written down.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, PersonId, PostId, PublicationId
from smadmin.domain.publications import Publication, publication_id
from smadmin.domain.sending import Next, SendStage
from smadmin.services.outgoing import Going, Lane
from smadmin.services.ready import Standing
from smadmin.ui.banners import banner_of
from smadmin.ui.publish.driving import drive
from smadmin.ui.publish.queue_said import waits_in_queue
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings

_LONGEST_TIMER_MS = 3_600_000


class Sender(QObject):
    """Sends for one screen.

    Signals:
        moved: something is further than before; read again.
        refused: a `KnownError`: nothing goes on until a person has looked.
    """

    moved = Signal()
    refused = Signal(object)

    def __init__(self, around: Surroundings, origin: Screen, by_hand: Callable[[AccountId], bool]) -> None:
        """Take the surroundings, the screen for which it sends, and what tells where a person took over."""
        super().__init__(origin)
        self.moved.connect(origin.load)
        self.refused.connect(lambda error: origin.bannerAsked.emit(banner_of(error)))
        self._around, self._by_hand = around, by_hand
        self._under_way: set[PublicationId] = set()
        self._stuck: set[PublicationId] = set()
        self._waiting: dict[PublicationId, QTimer] = {}

    def at_it(self, post: PostId, lane: Lane) -> bool:
        """Tell whether it is being sent, looked for or read this moment."""
        return publication_id(post, lane.account.id) in self._under_way

    def send(self, post: PostId, lane: Lane) -> None:
        """Send a post on an account, or look for it again; a person has looked at whatever stopped it."""
        if self.at_it(post, lane):
            return
        office, by, account = self._around.office, self._around.by, lane.account.id
        id_, publication, standing = publication_id(post, account), lane.publication, lane.standing
        self._stuck.discard(id_)
        self._under_way.add(id_)
        if publication is None:
            self._then(id_, lambda: office.publications.intend(by, post, account).value)
        elif standing is not None and waits_in_queue(standing):

            def at_once() -> Publication:
                office.queueing.take_out(by, publication)
                return office.publications.intend(by, post, account).value

            self._then(id_, at_once)
        elif standing is not None and _asks(standing):
            self._then(id_, lambda: (office.sendings.go_on(by, publication), publication)[1])
        else:
            self._begin(publication)
        self.moved.emit()

    def pick_up(self, going: Going | None, left: Sequence[Standing]) -> None:
        """Go on with what was begun at an earlier start, or whose time has come: a person began it then.

        Args:
            going: the open post, of which the office goes on with what others began, too.
            left: what this person began, whichever post it is.
        """
        lanes = () if going is None else going.lanes
        shown = [one.standing for one in lanes if one.may_end and one.connection is not None]
        for standing in (*shown, *left):
            if standing is not None and standing.publication.id not in self._stuck:
                self._pick_up(standing)

    def _pick_up(self, standing: Standing) -> None:
        if self._by_hand(standing.publication.account):
            return
        comes, again = standing.decision.next, standing.sending.tries > 0
        if comes in {Next.LOOK, Next.READ} or (comes is Next.SEND and again):
            self.go(standing.publication)
        elif comes is Next.WAIT and again:
            self._wait(standing)

    def go(self, publication: Publication) -> None:
        """Go on with a publication from wherever it is."""
        if publication.id not in self._under_way:
            self._under_way.add(publication.id)
            self._begin(publication)

    def _then(self, id_: PublicationId, first: Callable[[], Publication]) -> None:
        """Do a deed first, then go on."""
        failed = partial(self._failed, id_)
        self._around.performer.perform(first, done=self._begin, failed=failed, origin=self.parent())

    def _begin(self, publication: Publication) -> None:
        self._wait_no_more(publication.id)
        road = self._around.office.send_road.go(self._around.by, publication)
        drive(
            self._around.performer,
            road,
            over=partial(self._rested, publication.id),
            failed=partial(self._failed, publication.id),
            origin=self.parent(),
            stored=self.moved.emit,
        )

    def _rested(self, id_: PublicationId, standing: Standing) -> None:
        self._under_way.discard(id_)
        if standing.decision.next is Next.WAIT:
            self._wait(standing)
        self.moved.emit()

    def _wait(self, standing: Standing) -> None:
        at, id_ = standing.decision.at, standing.publication.id
        if at is None or id_ in self._waiting:
            return
        timer = self._waiting[id_] = QTimer(self, singleShot=True)
        timer.timeout.connect(partial(self._come, standing.publication, self._sits()))
        ahead_ms = int((at - self._around.now).total_seconds() * 1000) + 1
        timer.start(max(0, min(ahead_ms, _LONGEST_TIMER_MS)))

    def _come(self, publication: Publication, waited: PersonId | None) -> None:
        self._wait_no_more(publication.id)
        # Whoever sits here by now may be somebody else: their own screen goes on with what is theirs.
        same = waited is not None and self._sits() == waited
        if same and not self._by_hand(publication.account):
            self.go(publication)
            self.moved.emit()

    def _sits(self) -> PersonId | None:
        acting = self._around.acting
        return None if acting is None else acting.actor.person

    def _wait_no_more(self, id_: PublicationId) -> None:
        timer = self._waiting.pop(id_, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    def _failed(self, id_: PublicationId, error: KnownError) -> None:
        self._under_way.discard(id_)
        self._stuck.add(id_)
        self.refused.emit(error)
        self.moved.emit()


def _asks(standing: Standing) -> bool:
    """Tell whether a person's press lets it go on: it waits for one, or is looked for with pauses."""
    return standing.decision.next is Next.ASK or standing.sending.stage is SendStage.LOOKING
