"""What a quiet account's row tells: what is under way for it, once."""

from dataclasses import replace
from datetime import timedelta

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.week import SlotStage
from smadmin.ui.stages import weekday
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import needs_of
from smadmin.ui.today.quiet import account_needs
from tests.today_views import TODAY, account, account_today, planned, post, view


def test_a_late_account_tells_once_of_its_released_post_and_of_no_plan_without_draft() -> None:
    late = account_today(account("Larks"), 16, planned=planned("art", TODAY + timedelta(days=3)))
    ready = post("ready", PostStage.RELEASED, accounts=(late.account.id,))

    (need,) = needs_of(view(Role.ADMINISTRATOR, accounts=(late,), posts=(ready,)), Beside())

    quoted = say("today.quoted", words="The words of ready")
    assert need.note is not None
    assert need.note.values["second"] == say("today.quiet-released", words=quoted)


def test_on_hold_a_quiet_accounts_released_post_is_not_offered_to_be_published() -> None:
    late = account_today(account("Larks"), 16)
    ready = post("ready", PostStage.RELEASED, accounts=(late.account.id,))
    held = view(Role.ADMINISTRATOR, accounts=(late,), posts=(ready,), stopped=True)

    (need,) = account_needs(held)

    assert need.step is not None
    assert (need.step.screen, need.step.words.id) == ("approvals", "today.look-at-it")
    assert need.note is not None
    assert str(need.note.values["second"]).count("quiet-held") == 1


def test_of_a_struck_post_no_card_says_that_it_lacks_a_draft() -> None:
    art = planned("art", TODAY + timedelta(days=1), SlotStage.GAP)
    clay = planned("clay", TODAY + timedelta(days=2))
    late = account_today(account("Larks"), 16, planned=art)
    struck = frozenset({art.slot.id})

    (all_struck,) = account_needs(view(Role.ADMINISTRATOR, accounts=(late,), week=(art,), struck=struck))
    (one_left,) = account_needs(view(Role.ADMINISTRATOR, accounts=(late,), week=(art, clay), struck=struck))
    fine = account_today(account("Larks"), 2, planned=art)
    on_time = tuple(account_needs(view(Role.ADMINISTRATOR, accounts=(fine,), week=(art,), struck=struck)))

    assert all_struck.note is not None
    assert all_struck.note.values["second"] == say("today.all-struck")
    assert all_struck.step is not None
    assert all_struck.step.slot is None
    assert one_left.step is not None
    assert one_left.step.slot == clay.slot.id
    assert on_time == ()


def test_the_office_is_told_the_three_ways_out_of_a_long_silence() -> None:
    late = account_today(account("Larks"), 40, mine=False)

    (need,) = needs_of(view(Role.PRINCIPAL, accounts=(late,)), Beside())

    assert need.note is not None
    assert need.note.values["second"] == say("excuses.today-choose")
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("accounts", late.account.id)


def test_on_a_snow_day_nothing_is_due_and_overdue_says_by_how_much() -> None:
    soon = account_today(account("Larks"), 14)
    closed = replace(soon, cadence=replace(soon.cadence, closed=True))
    late = account_today(account("Larks"), 16)

    snow = next(account_needs(view(Role.ADMINISTRATOR, accounts=(closed,))))
    overdue = next(account_needs(view(Role.ADMINISTRATOR, accounts=(late,))))

    art = planned("art", TODAY + timedelta(days=1))
    open_again = replace(closed, next=art)
    art_day = next(account_needs(view(Role.ADMINISTRATOR, accounts=(open_again,))))

    assert snow.title == say("today.account-due-closed", account="X @x", day=TODAY)
    next_post = say("today.account-open-planned", account="X @x", topic="art", weekday=weekday(art.slot.day))
    assert art_day.title == next_post
    quiet = say("today.no-post-for", n=16)
    assert overdue.title == say("today.account-overdue", account="X @x", n=2, quiet=quiet)
