"""The road of a post that the program takes down: deed by deed and errand by errand, as `send_road.py`.

After a kill, or an answer that was lost, it is asked for again: it goes by the platform's own id of the post,
so that it can meet no other, and what a kill left of it (a blog's pictures) goes with it.
"""

import queue
import threading

from smadmin.domain.actors import Actor
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import Message, say
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.domain.removals import Ground, Removal, RemovalStage, Wish
from smadmin.services.captures import Captured
from smadmin.services.ready import Asked
from smadmin.services.removals import STILL_THERE, Removals, Removing
from smadmin.services.send_road import Road, errand, same_account, store
from smadmin.services.wrong_identity import WrongIdentities

CAPTURED_WITHIN_S = 4.0
"""So long a child's picture stays out for the sake of keeping what visitors see of it (decision 0040)."""


class NotCaptured(OutsideFailed):
    """What visitors see couldn't be kept: the person says whether it is taken down all the same."""

    def __init__(self, happened: Message) -> None:
        """Say why."""
        super().__init__(
            happened, kept=say("removals.nothing-done"), remedy=say("removals.without-capture-remedy")
        )


class RemovalRoad:
    """Leads posts off their accounts."""

    def __init__(self, removals: Removals, wrong: WrongIdentities) -> None:
        """Stand on the steps, and on what stops an account."""
        self._removals, self._wrong = removals, wrong

    def go(self, by: Actor, publication: Publication, wish: Wish | None = None) -> Road[Removal | None]:
        """Take a post down, or go on with that from wherever it is.

        Args:
            by: who does.
            publication: what is taken down.
            wish: why; needed where nobody began.

        Raises:
            NotCaptured: what visitors see couldn't be kept; nothing was done.
            OtherIdentity: after which the account stands still.
            NotAllowed: with everything that speaks against it.
            PublisherFailed: the platform didn't say whose log-in it is; nothing was done.
        """
        removals = self._removals
        before = yield from store(lambda: removals.of(by, publication))
        if before is not None and before.stage is RemovalStage.GONE:
            return before
        ready = yield from errand(lambda: removals.ready(by, publication))
        asked = yield from errand(lambda: removals.ask(ready))
        yield from same_account(self._wrong, by, publication.account, ready, asked)
        if before is None:
            yield from self._begin(by, ready, asked, wish)
        yield from self._take_down(by, ready)
        return (yield from store(lambda: removals.of(by, publication)))

    def _begin(self, by: Actor, ready: Removing, asked: Asked, wish: Wish | None) -> Road[None]:
        if wish is None:
            raise ValueError("nobody began, and nobody says why")
        seen: Captured | None = None
        try:
            seen = yield from errand(lambda: self._capture(ready, wish))
        except PublisherFailed as error:
            if not wish.uncaptured:
                raise NotCaptured(error.happened) from error
        if seen is not None and not seen.seen.public:  # a page without the post shows nothing of it
            if not wish.uncaptured:
                raise NotCaptured(say("removals.not-seen"))
            seen = None
        yield from store(lambda: self._removals.begin(by, ready, asked, wish, seen))

    def _capture(self, ready: Removing, wish: Wish) -> Captured:
        """Keep what visitors see; where a child is out nobody waits long for that."""
        if wish.ground is not Ground.CHILD:
            return self._removals.capture(ready)
        came: queue.Queue[Captured | Exception] = queue.Queue()

        def look() -> None:
            try:
                came.put(self._removals.capture(ready))
            except Exception as error:  # noqa: BLE001  handed on to who waits
                came.put(error)

        threading.Thread(target=look, name="smadmin-capture", daemon=True).start()
        try:
            got = came.get(timeout=CAPTURED_WITHIN_S)
        except queue.Empty:  # a file that is sealed later is in no row, and swept (`Media.sweep`)
            raise PublisherFailed(Trouble.UNREACHABLE, ready.connection.server) from None
        if isinstance(got, Exception):
            raise got
        return got

    def _take_down(self, by: Actor, ready: Removing) -> Road[None]:
        """Have it taken down and look as a visitor: gone is what both the platform and they say."""
        removals, publication = self._removals, ready.publication
        try:
            yield from errand(lambda: removals.remove(ready))
            seen = yield from errand(lambda: removals.look(ready))
        except PublisherFailed as error:
            why = error.kind.value
            yield from store(lambda: removals.not_gone(by, publication, why))
            return
        if seen.public:
            yield from store(lambda: removals.not_gone(by, publication, STILL_THERE))
        else:
            yield from store(lambda: removals.gone(by, publication, seen))
