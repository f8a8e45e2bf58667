"""Today says what needs whom, most urgent first, with a button that leads there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.week import SlotStage
from smadmin.services.backups import BackupState
from smadmin.services.notices import NoticeBrief
from smadmin.services.today.view import ListToday, TodayView, WeekToSign
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Deed, Need, Urgency
from smadmin.ui.today.needs import needs_of
from tests.today_views import (
    MONDAY,
    TODAY,
    account,
    account_today,
    halfway,
    photos,
    planned,
    post,
    view,
)

NOTHING_BESIDE = Beside()
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
NEXT_MONDAY = MONDAY + timedelta(weeks=1)


def needs(shown: TodayView, beside: Beside = NOTHING_BESIDE) -> tuple[Need, ...]:
    return needs_of(shown, beside)


def only(shown: TodayView, beside: Beside = NOTHING_BESIDE) -> Need:
    found = needs(shown, beside)
    assert len(found) == 1
    return found[0]


def step_of(need: Need) -> tuple[Deed, str, str | None]:
    assert need.step is not None
    return need.step.deed, need.step.screen, need.step.subject


@pytest.mark.parametrize("role", list(Role))
def test_a_calm_day_needs_nobody(role: Role) -> None:
    assert needs(view(role)) == ()


def test_who_writes_is_told_to_write_the_planned_topic() -> None:
    slot = planned("Book club", TODAY + timedelta(days=3))
    late = account_today(account("Larks", Platform.INSTAGRAM), 26, planned=slot)

    need = only(view(Role.ADMINISTRATOR, accounts=(late,)))

    assert need.title == say("today.account-abandoned", account="Instagram @instagram", n=26)
    assert need.state is State.STOP
    assert need.step is not None
    assert need.step.deed is Deed.WRITE
    assert need.step.words == say("today.write-topic", topic="Book club")
    assert (need.step.account, need.step.slot) == (late.account.id, slot.slot.id)


def test_a_late_account_leads_to_the_draft_that_is_already_begun() -> None:
    late = account_today(account("Larks"), 16)
    begun = post("begun", PostStage.DRAFT, accounts=(late.account.id,))

    need = needs(view(Role.ADMINISTRATOR, accounts=(late,), posts=(begun,)))[0]

    assert step_of(need) == (Deed.OPEN, "compose", "begun")


def test_a_late_account_with_a_released_post_leads_to_publishing() -> None:
    late = account_today(account("Larks"), 16)
    ready = post("ready", PostStage.RELEASED, accounts=(late.account.id,))

    need = needs(view(Role.ADMINISTRATOR, accounts=(late,), posts=(ready,)))[0]

    assert step_of(need) == (Deed.OPEN, "publish", "ready")


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [(Role.PRINCIPAL, ("accounts", "account-x")), (Role.COMMUNICATIONS, ("plan", None))],
)
def test_who_oversees_sees_the_late_account_and_who_writes_for_it(
    role: Role, leads_to: tuple[str, str | None]
) -> None:
    late = account_today(account("Larks"), 16, mine=False)

    need = only(view(role, accounts=(late,)))

    assert step_of(need) == (Deed.OPEN, *leads_to)
    assert need.note is not None
    assert need.note.values["second"] == say(
        "today.written-by", people=(say("today.name", name="Maya Ortega"),)
    )


def test_a_reviewer_sees_only_what_waits_for_them() -> None:
    late = account_today(account("Larks"), 16, mine=False)
    waiting = post("waiting", PostStage.SUBMITTED, mine=False)
    shown = view(
        Role.REVIEWER, accounts=(late,), posts=(waiting,), photos=(photos(to_decide=3, second_others=2),)
    )

    found = needs(shown)

    assert [step_of(need)[1] for need in found] == ["approvals", "photos"]
    assert found[1].title == say("today.photos-second-you", n=2)


def test_who_looked_first_is_told_to_hand_over_the_chair() -> None:
    need = only(view(Role.ADMINISTRATOR, photos=(photos(second_mine=4),)))

    assert need.title == say("today.photos-second", n=4)
    assert step_of(need) == (Deed.HAND_OVER, "photos", "set")


def test_a_post_whose_photo_i_looked_at_first_is_not_mine_to_release() -> None:
    waiting = post("waiting", PostStage.SUBMITTED, mine=False, looked=True)

    assert needs(view(Role.ADMINISTRATOR, posts=(waiting,))) == ()


def test_my_own_post_waits_for_somebody_else() -> None:
    need = only(view(Role.ADMINISTRATOR, posts=(post("own", PostStage.SUBMITTED),)))

    assert step_of(need) == (Deed.HAND_OVER, "approvals", "own")


def test_a_post_that_came_back_says_the_reviewers_sentence() -> None:
    back = post("back", PostStage.SENT_BACK, sentence="Say which gym.")

    need = only(view(Role.ADMINISTRATOR, posts=(back,)))

    assert need.note == say("today.sentence", sentence="Say which gym.")
    assert step_of(need) == (Deed.OPEN, "compose", "back")


def test_a_post_that_is_halfway_out_stands_once() -> None:
    shown = view(Role.ADMINISTRATOR, posts=(post("out", PostStage.RELEASED),), halfway=(halfway(),))

    need = only(shown)

    assert need.urgency is Urgency.HALFWAY
    assert step_of(need) == (Deed.OPEN, "publish", "out")


def test_the_principal_sees_a_halfway_post_of_somebody_else_without_a_button() -> None:
    need = only(view(Role.PRINCIPAL, halfway=(halfway(mine=False),)))

    assert need.step is None


def test_a_gap_is_said_the_day_before() -> None:
    slot = planned("Book club", TODAY + timedelta(days=1), SlotStage.GAP)

    need = only(view(Role.ADMINISTRATOR, week=(slot,)))

    assert need.title == say("today.gap", topic="Book club", when=say("today.when-tomorrow"))
    assert step_of(need)[0] is Deed.WRITE


def test_a_due_account_and_its_gap_are_one_row() -> None:
    slot = planned("Book club", TODAY, SlotStage.GAP)
    due = account_today(account("Lincoln on X"), 13, planned=slot)

    need = only(view(Role.ADMINISTRATOR, accounts=(due,), week=(slot,)))

    assert need.title == say("today.account-due-in", account="X @x", n=1)


def test_the_principal_is_asked_to_sign_the_week() -> None:
    shown = view(Role.PRINCIPAL, to_sign=WeekToSign(NEXT_MONDAY, 7, signed=False))

    need = only(shown)

    assert need.title == say("today.next-week-to-sign", n=7)
    assert step_of(need) == (Deed.OPEN, "plan", "2026-11-23")


def test_who_writes_hands_the_chair_over_for_the_signature() -> None:
    need = only(view(Role.ADMINISTRATOR, to_sign=WeekToSign(MONDAY, 7, signed=False)))

    assert need.title == say("today.this-week-unsigned", n=7)
    assert step_of(need) == (Deed.HAND_OVER, "plan", "2026-11-16")


def test_an_empty_week_is_planned_first() -> None:
    need = only(view(Role.ADMINISTRATOR, to_sign=WeekToSign(MONDAY, 0, signed=False)))

    assert need.title == say("today.this-week-empty")
    assert step_of(need) == (Deed.OPEN, "plan", "2026-11-16")


def test_communications_hears_when_no_plan_holds_any_more() -> None:
    unsigned = WeekToSign(MONDAY, 3, signed=False)

    assert needs(view(Role.COMMUNICATIONS, to_sign=unsigned)) == ()
    assert only(view(Role.COMMUNICATIONS, to_sign=unsigned, plan_until=None)).urgency is Urgency.PLAN


def test_an_account_without_a_principal_is_for_the_office() -> None:
    shown = view(Role.PRINCIPAL, accounts=(account_today(account("Larks", principal=None), 2, mine=False),))

    assert step_of(only(shown)) == (Deed.OPEN, "accounts", "account-x")


def test_an_old_list_of_children_asks_for_still_right() -> None:
    old = ListToday(TODAY - timedelta(days=200), too_old=True, empty=False)

    need = only(view(Role.ADMINISTRATOR, students=old))

    assert need.title == say("today.list-old", day=TODAY - timedelta(days=200))
    assert step_of(need) == (Deed.OPEN, "students", None)


def test_what_is_wrong_with_the_record_stands_above_everything() -> None:
    late = account_today(account("Larks"), 26)
    shown = view(Role.ADMINISTRATOR, accounts=(late,))

    found = needs(shown, Beside(alarms=(say("today.record-short"),)))

    assert [need.urgency for need in found] == [Urgency.ALARM, Urgency.LATE]
    assert all(need.state is State.STOP for need in found)


def test_backups_and_keyring_are_said_last() -> None:
    keyring = OutsideFailed(say("store.no-keyring"), remedy=say("store.keyring-remedy"))
    backup = BackupState(None, None, due=True, away_overdue=True)

    found = needs(view(Role.ADMINISTRATOR), Beside(backup=backup, keyring=keyring))

    deeds = [None if need.step is None else need.step.deed for need in found]
    assert deeds == [Deed.BACK_UP, Deed.SAVE_BACKUP, None]
    assert found[2].title == say("store.no-keyring")


def test_the_sample_school_needs_no_backup() -> None:
    shown = view(Role.ADMINISTRATOR)
    sample = view(Role.ADMINISTRATOR, school=replace(shown.school, sample=True))

    assert needs(sample, Beside(backup=BackupState(None, None, due=True, away_overdue=True))) == ()


def test_a_yes_by_phone_that_somebody_signed_waits_for_the_principal() -> None:
    need = only(view(Role.PRINCIPAL), Beside(owed_yeses=2))

    assert step_of(need) == (Deed.OPEN, "approvals", None)
    assert need.title == say("spokenui.today-owed", n=2)


def test_a_notice_that_is_not_out_stands_first_and_red() -> None:
    late, ready = account_today(account("Larks"), 16), post("ready", PostStage.RELEASED)
    notice = Beside(
        notices=NoticeBrief(may_send=True, may_sign=False, owed=0, unposted=frozenset({ready.id}))
    )

    need = needs(view(Role.ADMINISTRATOR, accounts=(late,), posts=(ready,)), notice)[0]

    assert (need.urgency, need.state) == (Urgency.NOTICE, State.STOP)
    assert step_of(need) == (Deed.OPEN, "publish", "ready")


def test_a_notice_that_is_out_on_one_account_only_stays_red() -> None:
    begun = Beside(
        notices=NoticeBrief(may_send=True, may_sign=False, owed=0, unposted=frozenset({PostId("out")}))
    )

    need = needs(view(Role.ADMINISTRATOR, halfway=(halfway(),)), begun)[0]

    assert (need.urgency, need.state) == (Urgency.NOTICE, State.STOP)
