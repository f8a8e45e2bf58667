"""Which screen stands where. Imported on the store thread after the first frame, for screens are heavy."""

from collections.abc import Callable, Mapping

from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.cases.screen import CasesScreen
from smadmin.ui.comments.screen import CommentsScreen
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.computers.screen import ComputerScreen
from smadmin.ui.departures.screen import DeparturesScreen
from smadmin.ui.founding.envelope import EnvelopeScreen
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.notices.screen import NoticesScreen
from smadmin.ui.people.screen import PeopleScreen
from smadmin.ui.photos.screen import PhotosScreen
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.publish.screen import PublishScreen
from smadmin.ui.records.screen import RecordsScreen
from smadmin.ui.reviewers.screen import ReviewersScreen
from smadmin.ui.school.screen import SchoolScreen
from smadmin.ui.screen import Screen
from smadmin.ui.shell.alarm import AlarmScreen
from smadmin.ui.shell.bell import ALARM
from smadmin.ui.sites.screen import SitesScreen
from smadmin.ui.staff.screen import StaffScreen
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.sweeps.screen import SweepsScreen
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wishes.screen import WishesScreen

SCREENS: Mapping[str, Callable[[Surroundings], Screen]] = {
    ALARM: AlarmScreen,
    "accounts": AccountsScreen,
    "approvals": ApprovalsScreen,
    "cases": CasesScreen,
    "comments": CommentsScreen,
    "compose": ComposeScreen,
    "computer": ComputerScreen,
    "departures": DeparturesScreen,
    "envelope": EnvelopeScreen,
    "newcomer": NewcomerScreen,
    "notices": NoticesScreen,
    "people": PeopleScreen,
    "photos": PhotosScreen,
    "plan": PlanScreen,
    "publish": PublishScreen,
    "records": RecordsScreen,
    "reviewers": ReviewersScreen,
    "school": SchoolScreen,
    "sites": SitesScreen,
    "staff-page": StaffScreen,
    "students": StudentsScreen,
    "sweeps": SweepsScreen,
    "today": TodayScreen,
    "wishes": WishesScreen,
}
