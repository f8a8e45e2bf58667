"""Past posts of an account: all of a file or nothing, nothing twice, taken back whole, by whom it may be."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.past_posts import Columns, RawFile, RawPost, Source, Step
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.past_posts import PastPosts, Told
from smadmin.services.past_rows import PAST_PART
from tests.road import Road, make_road


class NoFiles:
    """Files that a test read already."""

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        raise AssertionError(path, columns)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def past(road: Road) -> PastPosts:
    return PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link)


def listed(*days: str, handle: str = "") -> RawFile:
    rows = tuple(RawPost(number, day, handle) for number, day in enumerate(days, 2))
    return RawFile(Source.LIST, "ab" * 32, rows)


def many(number: int) -> RawFile:
    start = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
    rows = tuple(RawPost(row, str(start + row * 600)) for row in range(1, number + 1))
    return RawFile(Source.LIST, "cd" * 32, rows)


def taken(road: Road, past: PastPosts, file: RawFile, who: str = "ana") -> Told:
    by = road.by(who)
    told = past.compare(by, road.x, file)
    for _ in past.take(by, told):
        pass
    return told


def days(road: Road) -> list[date]:
    with road.school.desk.look() as unit:
        return sorted(one.day for one in unit.past_posts.of_account(road.x))


def left(road: Road) -> tuple[int, int]:
    """Count what lies in the two tables, whether it counts or not."""
    with road.school.desk.look() as unit:
        imports = unit.past_imports.all()
        return len(imports), sum(unit.past_posts.count(one.id) for one in imports)


@pytest.mark.parametrize("who", ["ana", "pat", "cem"])
def test_who_works_with_the_account_brings_its_posts_in(road: Road, past: PastPosts, who: str) -> None:
    taken(road, past, listed("2024-05-03", "2024-05-10 15:00"), who)

    assert days(road) == [date(2024, 5, 3), date(2024, 5, 10)]


def test_a_reviewer_brings_nothing_in_and_takes_nothing_back(road: Road, past: PastPosts) -> None:
    told = past.compare(road.by("bo"), road.x, listed("2024-05-03"))
    with pytest.raises(NotAllowed):
        list(past.take(road.by("bo"), told))
    taken(road, past, listed("2024-05-03"))
    (found,) = past.imports(road.x)

    with pytest.raises(NotAllowed):
        list(past.take_back(road.by("bo"), found.id))
    assert days(road) == [date(2024, 5, 3)]


def test_one_signed_row_says_how_many_and_of_which_file(road: Road, past: PastPosts) -> None:
    taken(road, past, listed("2024-05-03", "2024-05-10", "2031-01-01", "never"))

    with road.school.desk.look(road.by("ana")) as unit:
        rows = [row for row in unit.record.about(Noun.PAST_POSTS, road.x) if row.act == Act.IMPORT_POSTS]
        (row,) = rows
        part = unit.record.part(row.seq, PAST_PART)
    assert part is not None
    said = json.loads(part.content)
    assert (said["posts"], said["not_taken"], said["file"]) == (2, 2, "ab" * 32)
    assert (said["first"], said["last"]) == ("2024-05-03", "2024-05-10")


def test_what_was_brought_in_ends_a_silence_and_taken_back_it_is_silent_again(
    road: Road, past: PastPosts
) -> None:
    def quiet_days() -> int:
        return next(one.cadence.quiet_days for one in road.plan.cadence() if one.account.id == road.x)

    before = quiet_days()
    taken(road, past, listed("2026-11-15"))
    assert before > 1
    assert quiet_days() == 1

    (found,) = past.imports(road.x)
    list(past.take_back(road.by("ana"), found.id))

    assert quiet_days() == before
    by = road.by("ana")
    road.school.note()
    assert road.school.records.verify(by=by, noted=road.school.noted).whole


def test_the_same_file_again_brings_nothing(road: Road, past: PastPosts) -> None:
    file = listed("2024-05-03", "2024-05-03", "2024-05-10 15:00")
    taken(road, past, file)
    told = past.compare(road.by("ana"), road.x, file)

    assert (told.known, told.new) == (3, ())
    assert [reason.message.id for reason in told.blockers] == ["pastposts.nothing-known"]
    with pytest.raises(NotAllowed):
        list(past.take(road.by("ana"), told))
    assert len(days(road)) == 3


def test_an_import_is_taken_back_whole_and_others_stay(road: Road, past: PastPosts) -> None:
    taken(road, past, listed("2024-05-03"))
    taken(road, past, many(5_000))
    newest = max(past.imports(road.x), key=lambda one: one.posts)

    for step in past.take_back(road.by("pat"), newest.id):
        assert days(road) == [date(2024, 5, 3)], step

    assert left(road) == (1, 1)


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_stopped_import_leaves_nothing(road: Road, past: PastPosts, after: int) -> None:
    by = road.by("ana")
    steps = past.take(by, past.compare(by, road.x, many(7_500)))
    for _ in range(after):
        next(steps)
    assert days(road) == []

    steps.close()

    assert left(road) == (0, 0)


def test_what_a_kill_left_never_counts_and_goes_with_the_next_import(road: Road, past: PastPosts) -> None:
    by = road.by("ana")
    killed = past.take(by, past.compare(by, road.x, many(5_000)))
    next(killed)
    next(killed)
    again = past.compare(by, road.x, many(5_000))
    assert len(again.new) == 5_000
    assert left(road)[1] == 2_500

    for _ in past.take(by, again):
        pass

    assert left(road) == (1, 5_000)
    with pytest.raises(Conflict):  # the one that was thought dead
        list(killed)
    assert left(road) == (1, 5_000)


def test_what_a_kill_left_goes_at_the_next_start_and_what_may_still_come_stays(
    road: Road, past: PastPosts
) -> None:
    by = road.by("ana")
    taken(road, past, listed("2024-05-03"))
    killed = past.take(by, past.compare(by, road.x, many(5_000)))
    next(killed)
    next(killed)
    past.sweep(road.by("bo"))
    assert left(road) == (2, 2_501)

    road.school.clock.forward(hours=2)
    past.sweep(road.by("bo"))

    assert left(road) == (1, 1)


def test_what_was_half_taken_back_goes_at_the_next_start(road: Road, past: PastPosts) -> None:
    taken(road, past, many(3_000))
    (found,) = past.imports(road.x)
    next(past.take_back(road.by("ana"), found.id))

    past.sweep(road.by("bo"))

    assert left(road) == (0, 0)


def test_two_who_take_the_same_file_at_once_take_it_once(road: Road, past: PastPosts) -> None:
    ana, pat = road.by("ana"), road.by("pat")
    first, second = (past.compare(one, road.x, listed("2024-05-03")) for one in (ana, pat))
    list(past.take(ana, first))

    with pytest.raises(Conflict):
        list(past.take(pat, second))

    assert len(days(road)) == 1
    assert [one.step for one in past.imports(road.x)] == [Step.DONE]


def test_another_accounts_rows_are_named_and_not_taken(road: Road, past: PastPosts) -> None:
    told = past.compare(road.by("ana"), road.x, listed("2024-05-03", handle="somebody_else"))

    assert [(one.number, one.why.id) for one in told.reading.refused] == [(2, "pastposts.other-account-as")]
    assert [reason.message.id for reason in told.blockers] == ["pastposts.nothing"]
