"""What is read while publishing: how far each account is, who is at it, and what was left open."""

from pathlib import Path

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.publications import PublicationStep
from smadmin.services.outgoing import Outgoing
from tests.direct import sendings_of
from tests.entrusted import handed, make_entrusted
from tests.road import Road, make_road


def outgoing(road: Road) -> Outgoing:
    return Outgoing(
        road.school.desk,
        road.reader,
        road.proof,
        publications=road.publications,
        plan=road.plan,
        sendings=sendings_of(road, {}),
    )


def test_a_released_post_has_a_lane_for_every_account(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released(accounts=(road.x, road.facebook))

    going = outgoing(road).of(road.by("ana"), post)

    assert [lane.account.id for lane in going.lanes] == [road.x, road.facebook]
    assert all(lane.publication is None and lane.blockers == () for lane in going.lanes)
    assert (going.author, going.released_by) == ("Ana Brooks", "Bo Lindqvist")
    assert going.closes is not None


def test_what_waits_for_its_release_cant_begin(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.submitted()

    (lane,) = outgoing(road).of(road.by("ana"), post).lanes

    assert [one.message.id for one in lane.blockers] == ["publications.no-release"]


def test_a_lane_knows_who_began_and_who_may_end_it(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    road.handed_out(post, tmp_path / "out")
    reading = outgoing(road)

    ana, bo, pat = (reading.of(road.by(name), post).lanes[0] for name in ("ana", "bo", "pat"))

    assert ana.publication is not None
    assert ana.publication.step is PublicationStep.HANDED_OUT
    assert (ana.by, ana.began) == ("Ana Brooks", road.school.clock.at)
    assert [(one.mine, one.may_end) for one in (ana, bo, pat)] == [
        (True, True),
        (False, False),
        (False, True),
    ]


def test_what_was_given_up_may_begin_anew(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    publication = road.handed_out(post, tmp_path / "out")
    road.publications.give_up(road.by("ana"), publication, "The page was down")

    (lane,) = outgoing(road).of(road.by("ana"), post).lanes

    assert lane.publication is None
    assert lane.blockers == ()
    assert outgoing(road).unfinished(road.by("ana")) == ()


def test_an_earlier_start_left_something_open(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released(accounts=(road.x, road.facebook))
    road.handed_out(post, tmp_path / "out")
    road.school.clock.forward(hours=3)

    (mine,), (theirs,) = (outgoing(road).unfinished(road.by(name)) for name in ("ana", "bo"))

    assert (mine.post, mine.account.id, mine.mine, mine.handed_out) == (post, road.x, True, True)
    assert mine.began is not None
    assert mine.began < road.school.clock.at
    assert (theirs.by, theirs.mine) == ("Ana Brooks", False)


def test_a_confirmed_lane_has_a_green_cadence(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post = road.released()
    publication = road.handed_out(post, tmp_path / "out")
    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1234567890")

    (lane,) = outgoing(road).of(road.by("ana"), post).lanes

    assert lane.cadence is not None
    assert lane.cadence.stage is CadenceStage.ON_TIME
    assert lane.cadence.due_on is not None


def test_the_schools_other_handles_on_the_platform_are_told(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released()

    (lane,) = outgoing(road).of(road.by("ana"), post).lanes

    assert lane.others == ()


def test_a_lane_knows_where_its_handle_is_to_be_seen(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released(accounts=(road.x, road.facebook))

    lanes = outgoing(road).of(road.by("ana"), post).lanes

    assert [one.handle_in_address for one in lanes] == [False, True]


def test_of_what_waits_at_the_platform_nobody_is_asked_whether_it_is_out(tmp_path: Path) -> None:
    queued = make_entrusted(tmp_path)
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)

    (begun,) = outgoing(road).unfinished(road.by("ana"))

    assert (begun.queued_at, begun.stays) == (queued.in_an_hour, False)
