"""With many accounts Today is an overview, and answers that change nothing make nothing anew."""

from smadmin.domain.messages import say
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.today.strip import WeekStrip
from tests.gui.sitting import Sitting


def test_an_answer_that_changes_nothing_makes_no_row_anew(today: TodayScreen, sitting: Sitting) -> None:
    rows, strips = list(today.rows), today.history.findChildren(WeekStrip)
    today.load()
    sitting.settle()

    assert today.rows == rows
    assert today.history.findChildren(WeekStrip) == strips


def test_what_isnt_shown_of_many_accounts_is_said(today: TodayScreen) -> None:
    today.history.show_strips(today.history._strips, more=3)
    assert "3 more accounts" in today.history._more.whole_text
    today.week.show_week((), say("today.week-signed"), plans=True, more=1)
    assert today.week._note.whole_text.endswith("1 more post stands in the plan.")
