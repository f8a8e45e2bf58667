"""The quick sources of a sweep: names in what is out, and what people decided about faces.

Nothing is written here; whoever began asks for it, off the window's thread, and then writes what was found.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId, StudentId, VideoId
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.domain.sweeps import Found, SweepItem, item_of, with_found
from smadmin.services.desk import Desk
from smadmin.services.sweep_names import ChildNames, words_out
from smadmin.services.sweep_pictures import KeptPicture, PicturesKept, Told
from smadmin.storage.published import OutWords
from smadmin.storage.unit import Unit

_IS_CHILD = frozenset({Decision.OPTED_OUT, Decision.CONSENTED})


@dataclass(frozen=True)
class QuickFound:
    """What was found at once, and how much was searched, by `SEARCHED`."""

    items: tuple[SweepItem, ...]
    searched: Mapping[str, int]


def find_at_once(
    desk: Desk, pictures: PicturesKept, by: Actor, child: Student, *, with_pictures: bool, told: Told
) -> QuickFound:
    """Search what needs no engine (a chain of looks).

    Args:
        desk: whose school it is.
        pictures: the kept ones.
        by: who began.
        child: for whom.
        with_pictures: whether pictures are searched, too.
        told: is told how far it is, and may end it by raising.
    """
    with desk.look(by) as unit:
        students, _ = unit.students.readable()
        staff = [person.name for person in unit.trust.read().people.values()]
    names, found = ChildNames(child, students, staff), dict[PostId, bool]()

    def read(one: OutWords, content: Mapping[str, Any]) -> None:
        sure = None if one.post is None else names.found(words_out(one.text, one.link, content))
        if one.post is not None and sure is not None:
            found[one.post] = sure or found.get(one.post, False)

    texts = pictures.walk(by, read, told)
    items = [item_of(Found.NAME, post=post, sure=sure) for post, sure in found.items()]
    searched = {"texts": texts, "photos": 0, "videos": 0}
    if with_pictures:
        kept, videos = pictures.all(by), pictures.videos_out(by)
        items += _told(kept.values(), child.id, pictures, by)
        with desk.look(by) as unit:
            items += _videos(unit, sorted(videos), child.id)
        searched |= {"photos": len(kept), "videos": len(videos)}
    with desk.look(by) as unit:
        past = sum(unit.past_posts.count(one) for one in unit.past_posts.counting())
    return QuickFound(with_found((), items), {**searched, "past": past})


def _told(kept: Iterable[KeptPicture], child: StudentId, out: PicturesKept, by: Actor) -> Iterator[SweepItem]:
    """Give the photos on which people said that the child shows.

    Where the child is covered by now and no covered file was made since, what went out before may show them.
    """
    for one in kept:
        uncovered = child in one.covered and not one.exported and out.posts_with(by, one.photo, None)
        if child in one.shown or uncovered:
            yield item_of(Found.TOLD, photo=one.photo)


def _videos(unit: Unit, videos: Collection[VideoId], child: StudentId) -> Iterator[SweepItem]:
    """Give the videos that are out: those on which people named the child, and the others, to be watched."""
    for one in videos:
        video = unit.videos.maybe(one)
        faces = () if video is None else (face.face for face in video.faces)
        named = any(face.student == child and face.decision in _IS_CHILD for face in faces)
        yield item_of(Found.TOLD if named else Found.VIDEO, video=one, sure=named)
