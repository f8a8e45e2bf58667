"""What is owed for a release stays owed once words and files lay ready, whoever takes the release back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import desk as desks
from smadmin.services.notices import Notices
from tests.road import Road, make_road, publications_of
from tests.spoken_road import prepared, signed, spoken_of, why
from tests.unasked import record_unasked
from tests.unit.services.test_sent_notices import sent


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path / "store", signed=False)


def notices_of(road: Road) -> Notices:
    return Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)


def not_posted(road: Road, post: PostId, folder: Path, *, by: str = "bo") -> None:
    """Let the words and files leave the program, say that nobody posted them, and take the release back."""
    road.handed_out(post, folder / post)
    road.publications.give_up(road.by("ana"), publications_of(road.school.desk, post)[0], "not posted")
    road.approvals.void(road.by(by), post, "later")


def test_a_yes_whose_files_lay_ready_stays_owed_and_counts_among_the_three(
    road: Road, tmp_path: Path
) -> None:
    yeses, owed = spoken_of(road), []
    for n in range(3):
        not_posted(road, signed(road, yeses, text=f"Day {n} of the fair."), tmp_path)
        owed.append(len(yeses.owed(road.by("pat"))))

    with pytest.raises(NotAllowed) as fourth:
        prepared(road, yeses)

    assert owed == [1, 2, 3]
    assert why(fourth) == ["spoken.closed"]


def test_a_published_yes_stays_owed_whoever_signs_that_it_was_taken_back(road: Road, tmp_path: Path) -> None:
    yeses, ana = spoken_of(road), road.by("ana")
    post = signed(road, yeses)
    publication = road.handed_out(post, tmp_path / "out")
    road.publications.confirm(ana, publication, "https://x.com/lincoln_es/status/1234567890")

    with road.school.desk.deed(road.by("bo")) as deed:
        record_unasked(deed, Act.VOID, Noun.POSTS, post)

    assert len(yeses.owed(road.by("pat"))) == 1


def test_a_yes_stays_owed_where_the_program_ended_before_it_could_say_that_the_files_lie_ready(
    road: Road, tmp_path: Path
) -> None:
    yeses, ana = spoken_of(road), road.by("ana")
    post = signed(road, yeses)
    begun = road.publications.intend(ana, post, road.x).value
    road.publications.hand_out(ana, begun, folder=tmp_path, handle="@lincoln_es")

    road.publications.give_up(ana, begun, "not posted")
    road.approvals.void(road.by("bo"), post, "later")

    assert len(yeses.owed(road.by("pat"))) == 1


def test_what_goes_out_by_a_later_release_says_nothing_of_the_one_before(road: Road, tmp_path: Path) -> None:
    yeses = spoken_of(road)
    post = signed(road, yeses)
    road.approvals.void(road.by("bo"), post, "wrong picture")
    with road.school.desk.deed(road.by("bo")) as deed:
        record_unasked(deed, Act.APPROVE, Noun.POSTS, post)
        record_unasked(deed, Act.HAND_OUT, Noun.PUBLICATIONS, "another-posts")

    assert yeses.owed(road.by("pat")) == ()


def test_a_notice_whose_files_lay_ready_is_asked_about_after_it_was_taken_back(
    road: Road, tmp_path: Path
) -> None:
    notices = notices_of(road)
    post = sent(road, notices)

    not_posted(road, post, tmp_path, by="ana")

    assert [one.post for one in notices.owed(road.by("pat"))] == [post]
    assert [one.sent.post for one in notices.owed_lines(road.by("pat"))] == [post]


def test_a_notice_released_by_a_row_dated_back_is_asked_about_all_the_same(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices, plain = notices_of(road), desks.Deed._body

    def dated_back(self: desks.Deed, act: Act, *told: object) -> Body:
        body = plain(self, act, *told)  # type: ignore[arg-type]  # handed on as it came
        return replace(body, utc=body.utc - timedelta(days=90)) if act is Act.APPROVE else body

    monkeypatch.setattr(desks.Deed, "_body", dated_back)
    post = sent(road, notices)
    monkeypatch.undo()

    (owed,) = notices.owed(road.by("pat"))
    assert (owed.post, owed.sent_at) == (post, road.school.clock.now())
