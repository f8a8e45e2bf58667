"""What Today says of comments: what waits for whom, late rounds, and who looks."""

from pathlib import Path

import pytest

from smadmin.domain.cases import About, Opening
from smadmin.domain.comments import CommentKind
from smadmin.domain.escalations import Trouble
from smadmin.domain.people import Role
from smadmin.domain.rounds import Decision
from smadmin.services.cases import Cases
from smadmin.ui.theme import State
from smadmin.ui.today.cases import case_needs
from smadmin.ui.today.comments import comment_needs
from smadmin.ui.today.need import Need, Urgency
from tests.commented import Commented, commented


def needs(school: Commented, by: str) -> list[Need]:
    actor = school.road.by(by)
    rounds = [one for one in school.rounds.due(actor) if one.account.id == school.road.x]
    now = school.road.school.desk.now
    return list(comment_needs(school.views.due(actor), rounds, now))


def told(school: Commented, by: str) -> list[tuple[Urgency, State, str]]:
    return [
        (one.urgency, one.state, one.title.id.removeprefix("comments.today-")) for one in needs(school, by)
    ]


@pytest.mark.demand("BAL-B1f1")
@pytest.mark.demand("BAL-B1f2")
@pytest.mark.demand("SOC-M5")
def test_a_round_is_told_to_its_monitor_and_late_ones_to_whoever_runs_the_account(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="socorro-tx")
    assert told(school, "ana") == [(Urgency.REMINDER, State.NOTE, "undecided")]
    school.decide(Decision(comments=True))
    assert told(school, "ana") == [(Urgency.ACCOUNTS, State.STOP, "unwatched")]
    school.decide(school.watched_by())
    school.pass_days(2)
    assert told(school, "bo") == [(Urgency.DUE, State.DOUBT, "due")]
    assert told(school, "ana") == []
    school.pass_days(1)

    assert told(school, "bo") == told(school, "ana") == [(Urgency.LATE, State.STOP, "late")]
    step = needs(school, "ana")[0].step
    assert step is not None
    assert (step.screen, step.subject) == ("comments", school.road.x)


@pytest.mark.demand("BAL-B1e2")
def test_what_waits_for_an_answer_is_one_line_and_says_when_it_is_late(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.decide(Decision(comments=False))
    old = school.enter()
    school.enter()

    assert told(school, "ana") == [(Urgency.DUE, State.NOTE, "answer")]
    assert told(school, "bo") == []  # who entered them, and doesn't speak for the account
    school.pass_days(3)
    (need,) = needs(school, "ana")

    assert (need.urgency, need.state, need.title.values["n"]) == (Urgency.LATE, State.STOP, 2)
    assert need.step is not None
    assert need.step.subject == old


@pytest.mark.demand("BLO-A7")
def test_whoever_is_asked_for_advice_reads_it_on_today(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.decide(Decision(comments=False))
    criticism = school.enter(CommentKind.CRITICISM, "Shame!")
    school.desk.seek_advice(school.road.by("ana"), criticism, Role.PRINCIPAL, "What do we say?")

    assert (Urgency.TO_RELEASE, State.DOUBT, "advice") in told(school, "pat")
    assert needs(school, "pat")[0].title.values["name"] == "Ana Brooks"
    assert told(school, "ana") == [(Urgency.DUE, State.NOTE, "answer")]


@pytest.mark.demand("BAL-E1")
def test_a_comment_with_an_open_card_waits_for_it_and_is_told_once(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="wichita-ks")
    school.decide(Decision(comments=False))
    road = school.road
    threat, ana = school.enter(text="I will kill you at school tomorrow"), road.by("ana")
    cases = Cases(road.school.desk, road.reader, road.proof)
    assert told(school, "ana") == [(Urgency.DUE, State.NOTE, "answer")]
    cases.open(ana, Opening(Trouble.THREAT, About.COMMENT, threat))

    now = road.school.desk.now
    due, rounds = school.views.due(ana), [one for one in school.rounds.due(ana) if one.account.id == road.x]
    assert list(comment_needs(due, rounds, now, cases.waiting(ana))) == []
    (need,) = case_needs(cases.waiting(ana), now)
    assert need.note is not None
    assert need.note.id == "cases.today-comment-note"
