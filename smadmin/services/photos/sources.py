"""What somebody brings: files, folders, a ZIP archive, or a picture that is no file (dragged from elsewhere).

Everything is taken by its contents and stays in memory; nothing is unpacked to a disk. Of a Live Photo the
film is set aside: its picture is there beside it.
"""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath, PurePosixPath

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.media import FILM_ENDINGS, PHOTO_ENDINGS
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.typed import tidy
from smadmin.imaging.files import films_in, is_film, photos_in, read_photo
from smadmin.importing.spreadsheets.reading import ListReader

ARCHIVE = ".zip"
_MACS_OWN = "__MACOSX"
_FEW = 8
"""Of so many photos the smallest come first; their places alone are asked for a size."""


@dataclass(frozen=True)
class Given:
    """A picture that was handed over without a file."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Piece:
    """A photo's file as it was read, or why there is none.

    Args:
        film: a film that was set aside, because the photo it belongs to is there.
    """

    name: str
    content: bytes = field(default=b"", repr=False)
    wrong: Message | None = None
    film: bool = False


Source = Path | Given


class Load:
    """What was brought, as far as it isn't taken in yet: whoever stopped goes on with the rest.

    Files are only named until they are read, and read once; an archive that was begun is read anew.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take what was brought; nothing is looked at yet."""
        self._brought = tuple(sources)
        self._items: tuple[_Item, ...] | None = None
        self._at = self._read = self._kept = 0

    @property
    def left(self) -> int:
        """How many photos and archives aren't taken in; 0 before anything was read."""
        return sum(not item.film for item in (self._items or ())[self._kept :])

    def pieces(self) -> Iterator[Piece]:
        """Read what is left, one after the other (an errand).

        Raises:
            BadInput: if a place doesn't exist.
            OutsideFailed: if it is gone by now; what is left can be read once it is back.
        """
        if self._items is None:
            self._items, self._brought = tuple(_items(self._brought)), ()
        self._read = self._kept  # what was read and couldn't be kept is read again
        for place, item in enumerate(self._items[self._kept :], self._kept + 1):
            self._at = self._read if item.many else place
            yield from item.read()
            self._read = place

    def took(self) -> None:
        """Know that the piece given out last is taken: whoever took it may stop there."""
        self._read = self._at

    def keep(self) -> None:
        """Know that what was taken is kept: it isn't read again."""
        self._kept = self._read

    def let_go(self) -> int:
        """Forget pictures that lie in memory, and say how many weren't taken in: they are brought again."""
        items = self._items or ()
        files = tuple(item for item in items[self._kept :] if not item.in_memory)
        gone = len(items) - self._kept - len(files)
        self._items, self._brought = files, ()
        self._read = self._kept = 0
        return gone


@dataclass(frozen=True)
class _Item:
    """Something to be read: a file, a film's name, a picture in memory, or an archive, which gives many."""

    read: Callable[[], Iterable[Piece]]
    film: bool = False
    in_memory: bool = False
    many: bool = False


def _items(brought: Sequence[Source]) -> Iterator[_Item]:
    """List what was brought. What lies in memory comes first: it is the one thing that can't wait."""
    places = [one for one in brought if isinstance(one, Path)]
    archives = [one for one in places if one.suffix.lower() == ARCHIVE and not one.is_dir()]
    within = {path: place for place in places if place not in archives for path in photos_in([place])}
    photos = [path for path in within if not is_film(path)]
    for given in brought:
        if isinstance(given, Given):
            yield _Item(partial(_itself, Piece(tidy(given.name), given.content)), in_memory=True)
    for path in (*sorted(photos[:_FEW], key=_size), *photos[_FEW:]):
        yield _Item(partial(_read, path, within[path]))
    for piece in _films(films_in(places), photos):
        yield _Item(partial(_itself, piece), film=True)
    for archive in archives:
        yield _Item(partial(_unpacked, archive), many=True)


def _itself(piece: Piece) -> Iterator[Piece]:
    yield piece


def _size(path: Path) -> int:
    """Order the first photos: somebody waits for the first result, and a large one takes longer."""
    try:
        return path.stat().st_size
    except OSError:  # reading it will say why
        return 0


def _read(path: Path, brought: Path) -> Iterator[Piece]:
    """Read a file; where the folder it was brought in is gone too, that is said once and not of each file."""
    try:
        yield Piece(tidy(path.name), read_photo(path))
    except PhotoUnreadable as unreadable:
        folder = path.parent if path == brought else brought
        if not os.path.lexists(folder):
            gone = say("photos.place-gone", place=tidy(folder.name))
            raise OutsideFailed(gone, remedy=say("photos.place-gone-remedy")) from unreadable
        yield Piece(tidy(path.name), wrong=unreadable.happened)


def _films(films: Iterable[PurePath], photos: Iterable[PurePath]) -> Iterator[Piece]:
    """Tell a Live Photo's film, which has its photo's name, from one that stands alone."""
    beside = {(path.parent, path.stem.lower()) for path in photos}
    for film in films:
        live = (film.parent, film.stem.lower()) in beside
        yield Piece(tidy(film.name), wrong=None if live else say("photos.film"), film=live)


def _unpacked(archive: Path) -> Iterator[Piece]:
    with ListReader() as reader:
        try:
            entries = {entry: PurePosixPath(entry.name) for entry in reader.contents(archive)}
        except BadInput as refused:
            yield Piece(tidy(archive.name), wrong=refused.happened)
            return
        photos = {entry: name for entry, name in entries.items() if _is_meant(name, PHOTO_ENDINGS)}
        films = [name for name in entries.values() if _is_meant(name, FILM_ENDINGS)]
        if not photos and not films:
            yield Piece(tidy(archive.name), wrong=say("imaging.no-photos"))
        for entry, place in photos.items():
            name = tidy(place.name)  # only a name for people, never a path
            try:
                yield Piece(name, reader.entry(archive, entry))
            except BadInput as refused:
                yield Piece(name, wrong=refused.happened)
        yield from _films(films, photos.values())


def _is_meant(name: PurePosixPath, endings: Container[str]) -> bool:
    ours = name.suffix.lower() in endings and not name.name.startswith(".")
    return ours and _MACS_OWN not in name.parts
