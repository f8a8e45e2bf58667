"""Whether a store is sound: the database, the files beside it, and the record (`smadmin store check`)."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from smadmin.domain.messages import Message, say
from smadmin.services.places import Place
from smadmin.storage.backup import faults_of
from smadmin.storage.disk import FILE_NAME


class Soundness:
    """Checks a store without changing it."""

    def __init__(self, place: Place) -> None:
        """Take the data folder."""
        self._place = place

    def database(self) -> tuple[Message, ...]:
        """Say what the database itself finds wrong: pages, indexes, references (an errand)."""
        return tuple(
            say("store.check-integrity", what=where)
            if kind == "integrity"
            else say("store.check-reference", table=where)
            for kind, where in faults_of(self._place.store / FILE_NAME)
        )

    def files(self) -> tuple[Message, ...]:
        """Say which kept files aren't what was written; each is named by its own digest (an errand)."""
        return tuple(self._changed_files())

    def _changed_files(self) -> Iterator[Message]:
        media = self._place.store / "media"
        for file in sorted(media.iterdir()) if media.is_dir() else ():
            if file.is_file() and not file.suffix and _digest(file) != file.name:
                yield say("store.check-file-changed", name=file.name)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
