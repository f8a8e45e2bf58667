"""Compiles the words: each `resources/translations/<language>/<area>.po` to a `.mo` beside it.

`dev.py` and the tests do it when a source is newer; the wheel's build always does. Babel is imported
late, because dev.py itself runs where nothing is installed.
"""

import os
import sys
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


def stale() -> list[Path]:
    """Give the sources that are newer than what was compiled from them."""
    return [source for source in sorted(TRANSLATIONS.glob("*/*.po")) if _is_stale(source)]


def compile_all(sources: list[Path]) -> None:
    """Compile these sources; one with an error in it leaves with the error's place.

    Raises:
        SystemExit: a source can't be read or repeats an id.
    """
    from babel.messages.mofile import write_mo  # noqa: PLC0415  not there before .venv is
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415  the same

    for source in sources:
        try:
            with source.open("rb") as opened:
                catalogue = read_po(opened, locale=source.parent.name, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            sys.exit(f"{source}: {error}")
        # Written beside and renamed: two test runs may compile at once.
        written = source.with_suffix(f".{os.getpid()}.tmp")
        with written.open("wb") as opened:
            write_mo(opened, catalogue)
        written.replace(source.with_suffix(".mo"))


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= source.stat().st_mtime


if __name__ == "__main__":
    compile_all(stale())
