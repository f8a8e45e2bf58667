"""For which children everything that is out should be searched: the family said no, and nobody began.

The rows of the list of children tell who said no when, and what stands there now whether it still does.
Who came on the list with a no is told apart, and only where something was out or kept before: a school that
enters its children first is asked for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from smadmin.domain.ids import PhotoSetId, StudentId
from smadmin.domain.students import OptOut, Student
from smadmin.domain.sweeps import Sweep, SweepId, SweepWhy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven
from smadmin.services.students.imports import IMPORT_PART
from smadmin.services.sweep_rows import erased_until, sweeps_of
from smadmin.services.sweep_views import ProposedSweep
from smadmin.storage.unit import Unit

_PART = "student"
_OF_THE_LIST = {Act.OPT_OUT, Act.PHOTO_CONSENT, Act.IMPORT}
Said = Mapping[str, Any]


def proposed_in(
    unit: Unit, proven: Proven, ended: dict[SweepId, Sweep] | None = None
) -> tuple[ProposedSweep, ...]:
    """Give the children for whom nobody began, those who said no first at the top; `ended` as in `sweeps_of`.

    Raises:
        Tampered: what the rows say was spoilt since it was proven.
    """
    if not (unit.published.any() or unit.photo_sets.named()):
        return ()
    return tuple(_waiting(unit, proven, dict(_noes(proven)), ended))


def entered_in(
    unit: Unit, proven: Proven, ended: dict[SweepId, Sweep] | None = None
) -> tuple[ProposedSweep, ...]:
    """Give the children who came on the list with a no when something was out or kept already, oldest first.

    Raises:
        Tampered: what the rows say was spoilt since it was proven.
    """
    before = _first_out(unit)
    if before is None:
        return ()
    later = dict(_noes(proven))
    noes = {who: no for who, no in _entered(proven) if no.since > before and who not in later}
    return tuple(_waiting(unit, proven, noes, ended))


def _waiting(
    unit: Unit, proven: Proven, noes: Mapping[StudentId, ProposedSweep], ended: dict[SweepId, Sweep] | None
) -> list[ProposedSweep]:
    """Give those of some children whose no still stands, and for whom nobody searched since."""
    erased = erased_until(proven)
    # Of whom a sweep was that is erased nobody can tell: a no before it may have been searched for.
    asked = {who: no for who, no in noes.items() if erased is None or no.since > erased}
    begun = {one.student: one.searched_at for one in sweeps_of(proven, ended).values()} if asked else {}
    asked = {who: no for who, no in asked.items() if not (who in begun and begun[who] >= no.since)}
    read, _ = unit.students.readable_among(sorted(asked))
    found = (
        replace(no, name=child.name)
        for student, no in asked.items()
        if (child := read.get(student)) is not None and still_no(child, no.why)
    )
    return sorted(found, key=lambda one: (one.since, one.name, one.student))


def _first_out(unit: Unit) -> datetime | None:
    """Give when the first thing went out or came in, UTC."""
    out, folders = unit.published.oldest(), unit.photo_sets.named()
    kept = unit.photo_sets.maybe(PhotoSetId(folders[0])) if folders else None
    moments = [one for one in (out, None if kept is None else kept.created_at) if one is not None]
    return min(moments, default=None)


def still_no(child: Student, why: SweepWhy) -> bool:
    """Tell whether what a sweep is for still stands on the list."""
    if why is SweepWhy.CONSENT_ENDED:
        return not child.photo_consent
    return why is SweepWhy.ASKED or bool(child.opt_outs)


def whys_for(proven: Proven, children: Iterable[Student]) -> dict[StudentId, SweepWhy]:
    """Say why everything is searched for children: what a family said last, else that somebody asked."""
    noes = dict(_noes(proven))
    return {child.id: _why(child, noes.get(child.id)) for child in children}


def _why(child: Student, said: ProposedSweep | None) -> SweepWhy:
    if said is not None and still_no(child, said.why):
        return said.why
    return SweepWhy.OPTED_OUT if child.opt_outs else SweepWhy.ASKED


def _noes(proven: Proven) -> Iterator[tuple[StudentId, ProposedSweep]]:
    """Give per row that took something back who did so, oldest first; the newest one of a child counts."""
    facts = [one for one in proven.about(Noun.STUDENTS) if one.body.act in _OF_THE_LIST]
    said = {name: proven.parts(name, facts) for name in (_PART, IMPORT_PART)}
    for fact in facts:
        part = said[_PART].get(fact.seq, {})
        listed = said[IMPORT_PART].get(fact.seq, {})
        told, kinds = listed.get("noes"), listed.get("opt_outs")
        for one in told if isinstance(told, list) else ():
            by_kind = isinstance(kinds, dict) and one in kinds
            yield _no(str(one), SweepWhy.OPTED_OUT if by_kind else SweepWhy.CONSENT_ENDED, fact)
        if fact.body.act == Act.OPT_OUT and _kinds(part, "opt_outs") - _kinds(part, "before"):
            yield _no(str(part["student"]), SweepWhy.OPTED_OUT, fact)
        if fact.body.act == Act.PHOTO_CONSENT and part.get("photo_consent") is False:
            yield _no(str(part["student"]), SweepWhy.CONSENT_ENDED, fact)


def _entered(proven: Proven) -> Iterator[tuple[StudentId, ProposedSweep]]:
    """Give per row that brought a child with a no who that is, oldest first."""
    facts = [one for one in proven.about(Noun.STUDENTS) if one.body.act in {Act.ADD, Act.IMPORT}]
    said = {name: proven.parts(name, facts) for name in (_PART, IMPORT_PART)}
    for fact in facts:
        part, listed = said[_PART].get(fact.seq, {}), said[IMPORT_PART].get(fact.seq, {}).get("entered")
        for one in listed if isinstance(listed, list) else ():
            yield _no(str(one), SweepWhy.OPTED_OUT, fact)
        if fact.body.act == Act.ADD and _kinds(part, "opt_outs"):
            yield _no(str(part["student"]), SweepWhy.OPTED_OUT, fact)


def _no(student: str, why: SweepWhy, fact: Fact) -> tuple[StudentId, ProposedSweep]:
    return StudentId(student), ProposedSweep(StudentId(student), "", why, fact.body.utc)


def _kinds(part: Said, name: str) -> frozenset[str]:
    """Give what was said no to, but for the child's own work: that no search finds."""
    told = part.get(name)
    kinds = frozenset(str(one) for one in told) if isinstance(told, list) else frozenset()
    return kinds - {OptOut.CREATIVE_WORK.value}
