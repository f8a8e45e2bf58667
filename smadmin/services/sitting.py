"""Sitting down for the first time with a code of the signed list (`keys.md`): under a minute, nobody beside.

A chain: the code is tried (throttled, also over restarts), a key is made behind a PIN of this computer, and
its own row lets it in. A kill in between leaves a lock that opens nothing, and the code still works.
"""

from dataclasses import dataclass

from smadmin.credentials.codes import CodeKey, looks_like_code
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import FLOOR, Costs, Lock, WrongPassphrase, measured_costs
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason, Tampered
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.pins import is_obvious, is_pin
from smadmin.domain.reviewers import Place, ReviewerList, sitting_down_text
from smadmin.domain.tries import Tries
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import make_lock, public_key
from smadmin.services.locks_here import put_back_lock
from smadmin.services.office import Office
from smadmin.services.proof import Proof, proven_now
from smadmin.services.roles import today_of


@dataclass(frozen=True)
class Expected:
    """Somebody on a list whose code wasn't used yet."""

    list: str
    place: str
    name: str


@dataclass(frozen=True, repr=False)
class Arrival:
    """Who sat down with a code, and their new key, unlocked."""

    person: PersonId
    name: str
    identity: Identity


def expected(office: Office) -> tuple[Expected, ...]:
    """Give whom the lists in force still expect, by name."""
    with office.desk.look() as unit:
        trust, today = unit.trust.read(), today_of(unit, office.desk)
    return tuple(Expected(held.id, place.id, place.name) for held, place in trust.lists.open_places(today))


def pins_off(office: Office) -> KnownError | None:
    """Say why six digits are no lock here, or None: without a keyring they would be all of it."""
    if office.seat.identity is not None:
        return None
    return OutsideFailed(say("reviewers.no-keyring"), remedy=say("reviewers.no-keyring-remedy"))


def pin_blockers(pin: str) -> tuple[Reason, ...]:
    """List why a PIN won't do."""
    if not is_pin(pin):
        return (Reason(say("reviewers.six-digits"), None, "pin"),)
    return (Reason(say("reviewers.pin-obvious"), None, "pin"),) if is_obvious(pin) else ()


def sit_down(
    office: Office,
    who: Expected,
    code: str,
    pin: str,
    *,
    costs: Costs | None = None,
    floor: Costs = FLOOR,
) -> Arrival:
    """Let somebody in by their code, behind a PIN of their own (an errand of about a second).

    Args:
        office: of the school in this folder.
        who: as they were expected.
        code: as typed; small letters, blanks and hyphens don't count.
        pin: six digits.
        costs: of the lock; None measures what this computer bears.
        floor: the least costs; only tests give lower ones.

    Raises:
        NotAllowed: a PIN that won't do, or the code's list is over.
        OutsideFailed: there is no keyring, so PINs are off.
        WrongPassphrase: another code; the try is counted.
        KnownError: after too many wrong codes, until when.
    """
    if off := pins_off(office):
        raise off
    if reasons := pin_blockers(pin):
        raise NotAllowed(reasons)
    root = _vouched_root(office)
    held, place = _place(office, who)
    key = _tried(office, held, place, code)
    identity = Identity.new()
    person = Person(place.person, place.name)
    lock = make_lock(
        identity,
        person,
        pin,
        seat=office.seat,
        costs=costs or measured_costs(),
        store=office.grounds.store.id,
        root=root,
        floor=floor,
    )
    _let_in(office, identity, lock, held=held, place=place, proof=key)
    office.settle()
    return Arrival(place.person, place.name, identity)


def _place(office: Office, who: Expected) -> tuple[ReviewerList, Place]:
    with office.desk.look() as unit:
        trust, today = unit.trust.read(), today_of(unit, office.desk)
    for held, place in trust.lists.open_places(today):
        if (held.id, place.id) == (who.list, who.place):
            return held, place
    raise NotAllowed((Reason(say("reviewers.not-expected", name=who.name)),))


def _tried(office: Office, held: ReviewerList, place: Place, code: str) -> CodeKey:
    """Try a code; wrong ones cost a longer and longer wait, like wrong passphrases."""
    tries, now, counted = (
        office.grounds.identities.tries(PersonId(place.id)),
        office.desk.now,
        PersonId(place.id),
    )
    wait = tries.wait_until(now)
    if wait is not None and now < wait:
        raise KnownError(say("session.wait", seconds=int((wait - now).total_seconds()) + 1))
    key = CodeKey.of(code, place.salt, Costs(*held.costs)) if looks_like_code(code) else None
    if key is None or key.public != place.public:
        if key is not None:  # a letter too few is no guess
            office.grounds.identities.count_try(counted, Tries(tries.wrong + 1, now))
        raise WrongPassphrase(
            say("reviewers.wrong-code" if key else "reviewers.code-length"),
            kept=say("keys.nothing-changed"),
            remedy=say("reviewers.wrong-code-remedy"),
        )
    if tries.wrong:
        office.grounds.identities.count_try(counted, Tries())
    return key


def _let_in(
    office: Office, identity: Identity, lock: Lock, *, held: ReviewerList, place: Place, proof: CodeKey
) -> None:
    key = public_key(identity, KeyKind.REVIEWER, place.person, office.seat.id)
    actor = Actor(place.person, office.seat.id, identity, None, office.desk.now)
    before = office.grounds.identities.locks().get(place.person)
    # First: else a kill leaves a key that nobody has. It is their only one, so any older lock opens nothing.
    office.keys.keep_lock(place.person, lock, instead=before)
    let_in = False
    try:
        with office.desk.first_deed(actor) as deed:
            known = deed.trust.people.get(place.person) or Person(place.person, place.name)
            text = sitting_down_text(office.desk.school, held.id, place.id, key.id)
            entry: dict[str, Plain] = {
                "key": key.to_plain(),
                "person": known.to_plain(),
                "list": held.id,
                "place": place.id,
                "proof": proof.sign(text).hex(),
            }
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, entry)
        let_in = True
    finally:
        if not let_in:
            put_back_lock(office, place.person, lock, before=before)


def _vouched_root(office: Office) -> KeyId:
    """Prove the record, also where nobody signed in, and give the key that it began with.

    Raises:
        Tampered: it isn't whole, or not the one that this computer noted: somebody with a passphrase looks.
    """
    if office.session.now_acting is not None:
        return office.vouched_root()
    office.note_outside()
    # Not the office's own proof: nobody's keys are here, so what is sealed stays unchecked.
    proof = Proof(office.desk, lambda: office.noted)
    proven = proven_now(proof, office.desk, None)
    if not (proven.whole and proven.head_right and proven.root_proven) or proven.begun_by is None:
        raise Tampered(say("reviewers.record-first"), remedy=say("reviewers.record-first-remedy"))
    office.desk.proven, office.desk.proof = proof.trust, proof.now
    return proven.begun_by
