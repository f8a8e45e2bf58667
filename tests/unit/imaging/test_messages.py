"""What crosses to and from worker processes: files and pixels, but no name, and a pattern one way only."""

import struct
from pathlib import Path

import pytest

from smadmin.domain.photos.matching import Thresholds
from smadmin.imaging.border import EngineVerb
from smadmin.imaging.workers import PhotoWorkers
from smadmin.jail.trade import Bytes
from smadmin.jail.worker import Answer
from smadmin.jail.workshop import Workshop
from smadmin.services.photos.folders import Copies, PhotoFolders, Which
from tests.unit.imaging.test_describing import faces

CHILD = "Quetzalcoatl-Canary"
PATTERN_NUMBERS = 8


class Wire:
    """Notes what is asked of workers and what they answer."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[Workshop, int], bytes]] = []
        self.answered: list[tuple[tuple[Workshop, int], bytes]] = []

    def listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ask = Workshop.ask

        def noted(
            at: Workshop, verb: int, numbers: tuple[int, ...] = (), body: Bytes = b"", *, largest: int
        ) -> Answer:
            answer = ask(at, verb, numbers, body, largest=largest)
            told = repr((numbers, answer.untrusted_numbers)).encode()
            self.asked.append(((at, verb), bytes(body) + told))
            self.answered.append(((at, verb), bytes(answer.untrusted_body) + told))
            return answer

        monkeypatch.setattr(Workshop, "ask", noted)


def forms(pattern: tuple[float, ...]) -> tuple[bytes, bytes, bytes]:
    """Give how a pattern could stand in a message."""
    part = pattern[:PATTERN_NUMBERS]
    return struct.pack("<8d", *part), struct.pack("<8f", *part), repr(part[0])[:9].encode()


def test_no_name_goes_to_a_worker_and_a_pattern_only_comes_from_describing(
    photo_workers: PhotoWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portrait = tmp_path / "people" / CHILD / f"{CHILD}.jpg"
    portrait.parent.mkdir(parents=True)
    portrait.write_bytes(faces()[0].read_bytes())
    wire = Wire()
    wire.listen(monkeypatch)
    folders = PhotoFolders(photo_workers)

    people = folders.people(portrait.parent.parent)
    (seen,) = folders.cover(
        [portrait], people, Thresholds(), which=Which.MATCHED, copies=Copies(tmp_path / CHILD)
    )

    assert (people[0].name, seen.error, seen.covered) == (CHILD, None, 1)
    patterns = [form for one in people[0].portraits for form in forms(one.descriptor)]
    names = [CHILD.encode(), CHILD.encode("utf-16-le"), str(tmp_path).encode()]
    both = [body for _, body in (*wire.asked, *wire.answered)]
    assert len(wire.asked) > 3
    assert not [name for name in names for body in both if name in body]
    assert not [form for form in patterns for _, body in wire.asked if form in body]
    told = {which for which, body in wire.answered if any(form in body for form in patterns)}
    ((_, verb),) = told
    assert verb is EngineVerb.FIND_AND_DESCRIBE
