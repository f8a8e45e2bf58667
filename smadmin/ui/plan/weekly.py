"""The weekly page as sections of sentences: what is printed, shown and sent says the same. Pure, no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from smadmin.domain.ids import MediaId
from smadmin.domain.messages import Message, Value, say
from smadmin.domain.page_letters import week_letters
from smadmin.domain.records import grouped
from smadmin.domain.school_days import DaysKind
from smadmin.domain.week import WEEK
from smadmin.domain.weekly_page import FromPaper, PageAccount, PagePost, WeeklyPage
from smadmin.ui.stages import account_stage, planned_state, school_day, weekday, weekday_short
from smadmin.ui.theme import State

MOST_LINES = 6
"""Of what only tells; the rest is counted, or forty accounts would make a book of the page."""


@dataclass(frozen=True)
class Line:
    """A line: what stands before it (a day), what it says, and a covered picture with its topic."""

    said: Message
    before: Message | None = None
    picture: MediaId | None = None
    topic: str = ""


@dataclass(frozen=True)
class Part:
    """A part of the page with its heading."""

    title: Message
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class WeeklyModel:
    """The whole page; a part that has nothing to say isn't there.

    Args:
        paper: how it is signed there; None where nothing is left to sign.
    """

    title: Message
    note: Message
    parts: tuple[Part, ...]
    foot: tuple[Message, ...]
    paper: Message | None


def weekly_model(page: WeeklyPage) -> WeeklyModel:
    """Arrange a page."""
    last = page.monday + WEEK - timedelta(days=1)
    parts = (
        Part(say("weekly.decisions"), tuple(_decisions(page))),
        Part(say("weekly.posts"), tuple(_posts(page))),
        Part(say("weekly.accounts"), tuple(_accounts(page))),
        Part(say("weekly.released", day=page.since), tuple(_released(page))),
        Part(say("weekly.waiting"), _cut([Line(_waits(*one)) for one in page.waiting])),
        Part(say("weekly.log-ins"), _cut([Line(one) for one in page.log_ins])),
        Part(say("weekly.people"), tuple(_people(page))),
        Part(say("weekly.minutes"), tuple(_minutes(page))),
        Part(say("weekly.changed", day=page.since), tuple(Line(one) for one in page.changes)),
    )
    return WeeklyModel(
        title=say("weekly.title", school=page.school.name),
        note=say("weekly.note", first=page.monday, last=last, day=page.today),
        parts=tuple(one for one in parts if one.lines),
        foot=tuple(_foot(page)),
        paper=say("weekly.paper") if _signs(page) else None,
    )


def _signs(page: WeeklyPage) -> bool:
    """Tell whether somebody is still to sign: nobody has, or posts came after the approval."""
    return page.signed is None or any(one.unsigned for one in page.posts)


def _decisions(page: WeeklyPage) -> Iterator[Line]:
    for number, said in enumerate(page.decisions.shown, 1):
        yield Line(said, say("weekly.number", n=number))
    if page.decisions.more:
        yield Line(say("weekly.more-on-today", n=page.decisions.more))
    if not page.decisions.shown:
        yield Line(say("weekly.nothing-to-decide"))


def _posts(page: WeeklyPage) -> Iterator[Line]:
    if page.signed is not None:
        yield Line(_signed(*page.signed, page.paper))
    elif page.goes_on is not None:
        yield Line(say("weekly.goes-on", day=page.goes_on))
    else:
        yield Line(say("weekly.not-signed"))
    if not page.posts:
        yield Line(say("weekly.nothing-planned"))
    lines = [*_school_days(page.days), *_planned(page)]
    yield from (line for _, line in sorted(lines, key=lambda one: one[0]))


def _signed(name: str, at: datetime, paper: FromPaper | None) -> Message:
    """Say who approved it; what somebody entered from paper never stands as the principal's own."""
    if paper is None:
        return say("weekly.signed", name=name, day=at.date())
    owed = "-owed" if paper.owed else ""
    return say(f"weekly.signed-paper{owed}", name=name, day=paper.day, by=paper.entered_by)


def _planned(page: WeeklyPage) -> Iterator[tuple[date, Line]]:
    seen = set[MediaId | None]()
    for one in page.posts:
        day = one.planned.slot.day
        picture = None if one.picture in seen else one.picture  # one post on two accounts shows it once
        seen.add(one.picture)
        yield day, Line(_post(page, one), weekday_short(day), picture, one.planned.slot.topic)


def _school_days(days: Mapping[date, tuple[DaysKind, str]]) -> Iterator[tuple[date, Line]]:
    """Say what the school calls days; those in a row that are called the same have one line."""
    in_turn = enumerate(sorted(days))
    for (called, _), run in groupby(in_turn, key=lambda one: (days[one[1]], one[1].toordinal() - one[0])):
        first, *others = (day for _, day in run)
        said = school_day(*called)
        if others:
            said = say("weekly.days-until", what=said, weekday=weekday(others[-1]))
        yield first, Line(said, weekday_short(first))


def _post(page: WeeklyPage, one: PagePost) -> Message:
    slot, (_, stage) = one.planned.slot, planned_state(one.planned)
    if one.clashes:
        against = tuple(say(f"gridui.clash-{clash.value}") for clash in one.clashes)
        stage = say("weekly.stage-clash", stage=stage, clashes=against)
    topic: Value = slot.topic if slot.at is None else say("gridui.at", topic=slot.topic, at=slot.at)
    said = "weekly.post"
    if one.struck:
        said = "weekly.post-struck"
    elif one.unsigned and page.signed is not None:
        said = "weekly.post-unsigned"
    return say(said, topic=topic, account=one.account, stage=stage)


def _accounts(page: WeeklyPage) -> Iterator[Line]:
    """Name the accounts that want something or are excused; the others are counted."""
    fine = 0
    wanting: list[PageAccount] = []
    excused: list[Line] = []
    for one in page.accounts:
        state, stage = account_stage(one.account, one.cadence, page.today)
        if one.cadence.excused_until is not None:
            called = one.account.called
            said = "weekly.account-excused" if one.why else "weekly.account"
            excused.append(Line(say(said, account=called, stage=stage, why=one.why)))
        elif state in {State.FINE, State.NOTE} and one.gap is None:
            fine += 1
        else:
            wanting.append(one)
    yield from _cut([Line(_account(page, one)) for one in wanting])
    yield from _cut(excused)
    if fine:
        yield Line(say("weekly.accounts-fine" if wanting or excused else "weekly.accounts-all-fine", n=fine))


def _account(page: WeeklyPage, one: PageAccount) -> Message:
    _, stage = account_stage(one.account, one.cadence, page.today)
    if one.gap is None:
        return say("weekly.account", account=one.account.called, stage=stage)
    return say("weekly.account-gap", account=one.account.called, stage=stage, day=one.gap)


def _released(page: WeeklyPage) -> Iterator[Line]:
    lines = [
        Line(
            say(
                f"weekly.released-{one.mandate.value}",
                words=one.words or say("today.without-words"),
                name=one.by,
                day=one.on,
            )
        )
        for one in page.released
    ]
    yield from _cut(lines)
    if page.overridden:
        yield Line(say("weekly.overridden", n=page.overridden))
    if page.same_computer:
        yield Line(say("weekly.same-computer", n=page.same_computer))


def _waits(topic: str, author: str) -> Message:
    return say("weekly.waits", topic=topic, name=author)


def _people(page: WeeklyPage) -> Iterator[Line]:
    yield from _cut([Line(one) for one in page.seated])
    days = sorted({day for _, day in page.admitted})
    for day in days:
        names = tuple(say("accounts.person", name=name) for name, on in page.admitted if on == day)
        yield Line(say("weekly.admitted", people=names, n=len(names), day=day))


def _minutes(page: WeeklyPage) -> Iterator[Line]:
    minutes = page.minutes
    if minutes.accounts:
        yield Line(say("weekly.minutes-promised", n=minutes.accounts, minutes=minutes.promised))
    if minutes.without:
        yield Line(say("weekly.minutes-without", n=minutes.without))
    names = tuple(say("weekly.minutes-of", name=name, n=spent) for name, spent in minutes.used)
    if names:
        yield Line(say("weekly.minutes-used", people=names))


def _foot(page: WeeklyPage) -> Iterator[Message]:
    if page.meeting is not None:
        yield say(
            "weekly.meeting",
            weekday=weekday_short(page.meeting),
            day=page.meeting.date(),
            at=page.meeting.time(),
        )
    letters = page.head.letters
    week = week_letters(letters, page.monday)
    yield say("weekly.head", n=page.head.seq, letters=grouped(letters), week=week)


def _cut(lines: list[Line]) -> tuple[Line, ...]:
    """Show the first lines, and count the rest."""
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    return (*lines[:MOST_LINES], Line(say("weekly.and-more", n=len(lines) - MOST_LINES)))
