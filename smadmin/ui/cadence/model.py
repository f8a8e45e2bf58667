"""A year of an account as plain values: what each week says, the months, the year in a sentence. No Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.messages import Message, say
from smadmin.domain.rhythm import Rhythm, Silence
from smadmin.domain.week import PastWeek
from smadmin.services.rhythms import RhythmView

_DAYS = 7
_THURSDAY = timedelta(days=3)

KEYS: tuple[tuple[Silence | None, str], ...] = (
    (Silence.KEPT, "kept"),
    (Silence.SOME, "some"),
    (Silence.NONE, "none"),
    (Silence.LATE, "late"),
    (None, "unknown"),
)
"""What the colours and shapes mean, in the order of the legend, with the ends of their words' ids."""
_ENDS = dict(KEYS)


@dataclass(frozen=True)
class WeekCell:
    """A week: its posts, how silent it was (None: not known), and what is said of it.

    `month` is the first of a month that has most of its days from this week on, or None. The present week
    isn't over: without a post it isn't silent yet.
    """

    monday: date
    posts: int
    silence: Silence | None
    said: Message
    month: date | None = None
    present: bool = False


@dataclass(frozen=True)
class YearModel:
    """What both pictures show, the oldest week first.

    Args:
        account: what the account is called.
        promised: posts a week; None where nothing is promised.
    """

    account: str
    weeks: tuple[WeekCell, ...]
    year: Message
    promise: Message
    promised: float | None

    @property
    def most(self) -> float:
        """The highest that the bars must reach."""
        return max(max((one.posts for one in self.weeks), default=0), self.promised or 0, 1)

    @property
    def known(self) -> bool:
        """Tell whether any post of these weeks is known."""
        return any(one.posts for one in self.weeks)


def year_model(view: RhythmView) -> YearModel:
    """Arrange an account's year."""
    rhythm = view.rhythm
    silent = say("pastposts.said-silent", n=rhythm.silent)
    return YearModel(
        account=view.account.label,
        weeks=tuple(_cell(rhythm, number) for number in range(len(rhythm.weeks))),
        year=say("pastposts.said-year", posts=say("pastposts.said-posts", n=rhythm.posts), silent=silent),
        promise=_promise(rhythm.promised),
        promised=rhythm.promised,
    )


def state_word(cell: WeekCell) -> Message:
    """Say in a word or two how silent a week was."""
    if cell.present and cell.silence is Silence.NONE:
        return say("pastposts.none-yet")
    return say(f"pastposts.key-{_ENDS[cell.silence]}")


def bars_said(year: YearModel) -> Message:
    """Say what the bars show: how high they reach, and what the dashed line is."""
    most = max((one.posts for one in year.weeks), default=0)
    return say("pastposts.bars-most" if year.promised is not None else "pastposts.bars-alone", n=most)


def _cell(rhythm: Rhythm, number: int) -> WeekCell:
    week = rhythm.weeks[number]
    month = (week.monday + _THURSDAY).replace(day=1)
    before = None if number == 0 else (rhythm.weeks[number - 1].monday + _THURSDAY).replace(day=1)
    begins = month if month != before else None
    present, silence = number == len(rhythm.weeks) - 1, rhythm.silence(week)
    none_yet = present and silence is Silence.NONE
    said = say("pastposts.week-none-yet", monday=week.monday) if none_yet else _said(week)
    return WeekCell(week.monday, week.posts, silence, said, begins, present)


def _said(week: PastWeek) -> Message:
    if week.before:
        return say("today.week-unknown", monday=week.monday)
    if week.late and not week.posts:
        return say("today.week-late", monday=week.monday)
    return say("today.week-posts", monday=week.monday, n=week.posts)


def _promise(promised: float | None) -> Message:
    if promised is None:
        return say("pastposts.no-promise")
    days = _DAYS / promised
    if abs(days - round(days)) < 1e-6:  # noqa: PLR2004 - two divisions of whole numbers
        return say("pastposts.promise-days", n=round(days))
    return say("pastposts.promise-week", n=round(promised))
