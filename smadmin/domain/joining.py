"""A request of one login to another: who wants to be let in, and which keys were made there (`keys.md`).

It travels unsigned, through a folder that others may write. So nothing in it is believed before a person has
typed its fingerprint as the newcomer's own screen shows it: that covers every word of it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.ids import KeyId, SchoolId, SeatId
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.people import Person
from smadmin.domain.records import as_read, crockford

WAITS = timedelta(days=7)
"""How long a request is shown; then the newcomer asks anew."""

_EARLY = timedelta(days=1)
"""How far the clocks of two logins may differ; a request from further ahead would never end."""

_VERSION = 1
_PUBLIC_BYTES = 32
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_PERSON_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST_WORDS = 200
_FINGERPRINT_BYTES = 10
"""80 bits: nobody finds a second request with the same letters."""


@dataclass(frozen=True)
class Request:
    """What a login asks for.

    Args:
        school: to which school.
        person: who; the id of somebody who is known already, or a fresh one.
        key: the person's new key.
        seat: the login's own key, or None where it has no keyring.
        ends: older keys of the person that are to end.
        made: when, UTC.
    """

    school: SchoolId
    person: Person
    key: Key
    seat: Key | None
    ends: tuple[KeyId, ...]
    made: datetime

    @property
    def fingerprint(self) -> str:
        """The 16 letters that the newcomer's screen shows and who lets them in types."""
        whole = b"smadmin/1/join\0" + canonical(self.to_plain())
        return crockford(hashlib.sha256(whole).digest()[:_FINGERPRINT_BYTES])

    def waits(self, now: datetime) -> bool:
        """Tell whether it is still to be shown."""
        return -_EARLY <= now - self.made <= WAITS

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are written."""
        return {
            "v": _VERSION,
            "school": self.school,
            "person": self.person.to_plain(),
            "key": self.key.to_plain(),
            "seat": None if self.seat is None else self.seat.to_plain(),
            "ends": list(self.ends),
            "made": self.made.isoformat(),
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "Request":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one.
        """
        if value["v"] != _VERSION:
            raise ValueError("a request of another version")
        person, key, seat, ends = (value[name] for name in ("person", "key", "seat", "ends"))
        if not isinstance(person, dict) or not isinstance(key, dict) or not isinstance(ends, list):
            raise ValueError("not a request")  # noqa: TRY004 - bad bytes, not a wrong call
        made = datetime.fromisoformat(str(value["made"]))
        request = cls(
            school=SchoolId(str(value["school"])),
            person=Person.from_plain(person),
            key=Key.from_plain(key),
            seat=Key.from_plain(seat) if isinstance(seat, dict) else None,
            ends=tuple(KeyId(str(one)) for one in ends),
            made=made,
        )
        if not request.fits or made.tzinfo is None:
            raise ValueError("a request that contradicts itself")
        canonical(request.to_plain())  # what can't be written has no letters
        return request

    @property
    def fits(self) -> bool:
        """Tell whether its keys are what they have to be for this person and this login.

        A login's id follows from its key, so nobody claims another's: by it rows tell two computers apart.
        """
        key, seat = self.key, self.seat
        mine = key.kind is KeyKind.PERSON and key.person == self.person.id and not key.retired
        mine = mine and _well_formed(key) and _readable(self.person)
        if seat is None:
            return mine and key.seat is None
        return (
            mine
            and _well_formed(seat)
            and seat.seat == seat_of(seat.id)
            and seat.kind is KeyKind.SEAT
            and seat.person is None
            and seat.seat == key.seat
            and not seat.retired
        )


def seat_of(key: KeyId) -> SeatId:
    """Give the id of the login whose own key this is."""
    return SeatId(hashlib.sha256(key.encode()).hexdigest()[:32])


def _well_formed(key: Key) -> bool:
    return len(key.public) == _PUBLIC_BYTES and _RECIPIENT.fullmatch(key.recipient) is not None


def _readable(person: Person) -> bool:
    """Tell whether who lets somebody in can read all that is signed: no breaks, no turned letters."""
    told = (person.name, person.email, person.phone, person.statement)
    shown = all(one.isprintable() and len(one) <= _LONGEST_WORDS for one in told)
    tidy = person.name == " ".join(person.name.split()) != ""
    return shown and tidy and _PERSON_ID.fullmatch(person.id) is not None


def same_letters(shown: str, typed: str) -> bool:
    """Tell whether letters were typed as shown; blanks, hyphens, case, O for 0, I for 1 are one."""
    return as_read(typed) == shown
