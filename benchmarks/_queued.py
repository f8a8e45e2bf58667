"""Posts that go out by themselves through faults and kills: each out once; `posting.py` prints the counts.

What is the program's is real (store, record, keys, the computer login); the platform is the tests' own,
which keeps to the port and takes twice what is sent twice. Each seed draws its faults and kills again.
"""

import random
import tempfile
import time
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.services.ready import Standing
from tests.direct import Killed
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued

EACH = 20
SHARE, KILLED = 0.3, 0.3
"""Of the calls so many meet a fault, of the starts so many are killed at some step."""
PARTS, MOST_STARTS = 8, 200
TROUBLES = (Trouble.LOST, Trouble.UNREACHABLE, Trouble.BUSY, Trouble.CERTIFICATE, Trouble.NOT_THE_PLATFORM)


class Run:
    """One seed's posts."""

    def __init__(self, queued: Queued, seed: int) -> None:
        """Stand on a school of its own."""
        self.queued, self._dice = queued, random.Random(seed)  # noqa: S311  drawn again by its seed
        self.drawn: Counter[str] = Counter()
        queued.direct.platform.faults = self._fault

    def post(self, number: int) -> Publication:
        """Queue a post and see it out, however often it is killed, or asked about."""
        direct = self.queued.direct
        post = direct.released(text=f"Post {number}.")
        publication = self.queued.queue(post)
        direct.road.school.clock.forward(hours=1, seconds=1)
        for _ in range(MOST_STARTS):
            standing = self._start(publication)
            if standing is None:
                continue
            if standing.decision.next is Next.DONE:
                break
            if standing.decision.next is Next.ASK:
                self._answer(post, publication, standing)
            elif standing.decision.at is not None:
                self._wait(standing)
        return publication

    def _start(self, publication: Publication) -> Standing | None:
        killed = self._dice.random() < KILLED
        after = self._dice.randrange(PARTS) if killed else None
        with suppress(Killed, KnownError):
            return self.queued.seat().go(publication, killed_after=after)
        self.drawn["killed"] += killed
        return None

    def _answer(self, post: PostId, publication: Publication, standing: Standing) -> None:
        """Do what somebody does who is asked: choose another time, or let it be looked for again."""
        self.drawn["asked"] += 1
        direct, ana = self.queued.direct, self.queued.direct.road.by("ana")
        if standing.sending.stage is not SendStage.INTENDED:
            direct.sendings.go_on(ana, publication)
            return
        self.queued.queueing.shred_spent(ana)
        packed = self.queued.queueing.pack(ana, post, publication.account, self.queued.in_an_hour)
        self.queued.queueing.enter(ana, packed)
        direct.road.school.clock.forward(hours=1, seconds=1)

    def _wait(self, standing: Standing) -> None:
        clock, at = self.queued.direct.road.school.clock, standing.decision.at
        if at is not None:
            clock.forward(seconds=max(0.0, (at - clock.now()).total_seconds()))

    def _fault(self, method: str) -> Fault | None:
        if self._dice.random() >= SHARE:
            return None
        trouble, after = self._dice.choice(TROUBLES), self._dice.random() < SHARE
        lost = method == "publish" and trouble is Trouble.LOST
        self.drawn[trouble.value] += 1
        late = timedelta(seconds=self._dice.randrange(170)) if lost else timedelta()
        return Fault(trouble, after=after and lost, late=late)


def of_seed(seed: int, posts: int = EACH) -> tuple[int, int]:
    """See one seed's posts out; give how many are lost, and how many went out twice."""
    with tempfile.TemporaryDirectory() as folder:
        run = Run(make_queued(Path(folder)), seed)
        made = [run.post(number) for number in range(posts)]
        platform, desk = run.queued.direct.platform, run.queued.direct.road.school.desk
        out = Counter(one.sent.key for one in platform.kept)
        with desk.look() as unit:
            told = [unit.publications.get(one.id).step is PublicationStep.CONFIRMED for one in made]
    lost = sum(out[one.id] == 0 or not known for one, known in zip(made, told, strict=True))
    twice = sum(out[one.id] > 1 for one in made)
    drawn = ", ".join(f"{name} {count}" for name, count in sorted(run.drawn.items()))
    print(f"queue, seed {seed:>3}: {posts} posts; {drawn}", flush=True)
    return lost, twice


def main(posts: int) -> int:
    """Print what came of so many posts; 1 where one is lost or twice."""
    began, seeds = time.monotonic(), range(1, max(1, posts // EACH) + 1)
    counts = [of_seed(seed) for seed in seeds]
    lost, twice = (sum(column) for column in zip(*counts, strict=True))
    took = time.monotonic() - began
    print(f"queue: {len(counts) * EACH} posts in {took:.0f} s: {lost} lost, {twice} twice")
    return int(lost + twice > 0)
