"""Sites of clubs and boosters with who watches them (BLO-IV-C6). They stand in the record alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.escalations import TOLD_PART, Telling, Told
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.rights import who_may
from smadmin.domain.sites import SITE_PART, WATCH_PART, Site, SiteForm, site_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, leaving_reasons, refuse, roles_in, today_of
from smadmin.storage.unit import Unit

_UNREADABLE = (KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class SiteSheet:
    """A site, who watches it by name, whether that person still works here; who noted each telling."""

    site: Site
    watcher: str
    works_here: bool
    told_by: tuple[str, ...] = ()


class Sites:
    """The sites that the staff of one school watches."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof = desk, proof

    def blockers(self, by: Actor) -> tuple[Reason, ...]:
        """List why this person may not put sites on the list."""
        with self._desk.look() as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
            allowed = roles & who_may(Noun.SITES, Act.ADD)
            leaves = leaving_reasons(self._desk, unit, by, Act.ADD, Noun.SITES)
            return leaves if allowed else (Reason(say("accounts.no-role")),)

    def staff(self) -> tuple[Person, ...]:
        """Give everybody who could watch a site: who has a role here today, by name."""
        with self._desk.look() as unit:
            trust = unit.trust.read()
            here = staff_of(trust, today_of(unit, self._desk))
            return tuple(sorted((trust.people[one] for one in here), key=lambda one: one.name))

    def add(self, by: Actor, form: SiteForm) -> Done[str]:
        """Put a site on the list (a deed); gives its id.

        Raises:
            NotAllowed: for reviewers, without a watcher who works here, or without an address.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            self._require(deed, form)
            deed.record(Act.ADD, Noun.SITES, made, parts={SITE_PART: form.to_plain()})
        return Done(made, Changes.of("sites", [made]))

    def change(self, by: Actor, site: str, form: SiteForm) -> Changes:
        """Put a site's details right, or let somebody else watch it (a deed).

        Raises:
            NotAllowed: as for `add`.
            KnownError: if it isn't on the list.
        """
        with self._desk.deed(by) as deed:
            self._require(deed, form)
            self._one(deed.unit, site)
            deed.record(Act.CHANGE, Noun.SITES, site, parts={SITE_PART: form.to_plain()})
        return Changes.of("sites", [site])

    def watch(self, by: Actor, site: str, note: str = "") -> Changes:
        """Note that somebody looked at a site, and what they saw (a deed).

        Raises:
            KnownError: if it isn't on the list.
        """
        with self._desk.deed(by) as deed:
            self._one(deed.unit, site)
            deed.record(Act.WATCH, Noun.SITES, site, parts={WATCH_PART: {"note": note.strip()}})
        return Changes.of("sites", [site])

    def remove(self, by: Actor, site: str) -> Changes:
        """Take a site off the list (a deed); the record keeps what was seen.

        Raises:
            NotAllowed: for reviewers.
        """
        with self._desk.deed(by) as deed:
            if not roles_in(deed) & who_may(Noun.SITES, Act.REMOVE):
                raise NotAllowed((Reason(say("accounts.no-role")),))
            self._one(deed.unit, site)
            deed.record(Act.REMOVE, Noun.SITES, site)
        return Changes.of("sites", [site])

    def all(self, by: Actor) -> tuple[SiteSheet, ...]:
        """Give every site, those first at which somebody should have looked.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            today = today_of(unit, self._desk)
            sheets = (_sheet(one, proven, today) for one in sites_of(proven, unit).values())
            return tuple(sorted(sheets, key=lambda one: (one.site.due_on, one.site.form.name)))

    def due(self, by: Actor) -> tuple[SiteSheet, ...]:
        """Give the sites that this person should look at today, and those that nobody who works here watches.

        The latter only where this person may name somebody.
        """
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), today_of(unit, self._desk)
            if not proven.whole:
                return ()
            roles = any_roles(proven.trust, by.person, today)
            names = bool(roles & who_may(Noun.SITES, Act.CHANGE))
            sheets = [_sheet(one, proven, today) for one in sites_of(proven, unit).values()]
            return tuple(
                one
                for one in sheets
                if (one.site.form.watcher == by.person and one.site.due_on <= today)
                or (names and not one.works_here)
            )

    def _require(self, deed: Deed, form: SiteForm) -> None:
        if not roles_in(deed) & who_may(Noun.SITES, Act.ADD):
            raise NotAllowed((Reason(say("accounts.no-role")),))
        refuse(site_blockers(form, staff_of(deed.trust, today_of(deed.unit, self._desk))))

    def _one(self, unit: Unit, site: str) -> Site:
        found = sites_of(self._proof.now(unit), unit).get(site)
        if found is None:
            raise KnownError(say("sites.gone"))
        return found


def staff_of(trust: Trust, today: date) -> frozenset[PersonId]:
    """Give everybody who has a role here today."""
    return frozenset(one.person for one in trust.grants.values() if one.alive(today))


def sites_of(proven: Proven, unit: Unit) -> Mapping[str, Site]:
    """Give the list as the record has it, oldest first."""
    school, found = unit.schools.get(unit.school), dict[str, Site]()
    for fact in proven.about(Noun.SITES):
        site, act = fact.body.id or "", fact.body.act
        on = school.local(fact.moment).date()
        if act in {Act.ADD, Act.CHANGE}:
            try:
                form = SiteForm.from_plain(proven.part(fact, SITE_PART) or {})
            except _UNREADABLE:  # signed, and yet no site
                continue
            found[site] = replace(found[site], form=form) if site in found else Site(site, form, on)
        elif act == Act.WATCH and site in found:
            note = (proven.part(fact, WATCH_PART) or {}).get("note", "")
            found[site] = replace(found[site], watched_on=on, note=str(note))
        elif act == Act.ESCALATE and site in found:
            try:
                telling = Telling.from_plain(proven.part(fact, TOLD_PART) or {})
            except _UNREADABLE:  # signed, and yet nobody was told
                continue
            told = (*found[site].told, Told(telling, fact.body.person, on))
            found[site] = replace(found[site], told=told)
        elif act == Act.REMOVE:
            found.pop(site, None)
    return found


def _sheet(site: Site, proven: Proven, today: date) -> SiteSheet:
    watcher = site.form.watcher
    told_by = tuple(name_in(proven, one.by) for one in site.told)
    return SiteSheet(site, name_in(proven, watcher), watcher in staff_of(proven.trust, today), told_by)
