"""A new school key: made when somebody leaves or a computer is lost, then every cell is closed under it.

The key is made and wrapped in the deed that ends what is lost. The cells follow in batches, each a deed of
its own that others hardly wait for; a kill between two leaves cells under either key, which both open, and
the next sign-in goes on. Only when nothing is left under an old key are its wraps removed.
"""

from contextlib import suppress

from smadmin.credentials.cells import new_school_key, school_key_digest
from smadmin.credentials.identity import seal
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Tampered
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.leavers import roles_with_a_say
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.roles import today_of
from smadmin.storage.unit import Unit

BATCH = 400
"""So many cells are written in one go: a few hundredths of a second."""

_OPENERS = frozenset({KeyKind.ROOT, KeyKind.PERSON})
"""Whose keys open the school's, whatever wraps lie in the store: no computer's alone, and no PIN's."""


def begin_new_key(deed: Deed, desk: Desk) -> int:
    """Give the school a new key within a deed, wrapped to whoever has the present one and is still let in.

    Returns:
        its number.

    Raises:
        Tampered: if this person may not (`Trust.after`).
    """
    newest = max(deed.trust.school_keys)
    number, school_key = newest + 1, new_school_key()
    entry: dict[str, Plain] = {"number": number, "sha256": school_key_digest(school_key)}
    deed.record_trust(TrustAct.SCHOOL_KEY, Noun.SCHOOL_KEYS, str(number), entry)
    for holder in sorted(deed.unit.wraps.holders(newest)):
        key = deed.trust.key_alive(holder)
        if key is not None and key.kind in _OPENERS:
            sealed = seal(school_key, [key.recipient])
            deed.unit.wraps.keep(wrap_id=desk.ids.new(), number=number, key=holder, sealed=sealed)
    return number


class Renewal:
    """Brings the cells of one school under its newest key."""

    def __init__(self, desk: Desk) -> None:
        """Stand on the desk."""
        self._desk = desk

    def owed(self, by: Actor) -> bool:
        """Tell whether cells may still lie under an older key, and this person can do something about it."""
        with self._desk.look(by) as unit:
            return self._older(unit, by) is not None

    def go_on(self, by: Actor) -> Changes:
        """Close under the newest key what isn't yet, and then end the older ones (a chain of deeds).

        Where the children's rows aren't as signed it stops before them: the principal decides about those.
        """
        while self.owed(by):
            with suppress(Tampered):
                if self._children(by) or self._others(by):
                    continue
                self._end_older(by)
            break
        return Changes()

    def _children(self, by: Actor) -> int:
        with self._desk.deed(by) as deed:
            number = max(deed.trust.school_keys)
            deed.require_roster()
            done = deed.unit.renewing.children(number, at_most=BATCH)
            if done:
                deed.roster_changed()
                deed.record(Act.RENEW_CELLS, Noun.SCHOOL_KEYS, str(number))
        return done

    def _others(self, by: Actor) -> int:
        with self._desk.deed(by) as deed:
            return deed.unit.renewing.others(max(deed.trust.school_keys), at_most=BATCH)

    def _end_older(self, by: Actor) -> None:
        """End the older keys; whatever came under one of them since the last batch is written anew before."""
        with self._desk.deed(by) as deed:
            number = max(deed.trust.school_keys)
            older = self._older(deed.unit, by)
            left = deed.unit.renewing.children(number, at_most=1)
            if older is None or left:
                return
            deed.unit.renewing.others(number, at_most=BATCH)
            for one in older:
                deed.unit.wraps.remove_number(one)
            deed.record(Act.END_OLD_KEYS, Noun.SCHOOL_KEYS, str(number))

    def _older(self, unit: Unit, by: Actor) -> frozenset[int] | None:
        """Give the older keys' numbers; None where there are none, or this person can't open them all."""
        numbers, mine = unit.wraps.numbers() - {ROOT_SECRET}, frozenset(unit.wraps.of(by.signer.key))
        trust = unit.trust.read()
        newest = max(trust.school_keys, default=0)
        roles = roles_with_a_say(trust, by.person, today_of(unit, self._desk))
        may = bool(roles & who_may(Noun.SCHOOL_KEYS, Act.RENEW_CELLS))
        if by.cells is None or by.cells.newest != newest or not numbers <= mine or not may:
            return None
        return (numbers - {newest}) or None
