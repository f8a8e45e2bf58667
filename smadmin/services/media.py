"""Media: encrypted files and their rows. Contents are in memory only, never in another file.

Sealing and writing is an errand; the row is added by the deed of the noun the file belongs to, in the same
transaction as that noun's row. A file without a row is nothing and is swept away.
"""

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import MediaId
from smadmin.domain.media import FileSealer, MediaFile
from smadmin.domain.messages import say
from smadmin.services.desk import Desk
from smadmin.storage.files import MediaFiles

ORPHAN_AGE = timedelta(days=1)
"""A file without a row is left alone for this long: somebody may just be taking photos in."""


class Media:
    """The sealed files of one school."""

    def __init__(self, desk: Desk, files: MediaFiles, sealer: FileSealer) -> None:
        """Stand on the desk, the folder and the cipher."""
        self._desk = desk
        self._files = files
        self._sealer = sealer

    def seal(self, content: bytes, kind: str) -> MediaFile:
        """Seal and write a file (an errand); gives the row for the deed that follows.

        Args:
            content: what is kept; it goes nowhere in plain.
            kind: MIME type.

        Raises:
            OutsideFailed: no space, no permission.
        """
        secret, sealed = self._sealer.close(content)
        return MediaFile(
            id=MediaId(self._desk.ids.new()),
            school=self._desk.school,
            name=self._files.write(sealed),
            secret=secret,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            kind=kind,
        )

    def open(self, by: Actor, media: MediaId) -> bytes:
        """Give a file's content: its row is read, then the file (an errand).

        Raises:
            OutsideFailed: if the file is missing.
            Tampered: if it isn't what was kept.
        """
        with self._desk.look(by) as unit:
            file = unit.media.get(media)
        content = self._sealer.open(file.secret, self._files.read(file.name))
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise Tampered(say("media.changed"), remedy=say("media.missing-remedy"))
        return content

    def lost(self, files: Iterable[MediaFile]) -> frozenset[MediaId]:
        """Tell which of these files are gone from the disk (an errand)."""
        return frozenset(file.id for file in files if not self._files.there(file.name))

    def shred(self, files: Iterable[MediaFile]) -> None:
        """Remove files whose rows a deed has removed (an errand); without the rows nobody can read them."""
        for file in files:
            self._files.remove(file.name)

    def sweep(self) -> int:
        """Remove what a kill left behind: files without a row in any school of this store (an errand)."""
        known: set[str] = set()
        for school in self._desk.store.schools():
            with self._desk.store.look(school) as unit:
                known |= unit.media.column("name")
        return self._files.sweep(known, older_than=self._desk.now - ORPHAN_AGE)
