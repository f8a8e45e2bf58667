"""The road of a post that the program sends itself: what is done next, deed by deed and errand by errand.

A generator of parts, so that whoever drives it (the window, a worker, a test that kills it between any two)
does each where it belongs: deeds on the store's thread, errands beside it.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import PublisherFailed
from smadmin.domain.sending import Next
from smadmin.services.ready import Asked, Connected, OtherIdentity, Standing, require_same
from smadmin.services.send_steps import SendSteps


@dataclass(frozen=True)
class Part:
    """One thing to be done: a deed or a look on the store, or else an errand (files, keyring, network)."""

    on_store: bool
    do: Callable[[], object]


T = TypeVar("T")
Road = Generator[Part, object, T]
"""Is sent what each part gave, or thrown what it raised (`KnownError`)."""

GOES_ON = frozenset({Next.SEND, Next.LOOK, Next.READ, Next.TAKE_BACK})
"""What is done at once, without a moment or a person to wait for."""


class StopsAccounts(Protocol):
    """What stops an account where another one is logged in (`WrongIdentities`)."""

    def report(self, by: Actor, account: AccountId, seen: str, *, again: bool = True) -> object:
        """Stop it, and say which one was logged in instead (a deed)."""


class SendRoad:
    """Leads posts on their way."""

    def __init__(self, sendings: SendSteps, wrong: StopsAccounts) -> None:
        """Stand on the steps, and on what stops an account."""
        self._sendings, self._wrong = sendings, wrong

    def go(self, by: Actor, publication: Publication) -> Road[Standing]:
        """Go on with a publication from wherever it is, until a moment or a person is waited for.

        Raises:
            OtherIdentity: after which the account stands still.
            NotAllowed: the last gate's reasons.
            KnownError: what keeps the token or the files from being opened.
        """
        while True:
            standing = yield from store(lambda: self._sendings.standing(by, publication))
            if standing.decision.next not in GOES_ON:
                return standing
            if standing.decision.next is Next.SEND:
                yield from self._send(by, publication)
            elif standing.decision.next is Next.LOOK:
                yield from self._look(by, publication)
            elif standing.decision.next is Next.TAKE_BACK:
                yield from self._take_back(by, publication)
            else:
                yield from self._read(by, publication)

    def look_again(self, by: Actor, publication: Publication) -> Road[Standing]:
        """Read what is out once more as visitors do, after a person put right what made it differ.

        Raises:
            PublisherFailed: nobody answered; what was read before stands.
            NotAllowed: it isn't out, or was taken down, or for who neither began it nor is of the office.
        """
        sendings = self._sendings
        ready = yield from errand(lambda: sendings.ready_again(by, publication))
        seen = yield from errand(lambda: sendings.read_back(ready))
        file = yield from errand(lambda: sendings.keep(seen))
        yield from store(lambda: sendings.seen(by, ready, seen, file))
        return (yield from store(lambda: sendings.standing(by, publication)))

    def _send(self, by: Actor, publication: Publication) -> Road[None]:
        sendings = self._sendings
        ready = yield from errand(lambda: sendings.prepare(by, publication))
        try:
            asked = yield from errand(lambda: sendings.ask(ready))
        except PublisherFailed as error:
            yield from self._note(sendings.hindered, by, publication, error)
            return
        yield from same_account(self._wrong, by, ready.publication.account, ready, asked)
        begun = yield from store(lambda: sendings.begin(by, ready, asked))
        try:
            posted = yield from errand(lambda: sendings.publish(begun.value))
        except PublisherFailed as error:
            yield from self._note(sendings.failed, by, publication, error)
        else:
            yield from store(lambda: sendings.took(by, publication, posted))

    def _look(self, by: Actor, publication: Publication) -> Road[None]:
        sendings = self._sendings
        ready = yield from errand(lambda: sendings.look_ready(by, publication))
        try:
            asked = yield from errand(lambda: sendings.ask(ready))
            # Another account would never have it.
            yield from same_account(self._wrong, by, ready.publication.account, ready, asked)
            found = yield from errand(lambda: sendings.find(ready))
        except PublisherFailed as error:
            yield from self._note(sendings.unseen, by, publication, error)
            return
        if found is None:
            yield from store(lambda: sendings.absent(by, publication))
        else:
            posted = found
            yield from store(lambda: sendings.took(by, publication, posted))

    def _read(self, by: Actor, publication: Publication) -> Road[None]:
        sendings = self._sendings
        ready = yield from errand(lambda: sendings.look_ready(by, publication))
        try:
            seen = yield from errand(lambda: sendings.read_back(ready))
        except PublisherFailed as error:
            yield from self._note(sendings.unseen, by, publication, error)
            return
        file = yield from errand(lambda: sendings.keep(seen))
        yield from store(lambda: sendings.seen(by, ready, seen, file))

    def _take_back(self, by: Actor, publication: Publication) -> Road[None]:
        """Take it back from the platform's scheduler; only the computer login that handed it over does."""
        raise ValueError("nothing of a person's waits there")

    def _note(
        self,
        write: Callable[[Actor, Publication, PublisherFailed], object],
        by: Actor,
        publication: Publication,
        error: PublisherFailed,
    ) -> Road[None]:
        yield from store(lambda: write(by, publication, error))


def same_account(
    wrong: StopsAccounts, by: Actor, account: AccountId, ready: Connected, asked: Asked
) -> Road[None]:
    """Stop the account where the log-in is another one's; the principal is told at once.

    Raises:
        OtherIdentity: after that.
    """
    try:
        require_same(ready, asked)
    except OtherIdentity:
        yield from store(lambda: wrong.report(by, account, asked.who.handle, again=False))
        raise


def errand(do: Callable[[], T]) -> Road[T]:
    """Have something done beside the store, and give what came of it."""
    return cast("T", (yield Part(on_store=False, do=do)))


def store(do: Callable[[], T]) -> Road[T]:
    """Have something done on the store, and give what came of it."""
    return cast("T", (yield Part(on_store=True, do=do)))
