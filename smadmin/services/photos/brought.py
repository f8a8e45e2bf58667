"""Photos that somebody brought and that aren't taken in yet: counted and seen small, kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.photos.pictures import Picture
from smadmin.imaging.files import photos_in, read_photo
from smadmin.services.photos.folders import Workers


@dataclass(frozen=True)
class Pile:
    """What is meant by some files and folders.

    Args:
        first: the first photos, in the order in which they are taken in.
        total: how many there are.
    """

    first: tuple[Path, ...]
    total: int


class Brought:
    """Looks at files that may be anything."""

    def __init__(self, workers: Workers) -> None:
        """Stand on what sees."""
        self._workers = workers

    def pile(self, paths: Iterable[Path], *, most: int) -> Pile:
        """Find the photos (an errand).

        Args:
            paths: files and folders, as somebody named them.
            most: how many are wanted by name.

        Raises:
            BadInput: if a place doesn't exist.
        """
        found = tuple(photos_in(paths))
        return Pile(found[:most], len(found))

    def small(self, path: Path, *, longest_px: int) -> Picture:
        """Give a photo, small (an errand); a jailed process opens the file.

        Raises:
            PhotoUnreadable: if it is none.
        """
        return self._workers.preview(read_photo(path), longest_px=longest_px)
