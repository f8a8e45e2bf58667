"""Making the sample school: an invented school with drawn children, through the same rows as a real one.

It is the first-run choice *Look around*, the demo and the tests' default. Its record is signed by its own
staff's
keys; its law record says that it is a sample; its passphrase is no secret and stands on the sign-in card.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import product
from zoneinfo import ZoneInfo

from smadmin.credentials.cells import SchoolCells
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import FLOOR, Costs
from smadmin.domain.accounts import Account, AccountStage, Pattern, Platform, Proof
from smadmin.domain.accounts import Identity as ProvenIdentity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, KeyId, MediaId, PersonId, PublicationId, StudentId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.law import LawDecision
from smadmin.domain.media import MediaFile
from smadmin.domain.people import EMPLOYED, Grant, Person, Role
from smadmin.domain.plan import monday_of
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.schools import School
from smadmin.domain.students import CONSENT_DAYS, OptOut, Student
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.sample import Sample, SampleAccount, SampleStaff, SampleStudent
from smadmin.services.desk import Deed, Desk
from smadmin.services.keys import Keys, Newcomer, make_lock, public_key
from smadmin.services.media import Media
from smadmin.services.plan import Plan
from smadmin.services.seats import Seat
from smadmin.services.students.law import Law
from smadmin.services.week import week_to_sign

PASSPHRASE = "sunny larks draw maps"  # noqa: S105 - of invented people; shown on the sample's sign-in card

_OPT_OUTS = {"creative": OptOut.CREATIVE_WORK}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STATES = {"Colorado": "CO"}
_MONTHS, _MONTH_DAYS = 6, 28
"""How far back the history goes: 24 weeks, as far as Today looks."""


@dataclass
class SampleMaker:
    """Fills an empty store with the sample school. Made once, used once."""

    desk: Desk
    keys: Keys
    media: Media
    law: Law
    plan: Plan
    seat: Seat
    sample: Sample
    costs: Costs = FLOOR
    """The floor will do, unmeasured: what it guards is invented, and its passphrase stands on the screen."""
    floor: Costs = FLOOR
    _actors: dict[str, Actor] = field(default_factory=dict)
    _people: dict[str, PersonId] = field(default_factory=dict)
    _accounts: dict[str, AccountId] = field(default_factory=dict)

    def make(self, root: Identity, progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
        """Make everything (a chain of deeds and errands).

        Args:
            root: a new identity, which a sample keeps nowhere.
            progress: told after each step: done, total.
        """
        steps: tuple[Callable[[], None], ...] = (
            lambda: self._found(root),
            self._adopt_accounts,
            self._plan_weeks,
            self._sign_week,
            self._tidy_plan,
            self._list_children,
            self._decide_law,
            self._remember_posts,
        )
        for done, step in enumerate(steps, 1):
            step()
            progress(done, len(steps))

    @property
    def _today(self) -> date:
        return self.desk.now.astimezone(ZoneInfo(self.sample.school.zone)).date()

    def _by(self, role: Role) -> Actor:
        return next(self._actors[one.slug] for one in self.sample.staff if role.value in one.roles)

    def _found(self, root: Identity) -> None:
        """An administrator founds, lets in the principal, who lets in everybody else."""
        facts = self.sample.school
        school = School(
            id=self.desk.school,
            name=facts.name,
            zone=facts.zone,
            policy=facts.policy,
            domains=facts.domains,
            languages=facts.languages,
            sample=True,
        )
        first = next(one for one in self.sample.staff if "administrator" in one.roles)
        principal = next(one for one in self.sample.staff if "principal" in one.roles)
        newcomer, identity = self._newcomer(first, root.key)
        _, school_key = self.keys.found(school, newcomer, seat=self.seat, root=root)
        school_keys = {1: school_key}
        cells = SchoolCells(school.id, school_keys)
        self._sit_down(first, identity, cells)
        for one in (principal, *self.sample.staff):
            if one.slug in self._actors or not set(one.roles) & set(Role):
                continue
            newcomer, identity = self._newcomer(one, root.key)
            granter = self._actors[first.slug if one is principal else principal.slug]
            self.keys.admit(granter, newcomer, school_keys=school_keys)
            self._sit_down(one, identity, cells)

    def _newcomer(self, one: SampleStaff, root: KeyId) -> tuple[Newcomer, Identity]:
        identity = Identity.new()
        person = Person(PersonId(self.desk.ids.new()), one.name, one.email, one.phone, EMPLOYED)
        made = partial(make_lock, seat=self.seat, costs=self.costs, floor=self.floor, told=True)
        lock = made(identity, person, PASSPHRASE, store=self.desk.store.id, root=root)
        self.keys.keep_lock(person.id, lock)
        self._people[one.slug] = person.id
        roles = frozenset(Role(role) for role in one.roles if role in set(Role))
        return Newcomer(
            person, roles, public_key(identity, KeyKind.PERSON, person.id, self.seat.id)
        ), identity

    def _sit_down(self, one: SampleStaff, identity: Identity, cells: SchoolCells) -> None:
        self._actors[one.slug] = Actor(
            person=self._people[one.slug],
            seat=self.seat.id,
            signer=identity,
            cells=cells,
            passphrase_at=self.desk.now,
        )

    def _adopt_accounts(self) -> None:
        with self.desk.deed(self._by(Role.PRINCIPAL)) as deed:
            for one in self.sample.accounts:
                account = self._account(one)
                self._accounts[one.slug] = account.id
                deed.unit.accounts.add(account)
                deed.record(Act.ADOPT, Noun.ACCOUNTS, account.id, parts={"account": account.to_plain()})
                deed.record(Act.GO_LIVE, Noun.ACCOUNTS, account.id)
                deed.record_trust(
                    TrustAct.PIN,
                    Noun.ACCOUNTS,
                    account.id,
                    {"account": account.id, "platform_id": account.pin},
                )
                self._designate(deed, one)

    def _account(self, one: SampleAccount) -> Account:
        confirmed = ProvenIdentity(
            Proof.CONFIRMED,
            self.desk.now - timedelta(days=one.confirmed_days_ago),
            self._people.get(one.confirmed_by),
        )
        principal = next(self._people[s.slug] for s in self.sample.staff if "principal" in s.roles)
        return Account(
            id=AccountId(self.desk.ids.new()),
            school=self.desk.school,
            platform=Platform(one.platform),
            name=one.name,
            handle=one.handle,
            page=one.page,
            stage=AccountStage.LIVE,
            login=f"{one.platform}@{self.sample.school.domains[0]}",
            principal=principal,
            live_since=self._today - timedelta(days=one.opened_days_ago),
            colour=one.colour,
            pattern=Pattern(one.pattern),
            identity=confirmed,
        )

    def _designate(self, deed: Deed, one: SampleAccount) -> None:
        """Name for an account whose it is, and who is administrator at this school: one row each (BAL-A2)."""
        every = [staff.slug for staff in self.sample.staff if Role.ADMINISTRATOR in staff.roles]
        for slug in dict.fromkeys((one.administrator, *every)):
            person, account = self._people[slug], self._accounts[one.slug]
            grant = Grant(self.desk.ids.new(), person, Role.ADMINISTRATOR, self._today, account)
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, person, {"grant": grant.to_plain()})

    def _list_children(self) -> None:
        """Bring in the children as an import: one act, one row."""
        sealed = {
            student.slug: [
                self.media.seal(path.read_bytes(), "image/jpeg") for path in self.sample.portraits(student)
            ]
            for student in self.sample.students
        }
        by = self._by(Role.ADMINISTRATOR)
        with self.desk.deed(by) as deed:
            deed.require_roster()
            listed: list[Plain] = []
            for one in self.sample.students:
                for file in sealed[one.slug]:
                    deed.unit.media.add(file)
                listed.append(deed.unit.students.add(self._student(one, sealed[one.slug], by.person)).id)
            deed.roster_changed()
            deed.record(Act.IMPORT, Noun.STUDENTS, None, parts={"students": listed})

    def _student(
        self, one: SampleStudent, portraits: list[MediaFile], checked_by: PersonId | None
    ) -> Student:
        until = None
        if one.consent_days_ago is not None:
            until = self._today + timedelta(days=CONSENT_DAYS - one.consent_days_ago)
        said_no = [word.strip() for word in (one.opt_out or "").split(",") if word.strip()]
        return Student(
            id=StudentId(self.desk.ids.new()),
            school=self.desk.school,
            first_name=one.first,
            last_name=one.last,
            groups=(one.class_, *one.clubs),
            opt_outs=frozenset(_OPT_OUTS.get(word) or OptOut(word) for word in said_no),
            matching_until=until,
            matching_from=None if until is None else until - timedelta(days=CONSENT_DAYS),
            guardian="" if until is None else f"{one.last} family",
            number=one.number,
            portraits=tuple(MediaId(file.id) for file in portraits),
            checked_on=self._today,
            checked_by=checked_by,
        )

    def _decide_law(self) -> None:
        law = self.sample.law
        decided_by = next(one.name for one in self.sample.staff if one.slug == law.decided_by)
        decision = LawDecision(
            state=_STATES.get(law.state, law.state),
            decided_by=decided_by,
            basis=law.basis,
            matching=law.matching,
        )
        self.law.decide(self._by(Role.PRINCIPAL), decision)

    def _remember_posts(self) -> None:
        """Enter what was published before smadmin, as one act; the older weeks repeat the newest ones."""
        zone = ZoneInfo(self.sample.school.zone)
        with self.desk.deed(self._by(Role.ADMINISTRATOR)) as deed:
            for again, one in product(range(_MONTHS), self.sample.posts):
                day = self._today - timedelta(days=one.days_ago + again * _MONTH_DAYS)
                wall = datetime.combine(day, time.fromisoformat(one.at), zone)
                deed.unit.publications.add(
                    Publication(
                        id=PublicationId(self.desk.ids.new()),
                        school=self.desk.school,
                        account=self._accounts[one.account],
                        step=PublicationStep.CONFIRMED,
                        link=one.link,
                        published_at=min(wall.astimezone(self.desk.now.tzinfo), self.desk.now),
                        by=self._people.get(one.by),
                        text=one.text,
                    )
                )
            deed.record(Act.REMEMBER_POSTS, Noun.PUBLICATIONS, None)

    def _plan_weeks(self) -> None:
        """Plan from the last signed week to the next one; the one between them waits to be signed."""
        by, last = self._by(Role.ADMINISTRATOR), monday_of(self._today) + timedelta(weeks=1)
        monday = self._signed_week
        while monday <= last:
            for one in self.sample.slots:
                day = monday + timedelta(days=_WEEKDAYS.index(one.weekday))
                self.plan.add(by, self._accounts[one.account], day, one.topic)
            monday += timedelta(weeks=1)

    @property
    def _signed_week(self) -> date:
        """The week before the one whose signature is due, so that a principal who looks around signs one."""
        return week_to_sign(self._today) - timedelta(weeks=1)

    def _sign_week(self) -> None:
        self.plan.sign_week(self._by(Role.PRINCIPAL), self._signed_week)

    def _tidy_plan(self) -> None:
        """Take out what wasn't posted on the days that are over: the history knows nothing of it."""
        by, monday = self._by(Role.ADMINISTRATOR), self._signed_week
        while monday <= self._today:
            for slot in self.plan.week(by, monday).slots:
                if slot.day < self._today and not self._was_posted(slot.account, slot.day):
                    self.plan.remove(by, slot.id)
            monday += timedelta(weeks=1)

    def _was_posted(self, account: AccountId, day: date) -> bool:
        return any(
            self._accounts[post.account] == account and self._today - timedelta(days=post.days_ago) == day
            for post in self.sample.posts
        )
