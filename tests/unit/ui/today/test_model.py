"""Today's strips and week say in words what they draw."""

from dataclasses import replace
from datetime import timedelta

from smadmin.domain.accounts import AccountStage, Platform
from smadmin.domain.ids import SlotId
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.week import PastWeek, SlotStage
from smadmin.services.off_plan import OffPlan
from smadmin.ui.theme import State
from smadmin.ui.today.model import STRIPS_SHOWN, WEEK_SHOWN, today_model, week_said
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import goes_on
from tests.today_views import MONDAY, TODAY, account, account_today, planned, post, view

BESIDE = Beside()


def test_each_account_has_its_weeks_its_stage_and_a_sentence() -> None:
    shown = view(Role.ADMINISTRATOR, accounts=(account_today(account("Larks"), 16),))

    strip = today_model(shown, BESIDE).strips[0]

    assert (strip.name, strip.state, strip.stage) == ("@x", State.STOP, say("today.stage-overdue", n=2))
    assert len(strip.weeks) == len(strip.said) == 24
    assert strip.summary.values["last"] == say("today.last-post", day=TODAY - timedelta(days=16))


def test_an_account_on_hold_says_so_and_needs_nobody() -> None:
    held = account_today(account("Larks", stage=AccountStage.ON_HOLD), 40)

    model = today_model(view(Role.ADMINISTRATOR, accounts=(held,)), BESIDE)

    assert (model.strips[0].state, model.strips[0].stage) == (State.STOP, say("today.stage-on-hold"))
    assert model.needs == ()


def test_an_account_without_a_handle_is_called_by_its_name() -> None:
    new = account_today(account("Larks", handle=""), 2)

    assert today_model(view(Role.ADMINISTRATOR, accounts=(new,)), BESIDE).strips[0].name == "Larks"


def test_a_week_is_said_as_its_cell_is_drawn() -> None:
    assert week_said(PastWeek(MONDAY, 0, before=True)) == say("today.week-unknown", monday=MONDAY)
    assert week_said(PastWeek(MONDAY, 0, late=True)) == say("today.week-late", monday=MONDAY)
    assert week_said(PastWeek(MONDAY, 2, late=True)) == say("today.week-posts", monday=MONDAY, n=2)


def test_this_week_lists_its_slots_in_order_with_shape_and_word() -> None:
    week = (planned("Book club", MONDAY, SlotStage.PUBLISHED), planned("Chess", TODAY, SlotStage.GAP))

    lines = today_model(view(Role.ADMINISTRATOR, week=week), BESIDE).week

    assert [(line.topic, line.state, line.word) for line in lines] == [
        ("Book club", State.FINE, say("today.slot-published")),
        ("Chess", State.STOP, say("today.slot-gap")),
    ]
    assert lines[0].weekday == say("today.wd-1")


def test_this_week_also_shows_what_went_out_without_a_slot() -> None:
    week = (planned("Chess", TODAY, SlotStage.GAP),)
    beside = OffPlan(week[0].slot.account, MONDAY)

    lines = today_model(view(Role.ADMINISTRATOR, week=week, off_plan=(beside,)), BESIDE).week

    assert [(line.topic, line.state) for line in lines] == [("", State.FINE), ("Chess", State.STOP)]


def test_a_slot_of_a_closed_account_is_left_out() -> None:
    assert today_model(view(Role.ADMINISTRATOR, accounts=()), BESIDE).week == ()


def test_the_week_says_whether_it_is_signed() -> None:
    signed, empty = view(Role.PRINCIPAL), view(Role.PRINCIPAL, signed=False, week=())
    unsigned = view(Role.PRINCIPAL, signed=False)

    assert today_model(signed, BESIDE).week_note == say("today.week-signed")
    assert today_model(replace(signed, owed=True), BESIDE).week_note == say("today.week-owed")
    assert today_model(empty, BESIDE).week_note == say("today.this-week-empty")
    assert today_model(unsigned, BESIDE).week_note == say(
        "today.plan-goes-on", until=unsigned.plan_until or TODAY
    )


def test_where_every_account_is_on_hold_nothing_is_said_to_go_out() -> None:
    held, live = account("Larks", stage=AccountStage.ON_HOLD), account("Owls", Platform.FACEBOOK)
    stopped = view(Role.PRINCIPAL, accounts=(account_today(held, 3),))
    half = view(Role.PRINCIPAL, accounts=(account_today(held, 3), account_today(live, 3)))

    assert goes_on(stopped) == say("today.all-on-hold")
    assert goes_on(half) != say("today.all-on-hold")


def test_a_districts_hundreds_of_accounts_and_posts_leave_an_overview_and_their_number() -> None:
    many = tuple(account_today(account(f"School {number}"), 16) for number in range(40))
    week = tuple(planned(f"Club {number}", MONDAY, SlotStage.PUBLISHED) for number in range(30))
    later = tuple(planned(f"Chess {number}", TODAY, SlotStage.GAP) for number in range(30))

    model = today_model(view(Role.ADMINISTRATOR, accounts=many, week=(*week, *later)), BESIDE)

    assert (len(model.strips), model.more_strips) == (STRIPS_SHOWN, 40 - STRIPS_SHOWN)
    assert (len(model.week), model.more_week) == (WEEK_SHOWN, 60 - WEEK_SHOWN)
    assert {line.topic.split()[0] for line in model.week} == {"Chess"}  # what comes, not what was
    over = today_model(view(Role.ADMINISTRATOR, accounts=many, week=week), BESIDE)
    assert (len(over.week), over.more_week) == (WEEK_SHOWN, 30 - WEEK_SHOWN)


def test_a_released_post_of_an_account_on_hold_isnt_offered_until_it_goes_on() -> None:
    held, live = account("Larks", stage=AccountStage.ON_HOLD), account("Owls", Platform.FACEBOOK)
    over = post("a", PostStage.RELEASED, accounts=(held.id,))
    both = post("b", PostStage.RELEASED, accounts=(held.id, live.id))
    shown = view(
        Role.ADMINISTRATOR, accounts=(account_today(held, 2), account_today(live, 2)), posts=(over, both)
    )

    assert [one.id for one in shown.to_publish] == [both.id]
    freed = replace(shown, accounts=(account_today(account("Larks"), 2), account_today(live, 2)))
    assert {one.id for one in freed.to_publish} == {over.id, both.id}


def test_a_struck_post_is_said_to_be_struck() -> None:
    slot = planned("Book club", TODAY)
    words = [
        today_model(view(week=(slot,), struck=struck), Beside()).week[0].word.id
        for struck in (frozenset[SlotId](), frozenset({slot.slot.id}))
    ]

    assert words == ["today.slot-planned", "today.slot-struck"]
