"""The pictures that are kept, each with little about it, and in which posts they are out.

Twenty thousand photos take seconds to open, so that is done in pieces, each a transaction of its own, and
what was learnt stays in memory while somebody is signed in; what changed since is opened anew.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Self

from smadmin.domain.actors import Actor
from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, PostId, PublicationId, StudentId, VideoId
from smadmin.domain.photos.review import Decision, Photo
from smadmin.services.desk import Desk
from smadmin.services.everything_out import is_place, out_besides
from smadmin.services.proof import Proof
from smadmin.storage.published import OutWords
from smadmin.storage.unit import Unit

AT_ONCE = 500
"""So many photos are opened in one transaction."""
POSTS_AT_ONCE = 2_000
_BACK = timedelta(days=3)
"""What went out may be dated by the platform, whose clock is another."""

Contents = Mapping[PostId, Mapping[str, Any]]
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


@dataclass(frozen=True)
class _Out:
    """What went out with which photo and video, as far as it was gone through.

    Args:
        newest: when something went out last, UTC; `count` how much did.
        older: how much of it is dated well before that: while so much is, only what is later is read again.
    """

    newest: datetime | None
    count: int
    older: int
    photos: dict[PhotoId, frozenset[PostId]] = field(default_factory=dict)
    videos: dict[VideoId, frozenset[PostId]] = field(default_factory=dict)

    @classmethod
    def now(cls, unit: Unit) -> Self:
        """Count what is out, and know nothing of it yet."""
        newest = unit.published.newest()
        older = 0 if newest is None else unit.published.count(before=newest - _BACK)
        return cls(newest, unit.published.count(), older)

    def later(self, unit: Unit) -> tuple[OutWords, ...] | None:
        """Give what went out since, and what is dated about then; None: some is dated earlier than that."""
        since = None if self.newest is None else self.newest - _BACK
        same = since is not None and unit.published.count(before=since) == self.older
        return unit.published.since(since) if since is not None and same else None

    def note(self, one: OutWords, content: Mapping[str, Any]) -> None:
        """Take in what a post shows."""
        if one.post is None:
            return
        for photo in _pictures(content):
            self.photos[photo] = self.photos.get(photo, frozenset()) | {one.post}
        video = content.get("video")
        if isinstance(video, str):
            self.videos[VideoId(video)] = self.videos.get(VideoId(video), frozenset()) | {one.post}


class PicturesKept:
    """The photos of one school, and where they are out."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Know nothing yet."""
        self._desk, self._proof = desk, proof
        self._known: Mapping[str, KeptPicture] = {}
        self._out: _Out | None = None
        self._spoilt = self._round = 0
        # Locking the window waits for nobody who is at reading: what they read is dropped once they are done.
        self._turn, self._reading, self._learning = Lock(), Lock(), Lock()

    def forget(self) -> None:
        """Drop what is known, and what is being read meanwhile: at lock."""
        with self._turn:
            self._round += 1
            self._known, self._out, self._spoilt = {}, None, 0

    def all(self, by: Actor) -> Mapping[str, KeptPicture]:
        """Give every photo by its id (a chain of looks: new and changed ones are opened in pieces)."""
        with self._reading:
            with self._turn:
                begun, known = self._round, dict(self._known)
            with self._desk.look(by) as unit:
                versions = unit.photos.versions()
            stale = [one for one, version in versions.items() if not _is(known.get(one), version)]
            for start in range(0, len(stale), AT_ONCE):
                with self._desk.look(by) as unit:
                    read, _ = unit.photos.readable_among(stale[start : start + AT_ONCE])
                known |= {one: _kept(photo) for one, photo in read.items()}
            found = {one: known[one] for one, version in versions.items() if _is(known.get(one), version)}
            with self._turn:
                if self._round == begun:
                    self._known, self._spoilt = found, len(versions) - len(found)
            return found

    @property
    def spoilt(self) -> int:
        """Count the photos that nobody can read, as `all` found it last: somebody wrote into their rows."""
        return self._spoilt

    def photos_out(self, by: Actor) -> Mapping[PhotoId, Collection[PostId]]:
        """Give the photos that went out, or may have, each with its posts."""
        return self._learnt(by).photos

    def videos_out(self, by: Actor) -> Mapping[VideoId, Collection[PostId]]:
        """Give the videos that did, each with its posts."""
        return self._learnt(by).videos

    def walk(self, by: Actor, visit: Visit, told: Told) -> int:
        """Go through everything that went out, in pieces; gives how many texts (a chain of looks)."""
        return self._walked(by, visit, told)[1]

    def _walked(self, by: Actor, visit: Visit, told: Told) -> tuple[_Out, int]:
        """Go through what the store says is out, then what it hides and signed rows say."""
        begun, done = self._round, 0
        with self._desk.look(by) as unit:
            out = _Out.now(unit)
        for some, contents in self._pieces(by):
            for one in some:
                said = contents.get(one.post or PostId(""), {})
                out.note(one, said)
                visit(one, said)
            done += len(some)
            told(done, max(out.count, done))
        self._keep(out, begun)
        return out, done

    def _pieces(self, by: Actor) -> Iterator[tuple[Sequence[OutWords], Contents]]:
        last, known, more = "", set[PublicationId](), True
        while more:
            with self._desk.look(by) as unit:
                some = unit.published.after(last, POSTS_AT_ONCE)
                contents = _contents(unit, some)
            known |= {one.id for one in some if is_place(one.id, one.post, one.account)}
            more, last = len(some) == POSTS_AT_ONCE, some[-1].id if some else ""
            yield some, contents
        with self._desk.look(by) as unit:
            hidden = out_besides(unit, self._proof.now(unit), known)
            some = tuple(OutWords(one.id, one.account, one.post, one.text, one.link) for one in hidden)
            contents = _contents(unit, some)
        if some:
            yield some, contents

    def _learnt(self, by: Actor) -> _Out:
        """Read what went out since; where some is dated earlier (a person said when), all is gone through."""
        with self._learning:
            with self._turn:
                begun, known = self._round, self._out
            with self._desk.look(by) as unit:
                now = _Out.now(unit)
                if known is not None and (now.newest, now.count) == (known.newest, known.count):
                    return known
                some = None if known is None else known.later(unit)
                contents = _contents(unit, some or ())
            if known is None or some is None:
                return self._walked(by, lambda _one, _said: None, lambda _done, _total: None)[0]
            out = replace(now, photos=dict(known.photos), videos=dict(known.videos))
            for one in some:
                out.note(one, contents.get(one.post or PostId(""), {}))
            self._keep(out, begun)
            return out

    def _keep(self, out: _Out, begun: int) -> None:
        with self._turn:
            if self._round == begun:  # nobody locked meanwhile
                self._out = out


def _is(known: KeptPicture | None, version: int) -> bool:
    return known is not None and known.version == version


def _contents(unit: Unit, some: Sequence[OutWords]) -> Contents:
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
