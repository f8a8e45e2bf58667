"""Adults' consents, as rows of the record: once a person, until it is withdrawn.

The name stands in the row's sealed part only, so erasing the part erases the consent too.
"""

from collections.abc import Callable, Iterable
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.photos.adults import AdultConsent, ConsentKind, key_of
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.roles import refuse, roles_in
from smadmin.services.signed_rows import SignedRow, signed_rows
from smadmin.storage.unit import Unit

_PART = "consent"
_ACTS = (Act.ADULT_CONSENT, Act.WITHDRAW_CONSENT)


class Consented:
    """Who consented."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def recorded(self, by: Actor) -> dict[str, AdultConsent]:
        """Give the consents that stand, by `key_of` the name."""
        with self._desk.look(by) as unit:
            return recorded_in(unit, self._desk)

    def withdraw(self, by: Actor, name: str) -> Changes:
        """Record that somebody no longer agrees (a deed); folders that rest on it keep what they say.

        Raises:
            NotAllowed: no right to it, or no consent stands.
        """
        with self._desk.deed(by) as deed:
            refuse(() if roles_in(deed) & ROSTER_ROLES else (Reason(say("photos.not-your-role")),))
            row = _rows(deed.unit, self._desk).get(key_of(name))
            if row is None or row[0].about is None:
                raise NotAllowed((Reason(say("adults.no-consent")),))
            deed.record(Act.WITHDRAW_CONSENT, Noun.ADULTS, row[0].about)
        return Changes.of("photos", [])


def record_new(deed: Deed, consents: Iterable[AdultConsent], new_id: Callable[[], str]) -> None:
    """Write a row for each consent."""
    for consent in consents:
        deed.record(Act.ADULT_CONSENT, Noun.ADULTS, new_id(), parts={_PART: consent.part})


def recorded_in(unit: Unit, desk: Desk) -> dict[str, AdultConsent]:
    """Give the consents that stand, by `key_of` the name."""
    return {key: consent for key, (_, consent) in _rows(unit, desk).items()}


def _rows(unit: Unit, desk: Desk) -> dict[str, tuple[SignedRow, AdultConsent]]:
    standing: dict[str, tuple[SignedRow, AdultConsent]] = {}
    for row in signed_rows(unit, desk, *_ACTS):
        if row.act == Act.WITHDRAW_CONSENT:
            standing = {key: one for key, one in standing.items() if one[0].about != row.about}
            continue
        part = row.part(_PART)
        if part is not None:
            consent = _consent(parse(part))
            standing[key_of(consent.name)] = (row, consent)
    return standing


def _consent(part: dict[str, Plain]) -> AdultConsent:
    on = date.fromisoformat(str(part["on"]))
    return AdultConsent(str(part["name"]), ConsentKind(str(part["kind"])), on)
