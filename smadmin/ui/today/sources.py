"""What else needs somebody today: each part of the program asks its service and words its own needs.

They are asked after the store was read, one by one, and join the list when they answer. A part that begins to
need people adds itself to `SOURCES`; the screen knows none of them.
"""

from collections.abc import Callable, Iterable, Mapping

from smadmin.domain.actors import Actor
from smadmin.services.office import Office
from smadmin.services.requested import who_waits
from smadmin.services.unnamed import unnamed
from smadmin.ui.today.accounts import life_needs
from smadmin.ui.today.cases import case_needs
from smadmin.ui.today.comments import comment_needs
from smadmin.ui.today.computer import computer_needs
from smadmin.ui.today.corrected import corrected_needs
from smadmin.ui.today.leaving import leaving_needs
from smadmin.ui.today.lines import line_needs
from smadmin.ui.today.log_ins import log_in_needs
from smadmin.ui.today.moderated import moderated_needs
from smadmin.ui.today.need import Need
from smadmin.ui.today.newcomers import newcomer_needs
from smadmin.ui.today.office import office_needs, stop_needs, unanswered_needs
from smadmin.ui.today.reviewers import reviewers_needs
from smadmin.ui.today.sites import sites_needs
from smadmin.ui.today.staff import staff_needs
from smadmin.ui.today.strategies import strategy_needs
from smadmin.ui.today.sweeps import sweep_needs
from smadmin.ui.today.unnamed import unnamed_needs
from smadmin.ui.today.unsigned import unsigned_needs
from smadmin.ui.today.visitors import visitor_needs
from smadmin.ui.today.weeks import week_needs
from smadmin.ui.today.wishes import wish_needs
from smadmin.ui.today.yearly import dated_needs

Source = Callable[[Office, Actor], Iterable[Need]]
"""Looks into the store, on the store's thread, or into files (`OUTSIDE`), and words what it finds."""

SOURCES: Mapping[str, Source] = {
    "cases": lambda office, by: case_needs(office.cases.waiting(by), office.desk.now),
    "lives": lambda office, by: life_needs(office.lives.brief(by)),
    "corrected": lambda office, by: corrected_needs(office.corrections.brief(by)),
    "comments": lambda office, by: comment_needs(
        office.comment_views.due(by), office.rounds.due(by), office.desk.now, office.cases.waiting(by)
    ),
    "computer": lambda office, by: computer_needs(office.computers.here(by)),
    "lines": lambda office, by: line_needs(office.lines.brief(by)),
    "log-ins": lambda office, by: log_in_needs(office.log_in_tasks.brief(by)),
    "moderated": lambda office, by: moderated_needs(office.moderation.due(by), office.desk.now),
    "newcomers": lambda office, by: newcomer_needs(who_waits(office)),
    "office": lambda office, by: office_needs(office.office_requests.brief(by)),
    "reviewers": lambda office, by: reviewers_needs(office.reviewers.view(by)),
    "sites": lambda office, by: sites_needs(
        office.sites.due(by), office.reported_accounts.due(by), by.person
    ),
    "leaving": lambda office, by: leaving_needs(
        office.departure_views.open(by),
        office.departure_views.without_departure(by),
        office.departure_views.left_behind(by),
    ),
    "staff": lambda office, by: staff_needs(office.staff_pages.brief(by)),
    "stops": lambda office, by: stop_needs(
        office.stops.all(by), communications=not office.district_hand.blockers(by)
    ),
    "strategies": lambda office, by: strategy_needs(office.strategies.owed(by)),
    "sweeps": lambda office, by: (
        ()
        if office.students.blockers(by)
        else sweep_needs(office.sweeps.proposed(by), office.sweeps.entered(by), office.sweeps.all(by))
    ),
    "unanswered": lambda office, by: unanswered_needs(office.district_hand.unanswered(by)),
    "unnamed": lambda office, by: unnamed_needs(unnamed(office.desk, by)),
    "unsigned": lambda office, by: unsigned_needs(office.unsigned.look(by)),
    "visitors": lambda office, by: visitor_needs(office.visitor_pages.due(by)),
    "weeks": lambda office, by: week_needs(office.week_briefs.brief(by)),
    "wishes": lambda office, by: wish_needs(office.post_requests.brief(by), office.desk.now),
    "yearly": lambda office, by: dated_needs(office.password_ages.brief(by), office.yearly.brief(by)),
}

OUTSIDE = frozenset({"newcomers"})
"""Of those, the parts that read files: asked beside the store, so that nobody's work waits for them."""

NOUNS = frozenset(
    {"accounts", "approvals", "calendar", "cases", "computers", "credentials", "departures", "keys", "learnt"}
) | frozenset(
    {"meetings", "past_posts", "people", "photos", "plan", "posts", "publications", "records", "reviewers"}
    | {"comments", "post_requests", "schools", "sites", "strategies", "students", "sweeps"}
)
"""What brings or takes one of Today's cards when it changes."""


def needs_from(name: str, office: Office, by: Actor) -> tuple[Need, ...]:
    """Ask one part."""
    return tuple(SOURCES[name](office, by))
