"""What is due by the schedule: things about which nothing was done for their kind's years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.erasures import NEVER, Detail
from smadmin.domain.retention import NOUNS, Kind, years_before
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class DueThing:
    """A thing whose years are over: which details of it go, and when anything was last done about it."""

    kind: Kind
    id: str
    newest: date
    details: tuple[Detail, ...]


def due_things(unit: Unit, proven: Proven, years: Mapping[Kind, int], today: date) -> tuple[DueThing, ...]:
    """Give the things whose newest row is older than their kind's years, with what is left of them.

    Args:
        unit: the transaction.
        proven: the record in it.
        years: per kind, of the policy in force.
        today: the school's own day.
    """
    school = unit.schools.get(unit.school)
    before = {kind: years_before(today, years[kind]) for kind in Kind}
    newest: dict[tuple[Kind, str], tuple[date, list[Fact]]] = {}
    for noun, kind in NOUNS.items():
        for fact in proven.about(noun):
            key, on = (kind, fact.body.id or ""), school.local(fact.moment).date()
            day, facts = newest.setdefault(key, (on, []))
            facts.append(fact)
            newest[key] = max(day, on), facts
    due: dict[tuple[Kind, str], DueThing] = {}
    for (kind, which), (day, _) in newest.items():
        if day >= before[kind]:
            continue
        ids = _together(unit, which) if kind is Kind.POSTS else (which,)
        found = [newest[kind, one] for one in ids if (kind, one) in newest]
        last = max(one for one, _ in found)
        details = tuple(left for _, facts in found for fact in facts for left in _left(proven, fact))
        if last < before[kind] and details:
            due[kind, ids[0]] = DueThing(kind, ids[0], last, details)
    return tuple(sorted(due.values(), key=lambda one: (one.newest, one.kind, one.id)))


def _together(unit: Unit, which: str) -> tuple[str, ...]:
    """Give a post and all its publications by any one of their ids: they are kept as long as the newest."""
    kept = unit.publications.maybe(which)
    post = which if kept is None else kept.post
    return (which,) if post is None else (post, *(one.id for one in unit.publications.find(post_id=post)))


def _left(proven: Proven, fact: Fact) -> Iterator[Detail]:
    """Give the details of a row that weren't erased yet."""
    for name in fact.body.parts:
        if name not in NEVER and not proven.erased(fact.seq, name):
            yield fact.seq, name
