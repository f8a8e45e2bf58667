"""Taking photos in beside the window, lot by lot, as steps of a job. No Qt: it runs on an errand's thread."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.services.photos.taken import TakenIn
from smadmin.services.photos.taking import FIRST_LOTS, Taking

PATIENCE_S = 2.0
"""So long the rest waits for the first photo's result: reading hundreds takes what the search needs."""


@dataclass(frozen=True, kw_only=True)
class LotTaken(Progress):
    """A lot is there.

    Args:
        taken: all that was taken in until now.
    """

    taken: TakenIn


def lots_of(office: Office, by: Actor, taking: Taking, go_on: threading.Event) -> Iterator[LotTaken]:
    """Take a folder in; where somebody chose each of its photos, they are picked at once.

    Args:
        office: the school's services.
        by: who takes it in.
        taking: what is taken in, or the rest of it.
        go_on: is set once a first photo was searched; the lots after the first few wait for that.
    """
    there = 0 if taking.taken is None else len(taking.taken.photos)
    for number, (taken, changes) in enumerate(office.takings.lots(by, taking), 1):
        new = taken.photos[there:]
        picked = office.review.pick(by, new) if taking.picked and new else Changes()
        there = len(taken.photos)
        yield LotTaken(done=there, total=there + taking.left, changes=changes | picked, taken=taken)
        if number == len(FIRST_LOTS):
            go_on.wait(PATIENCE_S)
