"""Where portraits come from: a folder or a ZIP archive, with or without the photographer's index.

Names are never paths: an archive's file is asked for by its place in the table of contents, a folder's by
what the folder itself listed. Nothing is unpacked to a disk.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from smadmin.domain.enrolling.columns import is_known
from smadmin.domain.enrolling.portraits import is_index, is_picture
from smadmin.domain.enrolling.tables import Table, table_of
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.imaging.files import photos_in, read_photo
from smadmin.importing.spreadsheets.border import MOST_FILE_BYTES
from smadmin.importing.spreadsheets.reading import Entry, ListReader

_MOST_INDEXES = 20


class Source(Protocol):
    """Pictures by name, and the index beside them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures' names, with `/` between folders."""
        ...

    def read(self, name: str) -> bytes:
        """Give one picture's file.

        Raises:
            KnownError: it can't be read, or is damaged.
        """
        ...

    def index(self) -> Table | None:
        """Give the photographer's index, or None where there is none."""
        ...


class FolderSource:
    """A folder with all that lies below it."""

    def __init__(self, folder: Path, lists: ListReader) -> None:
        """List the folder once."""
        self._lists = lists
        self._folder = folder
        pictures = [path for path in photos_in([folder]) if path != folder]
        self._paths: Mapping[str, Path] = {path.relative_to(folder).as_posix(): path for path in pictures}

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures' names."""
        return tuple(name for name in self._paths if is_picture(name))

    def read(self, name: str) -> bytes:
        """Give one picture's file."""
        return read_photo(self._paths[name])

    def index(self) -> Table | None:
        """Give the index that lies in the folder, or one folder below it."""
        found = [path for path in (*self._folder.glob("*"), *self._folder.glob("*/*")) if is_index(path.name)]
        return _joined(
            [self._lists.sheet(path).rows for path in sorted(found, key=_master_first)[:_MOST_INDEXES]]
        )


class ArchiveSource:
    """A ZIP archive."""

    def __init__(self, path: Path, lists: ListReader) -> None:
        """Read its table of contents."""
        self._path, self._lists = path, lists
        self._entries: Mapping[str, Entry] = {entry.name: entry for entry in lists.contents(path)}

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures' names."""
        return tuple(sorted(name for name in self._entries if is_picture(name)))

    def read(self, name: str) -> bytes:
        """Give one picture's file."""
        return self._lists.entry(self._path, self._entries[name])

    def index(self) -> Table | None:
        """Give the index that lies in the archive."""
        found = [
            entry for name, entry in self._entries.items() if is_index(name) and entry.size <= MOST_FILE_BYTES
        ]
        found.sort(key=lambda entry: _master_first(Path(entry.name)))
        contents = [self._lists.entry(self._path, entry) for entry in found[:_MOST_INDEXES]]
        return _joined([self._lists.cells(content, self._path.name).rows for content in contents])


def source_of(place: Path, lists: ListReader) -> Source:
    """Open a folder or an archive.

    Raises:
        BadInput: it is neither, can't be read, or holds no picture.
    """
    source: Source = FolderSource(place, lists) if place.is_dir() else ArchiveSource(place, lists)
    if not source.names:
        raise BadInput(say("enrolling.no-pictures", file=place.name), kept=say("enrolling.kept"))
    return source


def _master_first(path: Path) -> tuple[bool, str]:
    """Put the index first that includes retakes."""
    return "master" not in path.name.lower(), path.as_posix()


def _joined(indexes: list[tuple[tuple[str, ...], ...]]) -> Table | None:
    """Join the indexes of several volumes that have the same titles; the first one's titles count."""
    if not indexes:
        return None
    first, *others = (table_of(rows, is_known) for rows in indexes)
    same = [line for other in others if other.titles == first.titles for line in other.lines]
    return Table(first.titles, (*first.lines, *same))
