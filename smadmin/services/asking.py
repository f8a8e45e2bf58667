"""Being let in on another login by a person (`keys.md`, Across computers): two fingerprints, both typed.

The newcomer's login makes the key and writes a request beside the store. Who may let people in types its
letters at their own login and signs. Others can write that file too: so the newcomer's screen shows the
letters of this login's own copy, and lays it out anew where somebody took or changed it. Then the newcomer
types root's letters as the other's screen shows them, so that whoever can write to the store slips in neither
a key nor a root.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from smadmin.credentials.locks import FLOOR, Costs, Lock
from smadmin.domain.canonical import canonical
from smadmin.domain.changes import Done
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, OutsideFailed, Reason, Tampered
from smadmin.domain.ids import AccountId, KeyId, PersonId
from smadmin.domain.joining import Request, same_letters
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.records import grouped
from smadmin.services.joining import Applicant, begin_notes_here, make_key, take_this_seat
from smadmin.services.keys import Newcomer
from smadmin.services.locks_here import ending, identities_here, lock_here
from smadmin.services.office import Office
from smadmin.services.proof import Proof, proven_now
from smadmin.services.requested import Waiting, read_request, requests_here
from smadmin.storage.requests import RequestFolder


@dataclass(frozen=True)
class Pending:
    """This login's own request.

    Args:
        person: who asked.
        name: their name.
        letters: the request's 16 letters, in groups of four.
        let_in: whether somebody has signed it.
        ends: how many older keys of theirs end with that.
    """

    person: PersonId
    name: str
    letters: str
    let_in: bool
    ends: int = 0


def ask(office: Office, applicant: Applicant, *, costs: Costs | None = None, floor: Costs = FLOOR) -> Pending:
    """Make somebody's new key on this login and ask for it to be let in (a chain: seat, lock, request).

    Costs and floor are as in `joining.let_in_by_envelope`; so are the errors.
    """
    # Nobody proved it yet: `accept` takes the lock only if this is the root whose letters are typed then.
    root = proven_now(Proof(office.desk), office.desk, None).begun_by
    if root is None:
        raise Tampered(say("records.other-root", row=1), remedy=say("records.ask-principal"))
    made = make_key(office, applicant, root=root, costs=costs, floor=floor)
    # Before the keys are looked at that end: from here on nobody signs the earlier request.
    _withdraw(office, applicant.person.id)
    with office.desk.look() as unit:
        trust = unit.trust.read()
    person = replace(applicant.person, name=" ".join(applicant.person.name.split()))
    request = Request(
        school=office.desk.school,
        person=person,
        key=made.key,
        seat=made.seat,
        ends=ending(office, trust, person.id, lost=applicant.lost),
        made=office.desk.now,
    )
    if not request.fits:
        raise NotAllowed((Reason(say("founding.person-name"), None, "name"),))
    identities_here(office).keep_waiting(person.id, made.lock)
    _asked_here(office).keep(made.key.id, _text(request))
    RequestFolder(office.grounds.place.store).keep(made.key.id, _text(request))
    return _pending(request, let_in=False)


def pending(office: Office) -> Pending | None:
    """Give this login's own request, or None (an errand: files)."""
    # Who asked last stands there; another person's lock waits behind.
    for person, lock in reversed(identities_here(office).waiting().items()):
        key = _key_of(lock)
        with office.desk.look() as unit:
            trust = unit.trust.read()
        if trust.key_alive(key) is not None:
            known = trust.people.get(person)
            return Pending(person, "" if known is None else known.name, "", let_in=True)
        mine = read_request(office, _asked_here(office).one(key))
        if mine is not None and mine.key.id == key:
            _lay_out(office, mine)
            return _pending(mine, let_in=False)
    return None


def let_in(
    office: Office,
    waiting: Waiting,
    *,
    typed: str,
    roles: frozenset[Role],
    accounts: tuple[AccountId, ...] = (),
) -> Done[str]:
    """Sign a request of another login (a chain: two deeds, then the request is gone).

    The second deed seals to the new key the accounts' log-ins that its person may open and who acts can.

    Args:
        office: of whoever acts now.
        waiting: as `waiting_for` gave it, and as it was read.
        typed: its letters, as the newcomer's own screen shows them.
        roles: what a new person may do; none for somebody whom the record knows.
        accounts: for which a new person is designated with it (BAL-A2).

    Returns:
        root's letters, which the newcomer types.

    Raises:
        BadInput: if the letters are others: then this isn't the request that the newcomer made.
        NotAllowed: who acts now may not admit, or gave the passphrase too long ago.
        KnownError: if this computer can't vouch for root's letters, or the request was taken back.
        Tampered: if the record says something else about the person than was shown.
    """
    request = waiting.request
    if not same_letters(request.fingerprint, typed):
        raise BadInput(
            say("joining.other-letters"),
            kept=say("keys.nothing-changed"),
            remedy=say("joining.compare-letters"),
        )
    acting = office.session.now_acting
    if acting is None:
        raise NotAllowed((Reason(say("store.locked")),))
    if request not in requests_here(office):
        raise KnownError(say("joining.taken-back"), remedy=say("store.reload"))
    if not waiting.known and not roles:
        raise NotAllowed((Reason(say("joining.role-missing"), None, "role"),))
    newcomer = Newcomer(
        person=waiting.person,
        roles=frozenset() if waiting.known else roles,
        accounts=() if waiting.known else accounts,
        key=request.key,
        seat=request.seat,
        ends=tuple(key for key in request.ends if key != acting.actor.signer.key),
        shown=waiting.roles,
    )
    letters = root_letters(office)
    changes = office.keys.admit(acting.actor, newcomer, school_keys=acting.school_keys)
    changes |= office.vault.hand_on(acting.actor, waiting.person.id)
    if acting.actor.signer.key in request.ends:  # last, for it signs what comes before
        changes |= office.keys.end_own(acting.actor)
    RequestFolder(office.grounds.place.store).drop(request.key.id)
    return Done(letters, changes)


def root_letters(office: Office) -> str:
    """Give root's fingerprint as the newcomer types it, in groups of four.

    It comes from what this computer noted, never from the tables: who writes to the store chooses those.

    Raises:
        KnownError: if nothing outside the store says that the record began with this root.
    """
    return grouped(fingerprint(office.vouched_root()))


def accept(office: Office, typed: str) -> PersonId:
    """Take up what was signed for this login, once root's letters were typed (a chain of errands).

    Args:
        office: of the school in this folder.
        typed: root's letters, as the screen of who let the newcomer in shows them.

    Raises:
        KnownError: if nobody has signed yet, or nothing was asked.
        Tampered: if the record wasn't begun with the root typed, or isn't whole.
    """
    asked = pending(office)
    identities = identities_here(office)
    lock = None if asked is None else identities.waiting().get(asked.person)
    if asked is None or lock is None or not asked.let_in:
        raise KnownError(say("joining.not-yet"), remedy=say("joining.not-yet-remedy"))
    # Every row anew: nobody sits here yet, so nothing was proven, and the tables prove nothing.
    proven = proven_now(Proof(office.desk), office.desk, None)
    root = proven.begun_by
    same = root is not None and lock.fields.get("root") == root and same_letters(fingerprint(root), typed)
    if root is None or not same or not proven.whole:
        raise Tampered(say("joining.other-root"), remedy=say("joining.compare-root"))
    key = proven.trust.key_alive(_key_of(lock))
    if key is None or key.person != asked.person:
        raise KnownError(say("joining.not-yet"), remedy=say("joining.not-yet-remedy"))
    take_this_seat(office)
    begin_notes_here(office, root, proven.head)
    identities.keep(asked.person, lock, instead=lock_here(office, proven.trust, asked.person))
    identities.drop_waiting(asked.person)
    _asked_here(office).drop(key.id)
    return asked.person


def withdraw(office: Office) -> None:
    """Take back the request that `pending` gives (an errand).

    What was signed for it opens nothing here, and ends with the next request of the same person.
    """
    asked = pending(office)
    if asked is not None:
        _withdraw(office, asked.person)


def _withdraw(office: Office, person: PersonId) -> None:
    lock = identities_here(office).waiting().get(person)
    if lock is not None:
        for folder in (RequestFolder(office.grounds.place.store), _asked_here(office)):
            folder.drop(_key_of(lock))
        office.grounds.identities.leave_waiting(person)


def _lay_out(office: Office, request: Request) -> None:
    folder = RequestFolder(office.grounds.place.store)
    if folder.one(request.key.id) != _text(request):
        with suppress(OutsideFailed):  # who took it keeps the folder closed too: the letters stay the same
            folder.keep(request.key.id, _text(request))


def _asked_here(office: Office) -> RequestFolder:
    """Give what this login asked, in its own folder: nobody else's words become its letters."""
    return RequestFolder(office.grounds.place.private, "asked")


def _text(request: Request) -> str:
    return canonical(request.to_plain()).decode()


def _key_of(lock: Lock) -> KeyId:
    return KeyId(str(lock.fields.get("key")))


def _pending(request: Request, *, let_in: bool) -> Pending:
    return Pending(
        request.person.id, request.person.name, grouped(request.fingerprint), let_in, len(request.ends)
    )
