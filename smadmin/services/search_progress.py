"""How far a search of faces is, as the computer logins that do it signed it."""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.ids import SeatId
from smadmin.services.proven import Proven
from smadmin.services.sealed_searches import against, sealed_searches, signed_parts


@dataclass(frozen=True)
class SweepProgress:
    """How far a search of faces is. Pictures, but for `seats`.

    Args:
        done: that computers searched; `waiting` of them nobody took in yet.
        seats: the computer logins that it is sealed to.
        ends_at: UTC.
        per_image_s: how long one takes, wall clock; None before the first piece.
        running: whether computers may still go on with it.
    """

    done: int
    total: int
    waiting: int
    seats: tuple[SeatId, ...]
    ends_at: datetime
    per_image_s: float | None
    running: bool


def progress_of(proven: Proven, sweep: str, now: datetime) -> SweepProgress | None:
    """Give how far the newest search of a sweep is, `now` UTC; None where none was sealed."""
    searches = sealed_searches(proven, sweep)
    if not searches:
        return None
    newest, shelf = searches[-1], proven.unit.sweep_tasks
    task, total = newest.sealed.task, newest.sealed.pictures
    parts = {one: signed[-1] for one, signed in signed_parts(proven, newest).items()}
    done = sum(one.pictures for one in parts.values())
    took_ms = sum(one.took_ms for one in parts.values())
    lying = shelf.results(task)
    there = any(one.id == task for one in shelf.all())
    return SweepProgress(
        done=done,
        total=total,
        waiting=sum(parts[one].pictures for one in lying if one in parts),
        seats=newest.sealed.seats,
        ends_at=newest.sealed.ends_at,
        per_image_s=took_ms / 1000 / done if done else None,
        running=there and done < total and not against(proven, newest, now),
    )
