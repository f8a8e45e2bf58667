"""The pictures that are kept, each with little about it, and in which posts they are out.

Twenty thousand photos take seconds to open, so that is done in pieces, each a transaction of its own, and
what was learnt stays in memory while somebody is signed in; what changed since is opened anew.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import RLock
from typing import Any

from smadmin.domain.actors import Actor
from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, PostId, StudentId, VideoId
from smadmin.domain.photos.review import Decision, Photo
from smadmin.services.desk import Desk
from smadmin.storage.published import OutWords
from smadmin.storage.unit import Unit

AT_ONCE = 500
"""So many photos are opened in one transaction."""
POSTS_AT_ONCE = 2_000
_BACK = timedelta(days=3)
"""What went out may be dated by the platform, whose clock is another."""

Visit = Callable[[OutWords, Mapping[str, Any]], None]
Told = Callable[[int, int], None]
"""Is told how many of how many were gone through."""


@dataclass(frozen=True)
class KeptPicture:
    """A photo that is kept.

    Args:
        file: what was kept of it as it went out, else the photo's own; `sha256` is of what that holds, hex.
        exported: whether `file` is a covered one.
        shown: children whom people decided to be on it, and whose faces show.
        covered: those whose faces are covered.
        files: what its covered files hold, SHA-256 in hex.
        readable: whether it could be opened when it came in.
    """

    photo: PhotoId
    version: int
    set: PhotoSetId
    file: MediaId
    sha256: str
    exported: bool
    shown: frozenset[StudentId]
    covered: frozenset[StudentId]
    files: frozenset[str]
    readable: bool


class PicturesKept:
    """The photos of one school, and where they are out."""

    def __init__(self, desk: Desk) -> None:
        """Know nothing yet."""
        self._desk = desk
        self._known: dict[str, KeptPicture] = {}
        self._spoilt = 0
        self._posts: dict[PhotoId, set[PostId]] = {}
        self._videos: dict[VideoId, set[PostId]] = {}
        self._reached: tuple[datetime | None, int] | None = None
        self._noted: set[str] = set()
        self._turn = RLock()  # errands ask on other threads than deeds

    def forget(self) -> None:
        """Drop what is known: at lock."""
        with self._turn:
            self._known, self._posts, self._videos = {}, {}, {}
            self._reached, self._noted = None, set()

    def all(self, by: Actor) -> Mapping[str, KeptPicture]:
        """Give every photo by its id (a chain of looks: new and changed ones are opened in pieces)."""
        with self._turn:
            with self._desk.look(by) as unit:
                versions = unit.photos.versions()
            stale = [one for one, version in versions.items() if not self._is(one, version)]
            for start in range(0, len(stale), AT_ONCE):
                with self._desk.look(by) as unit:
                    read, _ = unit.photos.readable_among(stale[start : start + AT_ONCE])
                self._known |= {one: _kept(photo) for one, photo in read.items()}
            self._known = {one: self._known[one] for one in versions if self._is(one, versions[one])}
            self._spoilt = len(versions) - len(self._known)
            return self._known

    @property
    def spoilt(self) -> int:
        """Count the photos that nobody can read, as `all` found it last: somebody wrote into their rows."""
        return self._spoilt

    def photos_out(self, by: Actor) -> Mapping[PhotoId, Collection[PostId]]:
        """Give the photos that went out, or may have, each with its posts."""
        with self._turn:
            self._learn(by)
            return self._posts

    def videos_out(self, by: Actor) -> Mapping[VideoId, Collection[PostId]]:
        """Give the videos that did, each with its posts."""
        with self._turn:
            self._learn(by)
            return self._videos

    def walk(self, by: Actor, visit: Visit, told: Told) -> int:
        """Go through everything that went out, in pieces; gives how many texts (a chain of looks)."""
        with self._desk.look(by) as unit:
            total = unit.published.count()
            newest = unit.published.newest()
        last, done, noted = "", 0, set[str]()
        while True:
            with self._desk.look(by) as unit:
                some = unit.published.after(last, POSTS_AT_ONCE)
                contents = _contents(unit, some)
            for one in some:
                said = contents.get(one.post or PostId(""), {})
                with self._turn:
                    self._note(one, said)
                visit(one, said)
            noted |= {one.id for one in some}
            done += len(some)
            told(done, max(total, done))
            if len(some) < POSTS_AT_ONCE:
                break
            last = some[-1].id
        with self._turn:
            self._reached, self._noted = (newest, total), noted
        return done

    def _learn(self, by: Actor) -> None:
        """Read what went out since; where some is dated earlier (a person said when), all is gone through."""
        with self._desk.look(by) as unit:
            reached = unit.published.newest(), unit.published.count()
            if reached == self._reached:
                return
            since = None if self._reached is None else self._reached[0]
            some = () if since is None else unit.published.since(since - _BACK)
            contents = _contents(unit, some)
        noted = self._noted | {one.id for one in some}
        if since is None or len(noted) != reached[1]:
            self.walk(by, lambda _one, _said: None, lambda _done, _total: None)
            return
        for one in some:
            self._note(one, contents.get(one.post or PostId(""), {}))
        self._reached, self._noted = reached, noted

    def _note(self, one: OutWords, content: Mapping[str, Any]) -> None:
        if one.post is None:
            return
        for photo in _pictures(content):
            self._posts.setdefault(photo, set()).add(one.post)
        video = content.get("video")
        if isinstance(video, str):
            self._videos.setdefault(VideoId(video), set()).add(one.post)

    def _is(self, photo: str, version: int) -> bool:
        known = self._known.get(photo)
        return known is not None and known.version == version


def _contents(unit: Unit, some: tuple[OutWords, ...]) -> Mapping[PostId, Mapping[str, Any]]:
    return unit.published.contents({one.post for one in some if one.post is not None})


def _pictures(content: Mapping[str, Any]) -> Iterator[PhotoId]:
    pictures = content.get("pictures")
    for one in pictures if isinstance(pictures, list) else ():
        if isinstance(one, dict) and isinstance(one.get("photo"), str):
            yield PhotoId(one["photo"])


def _kept(photo: Photo) -> KeptPicture:
    told = [face for face in photo.faces if face.student is not None]
    exported = photo.exported is not None and photo.exported_sha256 is not None
    return KeptPicture(
        photo.id,
        photo.version,
        photo.set,
        photo.exported or photo.original,
        (photo.exported_sha256 if exported else None) or photo.sha256,
        exported,
        frozenset(face.student for face in told if face.student and face.decision is Decision.CONSENTED),
        frozenset(face.student for face in told if face.student and face.decision is Decision.OPTED_OUT),
        frozenset({photo.exported_sha256 or "", *(one.sha256 for one in photo.made)}),
        photo.error is None,
    )
