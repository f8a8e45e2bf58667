"""What a person queued is sent by `smadmin worker`, a process of its own, with nobody signed in: once."""

import itertools
import multiprocessing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest

from smadmin.cli.asking import Doors
from smadmin.cli.main import run
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Publisher
from smadmin.domain.sending import SendStage
from smadmin.language.catalogue import Catalogue
from smadmin.publishing.bluesky import Bluesky
from smadmin.services import seat_room
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
from smadmin.storage.store import Store
from tests.direct import undated
from tests.queued import Queued, queueing_at
from tests.road import TEXT
from tests.school import CountedIds, MovableClock
from tests.servers import test_sending as wordpress
from tests.servers import test_sending_bluesky as bluesky
from tests.servers.blog import Blog
from tests.servers.bluesky_pds import Pds
from tests.servers.proxy import Fault, Plan, between
from tests.servers.test_bluesky import web

_PATIENCE_S = 120
_TEXTS = (f"{TEXT} {number}" for number in itertools.count(1))
FATE = pytest.mark.parametrize("answer", ["comes", "is lost"])


@dataclass(frozen=True)
class Leaving:
    """All that another process needs to send as this computer login."""

    folder: Path
    items: dict[str, str]
    at: datetime
    server: Blog | Pds


def work(leaving: Leaving) -> None:
    """Be `smadmin worker --once`."""
    secrets, platform = MemorySecrets(), undated(publisher_at(leaving.server))
    for item, secret in leaving.items.items():
        secrets.set(item, secret)
    seat_room.platforms_of = lambda *_: {platform.platform: platform}
    place, clock, store = Place(leaving.folder, leaving.folder), MovableClock(leaving.at), leaving.folder

    def opened(_folder: Path | None) -> DataFolder:
        return DataFolder(
            place, Store.open(store), secrets, clock, CountedIds(900_000), keyring=lambda _: secrets
        )

    doors = Doors(opened, Catalogue.load("en"), str, lambda *_: None)  # type: ignore[arg-type]  # no window
    raise SystemExit(run(doors, ["worker", "--once", "--data", str(leaving.folder)]))


def publisher_at(server: Blog | Pds) -> Publisher:
    """Give the adapter for a server on this computer."""
    if isinstance(server, Blog):
        return wordpress.NamedBlog(server)
    return cast("Publisher", bluesky.Named(server, Bluesky(web())))


def sent_by_the_worker(queued: Queued, server: Blog | Pds) -> tuple[str, str]:
    """Queue a post and have another process send it; gives its words, and the platform's id of it."""
    direct, school, text = queued.direct, queued.direct.road.school, next(_TEXTS)
    publication = queued.queue(direct.released(photo=True, text=text))
    school.clock.forward(hours=1, seconds=1)
    school.note()
    school.rest()
    leaving = Leaving(school.folder, dict(school.secrets._items), school.clock.at, server)
    worker = multiprocessing.get_context("spawn").Process(target=work, args=(leaving,))
    worker.start()
    worker.join(_PATIENCE_S)

    assert worker.exitcode == 0
    with school.desk.look() as unit:
        kept = unit.publications.get(publication.id)
        assert unit.outbox.ids() == ()
    assert kept.sending is not None
    assert (kept.step, kept.sending.stage) == (PublicationStep.CONFIRMED, SendStage.SEEN)
    assert kept.differs == ()
    assert direct.acts(publication) == ["intend", "queue", "send", "publish", "read-back"]
    return text, kept.posted_id


def losing(method: str, part: str, which: int) -> Plan:
    """Lose the answer to one call: the server has done it."""
    met = itertools.count(1)
    return lambda asked: (
        Fault.DONE_CUT if asked.method == method and part in asked.path and next(met) == which else None
    )


@FATE
def test_a_queued_post_is_out_on_a_real_blog_once(tmp_path: Path, blog: Blog, answer: str) -> None:
    plan = losing("POST", "/posts", 2) if answer == "is lost" else lambda _: None

    with between(blog.address, plan) as line:
        there = replace(blog, address=line.address)  # a person of a blog is known by its address too
        queued = queueing_at(wordpress.connected(tmp_path, there))
        _, post = sent_by_the_worker(queued, there)

    assert any(fault for _, fault in line.seen) == (answer == "is lost")
    assert blog.kinds_named_like(int(post)).count("post") == 1


@FATE
def test_a_queued_post_is_out_on_blueskys_server_once(tmp_path: Path, pds: Pds, answer: str) -> None:
    queued = queueing_at(bluesky.connected(tmp_path, pds))
    plan = losing("POST", "putRecord", 1) if answer == "is lost" else lambda _: None

    with between(pds.address, plan) as line:
        text, _ = sent_by_the_worker(queued, replace(pds, port=urlsplit(line.address).port or 0))

    assert any(fault for _, fault in line.seen) == (answer == "is lost")
    assert pds.texts().count(text) == 1
