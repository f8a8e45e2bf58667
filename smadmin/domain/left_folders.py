"""Browser folders of who left, at one computer login: which go, and which departures it tells. Pure.

Whoever leaves may have worked at a login of their own, whose files nobody else can read. So the program there
removes what is theirs when it is next started, by what is plain in the record: keys and roles that ended. It
needs nobody's passphrase, and signs with the login's own key that it did (BAL-B1b3).
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.trusted import Left

Folder = tuple[AccountId, PersonId | None]
"""An account's folder, and whose own log-in lies in it; None where the account has a password of its own."""


def gone(trust: Trust, person: PersonId, today: date) -> bool:
    """Tell whether somebody who was let in once has neither key nor role any more."""
    keys = any(one.person == person and not one.retired for one in trust.keys.values())
    return person in trust.people and not keys and not trust.any_roles(person, today)


def deserted(trust: Trust, seat: SeatId) -> bool:
    """Tell whether people sat at a login once and nobody's passphrase opens anything there any more."""
    there = [one for one in trust.keys.values() if one.kind is KeyKind.PERSON and one.seat == seat]
    return bool(there) and all(one.retired for one in there)


def folders_to_remove(
    trust: Trust, seat: SeatId, kept: Iterable[Folder], *, closed: Collection[AccountId], today: date
) -> tuple[Folder, ...]:
    """Give the folders in which only log-ins of who left can lie, or of an account that is closed.

    Where colleagues still sit, an account's shared folder stays: its log-in ends with the password and with
    signing out everywhere.
    """
    empty = deserted(trust, seat)
    return tuple(
        (account, person)
        for account, person in kept
        if empty or account in closed or (person is not None and gone(trust, person, today))
    )


def departures_told(trust: Trust, seat: SeatId, *, today: date) -> Mapping[PersonId, str]:
    """Give the open departures of people who worked at a login and whose rights have ended."""
    worked = {one.person for one in trust.keys.values() if one.kind is KeyKind.PERSON and one.seat == seat}
    left: Mapping[PersonId, Left] = trust.leaving
    return {who: one.departure for who, one in left.items() if who in worked and gone(trust, who, today)}
