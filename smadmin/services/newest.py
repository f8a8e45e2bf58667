"""What a deed stands on before it writes anything: the newest row as it was signed, the newest school key."""

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.records import START, Body, Head, Row, Verifier, row_hash, signed_text
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit


def require_newest_key(by: Actor, trust: Trust) -> None:
    """Refuse what would be closed under an old school key: once that one ends, nobody could open it.

    Raises:
        KnownError: the school has a new key since this person gave their passphrase (or an older one again).
    """
    if by.cells is not None and trust.school_keys and by.cells.newest != max(trust.school_keys):
        raise _sit_down_again()


def require_readable(unit: Unit) -> None:
    """Refuse to judge rows that may lie under a school key made since this person gave their passphrase.

    What they can't open isn't spoilt: somebody on another login ended a departure meanwhile.

    Raises:
        KnownError: as `require_newest_key`.
    """
    if unit.cells is None:
        return
    made = unit.trust.read().school_keys
    if made and unit.cells.newest < max(made):
        raise _sit_down_again()


def _sit_down_again() -> KnownError:
    kept, remedy = say("records.nothing-changed"), say("renewal.sit-down-again-remedy")
    return KnownError(say("renewal.sit-down-again"), kept=kept, remedy=remedy)


def require_known(by: Actor, trust: Trust) -> None:
    """Refuse who isn't on the record under this key, or holds an old school key.

    Raises:
        Tampered: the key is somebody else's, a seat's, or retired.
        KnownError: as `require_newest_key`.
    """
    signer = trust.key_alive(by.signer.key)
    if signer is None or signer.person != by.person or signer.kind is KeyKind.SEAT:
        raise tampered("records.not-your-key")
    require_newest_key(by, trust)


def newest_row(unit: Unit, head: Head) -> tuple[Row, Body]:
    """Read the newest row.

    Raises:
        Tampered: if its bytes aren't what its links say.
    """
    last, before = unit.record.at(head.seq), unit.record.at(head.seq - 1)
    previous = START if before is None else before.row.row_hash
    if last is None or last.row.previous != previous or row_hash(previous, last.row.body) != head.row_hash:
        raise tampered("records.newest-changed")
    try:
        body = Body.from_bytes(last.row.body)
    except (KeyError, RecursionError, TypeError, ValueError) as error:
        raise tampered("records.newest-changed") from error
    if body.seq != head.seq:
        raise tampered("records.newest-changed")
    return last.row, body


def signed_by(trust: Trust, row: Row, body: Body, verifier: Verifier) -> bool:
    """Tell whether a row was signed by a key that is on the record.

    A retired one will do: the newest row may be the one that retired it, and others are as old as they are.
    """
    key = trust.keys.get(body.key)
    if key is None or key.person != body.person:
        return False
    text = signed_text(row.row_hash)
    return verifier.verifies(public=key.public, message=text, signature=row.signature)


def trust_borne_out(unit: Unit, verifier: Verifier) -> Trust | None:
    """Give the trust tables where the newest row is signed by one of their keys and says the same; else None.

    That is less than a proof: for who has no time for one, and decides nothing by it.
    """
    try:
        trust, (row, body) = unit.trust.read(), newest_row(unit, unit.record.head())
    except Tampered:
        return None
    right = body.trust == trust.digest() and signed_by(trust, row, body, verifier)
    return trust if right else None


def signed_body(stored: StoredRow, trust: Trust, verifier: Verifier) -> Body | None:
    """Give what a row says where it stands as its key signed it; None where none did."""
    try:
        body = Body.from_bytes(stored.row.body)
    except (KeyError, RecursionError, TypeError, ValueError):
        return None
    beside = (body.seq, body.act, body.noun, body.id)
    linked = row_hash(stored.row.previous, stored.row.body) == stored.row.row_hash
    found = beside == (stored.seq, stored.act, stored.noun, stored.noun_id) and linked
    return body if found and signed_by(trust, stored.row, body, verifier) else None


def tampered(what: str, *, remedy: str = "records.ask-principal") -> Tampered:
    """Give the refusal of who found it."""
    return Tampered(say(what), kept=say("records.nothing-changed"), remedy=say(remedy))
