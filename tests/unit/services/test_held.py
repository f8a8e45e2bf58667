"""A family's no that comes upon a released post is seen wherever the post is shown, not at the gate alone."""

from pathlib import Path

import pytest

from smadmin.domain.messages import say
from smadmin.domain.publications import PublicationStep
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.held import photo_of
from smadmin.services.outgoing import Outgoing
from smadmin.services.policies import Policies
from smadmin.services.sheets import Sheets
from smadmin.services.students.roster import Students
from smadmin.services.today.gather import Today
from tests.direct import sendings_of
from tests.road import Road, make_road
from tests.unasked import record_unasked

CAME_LATE = ["photos.list-changed"]


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def list_a_child(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS})))


@pytest.mark.demand("BAL-B1i1")
def test_approvals_and_publish_learn_what_holds_a_released_post(road: Road, tmp_path: Path) -> None:
    post = road.released(photo=True)
    road.handed_out(post, tmp_path / "out")
    sheets = Sheets(road.school.desk, road.reader, road.proof, road.approvals)
    outgoing = Outgoing(
        road.school.desk,
        road.reader,
        road.proof,
        publications=road.publications,
        plan=road.plan,
        sendings=sendings_of(road, {}),
    )
    by = road.by("ana")
    assert sheets.sheet(by, post).blockers == outgoing.of(by, post).held == ()

    list_a_child(road)

    sheet, going = sheets.sheet(by, post), outgoing.of(by, post)
    assert going.lanes[0].publication is not None
    assert going.lanes[0].publication.step is PublicationStep.HANDED_OUT
    for found in (sheet.blockers, sheets.queue(by)[0].blockers, going.held):
        assert [one.message.id for one in found] == CAME_LATE
    assert photo_of(going.held) == going.draft.content.pictures[0].photo


def test_a_release_under_another_policy_is_no_longer_called_ready(road: Road, tmp_path: Path) -> None:
    post, begun = road.released(), road.released(accounts=(road.facebook,))
    road.handed_out(begun, tmp_path / "out", account=road.facebook)
    policies = Policies(road.school.desk, road.reader.policy, road.proof, lambda _: None)
    text = policies.text_in_force(road.by("pat"))
    stricter = text.replace('id = "baltimore-city-md"', 'id = "lincoln"').replace('= "week"', '= "each"')
    sheets = Sheets(road.school.desk, road.reader, road.proof, road.approvals)
    assert sheets.sheet(road.by("ana"), post).blockers == ()

    policies.put_in_force(
        road.by("pat"), policies.read(road.by("pat"), stricter, file="own.toml", language="en")
    )

    (stopped,) = sheets.sheet(road.by("ana"), post).blockers
    assert stopped.message.values["what"] == (say("publications.changed-policy"),)
    assert sheets.sheet(road.by("ana"), begun).blockers == ()
    told = Today(road.school.desk, road.reader, road.proof).gather(road.by("ana"))
    assert ([one.id for one in told.to_release_anew], told.to_publish) == ([post], ())


def test_today_does_not_offer_a_post_whose_release_is_over_or_was_taken_back(road: Road) -> None:
    over, back = road.released(), road.released(accounts=(road.facebook,))
    today, by = Today(road.school.desk, road.reader, road.proof), road.by("ana")
    assert {one.id for one in today.gather(by).to_publish} == {over, back}

    with road.school.desk.deed(by) as deed:
        record_unasked(deed, Act.VOID, Noun.POSTS, back)
    first = today.gather(by)
    road.school.clock.forward(days=400)
    later = today.gather(road.by("ana"))

    assert [one.id for one in first.to_publish] == [over]
    assert (later.to_publish, {one.id for one in later.to_release_anew}) == ((), {over, back})
    assert later.waiting["approvals"] == 2


@pytest.mark.demand("BAL-B1i1")
def test_today_names_the_posts_whose_photos_were_searched_before(road: Road) -> None:
    road.released(photo=True)
    today, by = Today(road.school.desk, road.reader, road.proof), road.by("ana")
    assert today.gather(by).to_look_again == ()

    list_a_child(road)

    (again,) = today.gather(by).to_look_again
    assert len(again.late) == 1
