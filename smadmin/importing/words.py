"""Reads the checks' word lists (`resources/words/<language>/<list>.txt`); how: `lexicon.py`."""

from pathlib import Path

from smadmin.domain.policy.lexicon import Lexicon


def read_words(folder: Path) -> Lexicon:
    """Read the lists of every language; a line that begins with `#` is a remark.

    Args:
        folder: one folder per language (ISO 639-1).
    """
    rows = {(path.parent.name, path.stem): _lines(path) for path in sorted(folder.glob("*/*.txt"))}
    return Lexicon.of(rows)


def _lines(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
