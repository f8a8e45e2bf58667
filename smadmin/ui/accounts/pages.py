"""The pages of the open account, in the order of their tabs.

Another page is one line here, its class (`page.py`), and the word `accountui.page-<name>` in each language.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from smadmin.ui.accounts.following_page import FollowingPage
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.office_page import OfficePage
from smadmin.ui.accounts.opening_page import OpeningPage
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.page import AccountPage, Inside
from smadmin.ui.accounts.people import PeoplePage
from smadmin.ui.accounts.rhythm_page import RhythmPage
from smadmin.ui.accounts.strategy_page import StrategyPage

OVERVIEW = "overview"
SET_UP = "set-up"
LOG_IN = "log-in"
PEOPLE = "people"
STRATEGY = "strategy"
RHYTHM = "rhythm"
FOLLOWING = "following"
OFFICE = "office"

PAGES: Mapping[str, Callable[[Inside, QWidget], AccountPage]] = {
    OVERVIEW: OverviewPage,
    SET_UP: OpeningPage,
    LOG_IN: LogInPage,
    PEOPLE: PeoplePage,
    STRATEGY: StrategyPage,
    RHYTHM: RhythmPage,
    FOLLOWING: FollowingPage,
    OFFICE: OfficePage,
}
"""Each page's name and how it is made."""
