"""The page for staff: who has read it this year, from rows that each reader signed (BAL-F1).

Nobody can read it for somebody else: a row counts only where its signer is the one whom it is about.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING
from smadmin.domain.policy.packs import Pack
from smadmin.domain.rights import STAFF
from smadmin.domain.staff_page import PATIENCE, VERSION, Reading, Topic, topics
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import any_roles
from smadmin.storage.unit import Unit

_PART = "page"

DECIDES = frozenset({Act.APPROVE, Act.SEND_BACK})
"""Acts after which a post waits for its reviewer no more."""
ENDS_A_REVIEW = DECIDES | {Act.EXPORT, Act.SEEN_TO_END}
"""Those, and what a look ends with: the covered files are made, a video was seen to its end."""


@dataclass(frozen=True)
class StaffPage:
    """The page as somebody sees it: its topics, and when they last read it."""

    topics: tuple[Topic, ...]
    reading: Reading | None
    due: bool
    policy: str


@dataclass(frozen=True)
class StaffBrief:
    """What Today says of it: whether I should read it, and (for the office) who is late by two weeks."""

    due: bool = False
    late: tuple[str, ...] = ()


class StaffPages:
    """The page for staff, and who read it."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def page(self, by: Actor) -> StaffPage:
        """Give the page with the clauses of the policy in force."""
        with self._desk.look(by) as unit:
            pack, today = self._reader.pack(unit), self._reader.today(unit)
            reading = _readings(self._proof.now(unit)).get(by.person or PersonId(""))
        due = reading is None or reading.due(today, pack)
        return StaffPage(topics(pack), reading, due, pack.name)

    def brief(self, by: Actor) -> StaffBrief:
        """Tell whether somebody should read it, and whom the office should remind.

        The staff of a made-up school is made up. Whose key opens nothing is asked in a chair.
        """
        with self._desk.look(by) as unit:
            if self._made_up(unit) or by.cells is None or by.person is None:
                return StaffBrief()
            pack, today = self._reader.pack(unit), self._reader.today(unit)
            proven = self._proof.now(unit)
            readings, trust = _readings(proven), proven.trust
        mine = readings.get(by.person)
        roles = any_roles(trust, by.person, today)
        late = _late(trust, readings, pack, today) if roles & LEADING else ()
        return StaffBrief(
            due=bool(roles) and (mine is None or mine.due(today, pack)),
            late=tuple(name for person, name in late if person != by.person),
        )

    def owed(self, by: Actor) -> bool:
        """Tell whether whoever has just sat down should read it; what can't be read keeps nobody out."""
        with suppress(KnownError):
            return self.brief(by).due
        return False

    def reviewed_since(self, by: Actor) -> frozenset[str]:
        """Give which acts that end a review somebody signed since they sat down."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            rows = (fact.body for act in ENDS_A_REVIEW for fact in proven.acts(act))
            return frozenset(
                row.act for row in rows if row.person == by.person and by.since and row.utc >= by.since
            )

    def _made_up(self, unit: Unit) -> bool:
        return unit.schools.get(self._desk.school).sample

    def first_post(self, by: Actor) -> bool:
        """Tell whether somebody never handed a post in: beside it the questions on privacy stand (WIC-S2)."""
        with self._desk.look(by) as unit:
            handed_in = self._proof.now(unit).acts(Act.SUBMIT)
        return all(fact.body.person != by.person for fact in handed_in)

    def read(self, by: Actor) -> Changes:
        """Sign that one has read the page (a deed).

        Raises:
            KnownError: nobody is signed in as a person.
        """
        if by.person is None:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
        with self._desk.deed(by) as deed:
            pack, today = self._reader.pack(deed.unit), self._reader.today(deed.unit)
            reading = Reading(today, VERSION, (pack.id, pack.version))
            deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, by.person, parts={_PART: reading.to_plain()})
        return Changes.of("people", [by.person])


def _readings(proven: Proven) -> Mapping[PersonId, Reading]:
    """Give each person's newest reading, as far as they signed it themselves; the row says the day."""
    found: dict[PersonId, Reading] = {}
    for fact in proven.about(Noun.PEOPLE):
        body = fact.body
        if body.act != Act.READ_STAFF_PAGE or body.person is None or body.person != body.id:
            continue
        part = proven.part(fact, _PART)
        try:
            if part is not None:
                said = Reading.from_plain(part)
                found[body.person] = replace(said, on=proven.trust.day_of(fact.moment))
        except (KeyError, TypeError, ValueError):
            continue
    return found


def _late(
    trust: Trust, readings: Mapping[PersonId, Reading], pack: Pack, today: date
) -> tuple[tuple[PersonId, str], ...]:
    """Give who has a role and should have read it for two weeks already, by name."""
    late = []
    for person in trust.people.values():
        grants = [one for one in trust.grants.values() if one.person == person.id and one.role in STAFF]
        alive = [one.starts for one in grants if one.alive(today)]
        if not alive:
            continue
        reading = readings.get(person.id)
        since = min(alive) if reading is None else reading.again_on(pack)
        if since + PATIENCE <= today:
            late.append((person.id, person.name))
    return tuple(sorted(late, key=lambda one: one[1]))
