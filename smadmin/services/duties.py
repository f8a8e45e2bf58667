"""Where the record names somebody as responsible: it passes on, or is listed as nobody's.

Sites and reported accounts that they look at, accounts that they run, answer for or whose comments they read,
lists of who holds a page, second looks and yeses asked of them, texts that only they send.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.canonical import Plain
from smadmin.domain.departures import Leaving
from smadmin.domain.handing_over import hand_over_of
from smadmin.domain.ids import AccountId, PersonId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.naming import namer_blockers, staff_blockers
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.reported import STEP_PART, Reported, Step
from smadmin.domain.sites import SITE_PART, Site
from smadmin.domain.strategies import Strategy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import is_inside
from smadmin.services.desk import Deed
from smadmin.services.entered import answered_by
from smadmin.services.life_rows import life_rows, request_of
from smadmin.services.mandates import notice_texts
from smadmin.services.photos.stated import ASKED_PART
from smadmin.services.proof import Proven
from smadmin.services.reported import reported_of
from smadmin.services.role_holdings import LIST_PART
from smadmin.services.round_rows import decision_of
from smadmin.services.sites import sites_of
from smadmin.services.strategy_rows import strategy_of
from smadmin.services.yeses import prepared_for
from smadmin.storage.unit import Unit

_SHOWN_LETTERS = 60


class Duties:
    """What somebody is responsible for, in one transaction; a lost computer is for nothing."""

    def __init__(
        self,
        unit: Unit,
        proven: Proven,
        leaving: Leaving,
        *,
        today: date,
        now: datetime,
        ender: PersonId | None = None,
    ) -> None:
        """Take a transaction, who leaves, the school's day, the moment (UTC), and who would end their rights.

        The successor runs what nobody else does only where who ends rights could name them for it (BAL-A2);
        without anybody it is taken for granted.
        """
        self._ender = ender
        self._unit, self._proven, self._trust = unit, proven, proven.trust
        self._person, self._successor = leaving.person, leaving.successor
        self._today, self._now = today, now
        self._inside = is_inside(proven.trust, leaving, today)

    def sites(self) -> tuple[Site, ...]:
        """Give the sites of clubs and boosters that they watch."""
        found = sites_of(self._proven, self._unit).values()
        return tuple(one for one in found if self._person and one.form.watcher == self._person)

    def reported(self) -> tuple[Reported, ...]:
        """Give the reported accounts that they look after."""
        found = reported_of(self._proven, self._unit).values()
        return tuple(one for one in found if self._person and one.open and one.now.after == self._person)

    def accounts(self) -> tuple[Account, ...]:
        """Give the accounts that go on with somebody else: theirs to run, keep up, answer for or read."""
        if self._person is None or not self._inside:
            return ()
        return tuple(one for one in self._living() if self._runs(one) or self._is_named(one))

    def answered_for(self) -> tuple[Account, ...]:
        """Give the accounts that they answer for."""
        return tuple(one for one in self._living() if self._person and one.principal == self._person)

    def answering_then(self) -> tuple[tuple[Account, Mapping[str, Plain]], ...]:
        """Give the accounts that the successor answers for then, each with its details to be signed."""
        mine = self.answered_for() if self.heir_answers else ()
        return tuple((one, answered_by(self._proven, one.id, self._successor)) for one in mine)

    @property
    def heir_answers(self) -> bool:
        """Whether the successor is a principal, who may answer for accounts."""
        return self._successor is not None and Role.PRINCIPAL in self._roles(self._successor)

    def takers(self, account: Account) -> tuple[PersonId, ...]:
        """Give who has an account once they are gone: the successor, where they may; else who runs it too."""
        heir = self._successor
        others = tuple(one for one in self._administrators(account) if one != self._person)
        if heir is None or staff_blockers(self._trust, heir, account, self._today):
            return others
        if self._runs(account) and not others:
            return () if self._heir_unnamed(account) else (heir,)
        works = bool(self._roles(heir, account.id) - {Role.REVIEWER})
        return (heir,) if works or not others else others

    def _heir_unnamed(self, account: Account) -> bool:
        """Tell whether who would end rights couldn't name the successor for an account."""
        ender = self._ender
        return ender is not None and bool(namer_blockers(self._trust, ender, account, self._today))

    def left_without(self) -> tuple[Message, ...]:
        """List the accounts that went over to nobody when their rights ended, and still have nobody."""
        return tuple(
            say("departures.nobody-named", account=one.label)
            for one in self._living()
            if not self._administrators(one) and self._gave_to_nobody(one)
        )

    def nobody(self) -> tuple[Message, ...]:
        """List what has nobody once they are gone; of what is mended meanwhile nothing is said."""
        return () if self._person is None else tuple(self._nobody(self._person))

    def _nobody(self, person: PersonId) -> Iterator[Message]:
        roles = self._roles(person)
        if not self._others(Role.PRINCIPAL) and (Role.PRINCIPAL in roles or not self._inside):
            yield say("departures.nobody-office")
        if not self._others(Role.DEPUTY) and Role.DEPUTY in roles:
            yield say("departures.nobody-deputy")
        for one in () if self._inside and self.heir_answers else self.answered_for():
            yield say("departures.nobody-principal", account=one.label)
        for one in self._living():
            if self._runs(one) and not self.takers(one):
                heir = self._successor
                could = heir is not None and not staff_blockers(self._trust, heir, one, self._today)
                told = "named" if could else "administrator"
                yield say(f"departures.nobody-{told}", account=one.label)
            if not self._inside and self._looks(one):
                yield say("departures.nobody-monitor", account=one.label)
        for text in notice_texts(self._proven):
            held = person in text.people and text.ends >= self._today
            if held and not any(self._roles(one) for one in text.people if one != person):
                yield say("departures.nobody-notice", text=text.text[:_SHOWN_LETTERS])
        yield from self.left_without()
        yield from self._asked_of(person)

    def _asked_of(self, person: PersonId) -> Iterator[Message]:
        """Say which second looks and which yeses were asked of them, and wait."""
        for event, n in looks_asked(self._unit, self._proven, person, self._now).items():
            yield say("departures.nobody-look", event=event, n=n)
        posts = self._unit.posts.find(stage=PostStage.SUBMITTED.value)
        asked = [prepared_for(self._proven, one.id) for one in posts]
        n = sum(1 for one in asked if one is not None and one.to == person)
        if n:
            yield say("departures.nobody-yes", n=n)

    def _gave_to_nobody(self, account: Account) -> bool:
        """Tell whether the newest row that says so has them give an account to nobody."""
        rows = [one for one in self._proven.about(Noun.ACCOUNTS, account.id) if one.body.act == Act.HAND_OVER]
        handed = hand_over_of(life_rows(self._proven, rows[-1:])[0]) if rows else None
        return handed is not None and handed.giver == self._person and not handed.takers

    def _living(self) -> tuple[Account, ...]:
        return tuple(one for one in self._unit.accounts.all() if one.stage is not AccountStage.CLOSED)

    def _runs(self, account: Account) -> bool:
        return self._person in self._administrators(account)

    def _administrators(self, account: Account) -> tuple[PersonId, ...]:
        return tuple(sorted(self._designated.get(account.id, frozenset())))

    @cached_property
    def _designated(self) -> Mapping[AccountId | None, frozenset[PersonId]]:
        """Who administers which account: a district asks for hundreds at once."""
        found: dict[AccountId | None, frozenset[PersonId]] = {}
        for grant in self._trust.grants.values():
            if grant.role is Role.ADMINISTRATOR and grant.alive(self._today):
                found[grant.account] = found.get(grant.account, frozenset()) | {grant.person}
        return found

    def _is_named(self, account: Account) -> bool:
        request = request_of(self._proven, account.id, self._today)
        named = () if request is None else (request.administrator,)
        looks = self._looks(account)
        answers = self.heir_answers and account.principal == self._person
        return answers or looks or self._person in named or self.keeps_up(account) is not None

    def _looks(self, account: Account) -> bool:
        """Tell whether they look at an account's comments."""
        decision = decision_of(self._proven, account.id, self._today)
        return decision is not None and self._person is not None and decision.monitor == self._person

    def keeps_up(self, account: Account) -> Strategy | None:
        """Give the account's strategy, where they are who keeps it up."""
        strategy = strategy_of(self._proven, account.id)
        return strategy if strategy is not None and strategy.owner == self._person else None

    def _roles(self, person: PersonId, account: AccountId | None = None) -> frozenset[Role]:
        return self._trust.roles(person, self._today, account)

    def _others(self, role: Role) -> bool:
        return any(one != self._person for one in self._trust.holders(role, self._today))


def pass_watching(deed: Deed, sites: tuple[Site, ...], reported: tuple[Reported, ...], to: PersonId) -> None:
    """Let somebody else look at sites and reported accounts, on the same days."""
    for site in sites:
        form = replace(site.form, watcher=to)
        deed.record(Act.CHANGE, Noun.SITES, site.id, parts={SITE_PART: form.to_plain()})
    for one in reported:
        step = Step(one.now.state, "", to, one.now.again_on)
        deed.record(Act.WATCH, Noun.REPORTED, one.id, parts={STEP_PART: step.to_plain()})


def holders_named(proven: Proven) -> dict[AccountId, frozenset[PersonId]]:
    """Give whose names stand on each list of a page's holders, as the newest signed row has it."""
    found: dict[AccountId, frozenset[PersonId]] = {}
    for fact in (*proven.acts(Act.NAME_HOLDERS), *proven.acts(Act.CONFIRM_HOLDERS)):
        newest = [
            one
            for one in proven.about(Noun.CREDENTIALS, fact.body.id)
            if one.body.act in {Act.NAME_HOLDERS, Act.CONFIRM_HOLDERS}
        ][-1]
        listed = (proven.part(newest, LIST_PART) or {}).get("holders")
        people = (
            [one.get("person") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        )
        found[AccountId(fact.body.id or "")] = frozenset(PersonId(str(one)) for one in people)
    return found


def looks_asked(unit: Unit, proven: Proven, person: PersonId, now: datetime) -> dict[str, int]:
    """Give how many photos of which folder wait for a second look that was asked of somebody by a file."""
    asked: dict[PhotoId, tuple[PersonId, datetime]] = {}
    for fact in proven.acts(Act.SEND_LOOK):
        part = proven.part(fact, ASKED_PART) or {}
        with suppress(KeyError, TypeError, ValueError):  # signed, and yet no question
            whom, ends = PersonId(str(part["reviewer"])), datetime.fromisoformat(str(part["ends"]))
            photos = part["photos"] if isinstance(part["photos"], list) else []
            asked |= {PhotoId(str(one[0])): (whom, ends) for one in photos if isinstance(one, list)}
    found: dict[str, int] = {}
    for photo_id, (whom, ends) in asked.items():
        photo = unit.photos.maybe(photo_id) if whom == person and ends > now else None
        if photo is not None and photo.second is None:
            event = unit.photo_sets.get(photo.set).event
            found[event] = found.get(event, 0) + 1
    return found


def people_named(unit: Unit, proven: Proven, today: date) -> frozenset[PersonId]:
    """Give everybody whose name stands somewhere as responsible, whatever they still are here."""
    named = {person for listed in holders_named(proven).values() for person in listed}
    watching = (one.form.watcher for one in sites_of(proven, unit).values())
    following = (one.now.after for one in reported_of(proven, unit).values() if one.open)
    named |= {one for one in (*watching, *following) if one is not None}
    for account in unit.accounts.all():
        if account.stage is AccountStage.CLOSED:
            continue
        decision = decision_of(proven, account.id, today)
        for one in (account.principal, None if decision is None else decision.monitor):
            if one is not None:
                named.add(one)
    return frozenset(named)
