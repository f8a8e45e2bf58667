"""For which children everything that is out should be searched: the family said no, and nobody began.

The rows of the list of children tell who said no when, and what stands there now whether it still does. A
child who was entered with a no isn't proposed: where something of theirs may be out all the same, somebody
begins by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from smadmin.domain.ids import StudentId
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
    erased = erased_until(proven)
    # Of whom a sweep was that is erased nobody can tell: a no before it may have been searched for.
    noes = {who: no for who, no in _noes(proven) if erased is None or no.since > erased}
    begun = {one.student: one.searched_at for one in sweeps_of(proven, ended).values()}
    read, _ = unit.students.readable_among(sorted(noes))
    found = (
        replace(no, name=child.name)
        for student, no in noes.items()
        if (child := read.get(student)) is not None
        and still_no(child, no.why)
        and not (student in begun and begun[student] >= no.since)
    )
    return tuple(sorted(found, key=lambda one: (one.since, one.name, one.student)))


def still_no(child: Student, why: SweepWhy) -> bool:
    """Tell whether what a sweep is for still stands on the list."""
    if why is SweepWhy.CONSENT_ENDED:
        return not child.photo_consent
    return why is SweepWhy.ASKED or bool(child.opt_outs)


def why_for(proven: Proven, child: Student) -> SweepWhy:
    """Say why everything is searched for a child: what their family said last, else that somebody asked."""
    said = dict(_noes(proven)).get(child.id)
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


def _no(student: str, why: SweepWhy, fact: Fact) -> tuple[StudentId, ProposedSweep]:
    return StudentId(student), ProposedSweep(StudentId(student), "", why, fact.body.utc)


def _kinds(part: Said, name: str) -> frozenset[str]:
    """Give what was said no to, but for the child's own work: that no search finds."""
    told = part.get(name)
    kinds = frozenset(str(one) for one in told) if isinstance(told, list) else frozenset()
    return kinds - {OptOut.CREATIVE_WORK.value}
