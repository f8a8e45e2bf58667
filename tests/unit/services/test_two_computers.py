"""A week that goes to another computer: two folders, keyrings and processes, and files that are carried."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SlotId
from smadmin.domain.plan import monday_of
from smadmin.domain.week import WEEK
from smadmin.domain.week_signing import WeekAsked
from smadmin.services.office import Office
from smadmin.services.photos.away import keys_of
from smadmin.services.photos.lookfiles import packed
from smadmin.services.roles import today_of
from smadmin.services.week_away import WeekReply
from smadmin.services.week_parts import slot_plain
from tests.other_computer import ELLEN, OtherComputer, set_up, sign_there
from tests.sample import sample_office, sit

PAGE = (("Posts of the week", ("Thursday: Book fair",)),)


@dataclass
class Two:
    """Both computers, a folder in which files are carried, and the week that is asked about."""

    here: Office
    there: OtherComputer
    carried: Path
    monday: date

    @property
    def maya(self) -> Actor:
        """Who plans, at the first computer."""
        return sit(self.here, "maya-ortega").actor

    @property
    def ellen(self) -> PersonId:
        """The principal, who has a key on each."""
        return next(one.id for one in self.here.week_away.signers(self.maya) if one.name == ELLEN)

    def ask(self) -> Path:
        """Carry a week to the principal's other computer."""
        file = self.carried / "asked.smweek"
        file.write_bytes(self.here.week_away.ask(self.maya, self.monday, self.ellen, PAGE))
        return file

    def answer(self) -> Path:
        """Carry back what she signed."""
        back = self.carried / "answer.smweek"
        sign_there(self.there, self.ask(), back)
        return back

    def reply(self, file: Path) -> WeekReply:
        """Open an answer at the first computer."""
        reply = self.here.week_away.open(self.maya, file)
        assert isinstance(reply, WeekReply)
        return reply

    @property
    def struck(self) -> list[SlotId]:
        """What the week in force leaves out."""
        return [one.id for one in self.here.plan.week(self.maya, self.monday).struck]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    here = sample_office(tmp_path / "here")
    there = set_up(here, tmp_path / "there")
    with here.desk.look() as unit:
        monday = monday_of(today_of(unit, here.desk)) + WEEK
    yield Two(here, there, tmp_path, monday)
    here.close()


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def test_a_week_is_signed_by_another_process_on_another_computer_and_counts_here(two: Two) -> None:
    asked, answer = two.ask(), two.carried / "answer.smweek"
    words = [sys.executable, "-m", "tests.other_computer", *map(str, (two.there.folder, asked, answer))]
    first = two.here.plan.week(two.maya, two.monday).slots[0].id

    signed = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)

    assert (signed.returncode, signed.stdout.strip()) == (0, "Maya Ortega"), signed.stderr
    assert two.here.plan.week(two.maya, two.monday).seq is None, "nothing counts before it was brought back"
    reply = two.reply(answer)
    assert two.here.week_away.take_in(two.maya, reply).value == two.monday
    week = two.here.plan.week(two.maya, two.monday)
    assert (week.signed_by, two.struck) == (two.ellen, [first])
    with pytest.raises(NotAllowed) as twice:
        two.here.week_away.take_in(two.maya, reply)
    assert ids(twice) == ["weeksign.taken-already"]


def test_an_answer_for_a_week_that_changed_since_counts_for_nothing(two: Two) -> None:
    reply = two.reply(two.answer())
    week = two.here.plan.week(two.maya, two.monday)
    two.here.plan.add(two.maya, week.slots[0].account, two.monday, "Chess club")

    with pytest.raises(NotAllowed) as refused:
        two.here.week_away.take_in(two.maya, reply)

    assert ids(refused) == ["weeksign.changed-since"]


def test_a_file_that_was_altered_on_the_way_opens_at_neither_end(two: Two) -> None:
    asked = two.ask()
    answer = two.answer()
    for file in (asked, answer):
        content = bytearray(file.read_bytes())
        content[-40] ^= 1
        file.write_bytes(content)

    with pytest.raises(BadInput) as there:
        sign_there(two.there, asked, two.carried / "never.smweek")
    with pytest.raises(BadInput) as here:
        two.here.week_away.open(two.maya, answer)

    assert [one.value.happened.id for one in (there, here)] == ["away.not-for-you", "away.not-for-you"]


def test_a_week_of_another_school_is_not_shown_there(two: Two) -> None:
    maya, foreign = two.maya, two.carried / "foreign.smweek"
    office = two.there.office()
    recipients = [one.recipient for one in keys_of(office.proven().trust, two.ellen)]
    office.close()
    assert len(recipients) == 2, "one key on each computer"
    ends = two.here.desk.now + WEEK
    slots = tuple(slot_plain(one) for one in two.here.plan.week(maya, two.monday).slots)
    names = (maya.person or two.ellen, KeyId(maya.signer.key), two.ellen)
    asked = WeekAsked("0", SchoolId("another"), two.monday, *names, ends, 1, "", slots, PAGE)
    foreign.write_bytes(packed(maya, asked.to_bytes(), recipients=recipients))

    with pytest.raises(BadInput) as refused:
        sign_there(two.there, foreign, two.carried / "never.smweek")

    assert refused.value.happened.id == "weeksign.other-school"


def test_a_key_for_another_computer_makes_nobody_a_new_person(two: Two) -> None:
    names = [name for name, _ in two.here.weekly_pages.page(two.maya, two.monday).admitted]

    assert names.count(ELLEN) <= 1
    assert "Maya Ortega" in names, "whose first key it is"
