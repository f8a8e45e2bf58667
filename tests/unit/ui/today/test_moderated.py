"""What Today says of comments that are to go: whose second look, what is to be done, and a block's end."""

from pathlib import Path

import pytest

from smadmin.domain.moderating import Measure, Way, Wish
from smadmin.ui.today.moderated import moderated_needs
from smadmin.ui.today.need import Urgency
from tests.unit.services.test_moderating import SPAM, Moderated


def told(school: Moderated, by: str) -> list[tuple[str, Urgency, str | None]]:
    found = moderated_needs(school.views.due(school.school.road.by(by)), school.school.road.school.desk.now)
    return [
        (one.title.id.removeprefix("moderating.today-"), one.urgency, one.step.subject if one.step else None)
        for one in found
    ]


@pytest.mark.demand("SOC-M7")
def test_what_was_kept_is_to_go_at_once(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    assert told(school, "ana") == []
    school.ask(SPAM)
    assert told(school, "ana") == [("ready", Urgency.LATE, school.comment)] == told(school, "pat")
    assert told(school, "bo") == []
    school.done(way=Way.HIDE)
    assert told(school, "ana") == []


def test_a_block_waits_for_the_second_person_and_then_for_its_end(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    today = school.school.now.date()
    school.ask(Wish(Measure.BLOCK, "spam", False, words="Daily.", until=today, unpictured=True))
    assert (told(school, "ana"), told(school, "pat")) == (
        [],
        [("second-block", Urgency.TO_RELEASE, school.comment)],
    )
    pat = school.school.road.by("pat")
    school.deeds.agree(pat, school.comment, Measure.BLOCK)
    assert told(school, "ana") == [("ready-block", Urgency.LATE, school.comment)]
    school.deeds.done(pat, school.comment, Measure.BLOCK)
    assert told(school, "ana") == []
    school.school.pass_days(1)
    assert told(school, "ana") == [("over", Urgency.DUE, "removed")]
    school.deeds.unblock(pat, school.comment)
    assert told(school, "ana") == []
