"""What comes round with the years: one task of several accounts, one thing of each log-in."""

import json
from datetime import date, timedelta

from smadmin.domain.ids import AccountId
from smadmin.domain.yearly import Stage
from smadmin.domain.yearly_tasks import AccountDue, YearlyKind, YearlyTask, log_in_tasks, told_together

DAY = date(2026, 11, 18)


def due(id_: str, stage: Stage, ahead: int = 0) -> AccountDue:
    return AccountDue(AccountId(id_), f"X @{id_}", DAY + timedelta(days=ahead), stage)


def test_a_single_account_is_named_and_led_to_and_several_lead_to_today() -> None:
    (alone,) = told_together(YearlyKind.LOG_IN, [due("a", Stage.DUE), due("b", Stage.FINE, 90)])
    (both,) = told_together(YearlyKind.LOG_IN, [due("a", Stage.SOON, 9), due("b", Stage.LATE, -40)])

    assert (alone.n, alone.label, alone.subject) == (1, "X @a", "log-in:a")
    assert (both.n, both.label, both.subject) == (2, "", "")
    assert (both.due, both.stage) == (DAY - timedelta(days=40), Stage.LATE)
    assert told_together(YearlyKind.LOG_IN, [due("a", Stage.FINE)]) == ()


def test_of_a_log_in_one_thing_is_said_and_its_password_where_both_are_as_urgent() -> None:
    passwords = {AccountId("a"): due("a", Stage.DUE), AccountId("b"): due("b", Stage.SOON)}
    log_ins = {AccountId(one): due(one, Stage.DUE) for one in "abc"}

    found = log_in_tasks(passwords, log_ins)

    assert [(one.kind, one.n) for one in found] == [(YearlyKind.AGED, 1), (YearlyKind.LOG_IN, 2)]
    assert found[0].label == "X @a"


def test_what_is_about_no_account_leads_to_its_screen() -> None:
    kinds = (YearlyKind.REVIEWERS, YearlyKind.STAFF_PAGE, YearlyKind.COMPUTER)
    subjects = [YearlyTask(kind, 2, DAY, Stage.DUE).subject for kind in kinds]
    assert subjects == ["reviewers", "staff-page", "computer"]


def test_what_is_told_is_read_whole() -> None:
    for task in (
        YearlyTask(YearlyKind.HOLDERS, 1, DAY, Stage.DUE, AccountId("a"), "X @a"),
        YearlyTask(YearlyKind.REVIEWERS, 1, DAY, Stage.SOON),
    ):
        assert YearlyTask.from_plain(json.loads(json.dumps(task.to_plain()))) == task
