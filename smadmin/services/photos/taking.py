"""Taking a folder in, lot by lot: the first photos are there, and searched, while hundreds are still read.

The first lots are small because somebody waits for them. What was interrupted (the window locked, a disk was
full) is remembered in memory, by who began it, and gone on with from where it stopped.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, repeat

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.photos.adults import NOTHING_SAID
from smadmin.services.photos.intake import Intake, SetFacts, facts_blockers
from smadmin.services.photos.sources import Load, Source
from smadmin.services.photos.taken import Lot, Read, TakenIn
from smadmin.services.roles import refuse

FIRST_LOTS, LOT = (2, 6), 32
"""So many files make a lot: as few at first as are searched at a time."""


class Taking:
    """One folder that is taken in.

    Args:
        picked: whether somebody chose each of the photos for a post.

    Attributes:
        taken: what is there until now; None before the first lot.
        gone: how many pictures that lay in memory were let go of before they were taken in.
    """

    def __init__(self, facts: SetFacts, sources: Iterable[Source], *, picked: bool = False) -> None:
        """Take what was said and brought; nothing is read yet."""
        self.facts, self.picked = facts, picked
        self.load = Load(sources)
        self.lot: Lot | None = None
        self.taken: TakenIn | None = None
        self.gone = 0

    @property
    def left(self) -> int:
        """How many of those that were brought aren't taken in."""
        return self.load.left + self.gone


class Takings:
    """Takes folders in."""

    def __init__(self, intake: Intake) -> None:
        """Stand on what reads and keeps."""
        self._intake = intake
        self._turn = 0
        self._interrupted: dict[PersonId | None, list[Taking]] = {}

    def interrupted(self, by: Actor) -> tuple[Taking, ...]:
        """Give what this person began to take in and isn't whole, oldest first."""
        return tuple(self._interrupted.get(by.person, ()))

    def stop(self) -> None:
        """End what is under way after the file that is read now: the window locks or closes.

        No picture that was interrupted waits in memory for somebody to sign in again.
        """
        self._turn += 1
        for taking in chain.from_iterable(tuple(self._interrupted.values())):
            taking.gone += taking.load.let_go()

    def lots(self, by: Actor, taking: Taking) -> Generator[tuple[TakenIn, Changes], None, None]:
        """Take in what is left, step by step: after each lot all that is there, and what the lot changed.

        There is always at least one step. Closing it, `stop` and an error end it; the lots before are kept.
        """
        refuse(facts_blockers(taking.facts))
        mine = self._interrupted.setdefault(by.person, [])
        if taking in mine:
            mine.remove(taking)
        whole = left = False
        try:
            whole = yield from self._lots(by, taking, self._turn)
            left = not whole
        except GeneratorExit:
            left = True
            raise
        finally:
            if left:
                taking.gone += taking.load.let_go()
            if not whole and taking.lot is not None and taking.left:
                taking.facts = replace(taking.facts, adults=NOTHING_SAID)  # names don't wait in memory
                mine.append(taking)

    def _lots(self, by: Actor, taking: Taking, turn: int) -> Generator[tuple[TakenIn, Changes], None, bool]:
        read = self._while(turn, self._intake.read(taking.load))
        for size in chain(FIRST_LOTS, repeat(LOT)):
            lot, error = _some(read, size)
            if error is not None and not lot:
                raise error
            if not lot and taking.lot is not None:
                break
            done, taken = self._intake.take_lot(by, taking.facts, lot, taking.lot)
            taking.load.keep()
            taking.lot = done.value
            taking.taken = taken if taking.taken is None else taking.taken.and_then(taken)
            yield taking.taken, done.changes
            if error is not None:
                raise error
        return turn == self._turn

    def _while(self, turn: int, read: Iterator[Read]) -> Iterator[Read]:
        for one in read:
            yield one
            if turn != self._turn:
                return


def _some(read: Iterator[Read], most: int) -> tuple[list[Read], KnownError | None]:
    """Take so many; where reading ends in an error, what was read before, and the error."""
    lot: list[Read] = []
    try:
        for one in islice(read, most):
            lot.append(one)  # noqa: PERF402  what came before an error is wanted
    except KnownError as error:
        return lot, error
    return lot, None
