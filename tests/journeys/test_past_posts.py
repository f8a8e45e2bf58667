"""An account that looks silent: its year is brought in by hand, its picture is seen, and it is taken back."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from smadmin.domain.cadence import CadenceStage
from smadmin.ui.accounts.pages import RHYTHM
from smadmin.ui.accounts.rhythm_page import RhythmPage
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

NAME, HANDLE = "Lincoln in Pictures", "lincoln.larks"
WEEKS = 52


@pytest.mark.demand("BAL-B1e1")
def test_a_year_of_past_posts_ends_a_silence_and_taken_back_it_is_silent_again(
    seat: Sitting, tmp_path: Path
) -> None:
    seat.look_around()
    seat.sit(AUTHOR)
    assert stage(seat) is CadenceStage.OVERDUE
    assert late_on_today(seat)
    page, hand = the_page(seat), seat.hand
    before = posts_said(page)

    hand.bring_files([a_year(seat, tmp_path / "year.csv")], onto=page)
    hand.wait("what the list tells", page.past.told.isVisible)
    assert "Row 54: It is of another account, @somebody.else." in rows(page)
    found = re.match(r"\d+", page.past.lines.whole_text)
    assert found is not None
    hand.press(hand.said("pastposts.take", n=int(found[0])))
    hand.wait("the import", lambda: hand.says("past posts were imported for Instagram"))
    hand.wait("its picture", lambda: posts_said(page) > before)
    assert stage(seat) is CadenceStage.ON_TIME
    assert posts_said(page) >= WEEKS - 1
    assert not late_on_today(seat)
    page = the_page(seat)

    hand.say_press("pastposts.take-back")
    hand.wait("the question", lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    hand.say_press("pastposts.take-back")
    hand.wait("that it is gone", lambda: posts_said(page) == before)
    assert stage(seat) is CadenceStage.OVERDUE
    assert late_on_today(seat)
    assert seat.office.verify().whole


def the_page(seat: Sitting) -> RhythmPage:
    """Open the account, and its rhythm."""
    seat.go("accounts")
    screen = seat.shown(AccountsScreen)
    seat.hand.press_row(screen.list, NAME)
    seat.hand.turn_to(seat.hand.said("accountui.page-rhythm"))
    page = screen.panel.page(RHYTHM)
    assert isinstance(page, RhythmPage)
    seat.hand.wait("the year", page.year.isVisible)
    return page


def a_year(seat: Sitting, path: Path) -> Path:
    """Write a post each week up to yesterday, and one of somebody else."""
    yesterday = today(seat) - timedelta(days=1)
    lines = [f"{yesterday - timedelta(weeks=week)},@{HANDLE}" for week in range(WEEKS)]
    path.write_text("\n".join(["Date,Account username", *lines, f"{yesterday},@somebody.else"]) + "\n")
    return path


def today(seat: Sitting) -> date:
    return seat.office.school.local(seat.office.desk.now).date()


def posts_said(page: RhythmPage) -> int:
    """Give how many posts the picture says that the year had."""
    found = re.search(r"(\d+) posts?,", page.year.strip.accessibleName())
    return 0 if found is None else int(found[1])


def rows(page: RhythmPage) -> list[str]:
    return [page.past.refused.item(row).text() for row in range(page.past.refused.count())]


def stage(seat: Sitting) -> CadenceStage:
    """Give the account's stage as Today has it."""
    found = next(one for one in seat.office.plan.cadence() if one.account.handle == HANDLE)
    return found.cadence.stage


def late_on_today(seat: Sitting) -> bool:
    """Look on Today whether the account is said to be late."""
    seat.go("today")
    seat.quiet()
    return any(f"@{HANDLE} is overdue" in one for one in seat.hand.seen())
