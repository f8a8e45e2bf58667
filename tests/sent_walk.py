"""Posts walk through faults and kills at every stage until a person needn't do anything any more."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next
from tests.direct import Direct, Killed, drive
from tests.fake_platform import Fault, perhaps_taken

_FAULTS = [one for one in Trouble if one is not Trouble.STOPPED]
_LATE_S = (0, 20, 170)
_MOST = 400


@dataclass
class Walked:
    """What came of it."""

    posts: int = 0
    faults: int = 0
    kills: int = 0
    asked: int = 0
    duplicates: int = 0
    losses: int = 0


def walk(direct: Direct, posts: int, chance: random.Random, *, often: float = 0.3) -> Walked:
    """Send so many posts, each to every blog; a post counts for each blog.

    Args:
        direct: the school.
        posts: how many in all.
        chance: where the faults come from: the same ones from the same seed.
        often: how often a call fails, and how often the program dies on a road.
    """
    walked, ana = Walked(), direct.road.by("ana")
    direct.platform.faults = _drawn(walked, chance, often)

    def kills() -> int | None:
        return chance.randrange(9) if chance.random() < often else None

    while walked.posts < posts:
        post = direct.released(*direct.blogs)
        for blog in direct.blogs:
            publication = direct.intended(post, blog)
            walked.posts += 1
            _to_the_end(direct, ana, publication, walked, kills=kills)
    keys = [one.sent.key for one in direct.platform.kept]
    walked.duplicates, walked.losses = len(keys) - len(set(keys)), walked.posts - len(set(keys))
    return walked


def _to_the_end(
    direct: Direct, ana: Actor, publication: Publication, walked: Walked, *, kills: Callable[[], int | None]
) -> None:
    clock = direct.road.school.clock
    for _ in range(_MOST):
        kill = kills()
        try:
            standing = drive(direct.send_road.go(ana, publication), killed_after=kill)
        except Killed:
            walked.kills += 1
            continue
        if standing.decision.next is Next.DONE:
            return
        if standing.decision.next is Next.ASK:
            walked.asked += 1
            direct.sendings.go_on(ana, publication)
        elif standing.decision.at is not None:
            clock.forward(seconds=max(0.0, (standing.decision.at - clock.now()).total_seconds()))
    raise AssertionError("it never ends")


def _drawn(walked: Walked, chance: random.Random, often: float) -> Callable[[str], Fault | None]:
    def fault(method: str) -> Fault | None:
        if chance.random() > often:
            return None
        walked.faults += 1
        trouble = chance.choice(_FAULTS)
        after = chance.random() < 0.5 and (method != "publish" or perhaps_taken(trouble))
        late = timedelta(seconds=chance.choice(_LATE_S))
        return Fault(trouble, after, late, chance.choice([None, 90]))

    return fault
