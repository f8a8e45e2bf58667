"""Spelling by Hunspell and the dictionaries in `resources/dictionaries`: is a word right, and what was meant?

A dictionary is read when its language is first asked for (0.1 s each). Only words that it holds are
remembered between two questions; the others may be children's names.
"""

from pathlib import Path
from threading import Lock

import hunspell

_MOST_LETTERS = 40
"""A longer word is none; no dictionary is asked."""
_SUGGESTED = 3
_REMEMBERED = 20_000


class Dictionaries:
    """The dictionaries of one folder, `<language>.aff` and `<language>.dic`. Any thread may ask.

    Args:
        folder: where they lie.
    """

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._read: dict[str, hunspell.Hunspell | None] = {}
        self._right: set[tuple[str, str]] = set()
        self._lock = Lock()

    def knows(self, word: str, language: str) -> bool:
        """Tell whether a word stands in a language's dictionary; without one every word is known."""
        asked = (word, language)
        with self._lock:
            if asked in self._right:
                return True
            dictionary = self._of(language)
            if dictionary is None or len(word) > _MOST_LETTERS:
                return True
            right = bool(dictionary.spell(word))
            if right and len(self._right) < _REMEMBERED:
                self._right.add(asked)
            return right

    def suggested(self, word: str, language: str) -> tuple[str, ...]:
        """Give up to three words that may have been meant, the likeliest first (up to 0.15 s)."""
        with self._lock:
            dictionary = self._of(language)
            if dictionary is None or len(word) > _MOST_LETTERS:
                return ()
            return tuple(dictionary.suggest(word))[:_SUGGESTED]

    def _of(self, language: str) -> "hunspell.Hunspell | None":
        if language not in self._read:
            there = (self._folder / f"{language}.dic").is_file()
            self._read[language] = (
                hunspell.Hunspell(language, hunspell_data_dir=str(self._folder)) if there else None
            )
        return self._read[language]
