"""The comment desk as somebody sees it: what waits for whom, open ones first, whom one can ask."""

from pathlib import Path

import pytest

from smadmin.domain.comments import ClosedAs, CommentKind
from smadmin.domain.people import Role
from tests.commented import commented


@pytest.mark.demand("BAL-B1e2")
def test_open_comments_stand_by_the_day_of_their_answer_and_closed_ones_below(tmp_path: Path) -> None:
    school = commented(tmp_path)
    closed, old = school.enter(), school.enter(CommentKind.CRITICISM, "Shame!")
    school.desk.close(school.road.by("bo"), closed, ClosedAs.ELSEWHERE)
    school.pass_days(1)
    young = school.enter()

    view = school.views.look(school.road.by("ana"))

    assert [one.comment.id for one in view.comments] == [old, young, closed]
    assert [one.late_days for one in view.comments] == [0, 0, 0]
    assert len(view.accounts) == len(school.rounds.all(school.road.by("ana")))
    assert view.cards_due


def test_one_asks_whoever_else_is_here_and_a_reviewer_sees_their_own_entries_alone(tmp_path: Path) -> None:
    school = commented(tmp_path)
    own = school.enter()
    school.desk.enter(school.road.by("ana"), school.form())

    assert school.views.look(school.road.by("ana")).advisers == (Role.PRINCIPAL, Role.COMMUNICATIONS)
    assert school.views.look(school.road.by("pat")).advisers == (Role.COMMUNICATIONS,)
    assert school.due("bo") == [own]
    assert len(school.due("pat")) == 2
