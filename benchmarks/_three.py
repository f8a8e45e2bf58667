"""One post with four photos of 12 megapixels to three platforms at the same time; `posting.py` prints it.

WordPress and Bluesky's own server run on this computer; for Mastodon what a real one answered is given again,
and counted what it was sent. The files are made once, when the photos are finished, and go out side by side.
"""

import io
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication

from benchmarks.lateness import Lateness, at_share
from smadmin.domain.accounts import Platform
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.domain.photos.renditions import rendition_of
from smadmin.domain.publishers import Access, Outgoing, Picture, Publisher, differences
from smadmin.imaging.workers import PhotoWorkers
from smadmin.importing.platforms import read_platforms
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from smadmin.resources import find
from smadmin.services.photos.rendering import Rendering
from tests.loopback import Caller, answer, serving
from tests.servers import blog, bluesky_pds

PHOTO_PX = (4000, 3000)
PHOTOS = 4
_RECORDED = Path(__file__).parents[1] / "tests" / "servers" / "mastodon" / "recorded.json"
_PLATFORMS = (Platform.WORDPRESS, Platform.BLUESKY, Platform.MASTODON)
Files = dict[Platform, tuple[Picture, ...]]


@dataclass
class Recorded:
    """What a recorded Mastodon was sent: the bodies of its pictures."""

    bodies: list[bytes] = field(default_factory=list)

    def talk(self, caller: Caller) -> None:
        """Answer as the real one did."""
        first, _, post = json.loads(_RECORDED.read_text("utf-8"))["pictures"]
        head = caller.head()
        method, path = head.split(b" ", 2)[:2]
        body = caller.body(head)
        if path.startswith(b"/api/v2/media"):
            self.bodies.append(body)
        told = first if path.startswith(b"/api/v2/media") else post
        status = told["status"] if method == b"POST" else 200
        caller.say(answer(status, json.dumps(told["answer"]).encode()))


@dataclass(frozen=True)
class Line:
    """Where it goes: the adapter and the log-in."""

    publisher: Publisher
    access: Access


def photo(number: int) -> bytes:
    """Give a photo as a telephone makes it, in size and in bytes."""
    noise = np.random.default_rng(number).integers(0, 90, (PHOTO_PX[1] // 4, PHOTO_PX[0] // 4, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).resize(PHOTO_PX, Image.Resampling.BICUBIC).save(file, "JPEG", quality=90)
    return file.getvalue()


def prepared(photos: list[bytes], platforms: tuple[Platform, ...]) -> Files:
    """Make the files of each platform; each photo is opened once."""
    facts = read_platforms(find("platforms"))
    made: dict[Platform, list[Picture]] = {one: [] for one in platforms}
    with PhotoWorkers.open(at_once=2) as workers, ThreadPoolExecutor(2) as pool:

        def files(taken: bytes) -> dict[Platform, bytes]:
            rendering = Rendering(workers, workers.decode(taken))
            finest = sorted(platforms, key=lambda one: -rendition_of(facts[one]).longest_px)
            return {one: rendering.file(rendition_of(facts[one]), ImageFormat.JPEG) for one in finest}

        for number, each in enumerate(pool.map(files, photos), 1):
            for platform, file in each.items():
                made[platform].append(Picture(file, "image/jpeg", f"Photo {number}"))
    return {one: tuple(pictures) for one, pictures in made.items()}


@contextmanager
def lines() -> Iterator[tuple[dict[Platform, Line], Recorded]]:
    """Have the three servers run."""
    recorded, web = Recorded(), lambda: Web(plain_to_loopback=True)
    with blog.running() as pages, bluesky_pds.running() as pds, serving(recorded.talk) as mastodon:
        yield (
            {
                Platform.WORDPRESS: Line(WordPress(web()), pages.access()),
                Platform.BLUESKY: Line(Bluesky(web()), pds.access()),
                Platform.MASTODON: Line(Mastodon(web()), Access(mastodon.address, "", "token-of-the-school")),
            },
            recorded,
        )


def beside_a_window(app: QCoreApplication, work: Callable[[], None]) -> list[float]:
    """Do something on a thread while a timer rings; give by how many milliseconds each ring was late."""
    late = Lateness()
    with ThreadPoolExecutor(1) as pool:
        ended: Future[None] = pool.submit(work)
        while not ended.done():
            app.processEvents()
            time.sleep(0.001)
        ended.result()
    return late.kept_ms


def timed(line: Line, outgoing: Outgoing) -> str:
    """Post and read back; give the seconds of each."""
    began = time.monotonic()
    posted = line.publisher.publish(line.access, outgoing)
    out = time.monotonic()
    seen = line.publisher.read_back(line.access.server, posted)
    back = time.monotonic()
    differs = differences(outgoing, seen)
    told = ", ".join(differs) or "none" if line.publisher.platform is not Platform.MASTODON else "recorded"
    size = sum(len(one.content) for one in outgoing.pictures) / 1e6
    return f"{size:.1f} MB out {out - began:.2f} s, read back {back - out:.2f} s; differences: {told}"


def to_three() -> int:
    """Print the time of each stage; 1 where a picture went out otherwise than it was made."""
    app = QCoreApplication([])
    photos, platforms = [photo(number) for number in range(PHOTOS)], _PLATFORMS
    files: Files = {}
    began = time.monotonic()
    late = beside_a_window(app, lambda: files.update(prepared(photos, platforms)))
    _said("prepared once for all three", time.monotonic() - began, late)
    with lines() as (by, recorded), ThreadPoolExecutor(len(platforms)) as pool:
        told: dict[Platform, str] = {}

        def go_out() -> None:
            posts = {one: Outgoing(f"three-{one.value}", "Four photos.", files[one]) for one in platforms}
            each = {one: pool.submit(timed, by[one], posts[one]) for one in platforms}
            told.update({one: future.result() for one, future in each.items()})

        began = time.monotonic()
        late = beside_a_window(app, go_out)
        for platform, line in told.items():
            print(f"  {platform.value}: {line}")
        _said("out and read back at the same time", time.monotonic() - began, late)
        as_made = all(
            any(one.content in body for body in recorded.bodies) for one in files[Platform.MASTODON]
        )
    print(f"every byte as it was made: {'yes' if as_made else 'NO'}")
    return int(not as_made)


def missing() -> tuple[str, ...]:
    """Name what this computer lacks."""
    return (*blog.missing(), *bluesky_pds.missing())


def _said(what: str, seconds: float, late: list[float]) -> None:
    print(
        f"{what}: {seconds:.2f} s; a window's timer late by {max(late, default=0):.0f} ms at most,"
        f" 99 % {at_share(late, 0.99):.0f} ms",
        flush=True,
    )
