"""The quick sources of a sweep: names in what is out, and what people decided about faces.

Nothing is written here; whoever began asks for it, off the window's thread, and then writes what was found.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smadmin.domain.actors import Actor
from smadmin.domain.ids import PhotoId, PostId, StudentId, VideoId
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.domain.sweeps import Found, SweepItem, item_of, with_found
from smadmin.domain.videos.captions import spoken
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.released_parts import manifest_of
from smadmin.services.sweep_names import ChildrenNames, words_out
from smadmin.services.sweep_pictures import KeptPicture, PicturesKept, Told
from smadmin.storage.published import OutWords
from smadmin.storage.unit import Unit

_NO_PICTURES: Mapping[str, int] = {"photos": 0, "videos": 0}
_IS_CHILD = frozenset({Decision.OPTED_OUT, Decision.CONSENTED})


@dataclass(frozen=True)
class QuickFound:
    """What was found at once, and how much was searched, by `SEARCHED`."""

    items: tuple[SweepItem, ...]
    searched: Mapping[str, int]


@dataclass(frozen=True)
class _Out:
    """What is kept, and in which posts it is out: read once for all children."""

    kept: Mapping[str, KeptPicture]
    photos: Mapping[PhotoId, Collection[PostId]]
    videos: Mapping[VideoId, Collection[PostId]]


def find_at_once(
    desk: Desk,
    proof: Proof,
    pictures: PicturesKept,
    by: Actor,
    children: Sequence[Student],
    *,
    with_pictures: Collection[StudentId],
    told: Told,
) -> Mapping[StudentId, QuickFound]:
    """Search what needs no engine, for all children in one going through (a chain of looks).

    Args:
        desk: whose school it is.
        proof: its proven record.
        pictures: the kept ones.
        by: who began.
        children: for whom.
        with_pictures: for whom pictures are searched, too.
        told: is told how far it is, and may end it by raising.
    """
    with desk.look(by) as unit:
        students, _ = unit.students.readable()
        staff = [person.name for person in unit.trust.read().people.values()]
    names = ChildrenNames(children, students, staff)
    found: dict[StudentId, dict[PostId, bool]] = {child.id: {} for child in children}

    def note(post: PostId, words: tuple[str, ...]) -> None:
        for student, sure in names.found(words):
            found[student][post] = sure or found[student].get(post, False)

    def read(one: OutWords, content: Mapping[str, Any]) -> None:
        if one.post is not None:
            note(one.post, words_out(one.text, one.link, content))

    texts = pictures.walk(by, read, told)
    for posts, words in _captions(desk, by, pictures.videos_out(by)):
        for post in posts:
            note(post, (words,))
    with desk.look(by) as unit:
        past = sum(unit.past_posts.count(one) for one in unit.past_posts.counting())
    out = _Out(pictures.all(by), pictures.photos_out(by), pictures.videos_out(by)) if with_pictures else None
    made = {}
    for child in children:
        items = [item_of(Found.NAME, post=post, sure=sure) for post, sure in found[child.id].items()]
        wanted = out if child.id in with_pictures else None
        seen, counts = ((), _NO_PICTURES) if wanted is None else _seen(desk, proof, by, child.id, wanted)
        made[child.id] = QuickFound(with_found(items, seen), {"texts": texts, **counts, "past": past})
    return made


def _captions(
    desk: Desk, by: Actor, out: Mapping[VideoId, Collection[PostId]]
) -> Iterator[tuple[Collection[PostId], str]]:
    """Give what is said in videos that are out, as their captions tell it, with the posts that show them."""
    for one, posts in out.items():
        with desk.look(by) as unit:
            video = unit.videos.maybe(one)
        if video is not None and video.said.captions is not None:
            yield posts, spoken(video.said.captions)


def _seen(
    desk: Desk, proof: Proof, by: Actor, child: StudentId, out: _Out
) -> tuple[Sequence[SweepItem], Mapping[str, int]]:
    with desk.look(by) as unit:
        items = [
            *_told(proof.now(unit), out.kept.values(), child, out.photos),
            *_videos(unit, sorted(out.videos), child),
        ]
    return items, {"photos": len(out.kept), "videos": len(out.videos)}


def _told(
    proven: Proven,
    kept: Iterable[KeptPicture],
    child: StudentId,
    out: Mapping[PhotoId, Collection[PostId]],
) -> Iterator[SweepItem]:
    """Give the photos on which people said that the child shows.

    Where the child is covered by now, another file than today's may have gone out before, and may show them.
    """
    for one in kept:
        covered = child in one.covered and not _goes_out(proven, one, out.get(one.photo, ()))
        if child in one.shown or covered:
            yield item_of(Found.TOLD, photo=one.photo)


def _goes_out(proven: Proven, kept: KeptPicture, posts: Iterable[PostId]) -> bool:
    """Tell whether every release of these posts names, of a photo, none but the files that it has today."""
    for post in posts:
        released = [row for row in proven.about(Noun.POSTS, post) if row.body.act == Act.APPROVE]
        manifests = [manifest_of(proven, row) for row in released]
        if not manifests or None in manifests:
            return False
        listed = (files for one in manifests if one is not None for files in one.files.values())
        if any(
            photo == kept.photo and sha256 not in kept.files for one in listed for photo, sha256, _ in one
        ):
            return False
    return True


def _videos(unit: Unit, videos: Collection[VideoId], child: StudentId) -> Iterator[SweepItem]:
    """Give the videos that are out: those on which people named the child, and the others, to be watched."""
    for one in videos:
        video = unit.videos.maybe(one)
        faces = () if video is None else (face.face for face in video.faces)
        named = any(face.student == child and face.decision in _IS_CHILD for face in faces)
        yield item_of(Found.TOLD if named else Found.VIDEO, video=one, sure=named)
