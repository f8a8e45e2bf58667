"""What is due by the schedule: things about which nothing was done for their kind's years.

Only things that nobody touched since are looked at, so that a long record costs no more than a short one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.erasures import NEVER, Detail
from smadmin.domain.retention import NOUNS, Kind, years_before
from smadmin.domain.schools import School
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
    due: dict[tuple[Kind, str], DueThing] = {}
    for kind in Kind:
        for one in _due(unit, proven, school, kind, years_before(today, years[kind])):
            due[kind, one.id] = one
    return tuple(sorted(due.values(), key=lambda one: (one.newest, one.kind, one.id)))


def _due(unit: Unit, proven: Proven, school: School, kind: Kind, before: date) -> Iterator[DueThing]:
    def day(fact: Fact) -> date:
        return school.local(fact.moment).date()

    for which in proven.untouched(kind, lambda fact: day(fact) < before):
        own = _facts(proven, kind, which)
        if not any(True for fact in own for _ in _left(proven, fact)):
            proven.settle(kind, which)  # nor is it gone through the next time
            continue
        ids = _together(unit, which) if kind is Kind.POSTS else (which,)
        facts = [fact for one in ids for fact in _facts(proven, kind, one)]
        last = max(day(fact) for fact in facts)
        if last < before:
            details = tuple(left for fact in facts for left in _left(proven, fact))
            yield DueThing(kind, ids[0], last, details)


def _facts(proven: Proven, kind: Kind, which: str) -> list[Fact]:
    return [fact for noun, one in NOUNS.items() if one is kind for fact in proven.about(noun, which)]


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
