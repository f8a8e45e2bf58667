"""Whom to call when something is wrong on a watched site, and who was told (BLO-IV-C6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.escalations import (
    TOLD_PART,
    Telling,
    Trouble,
    clauses_on,
    contacts_on,
    telling_blockers,
)
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.domain.policy.packs import Clause
from smadmin.domain.policy.values import Contact
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.roles import local_now, refuse
from smadmin.services.sites import sites_of


@dataclass(frozen=True)
class Help:
    """Whom to call: the school's principals, and by card whom the policy names and what it says.

    Args:
        now: the school's own time without a zone, to the minute.
    """

    principals: tuple[Person, ...]
    contacts: Mapping[Trouble, tuple[Contact, ...]]
    clauses: Mapping[Trouble, tuple[Clause, ...]]
    now: datetime


class Escalations:
    """The cards of the watched sites."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def help(self, by: Actor) -> Help:
        """Give what the cards name."""
        with self._desk.look(by) as unit:
            pack, trust = self._reader.pack(unit), unit.trust.read()
            holders = trust.holders(Role.PRINCIPAL, self._reader.today(unit))
            principals = sorted((trust.people[one] for one in holders), key=lambda one: one.name)
            return Help(
                tuple(principals),
                {one: contacts_on(pack, one) for one in Trouble},
                {one: clauses_on(pack, one) for one in Trouble},
                local_now(self._desk, unit),
            )

    def note(self, by: Actor, site: str, telling: Telling) -> Changes:
        """Note that somebody was told of something on a site (a deed).

        Raises:
            NotAllowed: ahead of time, or told to an office that the policy doesn't name.
            KnownError: if the site isn't on the list.
        """
        with self._desk.deed(by) as deed:
            if site not in sites_of(self._proof.now(deed.unit), deed.unit):
                raise KnownError(say("sites.gone"))
            named = contacts_on(self._reader.pack(deed.unit), telling.trouble)
            refuse(telling_blockers(telling, local_now(self._desk, deed.unit), [one.office for one in named]))
            deed.record(Act.ESCALATE, Noun.SITES, site, parts={TOLD_PART: telling.to_plain()})
        return Changes.of("sites", [site])
