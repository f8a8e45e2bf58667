"""What the proven rows say of searches that were sealed to computer logins, and of what those signed.

A task file and a result lie in the store as bytes: which of them count only a row says. A login that the file
doesn't name, that signs after the end, or for another file, has signed nothing here.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.sweep_results import RESULT_PART, Signed
from smadmin.domain.sweep_tasks import TASK_PART, Sealed
from smadmin.domain.timeline import ClockState
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proven import Proven

_ENDS_IT = frozenset({Act.SEAL_SWEEP, Act.END_SWEEP})
"""Acts about a sweep after which an older task file of it is over."""


@dataclass(frozen=True)
class SealedSearch:
    """A task file, as a row that holds says it was sealed."""

    fact: Fact
    sealed: Sealed

    @property
    def sweep(self) -> str:
        """Of which sweep it is."""
        return self.fact.body.id or ""


def sealed_searches(proven: Proven, sweep: str) -> tuple[SealedSearch, ...]:
    """Give the task files of a sweep, oldest first."""
    rows = [one for one in proven.about(Noun.SWEEPS, sweep) if one.body.act == Act.SEAL_SWEEP]
    told, found = proven.parts(TASK_PART, rows), []
    for row in rows:
        with suppress(KeyError, ValueError):
            found.append(SealedSearch(row, Sealed.from_plain(told[row.seq])))
    return tuple(found)


def search_of(proven: Proven, sweep: str, task: str) -> SealedSearch | None:
    """Give the row of one task file; None where none that counts names it."""
    return next((one for one in sealed_searches(proven, sweep) if one.sealed.task == task), None)


def against(proven: Proven, search: SealedSearch, now: datetime) -> tuple[Reason, ...]:
    """List why nobody works by a task file any more; `now` is UTC."""
    since = search.fact.seq
    about = proven.about(Noun.SWEEPS, search.sweep)
    over = any(one.seq > since and one.body.act in _ENDS_IT for one in about)
    decided = any(one.seq > since for one in proven.acts(Act.DECIDE_MATCHING))
    checks = (
        (proven.whole and proven.head_right, "sweeptask.record"),
        (proven.timeline.state(now) is ClockState.RIGHT, "sweeptask.clock"),
        (now < search.sealed.ends_at, "sweeptask.over"),
        (not over, "sweeptask.over"),
        (not decided, "sweeptask.law"),  # what it says only a signed-in person reads
        (proven.alive(search.fact) is not None, "sweeptask.sealer-gone"),
    )
    return tuple(Reason(say(message)) for right, message in checks if not right)


def signed_parts(proven: Proven, search: SealedSearch) -> Mapping[int, tuple[Signed, ...]]:
    """Give what the named logins signed of a task file, by piece; what else lies there counts for nothing."""
    rows = [one for one in proven.about(Noun.SWEEPS, search.sweep) if _is_its(one, search)]
    found = dict[int, tuple[Signed, ...]]()
    for signed in _read(proven, rows):
        if signed.task == search.sealed.task and 0 <= signed.chunk < search.sealed.chunks:
            found[signed.chunk] = (*found.get(signed.chunk, ()), signed)
    return found


def _is_its(row: Fact, search: SealedSearch) -> bool:
    by_a_seat = row.body.act == Act.SWEEP_PART and row.body.person is None
    in_time = row.seq > search.fact.seq and row.moment <= search.sealed.ends_at
    return by_a_seat and in_time and row.body.seat in search.sealed.seats


def _read(proven: Proven, rows: Iterable[Fact]) -> Iterable[Signed]:
    listed = tuple(rows)
    told = proven.parts(RESULT_PART, listed)
    for row in listed:
        with suppress(KeyError, ValueError):
            yield Signed.from_plain(told[row.seq])
