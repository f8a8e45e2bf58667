"""Which folders lie ready for posts outside the data folder, so that they also go after a kill (BAL-B1g2).

The note lies in this login's own folder and names folders, files and publications, never what is in them.
"""

import json
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from smadmin.domain.ids import PublicationId
from smadmin.publishing.assisted import clear_bundle

_NOTE = "laid-ready.json"


@dataclass(frozen=True)
class _Laid:
    """A folder that lies ready: for which publication, and what was written into it."""

    publication: PublicationId
    files: list[str]


class LaidReady:
    """The note of one login on this computer."""

    def __init__(self, folder: Path) -> None:
        """Keep it in the login's own folder."""
        self._note = folder / _NOTE

    def add(self, folder: Path, files: Collection[str], publication: PublicationId) -> None:
        """Note what lies ready (an errand); where it can't be noted, it goes by hand."""
        laid = _Laid(publication, sorted(files))
        self._write({**self._read(), str(folder.absolute()): laid})

    def clear(self, publication: PublicationId) -> None:
        """Remove what lies ready for a publication, by the note (an errand)."""
        self.clear_over(lambda one: one == publication)

    def clear_all(self) -> None:
        """Remove everything that lies ready still (an errand)."""
        self.clear_over(lambda _: True)

    def clear_over(self, is_over: Callable[[PublicationId], bool]) -> None:
        """Remove what lies ready for publications that need it no more (an errand)."""
        noted = self._read()
        left = {folder: laid for folder, laid in noted.items() if not self._gone(folder, laid, is_over)}
        if left != noted:
            self._write(left)

    def _gone(self, folder: str, laid: _Laid, is_over: Callable[[PublicationId], bool]) -> bool:
        if not is_over(laid.publication):
            return False
        clear_bundle(Path(folder), laid.files)
        return not any((Path(folder) / name).exists() for name in laid.files)

    def _read(self) -> dict[str, _Laid]:
        try:
            noted = json.loads(self._note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        told = noted.items() if isinstance(noted, dict) else ()
        return {folder: laid for folder, one in told if (laid := _laid(one)) is not None}

    def _write(self, noted: dict[str, _Laid]) -> None:
        with suppress(OSError):
            if not noted:
                self._note.unlink(missing_ok=True)
                return
            making = self._note.with_suffix(".part")
            making.write_text(json.dumps({folder: asdict(laid) for folder, laid in noted.items()}), "utf-8")
            making.replace(self._note)


def _laid(noted: object) -> _Laid | None:
    """Read a line of the note; an earlier one named the files alone."""
    if isinstance(noted, list):
        return _Laid(PublicationId(""), [str(one) for one in noted])
    if not isinstance(noted, dict) or not isinstance(noted.get("files"), list):
        return None
    return _Laid(PublicationId(str(noted.get("publication", ""))), [str(one) for one in noted["files"]])
