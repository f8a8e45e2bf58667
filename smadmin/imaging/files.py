"""Photo files on this computer's disk: read whole, written whole.

A file is written under a temporary name, flushed and renamed, and never over another: writing into an old
file leaves its old pixels behind the new end (CVE-2023-21036).
"""

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.media import FILM_ENDINGS, PHOTO_ENDINGS
from smadmin.domain.messages import say
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.videos.captions import MOST_BYTES
from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.imaging.border import MOST_FILE_BYTES
from smadmin.imaging.video_border import MOST_VIDEO_BYTES

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def read_photo(path: Path) -> bytes:
    """Read a whole file.

    Raises:
        PhotoUnreadable: if it can't be read, is no ordinary file (a pipe would be waited for for ever) or is
            too large to be a photo.
    """
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed
        raise PhotoUnreadable(say("imaging.folder-closed"), remedy=say("imaging.check-folder"))
    too_large = PhotoUnreadable(say("imaging.too-large"), remedy=say("imaging.make-smaller"))
    return _read_whole(path, MOST_FILE_BYTES, too_large)


def read_video(path: Path) -> bytes:
    """Read a whole video file.

    Raises:
        VideoUnreadable: if it can't be read, is no ordinary file or too large.
    """
    return _read_film(path, MOST_VIDEO_BYTES, too_large="videos.too-large")


def read_captions(path: Path) -> bytes:
    """Read a whole captions file.

    Raises:
        VideoUnreadable: as `read_video`.
    """
    return _read_film(path, MOST_BYTES, too_large="videos.captions-too-large")


def _read_film(path: Path, most: int, *, too_large: str) -> bytes:
    return _read_whole(path, most, VideoUnreadable(say(too_large), kept=say("videos.original-kept")))


def _read_whole(path: Path, most: int, too_large: PhotoUnreadable | VideoUnreadable) -> bytes:
    """Read a file; one that says itself that it is too large isn't read first."""
    unreadable = type(too_large)
    try:
        if not path.is_file():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        with path.open("rb") as file:
            fits = os.fstat(file.fileno()).st_size <= most
            untrusted = file.read(most + 1) if fits else b""
    except OSError as error:
        raise unreadable(say("imaging.unreadable"), remedy=say("imaging.check-file")) from error
    if not fits or len(untrusted) > most:
        raise too_large
    return untrusted


def sha256(content: bytes) -> str:
    """Give the SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def photos_in(places: Iterable[Path]) -> Iterator[Path]:
    """Give the photos that are meant: files as named, folders with all that lies below them, sorted.

    A folder that can't be looked into stands among them, so that reading it says so and nothing is passed
    over in silence. Links to folders aren't followed.

    Raises:
        BadInput: if a place doesn't exist.
    """
    for place in places:
        if os.path.isdir(place):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed
            yield from sorted(_below(place))
        elif os.path.lexists(place):
            yield place
        else:
            raise BadInput(say("imaging.no-such-place", place=str(place)))


def is_film(path: Path) -> bool:
    """Tell a film by its name; none is opened here."""
    return path.suffix.lower() in FILM_ENDINGS


def films_in(places: Iterable[Path]) -> Iterator[Path]:
    """Give the films that are named or lie in folders, sorted."""
    for place in places:
        if os.path.isdir(place):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed
            yield from sorted(_files_below(place, FILM_ENDINGS, []))
        elif is_film(place):
            yield place


def _below(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    yield from _files_below(folder, PHOTO_ENDINGS, closed)
    yield from closed


def _files_below(folder: Path, endings: Container[str], closed: list[Path]) -> Iterator[Path]:
    """Give the files with these endings; folders that can't be looked into are put into `closed`."""
    for at, _, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        for name in names:
            path = Path(at, name)
            if path.suffix.lower() in endings and not name.startswith("."):
                yield path


def write_new(folder: Path, name: str, content: bytes) -> Path:
    """Write a new file and give where it is; a taken name gets a number, nothing is overwritten.

    Raises:
        OutsideFailed: if the disk refuses; then nothing of it stays.
    """
    temporary = folder / f".{secrets.token_hex(8)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        end = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(end, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return _name(temporary, folder / name)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OutsideFailed(
            say("imaging.not-written"), kept=say("imaging.originals-kept"), remedy=say("imaging.make-room")
        ) from error


def _name(temporary: Path, wanted: Path) -> Path:
    """Give a written file its name; only a name that is still free is taken."""
    number = 1
    while True:
        free = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        try:
            _take(free, temporary)
        except FileExistsError:
            number += 1
            continue
        return free


def _take(free: Path, temporary: Path) -> None:
    try:
        free.hardlink_to(temporary)  # fails where the name is taken, unlike rename
        temporary.unlink()
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        free.touch(exist_ok=False)  # memory sticks know no links: take the name first
        temporary.replace(free)
