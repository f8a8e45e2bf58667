"""How the search of faces stands, in words: pictures, computers, about how long. Pure, no Qt."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from smadmin.domain.errors import Reason
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import Message, say
from smadmin.services.search_progress import SweepProgress
from smadmin.ui.theme import State

_MINUTE = timedelta(minutes=1)
_HOUR_MINUTES = 60


@dataclass(frozen=True)
class Progressing:
    """The search of faces, as it stands.

    Args:
        done, total: pictures.
        state, said: how it stands in one sentence.
        notes: which computers, about how long, until when.
        running: whether it can be stopped.
        waits: whether computers found something that nobody took in yet.
        again: whether what is left can be searched; `blockers` say why not now.
    """

    done: int
    total: int
    state: State
    said: Message
    notes: tuple[Message, ...] = ()
    running: bool = False
    waits: bool = False
    again: bool = False
    blockers: tuple[Reason, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether it is soon further than now: computers search, or what they found is to be taken in."""
        return self.running or self.waits

    @property
    def may_begin(self) -> bool:
        """Whether a computer can do now what else a person does picture by picture."""
        return self.again and not self.blockers

    def beside(self, *, begins: bool) -> "Progressing":
        """Give it as it stands beside a main button that begins it already."""
        return replace(self, again=False) if begins else self


@dataclass(frozen=True)
class Standing:
    """What is asked about a search besides its progress.

    Args:
        may_match: whether faces may be compared at all; else a person looks, and nothing is said here.
        left: pictures that nobody looked at and no engine searched.
        blockers: why no computer can search now.
        names: what computers are called, by login.
        here: the login that this window runs at.
        now: UTC.
    """

    may_match: bool
    left: int
    blockers: tuple[Reason, ...]
    names: Mapping[SeatId, str]
    here: SeatId | None
    now: datetime


def faces_said(progress: SweepProgress | None, standing: Standing) -> Progressing | None:
    """Say how the search of faces stands; None where faces aren't compared and never were."""
    if progress is None:
        if not standing.may_match or not standing.left:
            return None
        said = say("sweepui.faces-not-yet", n=standing.left)
        return Progressing(0, standing.left, State.WAITS, said, again=True, blockers=standing.blockers)
    done, total, waits = progress.done, progress.total, progress.waiting > 0
    if progress.running:
        said = say("sweepui.faces-running", done=done, total=total)
        notes = tuple(_notes(progress, standing))
        return Progressing(done, total, State.NOTE, said, notes, running=True, waits=waits)
    if done >= total:
        said = say("sweepui.faces-done", n=total)
        return Progressing(done, total, State.FINE, said, waits=waits)
    word = "sweepui.faces-over" if progress.ends_at <= standing.now else "sweepui.faces-stopped"
    again = standing.may_match and standing.left > 0
    said = say(word, done=done, total=total)
    blockers = standing.blockers if again else ()
    return Progressing(done, total, State.DOUBT, said, waits=waits, again=again, blockers=blockers)


def _notes(progress: SweepProgress, standing: Standing) -> Iterator[Message]:
    yield say("sweepui.faces-where", where=tuple(_named(progress.seats, standing)))
    if progress.per_image_s is not None:
        left = timedelta(seconds=progress.per_image_s * (progress.total - progress.done))
        yield _about(left / max(len(progress.seats), 1))
    yield say("sweepui.faces-lock", at=progress.ends_at)


def _named(seats: Collection[SeatId], standing: Standing) -> Iterator[Message]:
    for seat in seats:
        if seat == standing.here:
            yield say("sweepui.this-computer")
        else:
            name = standing.names.get(seat, "")
            yield say("sweepui.computer", name=name) if name else say("sweepui.another-computer")


def _about(left: timedelta) -> Message:
    minutes = max(round(left / _MINUTE), 1)
    if minutes < 2 * _HOUR_MINUTES:
        return say("sweepui.about-minutes", n=minutes)
    return say("sweepui.about-hours", n=round(minutes / _HOUR_MINUTES))
