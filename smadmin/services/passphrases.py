"""Another passphrase: one's own changed, or a new key for somebody who forgot theirs and sits beside.

Changing locks the same key anew; nothing is signed. Who forgot it gets a new key, which whoever has the right
lets in beside them, and the one behind the forgotten passphrase ends (`keys.md`).
"""

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import FLOOR, Costs, close_lock, measured_costs
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.tries import Tries
from smadmin.services.founding import require_strong
from smadmin.services.joining import Applicant, make_key
from smadmin.services.keys import Newcomer, passphrase_blockers
from smadmin.services.locks_here import ending, lock_here, put_back_lock
from smadmin.services.office import Office
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.services.session import Unlocked


def change_passphrase(
    office: Office, *, old: str, new: str, costs: Costs | None = None, floor: Costs = FLOOR
) -> Changes:
    """Lock the key of whoever acts now with another passphrase, on this computer (an errand).

    Their other computers keep the passphrase that they have there.

    Args:
        office: of whoever acts now.
        old: the one they have; a wrong one is counted as at signing in.
        new: the one they want.
        costs: of the lock; None measures what this computer bears.
        floor: the least costs; only tests give a lower one.

    Raises:
        WrongPassphrase: if the old one is another.
        NotAllowed: if the new one is too easy, or the old one again.
        OutsideFailed: if there is no keyring, and the passphrase isn't one that the program made.
    """
    acting = _acting(office)
    words = tuple(f"{office.school.name} {acting.person.name} {acting.person.email}".split())
    reasons = passphrase_blockers(new, words=words)
    if new == old:
        reasons = (Reason(say("people.same-passphrase"), None, "passphrase"), *reasons)
    refuse(reasons)
    office.session.give_passphrase_again(old)
    require_strong(office.seat, new)
    lock, signer = office.grounds.identities.locks().get(acting.person.id), acting.actor.signer
    if lock is None or not isinstance(signer, Identity):
        raise KnownError(say("session.nobody-here"), remedy=say("session.admit-first"))
    anew = close_lock(
        signer,
        new,
        seat=office.seat.secret,
        fields={**lock.fields, "told": False},
        costs=costs or measured_costs(),
        floor=floor,
    )
    office.keys.keep_lock(acting.person.id, anew, instead=lock)
    return Changes()


def new_key_beside(
    office: Office,
    person: PersonId,
    passphrase: str,
    *,
    lost: bool = False,
    costs: Costs | None = None,
    floor: Costs = FLOOR,
) -> Changes:
    """Make a new key for somebody who sits beside whoever acts now (a chain: lock, deed, log-ins).

    Args:
        office: of whoever acts now, who may let people in.
        person: whom the record knows.
        passphrase: what they chose.
        lost: whether their keys on every other computer end too.
        costs: as in `change_passphrase`.
        floor: as in `change_passphrase`.

    Raises:
        NotAllowed: a weak passphrase, one's own key, or who acts now may not let people in.
        OutsideFailed: if there is no keyring, and the passphrase isn't one that the program made.
    """
    acting, trust = _acting(office), office.proven().trust
    known = trust.people.get(person)
    if known is None or person == acting.person.id:
        raise NotAllowed((Reason(say("people.own-key" if known else "people.stranger")),))
    with office.desk.look() as unit:
        today = today_of(unit, office.desk)
    refuse(office.keys.admit_blockers(trust, acting.person.id, frozenset(), today))
    applicant = Applicant(known, frozenset(), passphrase, lost=lost)
    made = make_key(office, applicant, root=office.vouched_root(), costs=costs, floor=floor)
    identities = office.grounds.identities
    newcomer = Newcomer(
        known,
        frozenset(),
        made.key,
        seat=made.seat,
        ends=ending(office, trust, person, lost=lost),
        shown=any_roles(trust, person, today),
    )
    # Kept first: a kill in between leaves a lock that opens nothing, not a key that nobody has.
    before = lock_here(office, trust, person)
    office.keys.keep_lock(person, made.lock, instead=before)
    let_in = False
    try:
        changes = office.keys.admit(acting.actor, newcomer, school_keys=acting.school_keys)
        let_in = True
    finally:
        if not let_in:
            put_back_lock(office, person, made.lock, before=before)
    identities.count_try(person, Tries())
    return changes | office.vault.hand_on(acting.actor, person)


def _acting(office: Office) -> Unlocked:
    acting = office.session.now_acting
    if acting is None:
        raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
    return acting
