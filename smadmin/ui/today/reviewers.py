"""What Today says of people who sat down with a code and still owe three things about them. Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.messages import say
from smadmin.services.reviewer_lines import Line, Standing
from smadmin.services.reviewers import ReviewersView
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def reviewers_needs(view: ReviewersView) -> Iterator[Need]:
    """Name them to whoever signs the list: who is late, whose PIN signs nothing, and who has days left."""
    lines = [one for held in view.lists for one in held.lines if one.standing is Standing.LACKS]
    owing = [one for one in lines if one.due is not None] if view.signs else []
    late = [one for one in owing if one.due is not None and one.due < view.today]
    for name, these in (("late", late), ("owing", [one for one in owing if one not in late])):
        if these:
            yield _need(name, these)


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
