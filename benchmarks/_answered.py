"""A records request answered from what is found to the package, few and many pictured posts; for `records`.

Each in a process of its own, on a school whose posts were published by signed rows: of one that went all the
way the others are copies with words, a photo and rows of their own. Measured is what looking for them and
writing the package adds to the memory of a program that has signed in and proven its record, and this
program's own time beside `bagit` making a package of copies of the same files. Linux only.
"""

import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from smadmin.domain.ids import PhotoId, PostId
from smadmin.domain.manifests import MANIFEST_PART, File, Manifest
from smadmin.domain.media import MediaFile
from smadmin.domain.photos.review import Made, Photo
from smadmin.domain.posts import Draft
from smadmin.domain.publications import Publication, publication_id
from smadmin.domain.records_requests import Wanted
from smadmin.domain.vocabulary import Act, Noun
from smadmin.language.catalogue import Catalogue
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from smadmin.storage.unit import Unit
from smadmin.ui.wording import Wording
from tests.records_asked import FORM
from tests.road import Road, make_road

FEW, MANY, PICTURE_BYTES, PICTURES = 1_000, 10_000, 200_000, 40
MOST_MORE_MB = 30
"""So much more memory may ten times as many posts take: the list of what was found, none of its files."""
MOST_TIMES_PEER = 15
"""So many times the time of copying and listing the same files: each is opened, and each word looked at."""
ANSWER_OF = "answer-of"
_AT_ONCE = 500
_PEER = (
    "import bagit, shutil, sys, time\n"
    "began = time.process_time()\n"
    "shutil.copytree(sys.argv[1], sys.argv[2])\n"
    "bagit.make_bag(sys.argv[2], checksums=['sha256'])\n"
    "print(time.process_time() - began)\n"
)


@dataclass(frozen=True)
class Out:
    """A post that went all the way, of which others are made."""

    draft: Draft
    photo: Photo
    publication: Publication
    manifest: Manifest


def answered() -> bool:
    """Answer with few and with many posts; compare."""
    (few, _), (many, times) = _in_a_process(FEW), _in_a_process(MANY)
    met = many - few <= MOST_MORE_MB and times <= MOST_TIMES_PEER
    print(
        f"answering with {MANY} posts takes {many - few:.0f} MB more than {FEW} ({MOST_MORE_MB} at most) "
        f"and {times:.1f} times the peer's time ({MOST_TIMES_PEER} at most): {'met' if met else 'NOT MET'}",
        flush=True,
    )
    return met


def _in_a_process(posts: int) -> tuple[float, float]:
    asked = [sys.executable, "-m", "benchmarks.records", ANSWER_OF, str(posts)]
    done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout.strip(), flush=True)
    memory, times = re.findall(r"[\d.]+(?= MB in all| times)", done.stdout)
    return float(memory), float(times)


def answer_of(posts: int) -> int:
    """Find and give out so many posts with a picture each; say how long it took and what memory."""
    with tempfile.TemporaryDirectory() as folder:
        road = make_road(Path(folder) / "school")
        _publish_elsewhere(road, posts, Path(folder))
        ana, requests = road.by("ana"), _requests(road)
        request = requests.enter(ana, FORM).value
        road.proof.catch_up(ana)
        wording, package = Wording(Catalogue.load("en")), Path(folder) / "package"
        before = _memory_mb("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak so far is forgotten
        began, on_the_clock = time.process_time(), time.monotonic()
        found = requests.find(ana, Wanted())
        looked = _memory_mb("VmHWM") - before
        done = requests.answer(ana, request, Answer(found, {}), package, wording).value
        took, clock = time.process_time() - began, time.monotonic() - on_the_clock
        peak = _memory_mb("VmHWM") - before
        size = sum(one.stat().st_size for one in package.rglob("*") if one.is_file()) / 2**20
        peer = _peer(package / "data", Path(folder) / "peer")
        pictures = len(list((package / "data" / "pictures").iterdir()))
        road.school.rest()
    if (done.given, pictures) != (posts, posts):
        raise RuntimeError(f"{done.given} posts with {pictures} pictures were given")
    print(
        f"{posts} posts, a package of {size:,.0f} MB: {took:.1f} s, {clock:.0f} s on the clock, at load "
        f"{os.getloadavg()[0]:.1f}; {looked:.0f} MB by looking, {peak:.0f} MB in all\n"
        f"copies of its files and their list by bagit: {peer:.1f} s; ours took {took / peer:.1f} times that"
    )
    return 0


def _requests(road: Road) -> RecordsRequests:
    return RecordsRequests(road.school.desk, road.reader, road.proof, road.media)


def _peer(data: Path, there: Path) -> float:
    asked = [sys.executable, "-c", _PEER, str(data), str(there)]
    return float(subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _memory_mb(name: str) -> float:
    told = Path("/proc/self/status").read_text("ascii")
    return int(re.findall(rf"{name}:\s+(\d+) kB", told)[0]) / 1024


def _publish_elsewhere(road: Road, posts: int, folder: Path) -> None:
    """Publish in a child, so that its memory is nobody's here."""
    road.school.rest()
    child = multiprocessing.get_context("fork").Process(target=_publish, args=(road, posts, folder))
    child.start()
    child.join()
    if child.exitcode:
        raise RuntimeError("the posts could not be made")
    with road.school.desk.look() as unit:
        road.school.desk.newest = unit.record.head()
    road.school.note()


def _publish(road: Road, posts: int, folder: Path) -> None:
    post = road.released(photo=True)
    handed = road.handed_out(post, folder / "handed")
    road.publications.confirm(road.by("ana"), handed, "https://x.com/lincoln_es/status/1990000000000000111")
    pictures = [road.media.seal(os.urandom(PICTURE_BYTES), "image/jpeg") for _ in range(PICTURES)]
    with road.school.desk.deed(road.by("ana")) as deed:
        for file in pictures:
            deed.unit.media.add(file)
        first = _out(deed.unit, post)
    for start in range(0, posts - 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, posts - 1))
        copies = [_copied(first, number, pictures[number % PICTURES]) for number in numbers]
        seqs = dict(zip((one.draft.id for one in copies), _approved(road, copies), strict=True))
        with road.school.desk.deed(road.by("ana")) as deed:
            for one in copies:
                deed.unit.photos.add(one.photo)
                deed.unit.posts.add(one.draft)
                deed.unit.publications.add(replace(one.publication, release_seq=seqs[one.draft.id]))
                for act in (Act.INTEND, Act.HAND_OUT, Act.PUBLISH):
                    deed.record(act, Noun.PUBLICATIONS, one.publication.id)
    road.school.rest()


def _approved(road: Road, copies: list[Out]) -> Iterator[int]:
    with road.school.desk.deed(road.by("bo")) as deed:
        seqs = [
            deed.record(Act.APPROVE, Noun.POSTS, one.draft.id, parts=one.manifest.parts()) for one in copies
        ]
    yield from seqs


def _out(unit: Unit, post: PostId) -> Out:
    (publication,) = unit.publications.find(post_id=post)
    draft = unit.posts.get(post)
    released = publication.release_seq
    part = None if released is None else unit.record.part(released, MANIFEST_PART)
    if part is None:
        raise RuntimeError("what was released can't be read")
    photo = unit.photos.get(draft.content.pictures[0].photo)
    return Out(draft, photo, publication, Manifest.from_bytes(part.content))


def _copied(first: Out, number: int, file: MediaFile) -> Out:
    post, photo = (str(UUID(int=(kind << 64) + number)) for kind in (1, 2))
    text = f"The book fair number {number} opens on Thursday at 8 in the library. Everybody is welcome."
    account = first.publication.account
    picture = replace(first.draft.content.pictures[0], photo=PhotoId(photo))
    made = tuple(Made(one.within, file.id, file.sha256) for one in first.photo.made)
    shown: File = (PhotoId(photo), file.sha256, picture.alt)
    manifest = replace(
        first.manifest,
        post=PostId(post),
        texts={account: text},
        files={account: (shown,)},
        looks=tuple((PhotoId(photo), looked, again) for _, looked, again in first.manifest.looks),
    )
    content = replace(first.draft.content, text=text, pictures=(picture,), slot=None)
    publication = replace(
        first.publication,
        id=publication_id(PostId(post), account),
        post=PostId(post),
        link=f"https://x.com/lincoln_es/status/19900000000{number:08}",
        text=text,
        slot=None,
        version=1,
    )
    return Out(
        replace(first.draft, id=PostId(post), content=content, version=1),
        replace(first.photo, id=PhotoId(photo), made=made, version=1),
        publication,
        manifest,
    )
