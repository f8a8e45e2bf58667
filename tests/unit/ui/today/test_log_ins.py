"""What Today says of log-ins."""

from datetime import date

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.language.catalogue import Catalogue
from smadmin.services.log_in_tasks import LogInTask, TaskKind
from smadmin.ui.theme import State
from smadmin.ui.today.log_ins import log_in_needs
from smadmin.ui.wording import Wording

ACCOUNT = Account(
    AccountId("a"), SchoolId("s"), Platform.X, "Lincoln", "lincoln_es", "https://x.com/lincoln_es"
)


@pytest.mark.parametrize(
    ("kind", "people", "said"),
    [
        (TaskKind.REFUSED, (), "A post waits there"),
        (TaskKind.ROTATE, ("Bo Chen",), "May still know it: Bo Chen."),
        (TaskKind.TELL, (), "Look at it, then say that communications has it."),
        (TaskKind.HOLDERS, (), "Last looked up on"),
        (TaskKind.HOLDERS, ("Bo Chen",), "Has no part in it any more: Bo Chen."),
    ],
)
def test_each_is_said_and_leads_to_its_account(kind: TaskKind, people: tuple[str, ...], said: str) -> None:
    words = Wording(Catalogue.load("en"))

    (need,) = log_in_needs([LogInTask(kind, ACCOUNT, people, date(2026, 3, 1))])

    assert need.note is not None
    assert said in words(need.note)
    assert "X @lincoln_es" in words(need.title)
    assert need.step is not None
    part = "log-in:renew" if kind is TaskKind.REFUSED else "log-in"
    assert (need.step.screen, need.step.subject) == ("accounts", f"{part}:{ACCOUNT.id}")
    assert (need.state is State.STOP) is (kind in {TaskKind.REFUSED, TaskKind.ROTATE})


@pytest.mark.parametrize(
    ("left", "title", "note", "state"),
    [
        (30, "runs out in 30 days", "It works until", State.NOTE),
        (14, "runs out in 14 days", "It works until", State.NOTE),
        (7, "runs out in 7 days", "It works until", State.DOUBT),
        (1, "runs out tomorrow", "It works until", State.STOP),
        (0, "works today for the last time", "It works until", State.STOP),
        (-3, "has run out", "What uses it stands still", State.STOP),
    ],
)
def test_a_token_is_told_ever_more_pressingly(left: int, title: str, note: str, state: State) -> None:
    words = Wording(Catalogue.load("en"))

    (need,) = log_in_needs([LogInTask(TaskKind.TOKEN, ACCOUNT, (), date(2026, 3, 1), left)])

    assert need.note is not None
    assert (need.state, need.key) == (state, f"log-in:token:{ACCOUNT.id}")
    assert title in words(need.title)
    assert "X @lincoln_es" in words(need.title)
    assert note in words(need.note)
    assert need.step is not None
    assert need.step.subject == f"log-in:{ACCOUNT.id}"
