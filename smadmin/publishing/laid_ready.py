"""Which pictures lie ready for a post outside the data folder, so that they also go after a kill (BAL-B1g2).

The note lies in this login's own folder and names folders and files, never what is in them.
"""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from smadmin.publishing.assisted import clear_bundle

_NOTE = "laid-ready.json"


class LaidReady:
    """The note of one login on this computer."""

    def __init__(self, folder: Path) -> None:
        """Keep it in the login's own folder."""
        self._note = folder / _NOTE

    def add(self, folder: Path, files: Collection[str]) -> None:
        """Note what lies ready (an errand); where it can't be noted, it goes by hand."""
        self._write({**self._read(), str(folder.absolute()): sorted(files)})

    def clear(self, folder: Path) -> None:
        """Remove what lies ready in a folder, by the note (an errand)."""
        noted = self._read()
        self._remove(noted, str(folder.absolute()))

    def clear_all(self) -> None:
        """Remove everything that lies ready still (an errand)."""
        noted = self._read()
        for one in list(noted):
            self._remove(noted, one)

    def _remove(self, noted: dict[str, list[str]], folder: str) -> None:
        files = noted.get(folder, [])
        clear_bundle(Path(folder), files)
        if not any((Path(folder) / name).exists() for name in files):
            noted.pop(folder, None)
            self._write(noted)

    def _read(self) -> dict[str, list[str]]:
        try:
            noted = json.loads(self._note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        told = noted.items() if isinstance(noted, dict) else ()
        return {folder: [str(one) for one in files] for folder, files in told if isinstance(files, list)}

    def _write(self, noted: dict[str, list[str]]) -> None:
        with suppress(OSError):
            if not noted:
                self._note.unlink(missing_ok=True)
                return
            making = self._note.with_suffix(".part")
            making.write_text(json.dumps(noted), "utf-8")
            making.replace(self._note)
