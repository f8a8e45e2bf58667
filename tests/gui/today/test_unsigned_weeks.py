"""Weeks that nobody approves: communications finds it on Today from the second one on; others don't."""

from datetime import timedelta

from smadmin.domain.plan import monday_of
from smadmin.domain.week import WEEK
from smadmin.ui.today.screen import TodayScreen
from tests.gui.sitting import Sitting
from tests.gui.today.test_silence import AheadClock


def said_to(sitting: Sitting, who: str) -> list[str]:
    """Give what somebody's Today says of weeks that nobody approved."""
    sitting.take_the_seat(who)
    sitting.office.vouch_clock(sitting.actor)
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    screen._unfold()
    told = {sitting.around.words.say("weekly.unsigned-weeks", n=n) for n in (1, 2, 3)}
    return [one.title.whole_text for one in screen.rows if one.title.whole_text in told]


def test_communications_finds_it_on_today_from_the_second_week_on(sitting: Sitting) -> None:
    office, maya = sitting.office, sitting.actor
    far = monday_of(office.school.local(office.desk.now).date()) + 4 * WEEK
    assert office.plan.week(maya, far - WEEK).slots == (), "the sample plans nothing so far ahead"
    account = office.weeks.week(maya, far).accounts[0].account.id
    for monday in (far, far + WEEK):
        office.plan.add(maya, account, monday + timedelta(days=2), "Chess club")
    clock = office.desk.clock = AheadClock(office.desk.clock, days=28)

    first = said_to(sitting, "samuel-okoye")
    clock.days += 7
    second = {who: said_to(sitting, who) for who in ("samuel-okoye", "maya-ortega", "ellen-whitcomb")}

    assert first == []
    assert second == {
        "samuel-okoye": ["The plan isn't approved for 2 weeks in a row"],
        "maya-ortega": [],
        "ellen-whitcomb": [],
    }
