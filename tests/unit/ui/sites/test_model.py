"""Sites and reported accounts in one list: what needs somebody first."""

from dataclasses import replace
from datetime import date, datetime, time

from smadmin.domain.ids import PersonId
from smadmin.domain.reported import Found, Report, Reported, ReportState, Step
from smadmin.domain.sites import Site, SiteForm, SiteKind
from smadmin.services.escalations import Help
from smadmin.services.reported import ReportedSheet
from smadmin.services.sites import SiteSheet
from smadmin.ui.sites.model import Seen, rows_of, steps_open
from smadmin.ui.theme import State

TODAY = date(2026, 11, 16)
ME = PersonId("me")
HELP = Help((), {}, {}, datetime.combine(TODAY, time(9)))
FORM = SiteForm("Chess", "https://chess.example", SiteKind.CLUB, ME, 7)


def reported(key: str, state: ReportState) -> ReportedSheet:
    one = Reported(key, Report("https://x.com/fake", "Fake", Found.DOUBLE), (Step(state, "", ME, TODAY),))
    return ReportedSheet(one, "Bo", "Me", ("Bo",))


def test_open_reports_come_first_and_closed_ones_last() -> None:
    due = SiteSheet(Site("due", FORM, date(2026, 11, 9)), "Me", works_here=True)
    fine = SiteSheet(Site("fine", FORM, TODAY), "Me", works_here=True)
    orphan = replace(fine, site=replace(fine.site, id="orphan"), works_here=False)
    reports = (reported("open", ReportState.OWNER_ASKED), reported("closed", ReportState.LEFT))
    seen = Seen((due, fine, orphan), reports, ((ME, "Me"),), (), TODAY, TODAY, ME, HELP)

    rows = rows_of(seen)

    assert [row.key for row in rows] == ["open", "due", "fine", "orphan", "closed"]
    assert [row.state for row in rows] == [State.WAITS, State.DOUBT, State.FINE, State.STOP, State.NOTE]
    assert seen.site("due") is due
    assert seen.report("open") is reports[0]
    assert seen.site("open") is None


def test_what_was_done_last_is_proposed_after_the_others_and_endings_last() -> None:
    offered = steps_open(ReportState.OWNER_ASKED)

    assert offered[:3] == (ReportState.LOOKED_INTO, ReportState.PLATFORM_TOLD, ReportState.OWNER_ASKED)
    assert set(offered[3:]) == {ReportState.GONE, ReportState.OURS, ReportState.LEFT}
