"""How comments and rounds stand, in words and shapes, without a window."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.comments import CommentKind
from smadmin.domain.people import Role
from smadmin.domain.rounds import Decision
from smadmin.services.escalations import Help
from smadmin.services.moderated import Moderation
from smadmin.services.questions import QuestionBrief
from smadmin.ui.comments.model import ROUND, Seen, round_state, rows_of
from smadmin.ui.theme import State
from tests.commented import Commented, commented


def seen(school: Commented, by: str = "ana") -> Seen:
    view = school.views.look(school.road.by(by))
    rounds = school.rounds.all(school.road.by(by))
    with school.road.school.desk.look() as unit:
        place = unit.schools.get(unit.school)
    return Seen(
        view,
        rounds,
        Help((), {}, {}, view.now),
        school.road.by(by).person,
        view.now.date(),
        Moderation((), ()),
        place,
        QuestionBrief(),
    )


@pytest.mark.demand("BAL-B1f2")
def test_a_round_is_told_in_cadences_colours(tmp_path: Path) -> None:
    school = commented(tmp_path)

    def told() -> tuple[State, str]:
        state, said = round_state(school.sheet("ana"))
        return state, said.id.removeprefix("comments.chip-")

    assert told() == (State.DOUBT, "undecided")
    school.decide(Decision(comments=True))
    assert told() == (State.STOP, "unwatched")
    school.decide(Decision(comments=False))
    assert told() == (State.NOTE, "off")
    school.decide(school.watched_by())
    assert told() == (State.FINE, "on-time")
    stages = []
    for days in (2, 1, 20, 60):
        school.pass_days(days)
        stages.append(told())
    assert stages == [
        (State.DOUBT, "round-today"),
        (State.STOP, "round-late"),
        (State.STOP, "silent"),
        (State.STOP, "abandoned"),
    ]


@pytest.mark.demand("BAL-B1e2")
def test_what_waits_stands_above_the_rounds_and_says_until_when(tmp_path: Path) -> None:
    school = commented(tmp_path)
    question = school.enter()
    criticism = school.enter(CommentKind.CRITICISM, "Shame!")
    school.desk.seek_advice(school.road.by("ana"), criticism, Role.PRINCIPAL, "What do we say?")

    def chips(by: str) -> dict[str, str]:
        rows = rows_of(seen(school, by))
        return {row.key: row.chip.id.removeprefix("comments.chip-") for row in rows}

    assert [key.startswith(ROUND) for key in chips("ana")] == [False, False, True, True]
    assert (chips("ana")[question], chips("ana")[criticism], chips("pat")[criticism]) == (
        "due",
        "advice-waits",
        "advice",
    )
    school.pass_days(1)
    assert chips("ana")[question] == "due-tomorrow"
    school.pass_days(1)
    assert chips("ana")[question] == "due-today"
    school.pass_days(1)
    assert (chips("ana")[question], chips("ana")[criticism]) == ("late", "late")
    school.desk.answer(school.road.by("ana"), question, "At 6.")
    assert (list(chips("ana"))[-1], chips("ana")[question]) == (question, "answered")


def test_a_comment_or_a_round_is_found_by_its_key(tmp_path: Path) -> None:
    school = commented(tmp_path)
    found, question = seen(school), school.enter()
    found = replace(found, today=found.today + timedelta(days=1), desk=seen(school).desk)

    assert found.comment(question) is not None
    assert found.round(ROUND + school.road.x) == found.round(school.road.x) is not None
    assert found.comment("gone") is None
    assert found.round("gone") is None
