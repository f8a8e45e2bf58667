"""Rounds through an account's comments: who looks when, and how late a round is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.rounds import (
    Begun,
    Decision,
    Spot,
    Standing,
    Watched,
    address_of,
    counted_day,
    decision_blockers,
    end_blockers,
    round_of,
    round_plain,
    rounds_kept,
    standing,
    start_blockers,
    weekdays,
)
from smadmin.domain.school_days import EVERY_DAY, DaysKind, SchoolDays

BO, AN = PersonId("bo"), PersonId("an")
ACCOUNT, RULES = AccountId("x"), CommentRules()
THURSDAY = date(2026, 11, 19)
NOW = datetime(2026, 11, 19, 15, tzinfo=UTC)
ON = Watched(ACCOUNT, Decision(comments=True, monitor=BO), THURSDAY)
DAYS = weekdays(EVERY_DAY, date(2026, 11, 1), date(2027, 3, 1))


def stage(watched: Watched, last: date | None, today: date) -> CadenceStage:
    return rounds_kept(watched, last, RULES, since=THURSDAY, today=today, days=DAYS).stage


@pytest.mark.demand("BAL-B1f1")
def test_comments_are_off_watched_by_somebody_or_warned_of() -> None:
    staff = {BO}
    gone = replace(ON, decision=Decision(comments=True, monitor=AN))

    assert standing(Watched(ACCOUNT), staff) is Standing.UNDECIDED
    assert standing(Watched(ACCOUNT, Decision(comments=False)), staff) is Standing.OFF
    assert standing(ON, staff) is Standing.WATCHED
    assert standing(gone, staff) is Standing.UNWATCHED
    assert standing(replace(ON, decision=Decision(comments=True)), staff) is Standing.UNWATCHED


@pytest.mark.demand("BAL-B1f2")
def test_a_round_is_late_as_a_post_is_and_no_weekend_counts() -> None:
    friday, monday = THURSDAY + timedelta(1), THURSDAY + timedelta(4)

    assert stage(ON, THURSDAY, friday) is CadenceStage.ON_TIME
    assert stage(ON, THURSDAY, friday + timedelta(2)) is CadenceStage.ON_TIME  # a Sunday
    assert stage(ON, THURSDAY, monday) is CadenceStage.DUE_SOON
    assert stage(ON, THURSDAY, monday + timedelta(1)) is CadenceStage.OVERDUE
    assert stage(ON, None, monday + timedelta(1)) is CadenceStage.OVERDUE
    assert stage(ON, THURSDAY, monday + timedelta(60)) is CadenceStage.ABANDONED


def test_an_account_may_be_looked_at_more_often_and_never_more_seldom() -> None:
    daily, seldom = (Decision(comments=True, monitor=BO, every_days=n) for n in (1, 9))

    assert (daily.days(RULES), seldom.days(RULES)) == (1, 2)
    assert stage(replace(ON, decision=daily), THURSDAY, THURSDAY + timedelta(4)) is CadenceStage.OVERDUE
    assert [one.place for one in decision_blockers(seldom, RULES, {BO})] == ["days"]
    assert [one.place for one in decision_blockers(daily, RULES, {AN})] == ["monitor"]


def test_a_break_on_which_accounts_rest_adds_nothing() -> None:
    rest = SchoolDays((date(2026, 11, 23), date(2026, 11, 24)), {date(2026, 11, 23): (DaysKind.BREAK, "")})
    days = weekdays(rest, date(2026, 11, 1), date(2026, 12, 31))

    kept = rounds_kept(ON, THURSDAY, RULES, since=THURSDAY, today=date(2026, 11, 25), days=days)

    assert kept.stage is CadenceStage.DUE_SOON
    assert counted_day(days, THURSDAY, 2) == date(2026, 11, 25)  # a Wednesday: no day of the break
    assert counted_day(days, date(2026, 11, 25), 2) == date(2026, 11, 27)


def test_a_decision_and_a_round_are_read_as_they_were_signed() -> None:
    for one in (Decision(comments=False), Decision(comments=True, monitor=BO, every_days=1)):
        assert Decision.from_plain(one.to_plain()) == one
    assert round_of(round_plain({Spot.MESSAGES, Spot.COMMENTS}, " All fine. ")) == (
        (Spot.COMMENTS, Spot.MESSAGES),
        "All fine.",
    )
    with pytest.raises(ValueError, match="tower"):
        round_of({"spots": ["tower"], "note": ""})


@pytest.mark.demand("BAL-B1f5")
def test_nobody_starts_a_round_before_they_read_the_cards() -> None:
    reasons = start_blockers(ON, mine=True, cards_due=True, by=BO)

    assert [(one.place, one.citation) for one in reasons] == [("cards", "BAL-B1f5")]
    assert start_blockers(ON, mine=True, cards_due=False, by=BO) == ()
    assert start_blockers(ON, mine=False, cards_due=False, by=BO)
    assert start_blockers(replace(ON, decision=Decision(comments=False)), mine=True, cards_due=False, by=BO)
    assert start_blockers(replace(ON, begun=(Begun(BO, NOW),)), mine=True, cards_due=False, by=BO)
    assert start_blockers(replace(ON, begun=(Begun(AN, NOW),)), mine=True, cards_due=False, by=BO) == ()


@pytest.mark.demand("SOC-R1")
def test_a_round_ends_once_somebody_looked_everywhere_private_messages_too() -> None:
    begun, asked = replace(ON, begun=(Begun(BO, NOW),)), set(Spot)

    (missing,) = end_blockers(begun, {Spot.COMMENTS, Spot.MENTIONS}, asked, BO)

    assert missing.place == Spot.MESSAGES.value
    assert end_blockers(begun, asked, asked, BO) == ()
    messages = {Spot.MESSAGES}
    assert end_blockers(begun, messages, messages, BO) == ()  # where a platform has no other place
    assert end_blockers(begun, asked, asked, AN)
    assert end_blockers(ON, asked, asked, BO)


def test_a_platforms_page_is_made_for_the_account_as_far_as_it_is_known() -> None:
    account = Account(ACCOUNT, SchoolId("s"), Platform.WORDPRESS, "Blog", "blog", "https://blog.example/us/")

    assert address_of("{page}/wp-admin/edit-comments.php", account) == (
        "https://blog.example/us/wp-admin/edit-comments.php"
    )
    assert address_of("{server}/notifications", account) == "https://blog.example/notifications"
    assert address_of("https://x.com/{handle}", account) == "https://x.com/blog"
    assert address_of("{page}", replace(account, page="")) == ""
