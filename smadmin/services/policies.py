"""The school's policy as a whole: what is in force and since when; an own one read, compared, put in force.

The signed facts of the school name the pack (`School.policy`), an own one by the digest of its text; so
whoever changes either shows in the record. A school may only be stricter than its district
(`product.md`): what would be looser takes communications' own hand, or their decision, named in the row.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from smadmin import resources
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import BadInput, KnownError, Reason
from smadmin.domain.keys import TRUST_PART, TrustAct
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.policy.comparing import changes_of, looser_than
from smadmin.domain.policy.own import OwnPack
from smadmin.domain.policy.packs import Pack
from smadmin.domain.rights import who_may
from smadmin.domain.schools import School
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.packs import parse_pack
from smadmin.services.desk import Deed, Desk
from smadmin.services.policy import Policy
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.roles import any_roles, leaving_reasons, refuse, roles_in, today_of
from smadmin.storage.unit import Unit

POLICY_PART, DECISION_PART = "policy", "reason"
_LEAST_DECISION = 8


@dataclass(frozen=True)
class PolicySheet:
    """What stands on the screen.

    Args:
        pack: the policy in force; None where it can't be read.
        broken: why it can't be read, else None.
        own: whether it is the school's own, not a shipped one.
        by: who put it in force, empty where it is the one the school began with.
        since: when, by the school's clock; None as above.
        district: the name of the district's own, than which a school may only be stricter; empty: unknown.
        shipped: ids and names of the policies that come with the program.
        may_put: why this person can't put another in force; empty: they can.
    """

    pack: Pack | None
    broken: KnownError | None
    own: bool
    by: str
    since: datetime | None
    district: str
    shipped: tuple[tuple[str, str], ...]
    may_put: tuple[Reason, ...]


@dataclass(frozen=True)
class Proposal:
    """A policy that was read and isn't in force.

    Args:
        named: what the school would name: a shipped policy's id, or the digest of an own one's text.
        text: an own one's text, or None for a shipped one.
        pack: what it says.
        changes: what would be otherwise than now; empty where it is the one in force.
        looser: what of it is looser than the district's.
        version_used: whether another text of the same id and version was in force once.
    """

    named: str
    text: str | None
    pack: Pack
    changes: tuple[Message, ...] = ()
    looser: tuple[Message, ...] = ()
    version_used: bool = False


class Policies:
    """Policies of one school.

    Args:
        desk: whose.
        policy: the packs.
        proof: says who put what in force.
        changed: told of the school as it is once another policy is in force.
    """

    def __init__(self, desk: Desk, policy: Policy, proof: Proof, changed: Callable[[School], None]) -> None:
        """Stand on the desk, the packs and the proven record."""
        self._desk = desk
        self._policy = policy
        self._proof = proof
        self._changed = changed

    def sheet(self, by: Actor) -> PolicySheet:
        """Give the policy in force, with who put it there."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            named = self._named(unit)
            put = _newest(proven, named)
            people = proven.trust.people
            pack, broken = self._readable(named, unit)
            district, _ = self._readable(self._district(proven, unit), unit)
            return PolicySheet(
                pack=pack,
                broken=broken,
                own=named not in self._policy.packs,
                by="" if put is None or put.body.person is None else people[put.body.person].name,
                since=None if put is None else unit.schools.get(unit.school).local(put.body.utc),
                district="" if district is None else district.name,
                shipped=tuple((one.id, one.name) for one in self._policy.packs.values()),
                may_put=_role_reasons(any_roles(proven.trust, by.person, today_of(unit, self._desk))),
            )

    def _readable(self, named: str, unit: Unit) -> tuple[Pack | None, KnownError | None]:
        """Give a pack, or why it can't be read: then another can still be put in force."""
        try:
            return self._policy.in_force(named, unit), None
        except KnownError as error:
            return None, error

    def text_of(self, by: Actor, named: str) -> str:
        """Give a policy's text, for reading or for copying it into one of one's own."""
        if named in self._policy.packs:
            return resources.find(f"policies/{named}.toml").read_text("utf-8")
        with self._desk.look(by) as unit:
            self._policy.in_force(named, unit)
            return unit.packs.get(named).text

    def text_in_force(self, by: Actor) -> str:
        """Give the text of the policy in force."""
        with self._desk.look(by) as unit:
            named = self._named(unit)
        return self.text_of(by, named)

    def read_shipped(self, by: Actor, named: str, *, language: str) -> Proposal:
        """Compare a shipped policy with the one in force."""
        return self._proposal(by, named, None, self._policy.pack(named), language=language)

    def read(self, by: Actor, text: str, *, file: str, language: str) -> Proposal:
        """Read an own policy and compare it with the one in force; nothing is changed.

        Args:
            by: who asks.
            text: as written.
            file: what it is called in errors.
            language: for the district's questions.

        Raises:
            BadInput: with the line and the reason; the one in force stays.
        """
        from smadmin.domain.public_holidays import is_region  # noqa: PLC0415 - loads for 50 ms

        pack = parse_pack(file, text.encode(), is_region)
        if pack.id in self._policy.packs:
            raise BadInput(
                say("policies.id-taken", id=pack.id),
                kept=say("policy.broken-file-kept"),
                remedy=say("policies.id-taken-remedy"),
            )
        own = OwnPack.of(self._desk.school, text)
        return self._proposal(by, own.id, text, pack, language=language)

    def blockers(self, by: Actor, proposal: Proposal, decided: str) -> tuple[Reason, ...]:
        """List why this person can't put it in force."""
        with self._desk.look(by) as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            leaves = leaving_reasons(self._desk, unit, by, Act.PUT_IN_FORCE, Noun.POLICIES)
        return leaves or put_blockers(proposal, roles, decided)

    def put_in_force(self, by: Actor, proposal: Proposal, *, decided: str = "") -> Changes:
        """Put a policy in force (a deed).

        Args:
            by: the principal, or communications.
            proposal: as it was read; compared anew here.
            decided: where it is looser than the district's: who in the district decided it, how and when.

        Raises:
            NotAllowed: another role, nothing changes, or looser without the district's decision.
        """
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            now = self._compared(deed.unit, proven, proposal, language="en")
            refuse(put_blockers(now, roles_in(deed), decided))
            school = replace(deed.unit.schools.get(self._desk.school), policy=now.named)
            self._keep(deed, now, decided)
            described: dict[str, Plain] = {"school": school.to_plain()}
            deed.record_trust(TrustAct.DESCRIBE_SCHOOL, Noun.SCHOOLS, school.id, described)
        self._changed(school)
        return Changes.of("schools", [school.id]) | Changes.of("records", [school.id])

    def _keep(self, deed: Deed, proposal: Proposal, decided: str) -> None:
        if proposal.text is not None and deed.unit.packs.maybe(proposal.named) is None:
            deed.unit.packs.add(OwnPack.of(self._desk.school, proposal.text))
        pack = proposal.pack
        parts: dict[str, Plain] = {POLICY_PART: {"id": _version_of(pack), "policy": pack.name}}
        if tidy(decided):
            parts[DECISION_PART] = {"reason": tidy(decided)}
        deed.record(Act.PUT_IN_FORCE, Noun.POLICIES, proposal.named, parts=parts)

    def _proposal(self, by: Actor, named: str, text: str | None, pack: Pack, *, language: str) -> Proposal:
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return self._compared(unit, proven, Proposal(named, text, pack), language=language)

    def _compared(self, unit: Unit, proven: Proven, one: Proposal, *, language: str) -> Proposal:
        named = self._named(unit)
        now, _ = self._readable(named, unit)
        district, _ = self._readable(self._district(proven, unit), unit)
        changes = () if now is None else changes_of(now, one.pack, language)
        looser = (say("policies.district-unknown"),)
        return replace(
            one,
            changes=() if one.named == named else changes or (say("policies.words-only"),),
            looser=looser if district is None else looser_than(district, one.pack, language),
            version_used=_version_used(proven, one),
        )

    def _named(self, unit: Unit) -> str:
        return unit.schools.get(self._desk.school).policy

    def _district(self, proven: Proven, unit: Unit) -> str:
        """Name the district's policy: what communications decided last, else what the school began with."""
        for fact in reversed(proven.acts(Act.PUT_IN_FORCE)):
            decided = DECISION_PART in fact.body.parts
            if fact.body.id is not None and (Role.COMMUNICATIONS in fact.roles or decided):
                return fact.body.id
        for fact in proven.acts(Act.DESCRIBE_SCHOOL):
            part = proven.part(fact, TRUST_PART)
            school = None if part is None else part.get("school")
            if isinstance(school, dict):
                return str(school["policy"])
        return self._named(unit)


def put_blockers(proposal: Proposal, roles: frozenset[Role], decided: str) -> tuple[Reason, ...]:
    """List why somebody of these roles can't put a policy in force."""
    reasons = list(_role_reasons(roles))
    if not proposal.changes:
        reasons.append(Reason(say("policies.is-in-force")))
    if proposal.version_used:
        reasons.append(Reason(say("policies.version-used", version=proposal.pack.version), None, "version"))
    named = len(tidy(decided)) >= _LEAST_DECISION
    if proposal.looser and Role.COMMUNICATIONS not in roles and not named:
        reasons.append(Reason(say("policies.looser", n=len(proposal.looser)), None, "decided"))
    return tuple(reasons)


def _role_reasons(roles: frozenset[Role]) -> tuple[Reason, ...]:
    if roles & who_may(Noun.POLICIES, Act.PUT_IN_FORCE):
        return ()
    return (Reason(say("policies.not-yours")),)


def _newest(proven: Proven, named: str) -> Fact | None:
    """Give the row that put a policy in force last."""
    rows = proven.about(Noun.POLICIES, named)
    return rows[-1] if rows else None


def _version_used(proven: Proven, one: Proposal) -> bool:
    """Tell whether releases that name this id and version meant another text."""
    for fact in proven.acts(Act.PUT_IN_FORCE):
        part = proven.part(fact, POLICY_PART) or {}
        if part.get("id") == _version_of(one.pack) and fact.body.id != one.named:
            return True
    return False


def _version_of(pack: Pack) -> str:
    """Name a policy with its version, as releases do."""
    return f"{pack.id}/{pack.version}"
