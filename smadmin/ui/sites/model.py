"""Sites that are watched and accounts that were reported, as the screen lists and opens them. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.reported import ENDED, ReportState
from smadmin.services.escalations import Help
from smadmin.services.office import Office
from smadmin.services.reported import ReportedSheet
from smadmin.services.sites import SiteSheet
from smadmin.ui.list_line import ListLine
from smadmin.ui.theme import State

_STATES = {
    ReportState.REPORTED: State.STOP,
    ReportState.LOOKED_INTO: State.DOUBT,
    ReportState.OWNER_ASKED: State.WAITS,
    ReportState.PLATFORM_TOLD: State.WAITS,
}


@dataclass(frozen=True)
class Seen:
    """Both lists as one reading found them.

    Args:
        staff: who can watch: id and name, by name.
        may_list: why this person may not put sites on the list; everybody may report.
        next_day: proposed for looking again.
        help: whom to call when something is wrong on a site.
    """

    sites: tuple[SiteSheet, ...]
    reported: tuple[ReportedSheet, ...]
    staff: tuple[tuple[PersonId, str], ...]
    may_list: tuple[Reason, ...]
    today: date
    next_day: date
    me: PersonId | None
    help: Help

    def site(self, key: str) -> SiteSheet | None:
        """Give a site by its id."""
        return next((one for one in self.sites if one.site.id == key), None)

    def report(self, key: str) -> ReportedSheet | None:
        """Give a reported account by its id."""
        return next((one for one in self.reported if one.reported.id == key), None)


def read_sites(office: Office, by: Actor) -> Seen:
    """Read both lists (on the store's thread)."""
    today = office.school.local(office.desk.now).date()
    return Seen(
        sites=office.sites.all(by),
        reported=office.reported_accounts.all(by),
        staff=tuple((one.id, one.name) for one in office.sites.staff()),
        may_list=office.sites.blockers(by),
        today=today,
        next_day=office.reported_accounts.next_day(),
        me=by.person,
        help=office.escalations.help(by),
    )


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines: open reports first, then sites by their day, then what is closed."""
    reports = tuple((one, _report_row(one)) for one in seen.reported)
    sites = tuple(_site_row(one, seen.today) for one in seen.sites)
    opened = tuple(row for one, row in reports if one.reported.open)
    return (*opened, *sites, *(row for one, row in reports if not one.reported.open))


def steps_open(state: ReportState) -> tuple[ReportState, ...]:
    """Give what can be noted next: where it is already comes last of those that go on."""
    going = [one for one in ReportState if one not in ENDED and one is not ReportState.REPORTED]
    return (*sorted(going, key=lambda one: one is state), *sorted(ENDED))


def _site_row(sheet: SiteSheet, today: date) -> ListLine:
    site = sheet.site
    if not sheet.works_here:
        state, chip = State.STOP, say("sites.chip-orphan")
    elif site.due_on <= today:
        state, chip = State.DOUBT, say("sites.chip-due")
    else:
        state, chip = State.FINE, say("sites.chip-watched")
    kind = say(f"sites.kind-{site.form.kind.value}")
    note = say("sites.row-note", kind=kind, name=sheet.watcher, day=site.due_on)
    return ListLine(site.id, site.form.name, note, state, chip)


def _report_row(sheet: ReportedSheet) -> ListLine:
    one = sheet.reported
    state = _STATES.get(one.now.state, State.NOTE)
    chip = say(f"sites.state-{one.now.state.value}")
    note = say(f"sites.found-{one.report.found.value}")
    return ListLine(one.id, one.report.name or one.report.page, note, state, chip)
