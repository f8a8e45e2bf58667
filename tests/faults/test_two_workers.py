"""Two programs that send what is queued at one computer login: each post goes out once (issue 7, §4).

Processes of their own, which meet after the platform told both who they are. They take ten seconds
to start and to prove the record.
"""

import multiprocessing
import os
from datetime import datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PublicationId, SchoolId
from smadmin.domain.publishers import Access, Outgoing, Posted, Who
from smadmin.domain.vocabulary import Act
from tests.fake_platform import FakePlatform
from tests.queued import make_queued, seat_at
from tests.school import MovableClock

_PATIENCE_S = 60


class Meeting(FakePlatform):
    """A platform at which both are asked before either goes on; what it takes, it writes down."""

    log: Path
    barrier: Barrier

    def who_am_i(self, access: Access) -> Who:
        who = super().who_am_i(access)
        self.barrier.wait(_PATIENCE_S)
        return who

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        with self.log.open("a") as kept:
            kept.write(f"{outgoing.key}\n")
        return super().publish(access, outgoing)


def work(  # noqa: PLR0917  what goes to another process goes piece by piece
    folder: Path,
    items: dict[str, str],
    school: str,
    at: datetime,
    tokens: dict[str, Who],
    publication: str,
    barrier: Barrier,
) -> None:
    """Be one of the two."""
    secrets, clock = MemorySecrets(), MovableClock(at)
    for item, secret in items.items():
        secrets.set(item, secret)
    platform = Meeting(clock.now, tokens)
    platform.log, platform.barrier = folder / "taken.txt", barrier
    seat = seat_at(folder, SchoolId(school), secrets, clock, platform)
    with seat.desk.look() as unit:
        kept = unit.publications.get(PublicationId(publication))
    try:
        seat.go(kept)
    except KnownError:
        os._exit(3)


def test_two_workers_send_one_post_once(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    direct, school = queued.direct, queued.direct.road.school
    publication = queued.queue(direct.released())
    school.clock.forward(hours=1, seconds=1)
    school.note()
    school.rest()
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(2)
    given = (
        tmp_path,
        dict(school.secrets._items),
        str(school.id),
        school.clock.at,
        direct.platform.tokens,
        str(publication.id),
        barrier,
    )
    both = [spawn.Process(target=work, args=given) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(_PATIENCE_S)

    assert sorted(one.exitcode or 0 for one in both) == [0, 3]
    assert (tmp_path / "taken.txt").read_text().split() == [publication.id]
    assert direct.acts(publication).count(Act.SEND) == 1
