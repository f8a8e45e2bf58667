"""What Today says of weeks and of the planning meeting."""

from datetime import date

from smadmin.services.week_briefs import Later, Owed, WeekBrief
from smadmin.ui.today.need import Deed
from smadmin.ui.today.weeks import week_needs


def test_nothing_waits_where_nothing_is_owed() -> None:
    assert list(week_needs(WeekBrief(next=date(2026, 11, 24)))) == []


def test_each_need_says_what_it_is_about_and_leads_to_the_plan_or_does_it() -> None:
    brief = WeekBrief(
        unsigned=2,
        owed=(Owed(date(2026, 11, 16), "Samuel Okoye"),),
        missed=date(2026, 11, 17),
        next=date(2026, 11, 24),
    )

    owed, unsigned, missed = week_needs(brief)

    assert owed.step is not None
    assert (owed.step.screen, owed.step.subject) == ("plan", "2026-11-16")
    assert owed.note is not None
    assert owed.note.values["name"] == "Samuel Okoye", "who entered it is said before it is countersigned"
    assert unsigned.title.values["n"] == 2
    assert missed.title.values["day"] == date(2026, 11, 17)
    assert missed.step is not None
    assert missed.step.deed is Deed.HELD_MEETING


def test_what_came_after_the_approval_leads_to_its_week() -> None:
    (late,) = week_needs(WeekBrief(later=(Later(date(2026, 11, 16), 2),)))

    assert (late.title.values["n"], late.title.values["day"]) == (2, date(2026, 11, 16))
    assert late.step is not None
    assert (late.step.screen, late.step.subject) == ("plan", "2026-11-16")
