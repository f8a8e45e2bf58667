"""What makes a week's answer late, and what doesn't: rows of a changed program that prove nothing."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.week_away import WeekAway
from smadmin.services.week_paper import WeekPaper
from smadmin.services.week_parts import plan_part
from smadmin.services.week_signatures import ASKED_PART, COUNTER_PART, PLAN_PART, STATEMENT_PART
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_week_away import ATTACKS, PAGE, answered, ids, planted
from tests.unit.services.test_week_signatures import planted as page_planted


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def away(road: Road) -> WeekAway:
    return WeekAway(road.school.desk, road.proof)


def forged_answer(name: str) -> Callable[[Road], None]:
    return lambda road: planted(road, ATTACKS[name](road))


JUNK: dict[str, Callable[[Road], None]] = {
    **{name: forged_answer(name) for name in ATTACKS},
    "an answer without anything": lambda road: bare(road, Act.TAKE_WEEK),
    "a page without anything": lambda road: bare(road, Act.ENTER_WEEK),
    "a page that waits": lambda road: page_planted(road, "bo"),
}


@pytest.mark.parametrize("junk", JUNK)
def test_a_row_that_proves_nothing_makes_no_true_answer_late(
    road: Road, away: WeekAway, tmp_path: Path, junk: str
) -> None:
    reply = answered(road, away, tmp_path)
    for _ in range(3):
        JUNK[junk](road)

    away.take_in(road.by("ana"), reply)

    road.released(by="bo")


def test_an_answer_in_a_row_about_other_posts_can_still_be_taken_in(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    reply = answered(road, away, tmp_path)
    said: dict[str, Plain] = {"body": reply.body.decode(), "signature": reply.signature.hex()}
    with road.school.desk.deed(road.by("ana")) as deed:
        parts = {PLAN_PART: plan_part(WEEK, [], frozenset()), STATEMENT_PART: said}
        deed.record(Act.TAKE_WEEK, Noun.WEEKS, WEEK.isoformat(), parts=parts)

    away.take_in(road.by("ana"), reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is not None


def test_a_countersigned_page_makes_an_answer_from_before_late(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    reply = answered(road, away, tmp_path)
    page_planted(road, "bo")
    WeekPaper(road.school.desk, road.proof).countersign(road.by("pat"), WEEK)

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), reply)

    assert ids(refused) == ["weeksign.changed-since"]


def test_a_page_countersigned_after_an_answer_ends_it_not(road: Road, away: WeekAway, tmp_path: Path) -> None:
    reply = answered(road, away, tmp_path)
    page_planted(road, "bo")
    away.take_in(road.by("ana"), reply)
    with road.school.desk.look() as unit:
        page = next(one.seq for one in unit.record.about(Noun.WEEKS, WEEK.isoformat()))
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: {"row": page}})

    plan = road.plan_in_force(road.by("ana"), WEEK)

    assert plan is not None
    assert plan.seq != page


def bare(road: Road, act: Act) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(act, Noun.WEEKS, WEEK.isoformat())


def test_the_page_that_was_read_is_kept_with_its_signature(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    away.take_in(road.by("ana"), answered(road, away, tmp_path))

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (row,) = proven.about(Noun.WEEKS, WEEK.isoformat())
        asked, said = proven.part(row, ASKED_PART), proven.part(row, STATEMENT_PART)
    assert asked is not None
    assert said is not None
    assert asked["page"] == [[title, list(lines)] for title, lines in PAGE]
    assert sha256(canonical(asked)).hexdigest() in str(said["body"])


@pytest.mark.parametrize("asked", [b"", b"{}", b"another page"])
def test_an_answer_with_another_page_than_the_signed_one_is_refused(
    road: Road, away: WeekAway, tmp_path: Path, asked: bytes
) -> None:
    reply = answered(road, away, tmp_path)
    other = reply.asked.replace(b"Thursday: Book fair", b"Thursday: Raffle") if b"page" in asked else asked

    with pytest.raises(BadInput) as refused:
        away.take_in(road.by("ana"), replace(reply, asked=other))

    assert refused.value.happened.id == "weeksign.not-signed"
