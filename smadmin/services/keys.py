"""Founding a school, admitting people, wrapping the school key: all of `keys.md` that a person starts.

Nothing here invents a second mechanism of trust: each act is a signed row, checked by `Trust.after`.
"""

from dataclasses import dataclass
from datetime import date

from smadmin.credentials.cells import SchoolCells, new_school_key, school_key_digest
from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.identity import Identity, seal
from smadmin.credentials.locks import FLOOR, Costs, Lock, close_lock
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import BadInput, Reason, Tampered
from smadmin.domain.ids import AccountId, KeyId, PersonId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct, fingerprint
from smadmin.domain.messages import say
from smadmin.domain.naming import newcomer_blockers
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.clocks import set_right_by_envelope
from smadmin.services.desk import Deed, Desk
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.services.seats import Seat

ROOT_SECRET = 0
"""The wrap number under which root lies sealed to the first person until the envelope is proven."""

LEAST_STRENGTH = 3
"""zxcvbn's score that a passphrase must reach (`keys.md`)."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is let in, or comes with a new key.

    Args:
        person: who; as the record has them where they are known already.
        roles: what they may do from today; none for somebody who has roles already.
        key: their new key's public half.
        seat: the public half of the login's own key, where it is new here.
        ends: older keys of theirs that end.
        accounts: for which they are designated, each by a row of its own (BAL-A2).
        shown: the roles that they were shown to hold already to who lets them in; None where nobody was shown
            any.
    """

    person: Person
    roles: frozenset[Role]
    key: Key
    seat: Key | None = None
    ends: tuple[KeyId, ...] = ()
    accounts: tuple[AccountId, ...] = ()
    shown: frozenset[Role] | None = None


@dataclass(frozen=True)
class EnvelopeUse:
    """Why the envelope was typed.

    Args:
        reason: in the person's own words.
        replaced: another root that this computer had noted, which the envelope outranked.
        clock_right: whether they said that this computer's time is right, whatever the record says.
    """

    reason: str
    replaced: KeyId | None = None
    clock_right: bool = False


def passphrase_blockers(passphrase: str, *, words: tuple[str, ...] = ()) -> tuple[Reason, ...]:
    """List why a passphrase is too easy; `words` are the person's and the school's names."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take 0.2 s to load

    if not passphrase or zxcvbn(passphrase[:100], user_inputs=list(words))["score"] < LEAST_STRENGTH:
        return (Reason(say("keys.passphrase-weak")),)
    return ()


def make_lock(
    identity: Identity,
    person: Person,
    passphrase: str,
    *,
    seat: Seat,
    costs: Costs,
    store: str,
    root: KeyId,
    floor: Costs = FLOOR,
    told: bool = False,
) -> Lock:
    """Lock a person's new identity for this seat (an errand: takes about 0.4 s).

    Store and root are bound to the lock: whoever opens it knows for which record it was made, also where the
    keyring says nothing, or says something else. So is the login, by which several in one folder tell their
    locks apart, and whether the passphrase is one that everybody was told (`told`, in a sample school).

    Raises:
        ValueError: for costs below the floor (`close_lock`).
    """
    made_for: dict[str, Plain] = {"person": person.id, "key": identity.key, "store": store, "root": root}
    fields = {"v": 1, "seat": seat.id or "", "told": told, **made_for}
    return close_lock(identity, passphrase, seat=seat.secret, fields=fields, costs=costs, floor=floor)


def public_key(identity: Identity, kind: KeyKind, person: PersonId | None, seat: SeatId | None) -> Key:
    """Give the public half of an identity, as rows name it."""
    return Key(public=identity.public, recipient=identity.recipient, kind=kind, person=person, seat=seat)


class Keys:
    """Keys and trust of one school."""

    def __init__(self, desk: Desk, identities: IdentityFile) -> None:
        """Stand on the desk and this seat's file of locked identities."""
        self._desk = desk
        self._identities = identities

    def found(self, school: School, first: Newcomer, *, seat: Seat, root: Identity) -> tuple[Changes, bytes]:
        """Make the school: root signs the first row and lets in this seat and the first person (a deed).

        Returns:
            what changed, and the school key (number 1).
        """
        school_key = new_school_key()
        cells = SchoolCells(school.id, {1: school_key})
        by = Actor(person=None, seat=None, signer=root, cells=cells, passphrase_at=self._desk.now)
        with self._desk.deed(by) as deed:
            root_key = public_key(root, KeyKind.ROOT, None, None)
            deed.record_trust(TrustAct.ROOT, Noun.KEYS, root.key, {"key": root_key.to_plain()})
            described: dict[str, Plain] = {"school": school.to_plain()}
            deed.record_trust(TrustAct.DESCRIBE_SCHOOL, Noun.SCHOOLS, school.id, described)
            if seat.identity is not None:
                seat_key = public_key(seat.identity, KeyKind.SEAT, None, seat.id)
                deed.record_trust(TrustAct.ADMIT, Noun.KEYS, seat_key.id, {"key": seat_key.to_plain()})
            self._let_in(deed, first, on=school.local(self._desk.now).date())
            entry: dict[str, Plain] = {"number": 1, "sha256": school_key_digest(school_key)}
            deed.record_trust(TrustAct.SCHOOL_KEY, Noun.SCHOOL_KEYS, "1", entry)
            for key in (root_key, first.key):
                self._wrap(deed, 1, key, school_key)
            deed.unit.wraps.keep(
                wrap_id=self._desk.ids.new(),
                number=ROOT_SECRET,
                key=first.key.id,
                sealed=seal(root.secret.encode(), [first.key.recipient]),
            )
        return Changes.of("schools", [school.id]) | Changes.of("people", [first.person.id]), school_key

    def admit_blockers(
        self, trust: Trust, by: PersonId | None, roles: frozenset[Role], on: date
    ) -> tuple[Reason, ...]:
        """List why this person may not let somebody in with these roles."""
        mine = frozenset[Role]() if by is None else trust.roles(by, on)
        if mine & {Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS}:
            return ()
        had_principal = any(grant.role is Role.PRINCIPAL for grant in trust.grants.values())
        if not had_principal and roles == {Role.PRINCIPAL} and set(trust.people) == {by}:
            return ()
        return (Reason(say("keys.only-principal-admits")),)

    def admit(self, by: Actor, newcomer: Newcomer, *, school_keys: dict[int, bytes]) -> Changes:
        """Let somebody in beside whom the admitting person sits (a deed; `keep_lock` goes first).

        Raises:
            NotAllowed: if this person may not, or gave the passphrase too long ago.
            Tampered: if the newcomer isn't who the record says they are.
        """
        with self._desk.deed(by) as deed:
            today = today_of(deed.unit, self._desk)
            reasons = self.admit_blockers(deed.trust, by.person, newcomer.roles, today)
            new = newcomer.person.id not in deed.trust.people
            if new and deed.trust.lists.names(newcomer.person.name, today):
                reasons += (Reason(say("reviewers.strike-first", name=newcomer.person.name), None, "name"),)
            named = [deed.unit.accounts.get(one) for one in newcomer.accounts]
            reasons += newcomer_blockers(deed.trust, by.person, newcomer.roles, named, today)
            if not by.fresh(deed.now):
                reasons = (*reasons, Reason(say("keys.passphrase-again")))
            refuse(reasons)
            self._let_in(deed, newcomer, on=today)
            for number, school_key in school_keys.items():
                self._wrap(deed, number, newcomer.key, school_key)
        return Changes.of("people", [newcomer.person.id])

    def end_own(self, by: Actor) -> Changes:
        """End the very key that signs this, on its person's own word (a deed)."""
        with self._desk.deed(by) as deed:
            if by.person is not None:
                self._end(deed, by.person, by.signer.key)
        return Changes.of("keys", [by.signer.key])

    def let_in_by_envelope(
        self, by: Actor, newcomer: Newcomer, *, school_keys: dict[int, bytes], use: EnvelopeUse
    ) -> Changes:
        """Let somebody in by root's own hand: the school's envelope was typed (a deed).

        That the envelope was used, by whom and why, is a row of its own. Typed as a whole it is also proven.

        Raises:
            Tampered: if `by` isn't root.
        """
        root = by.signer.key
        with self._desk.deed(by) as deed:
            self._let_in(deed, newcomer, on=today_of(deed.unit, self._desk))
            for number, school_key in school_keys.items():
                self._wrap(deed, number, newcomer.key, school_key)
            if deed.unit.wraps.has_number(ROOT_SECRET):
                deed.unit.wraps.remove_number(ROOT_SECRET)
                deed.record(Act.PROVE_ENVELOPE, Noun.KEYS, root)
            part: dict[str, Plain] = {
                "person": newcomer.person.id,
                "name": newcomer.person.name,
                "reason": use.reason,
            }
            if use.replaced is not None:
                part["replaced-note"] = fingerprint(use.replaced)
            deed.record(Act.USE_ENVELOPE, Noun.KEYS, root, parts={"use": part})
            if use.clock_right:
                set_right_by_envelope(deed, self._desk.ids)
        return Changes.of("people", [newcomer.person.id]) | Changes.of("keys", [newcomer.key.id])

    def keep_lock(self, person: PersonId, lock: Lock, *, instead: Lock | None = None) -> None:
        """Keep a person's locked identity on this seat (an errand), as `IdentityFile.keep`."""
        self._identities.keep(person, lock, instead=instead)

    def drop_lock(self, person: PersonId, lock: Lock | None = None) -> None:
        """Drop a lock of somebody who wasn't let in after all, or all of who left (an errand)."""
        self._identities.drop(person, lock)

    def prove_envelope(self, by: Actor, root: KeyId, letters_right: bool) -> Changes:  # noqa: FBT001 - a fact, not a choice
        """Record that the envelope was read back, and drop the sealed copy of root."""
        if not letters_right:
            raise BadInput(say("keys.envelope-wrong"), remedy=say("keys.envelope-again"))
        with self._desk.deed(by) as deed:
            deed.unit.wraps.remove_number(ROOT_SECRET)
            deed.record(Act.PROVE_ENVELOPE, Noun.KEYS, root)
        return Changes.of("keys", [root])

    def envelope_open(self) -> bool:
        """Tell whether root still lies here because its paper was never read back."""
        with self._desk.look() as unit:
            return unit.wraps.has_number(ROOT_SECRET)

    def _let_in(self, deed: Deed, newcomer: Newcomer, *, on: date) -> None:
        person, key, seat = newcomer.person, newcomer.key, newcomer.seat
        _require_as_shown(deed.trust, newcomer, on)
        if seat is not None and seat.id not in deed.trust.keys:
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, seat.id, {"key": seat.to_plain()})
        entry: dict[str, Plain] = {"key": key.to_plain(), "person": person.to_plain()}
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, entry)
        named = [(role, None) for role in sorted(newcomer.roles)]
        for role, account in (*named, *((Role.ADMINISTRATOR, one) for one in newcomer.accounts)):
            grant = Grant(self._desk.ids.new(), person.id, role, on, account)
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, person.id, {"grant": grant.to_plain()})
        for old in newcomer.ends:
            self._end(deed, person.id, old)

    def _end(self, deed: Deed, person: PersonId, old: KeyId) -> None:
        """Retire a key of this person; root's copy for who founded the school stays (`ROOT_SECRET`)."""
        key = deed.trust.key_alive(old)
        if key is None or key.person != person:
            return
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, old, {"key": old})
        for number in deed.unit.wraps.of(old):
            if number != ROOT_SECRET:
                deed.unit.wraps.remove(old, number)

    def _wrap(self, deed: Deed, number: int, key: Key, school_key: bytes) -> None:
        sealed = seal(school_key, [key.recipient])
        deed.unit.wraps.keep(wrap_id=self._desk.ids.new(), number=number, key=key.id, sealed=sealed)


def _require_as_shown(trust: Trust, newcomer: Newcomer, on: date) -> None:
    """Sign only what was read: the name and roles of somebody who is known are those of the proven record."""
    known = trust.people.get(newcomer.person.id)
    held = frozenset[Role]() if known is None else any_roles(trust, known.id, on)
    other = known is not None and (known != newcomer.person or bool(newcomer.roles))
    if other or newcomer.shown not in (None, held):
        raise Tampered(
            say("keys.other-than-shown"),
            kept=say("keys.nothing-changed"),
            remedy=say("keys.other-than-shown-remedy"),
        )


def open_school_keys(identity: Identity, wraps: dict[int, bytes], trust: Trust) -> dict[int, bytes]:
    """Open the school keys that are wrapped to an identity, each checked against its signed row.

    Raises:
        Tampered: if a wrap holds another key than the record names (somebody slipped one in).
    """
    keys = {number: identity.open(sealed) for number, sealed in wraps.items() if number != ROOT_SECRET}
    for number, school_key in keys.items():
        if trust.school_keys.get(number) != school_key_digest(school_key):
            raise Tampered(say("keys.other-school-key"), remedy=say("records.ask-principal"))
    return keys
