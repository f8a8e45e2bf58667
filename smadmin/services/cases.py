"""Cards for emergencies as they are worked through: opened, who was told, closed; all in the record alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.cases import (
    CASE_PART,
    MISTAKE_PART,
    About,
    Case,
    CaseId,
    Opening,
    close_blockers,
    mistake_blockers,
    mistake_said,
    told_blockers,
)
from smadmin.domain.changes import Changes, Done
from smadmin.domain.comments import CommentId
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.escalations import TOLD_PART, Telling, Told, Trouble, contacts_on, telling_blockers
from smadmin.domain.ids import AccountId, PersonId, PostId, PublicationId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.posts import Content
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.comment_rows import comments_of
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.published import out_on
from smadmin.services.reading import Reader
from smadmin.services.removal_rows import is_gone
from smadmin.services.roles import (
    day_of,
    local_now,
    person_of,
    refuse,
    require_role,
    school_roles,
    today_of,
)
from smadmin.services.stopping import may_go_out, not_begun
from smadmin.storage.unit import Unit

_UNREADABLE = (KeyError, TypeError, ValueError)
_Who = tuple[PersonId | None, frozenset[Role], datetime]
"""Who closes a case, what they hold in the whole school, and when."""
_SOUNDS_LIKE: Mapping[Trouble, frozenset[str]] = {
    Trouble.THREAT: frozenset({CheckId.THREAT}),
    Trouble.BULLYING: frozenset({CheckId.INSULT, CheckId.SLUR}),
    Trouble.EMPLOYEE: frozenset({CheckId.ACCUSATION}),
}
"""Which checks of wordings suggest a card."""


@dataclass(frozen=True)
class CaseSheet:
    """A case with the names of who opened it and who noted each telling, and why it can't be closed.

    Args:
        mistake_blockers: why this person can't close it as one that was opened by mistake.
    """

    case: Case
    by: str
    told_by: tuple[str, ...]
    blockers: tuple[Reason, ...]
    mistake_blockers: tuple[Reason, ...] = ()


class Cases:
    """The cases of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def all(self, by: Actor) -> tuple[CaseSheet, ...]:
        """Give every case: open ones first, then the newest first."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            found = sorted(cases_of(proven).values(), key=lambda one: one.at, reverse=True)
            roles = school_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            ordered = sorted(found, key=lambda one: not one.open)
            return tuple(_sheet(unit, proven, one, (by.person, roles, self._desk.now)) for one in ordered)

    def waiting(self, by: Actor) -> tuple[Case, ...]:
        """Give the open cases, oldest first, for everybody's Today."""
        with self._desk.look(by) as unit:
            return tuple(one for one in cases_of(self._proof.now(unit)).values() if one.open)

    def suggested(self, by: Actor, comment: CommentId) -> tuple[Trouble, ...]:
        """Give the cards that the wording checks make of a comment's words; a person decides."""
        with self._desk.look(by) as unit:
            found = comments_of(self._proof.now(unit), only=comment).get(comment)
            if found is None or unit.accounts.maybe(found.form.account) is None:
                return ()
            content = Content(text=found.form.text, accounts=(found.form.account,))
            rules = {one.rule for one in self._reader.typed(unit, content)[found.form.account]}
        return tuple(trouble for trouble, names in _SOUNDS_LIKE.items() if rules & names)

    def open(self, by: Actor, opening: Opening) -> Done[CaseId]:
        """Open a card; from now on the clock goes (a deed). An open one on the same is gone on with.

        Raises:
            NotAllowed: for whoever has no role here.
        """
        person_of(by)
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            require_role(deed)
            known = cases_of(self._proof.now(deed.unit)).values()
            same = next((one for one in known if one.open and one.opening == opening), None)
            if same is not None and opening.about is not About.ELSEWHERE:
                return Done(same.id, Changes())
            made = CaseId(self._desk.ids.new())
            deed.record(Act.OPEN_CASE, Noun.CASES, made, parts={CASE_PART: opening.to_plain()})
        return Done(made, _changes(made))

    def tell(self, by: Actor, case: CaseId, telling: Telling) -> Changes:
        """Note that somebody was told (a deed).

        Raises:
            NotAllowed: ahead of time, to an office that the policy doesn't name, once it is closed.
            KnownError: there is no such case.
        """
        with self._desk.deed(by) as deed:
            require_role(deed)
            found = self._one(deed, case)
            if not found.open:
                raise NotAllowed((Reason(say("cases.closed-already")),))
            offices = [one.office for one in contacts_on(self._reader.pack(deed.unit), found.trouble)]
            opened = deed.unit.schools.get(deed.unit.school).local(found.at).replace(tzinfo=None)
            refuse(told_blockers(telling, opened))
            refuse(telling_blockers(telling, local_now(self._desk, deed.unit), offices))
            parts = {TOLD_PART: replace(telling, trouble=found.trouble).to_plain()}
            deed.record(Act.ESCALATE, Noun.CASES, case, parts=parts)
        return _changes(case)

    def close(self, by: Actor, case: CaseId) -> Changes:
        """Close a case (a deed).

        Raises:
            NotAllowed: before those were told who must be, and while a post is still out that has to go.
            KnownError: there is no such case.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            require_role(deed)
            proven, found = self._proof.now(deed.unit), self._one(deed, case)
            refuse(_close_blockers(deed.unit, proven, found))
            deed.record(Act.CLOSE_CASE, Noun.CASES, case)
        return _changes(case)

    def close_mistake(self, by: Actor, case: CaseId, why: str) -> Changes:
        """Close a case that was opened by mistake, without anybody being told (a deed).

        Raises:
            NotAllowed: to others than who opened it and the office, after a day, without a sentence; for
                suspected abuse, and while a post is still out that has to go.
            KnownError: there is no such case.
        """
        said = mistake_said(why)
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            require_role(deed)
            proven, found = self._proof.now(deed.unit), self._one(deed, case)
            who = (by.person, school_roles(deed.trust, by.person, day_of(deed)), self._desk.now)
            refuse(_mistake_blockers(deed.unit, proven, found, who))
            deed.record(Act.CLOSE_CASE, Noun.CASES, case, parts={MISTAKE_PART: {"why": said}})
        return _changes(case)

    def _one(self, deed: Deed, case: CaseId) -> Case:
        found = cases_of(self._proof.now(deed.unit)).get(case)
        if found is None:
            raise KnownError(say("cases.gone"))
        return found


def cases_of(proven: Proven) -> dict[CaseId, Case]:
    """Give the cases as the record has them, oldest first."""
    found: dict[CaseId, Case] = {}
    for fact in proven.about(Noun.CASES):
        id_ = CaseId(fact.body.id or "")
        try:
            case = _with(found.get(id_), fact, proven)
        except _UNREADABLE:  # signed, and yet nothing of the kind
            continue
        if case is not None:
            found[id_] = case
    return found


def still_out(unit: Unit, proven: Proven, opening: Opening) -> tuple[tuple[PublicationId, AccountId], ...]:
    """Give where a child's picture or data can still be seen, of the post that a case is about."""
    if not _is_childs_post(opening):
        return ()
    out = out_on(unit, proven, PostId(opening.subject))
    return tuple((one.id, one.account) for one in out if not is_gone(proven, one.id, one.account))


def _is_childs_post(opening: Opening) -> bool:
    return opening.trouble is Trouble.CHILD_OUT and opening.about is About.POST


def _with(case: Case | None, fact: Fact, proven: Proven) -> Case | None:
    act, at = fact.body.act, fact.moment
    if case is None:
        if act != Act.OPEN_CASE:
            return None
        opening = Opening.from_plain(proven.part(fact, CASE_PART) or {})
        return Case(CaseId(fact.body.id or ""), opening, fact.body.person, at)
    if not case.open:
        return case
    if act == Act.ESCALATE:
        telling = Telling.from_plain(proven.part(fact, TOLD_PART) or {})
        told = Told(telling, fact.body.person, proven.trust.day_of(at))
        ahead = telling.at.date() > told.noted_on  # nobody was told yet whom somebody will tell
        return case if ahead else replace(case, told=(*case.told, told))
    return _closed(case, fact, proven) if act == Act.CLOSE_CASE else case


def _closed(case: Case, fact: Fact, proven: Proven) -> Case:
    """Close it where its row may: another program may sign it all the same."""
    part = proven.part(fact, MISTAKE_PART)
    if part is None:
        return case if close_blockers(case) else replace(case, closed_at=fact.moment)
    if mistake_blockers(case, fact.body.person, fact.roles, fact.moment):
        return case
    why = str(part["why"]).strip()
    return replace(case, closed_at=fact.moment, mistake=why) if why else case


def _sheet(unit: Unit, proven: Proven, case: Case, who: _Who) -> CaseSheet:
    told_by = tuple(name_in(proven, one.by) for one in case.told)
    blockers = _close_blockers(unit, proven, case)
    return CaseSheet(
        case, name_in(proven, case.by), told_by, blockers, _mistake_blockers(unit, proven, case, who)
    )


def _close_blockers(unit: Unit, proven: Proven, case: Case) -> tuple[Reason, ...]:
    still, waits = _seen_of(unit, proven, case)
    return close_blockers(case, still_out=still, waits=waits)


def _mistake_blockers(unit: Unit, proven: Proven, case: Case, who: _Who) -> tuple[Reason, ...]:
    still, waits = _seen_of(unit, proven, case)
    return mistake_blockers(case, *who, still_out=still, waits=waits)


def _seen_of(unit: Unit, proven: Proven, case: Case) -> tuple[int, int]:
    """Count the accounts on which a case's post is still out, and those on which it may still go out."""
    out = still_out(unit, proven, case.opening) if case.open else ()
    waits = 0
    if case.open and _is_childs_post(case.opening):
        post = PostId(case.opening.subject)
        known = unit.posts.maybe(post) is not None
        begun = {one.account for one in may_go_out(unit, proven, post)}
        waits = len(begun | {*not_begun(unit, proven, post)}) if known else 0
    return len(out), waits


def _changes(case: CaseId) -> Changes:
    return Changes.of("cases", [case])
