"""What is read before a release says what the record says, with names, moments and computers."""

from datetime import date
from pathlib import Path

from smadmin.domain.approvals import ReleaseBy
from smadmin.services.sheets import Sheets
from tests.road import PIXELS, Road, make_road


def sheets(road: Road) -> Sheets:
    return Sheets(road.school.desk, road.reader, road.proof, road.approvals)


def test_the_queue_tells_who_wrote_what_for_whom_and_why_not_me(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.submitted(accounts=(road.x, road.facebook))

    own, other = sheets(road).queue(road.by("ana"))[0], sheets(road).queue(road.by("bo"))[0]

    assert (own.draft.id, own.author, own.topic) == (post, "Ana Brooks", "Book fair")
    assert [one.handle for one in own.accounts] == ["lincoln_es", "lincolnes"]
    assert own.since == road.school.clock.at
    assert [one.message.id for one in own.blockers] == ["approvals.own-post"]
    assert other.blockers == ()


def test_released_posts_stand_after_those_that_wait(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    released = road.released()
    waiting = road.submitted()

    queue = sheets(road).queue(road.by("bo"))

    assert [line.draft.id for line in queue] == [waiting, released]


def test_a_sheet_names_by_what_right_and_at_which_computers(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.submitted(photo=True)

    sheet = sheets(road).sheet(road.by("bo"), post)

    assert sheet.mandate is not None
    assert sheet.mandate.by is ReleaseBy.WEEK
    assert sheet.mandate.given is not None
    assert sheet.mandate.given.name == "Pat Winters"
    assert sheet.wrote is not None
    assert sheet.wrote.name == "Ana Brooks"
    assert sheet.wrote.seat == sheet.seat
    assert sheet.release is None
    (picture,) = sheet.pictures
    assert picture.first is not None
    assert picture.second is not None
    assert (picture.first.name, picture.second.name) == ("Ana Brooks", "Bo Lindqvist")


def test_a_released_sheet_has_the_release_as_the_record_has_it(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released()

    sheet = sheets(road).sheet(road.by("ana"), post)

    assert sheet.release is not None
    assert sheet.release.signed.name == "Bo Lindqvist"
    assert sheet.release.mandate.by is ReleaseBy.WEEK
    assert sheet.release.closes > road.school.clock.at
    assert sheet.may_publish
    assert not sheet.far.going


def test_a_release_taken_back_is_no_release(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released()
    road.approvals.void(road.by("ana"), post, "A better picture came")

    sheet = sheets(road).sheet(road.by("bo"), post)

    assert sheet.release is None
    assert sheet.blockers == ()


def test_warnings_stand_until_the_author_says_why_they_may(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    draft = road.draft(text="Everything in the shop is 20% off with the code LARKS.")
    ana = road.by("ana")
    (finding,) = (one for one in road.posts.findings(ana, draft.content)[road.x] if one.rule == "promotion")
    road.posts.override(ana, draft, finding, "It is our own book fair.")
    road.posts.submit(ana, draft.id)

    sheet = sheets(road).sheet(road.by("bo"), draft.id)

    ((override, found),) = sheet.overrides
    assert override.reason == "It is our own book fair."
    assert found is not None
    assert found.rule == "promotion"
    assert "promotion" not in {one.rule for one in sheet.warnings}
    assert sheet.clauses[found.citation]


def test_whoever_releases_reads_which_block_was_let_stand(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    ana, draft = road.by("ana"), road.draft(text="Damn, the book fair opens on Thursday.")
    (block,) = [one for one in road.posts.findings(ana, draft.content)[road.x] if one.rule == "profanity"]
    road.posts.override(ana, draft, block, "A quotation from the play")
    road.posts.submit(ana, draft.id)

    sheet = Sheets(road.school.desk, road.reader, road.proof, road.approvals).sheet(road.by("pat"), draft.id)

    assert [found for _, found in sheet.overrides] == [block]
    assert sheet.clauses[block.citation]


def test_somebody_began_to_publish(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    road.handed_out(post, tmp_path / "out")

    assert sheets(road).sheet(road.by("bo"), post).far.going


def test_a_sheet_knows_the_day_that_its_post_is_planned_for(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.submitted()

    planned = sheets(road).sheet(road.by("bo"), post).planned
    assert planned is not None
    assert (planned.topic, planned.day) == ("Book fair", date(2026, 11, 19))
    assert planned.today == road.school.clock.at.date()


def test_a_sheet_names_the_file_that_goes_out_on_each_account(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    road.pixels = (PIXELS, PIXELS + PIXELS)
    draft = road.draft(accounts=(road.x, road.facebook))
    for number in range(5):
        draft = road.posts.attach(road.by("ana"), draft, road.photo(), alt=f"Tower {number}").value
    road.posts.submit(road.by("ana"), draft.id)

    sheet = sheets(road).sheet(road.by("bo"), draft.id)

    files = {account: [one.file for one in listed] for account, listed in sheet.files.items()}
    sizes = {account: {sheet.sizes[file] for file in listed if file} for account, listed in files.items()}
    assert {account: len(listed) for account, listed in files.items()} == {road.x: 4, road.facebook: 5}
    assert sizes == {road.x: {len(PIXELS)}, road.facebook: {2 * len(PIXELS)}}
