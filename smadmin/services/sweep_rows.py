"""Sweeps as the record has them: what began them, what was found, looked through and decided, how they ended.

Only rows of who keeps the list count. Everything lies in sealed parts, and nothing beside them: whoever sits
down next, at whichever computer, goes on where the last one stopped.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PhotoId, PhotoSetId, PostId, StudentId, VideoId
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.sweep_results import TAKEN_PART, Taken
from smadmin.domain.sweeps import (
    BEGUN_PART,
    DECIDED_PART,
    FOUND_PART,
    LEFT_PART,
    PASSED_PART,
    Decided,
    Found,
    LeftOut,
    Narrowed,
    Sweep,
    SweepId,
    SweepItem,
    SweepWhy,
    item_of,
    with_found,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven

_PARTS = (BEGUN_PART, FOUND_PART, DECIDED_PART, PASSED_PART, LEFT_PART, TAKEN_PART)
_UNREADABLE = (KeyError, TypeError, ValueError)

Said = Mapping[str, Mapping[int, Mapping[str, Any]]]
"""What rows say, by part and place."""


def sweeps_of(proven: Proven, ended: dict[SweepId, Sweep] | None = None) -> dict[SweepId, Sweep]:
    """Give every sweep, oldest first; worked out once for each proven record.

    Args:
        proven: the record.
        ended: sweeps that are known to have ended, which aren't read again; added to.
    """
    return proven.once("sweeps", lambda: _sweeps(proven, {} if ended is None else ended))


def erased_until(proven: Proven) -> datetime | None:
    """Give when the newest sweep began of which nobody can tell any more for whom, UTC; None: none."""
    begun = _counting(one for one in proven.about(Noun.SWEEPS) if one.body.act == Act.BEGIN_SWEEP)
    told = proven.parts(BEGUN_PART, begun)
    return max((one.body.utc for one in begun if one.seq not in told), default=None)


def sweep_of(proven: Proven, sweep: SweepId) -> Sweep | None:
    """Give one sweep, or None."""
    return _folded(proven, _counting(proven.about(Noun.SWEEPS, sweep)))


def open_for(proven: Proven, student: StudentId) -> Sweep | None:
    """Give the sweep that is open for a child, or None; the newest, should there be two."""
    found = (one for one in sweeps_of(proven).values() if one.student == student and one.ended_at is None)
    return next(reversed(tuple(found)), None)


def begun_part(student: StudentId, why: SweepWhy, *, pictures: bool) -> dict[str, Plain]:
    """Say in a row's part for whom a sweep is, and whether pictures are searched too."""
    return {"student": student, "why": why.value, "pictures": pictures}


def found_part(items: Iterable[SweepItem], searched: Mapping[str, int]) -> dict[str, Plain]:
    """Say in a row's part what was found, and how much was searched."""
    told: list[Plain] = [[one.found.value, one.post, one.photo, one.video, one.sure] for one in items]
    return {"items": told, "searched": dict(searched)}


def left_part(key: str, photos: Iterable[PhotoId], reason: str, narrowed: Narrowed) -> dict[str, Plain]:
    """Say in a row's part which pictures nobody looks at, and why; a part of `key` alone takes that back."""
    return {
        "key": key,
        "photos": sorted(photos),
        "reason": reason,
        "since": None if narrowed.since is None else narrowed.since.isoformat(),
        "until": None if narrowed.until is None else narrowed.until.isoformat(),
        "event": narrowed.event,
    }


def _sweeps(proven: Proven, ended: dict[SweepId, Sweep]) -> dict[SweepId, Sweep]:
    rows: dict[SweepId, list[Fact]] = {}
    for fact in _counting(proven.about(Noun.SWEEPS)):
        rows.setdefault(SweepId(fact.body.id or ""), []).append(fact)
    found: dict[SweepId, Sweep] = {}
    for sweep, facts in rows.items():
        known = ended.get(sweep)
        one = known if known and known.ended_seq == facts[-1].seq else _folded(proven, facts)
        if one is not None:
            found[sweep] = one
            ended.update({sweep: one} if one.ended_at is not None else {})
    return found


def _counting(facts: Iterable[Fact]) -> list[Fact]:
    return [one for one in facts if one.any_roles & ROSTER_ROLES]


def _folded(proven: Proven, facts: Sequence[Fact]) -> Sweep | None:
    said = {name: proven.parts(name, facts) for name in _PARTS}
    sweep: Sweep | None = None
    for fact in facts:
        try:
            sweep = _after(sweep, fact, said)
        except _UNREADABLE:  # signed, and yet says nothing
            continue
    return sweep


def _after(sweep: Sweep | None, fact: Fact, said: Said) -> Sweep | None:
    act = fact.body.act
    if act == Act.BEGIN_SWEEP:
        return _begun(sweep, fact, said)
    if sweep is None or sweep.ended_at is not None:
        return sweep
    if act == Act.SEAL_SWEEP:
        return replace(sweep, by_engine=True)
    if act in _SAID:
        part, after = _SAID[Act(act)]
        return after(sweep, fact, said[part].get(fact.seq, {}))
    if act == Act.END_SWEEP:
        return replace(sweep, ended_at=fact.body.utc, ended_by=fact.body.person, ended_seq=fact.seq)
    return sweep


def _begun(sweep: Sweep | None, fact: Fact, said: Said) -> Sweep | None:
    begun, found = said[BEGUN_PART].get(fact.seq), said[FOUND_PART].get(fact.seq, {})
    if sweep is not None and sweep.ended_at is not None:
        return sweep
    if begun is None:  # erased by order: its years are over
        return sweep
    items = [_item(*one) for one in found.get("items", ())]
    counts = {str(name): int(number) for name, number in found.get("searched", {}).items()}
    if sweep is None:
        sweep = Sweep(
            SweepId(fact.body.id or ""),
            StudentId(str(begun["student"])),
            SweepWhy(begun["why"]),
            begun_at=fact.body.utc,
            begun_by=fact.body.person,
            searched_at=fact.body.utc,
        )
    return replace(
        sweep,
        searched_at=fact.body.utc,
        pictures=sweep.pictures or begun["pictures"] is True,
        items=with_found(sweep.items, items),
        counts=counts,
    )


def _item(found: Any, post: Any, photo: Any, video: Any, sure: Any) -> SweepItem:
    return item_of(
        Found(found),
        post=None if post is None else PostId(str(post)),
        photo=None if photo is None else PhotoId(str(photo)),
        video=None if video is None else VideoId(str(video)),
        sure=sure is True,
    )


def _taken(sweep: Sweep, _fact: Fact, part: Mapping[str, Any]) -> Sweep:
    """Add what the engine found; a picture with a face that nobody could tell waits for a person still."""
    results = [one for result in Taken.from_plain(part).results for one in result.searched]
    hits = (
        item_of(Found.FACE, photo=one.photo, sure=any(hit.sure for hit in one.hits))
        for one in results
        if one.hits
    )
    told = {one.photo for one in results if one.error is None and not one.unsure}
    return replace(sweep, items=with_found(sweep.items, hits), searched=sweep.searched | told)


def _passed(sweep: Sweep, _fact: Fact, part: Mapping[str, Any]) -> Sweep:
    seen = [item_of(Found.SEEN, photo=PhotoId(str(one))) for one in part["seen"]]
    passed = sweep.passed | {PhotoId(str(one)) for one in part["passed"]}
    return replace(sweep, items=with_found(sweep.items, seen), passed=passed)


def _left_out(sweep: Sweep, fact: Fact, part: Mapping[str, Any]) -> Sweep:
    """Leave pictures out, or take that back."""
    key = str(part["key"])
    others = tuple(one for one in sweep.left_out if one.key != key)
    if "photos" not in part:
        return replace(sweep, left_out=others)
    since, until, event = part["since"], part["until"], part["event"]
    one = LeftOut(
        key,
        frozenset(PhotoId(str(photo)) for photo in part["photos"]),
        str(part["reason"]),
        Narrowed(
            None if since is None else date.fromisoformat(since),
            None if until is None else date.fromisoformat(until),
            None if event is None else PhotoSetId(str(event)),
        ),
        by=fact.body.person,
        at=fact.body.utc,
    )
    return replace(sweep, left_out=(*others, one))


def _decided(sweep: Sweep, fact: Fact, part: Mapping[str, Any]) -> Sweep:
    decided, reason = Decided(part["decided"]), str(part["reason"])
    by, at = fact.body.person, fact.body.utc
    items = (
        replace(one, decided=decided, reason=reason, by=by, at=at) if one.key == part["key"] else one
        for one in sweep.items
    )
    return replace(sweep, items=tuple(items))


_SAID: Mapping[Act, tuple[str, Callable[[Sweep, Fact, Mapping[str, Any]], Sweep]]] = {
    Act.TAKE_SWEEP: (TAKEN_PART, _taken),
    Act.LOOK_SWEEP: (PASSED_PART, _passed),
    Act.LEAVE_OUT: (LEFT_PART, _left_out),
    Act.DECIDE_SWEEP: (DECIDED_PART, _decided),
}
"""What the part of a row does to a sweep that is open."""
