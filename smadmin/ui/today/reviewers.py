"""What Today says of the reviewers' list: it ends, and who on it owes three things. Pure, no Qt."""

from collections.abc import Iterator
from datetime import date

from smadmin.domain.messages import say
from smadmin.services.reviewer_lines import Line, Standing
from smadmin.services.reviewers import ReviewersView
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def reviewers_needs(view: ReviewersView) -> Iterator[Need]:
    """Tell whoever signs the list: it ends; who is late, whose PIN signs nothing, and who has days left."""
    if view.signs and view.next_due is not None:
        yield _next_list(view.next_due, over=view.next_due < view.today)
    lines = [one for held in view.lists for one in held.lines if one.standing is Standing.LACKS]
    owing = [one for one in lines if one.due is not None] if view.signs else []
    late = [one for one in owing if one.due is not None and one.due < view.today]
    for name, these in (("late", late), ("owing", [one for one in owing if one not in late])):
        if these:
            yield _need(name, these)


def _next_list(ends: date, *, over: bool) -> Need:
    return Need(
        Urgency.PLAN if over else Urgency.STAFF,
        "reviewers-list",
        State.DOUBT if over else State.NOTE,
        say("reviewers.today-ended" if over else "reviewers.today-ends", day=ends),
        say("reviewers.today-ends-note"),
        Step(say("reviewers.today-look"), screen="reviewers"),
    )


def _need(name: str, lines: list[Line]) -> Need:
    people = tuple(say("accounts.person", name=one) for one in sorted({line.name for line in lines}))
    day = min(line.due for line in lines if line.due is not None)
    late = name == "late"
    return Need(
        Urgency.PLAN if late else Urgency.STAFF,
        f"reviewers-{name}",
        State.DOUBT if late else State.NOTE,
        say("reviewers.today-owing", n=len(people), people=people),
        say(f"reviewers.today-{name}-note", n=len(people), day=day),
        Step(say("reviewers.today-look"), screen="reviewers"),
    )
