"""What the policy warns of in a notice's blanks: read by the one person who releases it alone (YEL-B1)."""

from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.notices import NoticeText
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.posts import PostStage
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.notices import Notices
from smadmin.services.students.roster import Students
from tests.road import WEEK, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def notices(road: Road) -> Notices:
    return Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)


def signed(road: Road, notices: Notices) -> NoticeText:
    made = notices.sign(
        road.by("pat"),
        "School is closed on \u2039day\u203a because of \u2039reason\u203a.",
        kind=NoticeKind.CLOSURE,
        people=(road.school.people["ana"],),
        accounts=(road.x, road.facebook),
        days=(WEEK, date(2027, 6, 30)),
    )
    return next(one.text for one in notices.sheet(road.by("ana")).lines if one.text.id == made.value)


@pytest.mark.demand("BAL-B1i3")
def test_what_the_policy_warns_of_goes_out_only_once_the_sender_has_read_it(
    road: Road, notices: Notices
) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    child = StudentEntry("Zelda", "Torres", ("4b",), frozenset({OptOut.NAMES}))
    students.add(road.by("pat"), child)
    text, ana = signed(road, notices), road.by("ana")
    values = {"day": "Monday", "reason": "Zelda from 4b being ill"}

    with pytest.raises(NotAllowed) as refused:
        notices.send(ana, text, values)
    left = road.posts.mine(ana)
    read = notices.doubts(ana, text, values)
    post = notices.send(ana, text, values, stands=read).value

    assert left == ()
    assert [one.message for one in refused.value.reasons] == [one.message for one in read] != []
    assert road.posts.get(ana, post).stage is PostStage.RELEASED


def test_what_the_principal_signed_raises_no_doubt_again(road: Road, notices: Notices) -> None:
    text = signed(road, notices)

    assert notices.doubts(road.by("ana"), text, {"day": "Monday", "reason": "snow"}) == ()
