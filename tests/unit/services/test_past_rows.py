"""Past posts planted, deleted or changed past the program are found by proving the record."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.canonical import Plain
from smadmin.domain.past_posts import Step
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.past_posts import PastPosts
from smadmin.services.past_rows import PAST_PART
from smadmin.storage import schema
from tests.road import Road, make_road
from tests.unit.services.test_past_posts import NoFiles, listed, taken


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def past(road: Road) -> PastPosts:
    return PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link)


PAST = schema.past_post
FORGED = {
    "a planted post": sa.insert(PAST).from_select(
        ["school_id", "import_id", "day", "mark", "moment", "link"],
        sa.select(
            PAST.c.school_id,
            PAST.c.import_id,
            sa.literal("2026-11-15"),
            sa.literal(7),
            sa.null(),
            PAST.c.link,
        ).limit(1),
    ),
    "a post that is gone": sa.delete(PAST).where(PAST.c.day == "2024-05-10"),
    "another day": sa.update(PAST).where(PAST.c.day == "2024-05-10").values(day="2026-11-15"),
    "another moment": sa.update(PAST)
    .where(PAST.c.moment.is_not(None))
    .values(moment="2024-05-10T22:00:00+00:00"),
    "no day at all": sa.update(PAST).where(PAST.c.day == "2024-05-10").values(day="some day"),
    "another link": sa.update(PAST).values(link="https://x.com/lincoln_es/status/1"),
    "another account": sa.update(schema.past_import).values(account_id="another"),
    "an import that no longer counts": sa.update(schema.past_import).values(step=Step.GOING.value),
    "an import that is gone": sa.delete(schema.past_import),
}


def by_hand(road: Road, statement: sa.Executable) -> None:
    """Write past the program."""
    with road.school.desk.store.deed(road.school.id, None) as unit:
        unit._connection.execute(statement)


def faults(road: Road) -> list[str]:
    """Give what proving the record finds."""
    road.school.note()
    verdict = road.school.records.verify(by=road.by("pat"), noted=road.school.noted)
    return [one.message.id for one in verdict.faults]


def plant(road: Road) -> None:
    """Put an import into the store that nobody signed, as another one is."""
    copied = [one for one in schema.past_import.c if one.name != "id"]
    columns = ["id", *(one.name for one in copied)]
    planted = sa.insert(schema.past_import).from_select(columns, sa.select(sa.literal("planted"), *copied))
    by_hand(road, planted)


@pytest.mark.parametrize("forged", FORGED)
def test_proving_the_record_finds_past_posts_that_nobody_signed(
    road: Road, past: PastPosts, forged: str
) -> None:
    taken(road, past, listed("2024-05-03", "2024-05-10 15:00"))
    assert faults(road) == []

    by_hand(road, FORGED[forged])

    assert faults(road) == ["records.past-differs"]


def test_clearing_away_keeps_nobody_from_sitting_down_where_the_store_is_forged(
    road: Road, past: PastPosts
) -> None:
    by = road.by("ana")
    killed = past.take(by, past.compare(by, road.x, listed("2024-05-03", "2024-05-10")))
    next(killed)
    road.school.clock.forward(hours=2)
    by_hand(road, sa.delete(schema.role))

    past.sweep(by)

    killed.close()
    with road.school.desk.look() as unit:
        assert len(unit.past_imports.all()) == 1


def test_an_import_that_nobody_signed_and_one_that_came_back_are_found(road: Road, past: PastPosts) -> None:
    taken(road, past, listed("2024-05-03"))
    (found,) = past.imports(road.x)
    plant(road)
    assert faults(road) == ["records.past-planted"]
    by_hand(road, sa.delete(schema.past_import).where(schema.past_import.c.id == "planted"))

    back = past.take_back(road.by("ana"), found.id)
    next(back)
    by_hand(road, sa.update(schema.past_import).values(step=Step.DONE.value))

    assert faults(road) == ["records.past-differs"]


@pytest.mark.parametrize("parts", [{}, {PAST_PART: "junk"}, {PAST_PART: {}}, {"other": {"import": "no"}}])
def test_a_row_of_a_changed_program_that_says_nothing_hides_no_planted_import(
    road: Road, past: PastPosts, parts: dict[str, Plain]
) -> None:
    taken(road, past, listed("2024-05-03"))
    plant(road)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.IMPORT_POSTS, Noun.PAST_POSTS, road.x, parts=parts)

    assert faults(road) == ["records.past-planted"]


def test_where_nobody_is_signed_in_each_signed_import_explains_one_and_no_more(
    road: Road, past: PastPosts
) -> None:
    taken(road, past, listed("2024-05-03"))
    road.school.note()
    assert road.school.records.verify(noted=road.school.noted).whole

    plant(road)

    verdict = road.school.records.verify(noted=road.school.noted)
    assert [one.message.id for one in verdict.faults] == ["records.past-planted"]
