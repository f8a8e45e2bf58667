"""Reading searches from the store, on its thread."""

from collections.abc import Mapping

from smadmin.domain.actors import Actor
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import say
from smadmin.domain.students import Student
from smadmin.domain.sweeps import Sweep, SweepId, SweepStep
from smadmin.services.office import Office
from smadmin.services.sweep_views import SweepView
from smadmin.ui.sweeps.faces import Standing, faces_said
from smadmin.ui.sweeps.model import OpenSweep, Seen
from smadmin.ui.sweeps.paging import LookShown, Narrowed


def read_sweeps(office: Office, by: Actor) -> Seen:
    """Read everything that the screen shows; of what is over, a line each."""
    sweeps = office.sweeps.all(by)
    still = [one.id for one in sweeps if one.step is SweepStep.OPEN]
    roster, names = office.students.roster(by), _computers(office, by) if still else {}
    return Seen(
        proposed=office.sweeps.proposed(by),
        sweeps=tuple(
            _opened(office, by, view, roster.get(view.sweep.student), names)
            for view in office.sweeps.views(by, still)
        ),
        blockers=office.students.blockers(by),
        names={one.id: one.name for one in roster.students},
        now=office.desk.now,
        entered=office.sweeps.entered(by),
        ended=tuple(one for one in sweeps if one.step is SweepStep.ENDED),
    )


def read_ended(office: Office, by: Actor, sweep: Sweep) -> OpenSweep:
    """Read one that is over whole."""
    view = office.sweeps.view(by, sweep.id)
    return _opened(office, by, view, office.students.roster(by).get(sweep.student), {})


def read_looking(office: Office, by: Actor, sweep: SweepId, wish: Narrowed) -> LookShown:
    """Read the next pictures to look through."""
    view = office.sweeps.view(by, sweep)
    looking = office.sweeps.looking(by, sweep, since=wish.since, until=wish.until, event=wish.event)
    why = None if view.not_matched is None else say("sweepui.not-matched", why=view.not_matched)
    return LookShown(view.sweep.student, view.name, looking, why)


def _computers(office: Office, by: Actor) -> dict[SeatId, str]:
    return {one.seat: one.name for one in office.computers.all(by)}


def _opened(
    office: Office, by: Actor, view: SweepView, student: Student | None, names: Mapping[SeatId, str]
) -> OpenSweep:
    sweep = view.sweep
    portrait = student.portraits[0] if student is not None and student.portraits else None
    if sweep.step is SweepStep.ENDED or not (view.may_match or sweep.by_engine):
        return OpenSweep(view, None, portrait)
    standing = Standing(
        may_match=view.may_match,
        left=view.left_to_look,
        blockers=office.sweep_tasks.seal_blockers(by, sweep.id),
        names=names,
        here=by.seat,
        now=office.desk.now,
    )
    return OpenSweep(view, faces_said(office.sweep_tasks.progress(by, sweep.id), standing), portrait)
