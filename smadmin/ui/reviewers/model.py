"""The lists of reviewers as plain values: a row a name, and what may be done about it. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.messages import Message, say
from smadmin.services.reviewer_lines import Line, ListView, Standing
from smadmin.services.reviewers import ReviewersView
from smadmin.ui.theme import State

_STATES = {
    Standing.WAITS: State.WAITS,
    Standing.SITS: State.FINE,
    Standing.LACKS: State.DOUBT,
    Standing.STRUCK: State.NOTE,
    Standing.ENDED: State.NOTE,
}
_YEAR_ENDS = (6, 30)
_LEAST = timedelta(days=60)
_LONGEST = timedelta(days=365)


@dataclass(frozen=True)
class Row:
    """A name on a list.

    Args:
        renews, strikes: whether whoever looks may give another code, or strike it.
    """

    line: Line
    state: State
    word: Message
    note: Message | None
    renews: bool
    strikes: bool


@dataclass(frozen=True)
class ListModel:
    """A list: its heading, who signed it, its rows."""

    id: str
    title: Message
    note: Message
    rows: tuple[Row, ...]
    withdraws: bool


@dataclass(frozen=True)
class ReviewersModel:
    """Everything the screen shows, but for codes."""

    lists: tuple[ListModel, ...]
    signs: bool
    ends: date


def reviewers_model(view: ReviewersView) -> ReviewersModel:
    """Arrange the lists in force."""
    return ReviewersModel(
        lists=tuple(_list(view, one) for one in view.lists),
        signs=view.signs,
        ends=school_year_end(view.today),
    )


def school_year_end(today: date) -> date:
    """Give the last day that is proposed for a list: of this school year, shortly before it of the next."""
    end = date(today.year, *_YEAR_ENDS)
    end = end if end - today >= _LEAST else end.replace(year=today.year + 1)
    return min(end, today + _LONGEST)


def grouped_code(code: str) -> str:
    """Give a code as it stands on paper: `ABCDE-FGHJK`."""
    return f"{code[:5]}-{code[5:]}"


def summary(rows: Sequence[Row]) -> Message:
    """Say how many of a list sit down already."""
    standing = [row for row in rows if row.line.standing not in {Standing.STRUCK, Standing.ENDED}]
    seated = sum(row.line.standing is not Standing.WAITS for row in standing)
    return say("reviewers.so-many", seated=seated, n=len(standing))


def _list(view: ReviewersView, one: ListView) -> ListModel:
    rows = tuple(_row(view, line) for line in one.lines)
    return ListModel(
        id=one.id,
        title=say("reviewers.list-until", day=one.ends),
        note=say("reviewers.signed-by", name=one.signed_by, day=one.starts, said=summary(rows)),
        rows=rows,
        withdraws=view.strikes,
    )


def _row(view: ReviewersView, line: Line) -> Row:
    struck = line.standing is Standing.STRUCK
    note = None
    if line.standing is Standing.LACKS and line.due is not None:
        overdue = line.due < view.today
        note = say("reviewers.details-over" if overdue else "reviewers.details-due", day=line.due)
    elif line.since is not None:
        note = say("reviewers.since", day=line.since)
    return Row(
        line=line,
        state=_STATES[line.standing],
        word=say(f"reviewers.standing-{line.standing}"),
        note=note,
        renews=view.signs and not struck,
        strikes=view.strikes and not struck,
    )
