"""Handing out, confirming and giving up, and the cadence that follows."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from tests.road import PIXELS, TEXT, make_road, publications_of
from tests.servers.contract import QUOTED


def test_a_post_goes_the_whole_road_and_turns_the_cadence_green(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    road.school.clock.forward(days=2)
    post = road.released()

    publication = road.handed_out(post, tmp_path / "out")
    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1234567890")

    assert road.posts.get(road.by("ana"), post).stage is PostStage.PUBLISHED
    assert publications_of(road.school.desk, post)[0].step is PublicationStep.CONFIRMED
    cadences = {one.account.id: one.cadence for one in road.plan.cadence()}
    assert cadences[road.x].stage is CadenceStage.ON_TIME
    assert cadences[road.x].quiet_days == 0
    assert cadences[road.facebook].stage is CadenceStage.OVERDUE
    assert road.school.records.verify(by=road.by("ana"), noted=road.school.noted).whole


def test_the_folder_holds_the_words_and_the_covered_pictures_and_nothing_else(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released(photo=True)
    ana = road.by("ana")
    intended = road.publications.intend(ana, post, road.x).value

    handed = road.publications.hand_out(ana, intended, folder=tmp_path / "out", handle="@Lincoln_ES")

    assert sorted(path.name for path in handed.folder.iterdir()) == ["01-alt.txt", "01.jpg", "post.txt"]
    assert (handed.folder / "post.txt").read_text("utf-8") == TEXT
    assert handed.files == ((handed.folder / "01.jpg", "Children build a tower"),)
    assert handed.files[0][0].read_bytes() == PIXELS


@pytest.mark.demand("BLO-A9")
def test_a_quotes_link_and_a_licences_line_lie_in_the_folder_as_they_were_released(tmp_path: Path) -> None:
    road, text = make_road(tmp_path / "store"), f"The fair opens on Thursday.\n{QUOTED}"
    post, ana = road.submitted(text=text), road.by("ana")
    road.approvals.release(road.by("pat"), post)
    intended = road.publications.intend(ana, post, road.x).value

    handed = road.publications.hand_out(ana, intended, folder=tmp_path / "out", handle="lincoln_es")

    assert (handed.folder / "post.txt").read_text("utf-8") == text


def test_nothing_is_handed_out_while_the_page_shows_another_handle(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post, ana = road.released(), road.by("ana")
    intended = road.publications.intend(ana, post, road.x).value

    with pytest.raises(BadInput):
        road.publications.hand_out(ana, intended, folder=tmp_path / "out", handle="ana_at_home")

    assert not (tmp_path / "out").exists()


def test_a_release_ends_after_a_week(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()

    road.school.clock.forward(days=7, minutes=1)

    assert [reason.message.id for reason in road.publications.blockers(road.by("ana"), post, road.x)] == [
        "publications.outside-window"
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://x.com/somebody_else/status/1234567890",
        "https://x.com/lincoln_es",
        "https://example.org/lincoln_es/status/1",
        "",
    ],
)
def test_a_link_that_is_no_post_of_the_account_confirms_nothing(tmp_path: Path, link: str) -> None:
    road = make_road(tmp_path / "store")
    publication = road.handed_out(road.released(), tmp_path / "out")

    with pytest.raises(BadInput):
        road.publications.confirm(road.by("ana"), publication, link)

    assert [one.id for one in road.publications.unfinished()] == [publication.id]


def test_a_post_is_confirmed_once(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    publication, ana = road.handed_out(road.released(), tmp_path / "out"), road.by("ana")
    link = "https://x.com/lincoln_es/status/1234567890"
    road.publications.confirm(ana, publication, link)

    with pytest.raises(NotAllowed):
        road.publications.confirm(ana, publication, link)
    with pytest.raises(NotAllowed):
        road.publications.intend(ana, publications_of(road.school.desk, publication.post)[0].post, road.x)  # type: ignore[arg-type]  # has a post


def test_the_next_start_asks_about_what_was_begun_and_may_go_on(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post, ana = road.released(), road.by("ana")
    intended = road.publications.intend(ana, post, road.x).value

    found = road.publications.unfinished()
    road.publications.hand_out(ana, found[0], folder=tmp_path / "out", handle="lincoln_es")

    assert [one.id for one in found] == [intended.id]


def test_what_was_given_up_may_be_begun_again(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post, ana = road.released(), road.by("ana")
    publication = road.handed_out(post, tmp_path / "out")
    road.publications.give_up(ana, publication, "The platform was down")

    again = road.handed_out(post, tmp_path / "out")

    assert again.id == publication.id
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_only_whose_turn_it_is_goes_on_with_a_publication(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    intended = road.publications.intend(road.by("ana"), post, road.x).value

    with pytest.raises(NotAllowed):
        road.publications.hand_out(road.by("dee"), intended, folder=tmp_path / "out", handle="lincoln_es")
    with pytest.raises(NotAllowed):
        road.publications.note_handed_out(road.by("dee"), intended)


def test_halfway_says_what_is_out(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released(accounts=(road.x, road.facebook))
    publication = road.handed_out(post, tmp_path / "out")

    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1234567890")

    assert road.posts.get(road.by("ana"), post).stage is PostStage.RELEASED
    assert {one.account: one.step for one in publications_of(road.school.desk, post)} == {
        road.x: PublicationStep.CONFIRMED
    }
    assert road.publications.blockers(road.by("ana"), post, road.facebook) == ()


def test_a_late_post_counts_by_the_schools_own_day(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    publication = road.handed_out(road.released(), tmp_path / "out")
    road.school.clock.at += timedelta(hours=13)  # 04:00 UTC on Tuesday is still Monday in Denver

    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1234567890")

    cadences = {one.account.id: one.cadence for one in road.plan.cadence()}
    assert str(cadences[road.x].last_post) == "2026-11-16"


def test_an_address_kept_for_later_proves_nothing_and_goes_with_giving_up(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    ana, desk, post = road.by("ana"), road.school.desk, road.released()
    publication = road.handed_out(post, tmp_path / "out")

    kept = road.publications.keep_link(ana, publication, " https://x.com/i/web/status/1234567890 ").value

    assert (kept.step, kept.link) == (PublicationStep.HANDED_OUT, "https://x.com/i/web/status/1234567890")
    assert road.posts.get(ana, post).stage is PostStage.RELEASED
    with pytest.raises(BadInput):  # nobody has said yet whose post it is
        road.publications.confirm(ana, kept, kept.link)
    with pytest.raises(BadInput):
        road.publications.keep_link(ana, kept, "https://x.com/somebody_else/status/1234567890")
    with pytest.raises(NotAllowed):
        road.publications.keep_link(road.by("cem"), kept, kept.link)
    road.publications.give_up(ana, kept, "it never came")
    assert publications_of(desk, post)[0].link == ""
