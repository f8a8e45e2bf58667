"""What somebody brings: files, folders, a ZIP archive, or a picture that is no file (dragged from elsewhere).

Everything is taken by its contents and stays in memory; nothing is unpacked to a disk. Of a Live Photo the
film is set aside: its picture is there beside it.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath

from smadmin.domain.errors import BadInput
from smadmin.domain.media import FILM_ENDINGS, PHOTO_ENDINGS
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.ports import PhotoUnreadable
from smadmin.domain.typed import tidy
from smadmin.imaging.files import films_in, is_film, photos_in, read_photo
from smadmin.importing.spreadsheets.reading import ListReader

ARCHIVE = ".zip"
_MACS_OWN = "__MACOSX"


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


def pieces(sources: Iterable[Source]) -> Iterator[Piece]:
    """Read what was brought, one after the other (an errand).

    Raises:
        BadInput: if a place doesn't exist.
    """
    brought = tuple(sources)
    places = [one for one in brought if isinstance(one, Path)]
    archives = [one for one in places if one.suffix.lower() == ARCHIVE and not one.is_dir()]
    photos = [path for path in photos_in(one for one in places if one not in archives) if not is_film(path)]
    yield from (_read(path) for path in photos)
    yield from _films(films_in(places), photos)
    for archive in archives:
        yield from _unpacked(archive)
    yield from (Piece(tidy(one.name), one.content) for one in brought if isinstance(one, Given))


def _read(path: Path) -> Piece:
    try:
        return Piece(tidy(path.name), read_photo(path))
    except PhotoUnreadable as unreadable:
        return Piece(tidy(path.name), wrong=unreadable.happened)


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
