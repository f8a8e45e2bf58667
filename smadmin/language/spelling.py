"""Spelling by Hunspell and the dictionaries in `resources/dictionaries`: is a word right, and what was meant?

A dictionary is read when its language is first asked for (0.1 s each). What was asked is remembered until
`forget`, because the same paragraph is read with each key; a word may be a child's name.
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
        self._answers: dict[tuple[str, str], bool] = {}
        self._lock = Lock()

    def knows(self, word: str, language: str) -> bool:
        """Tell whether a word stands in a language's dictionary; without one every word is known."""
        asked = (word, language)
        answered = self._answers.get(asked)
        if answered is not None:
            return answered
        with self._lock:
            dictionary = self._of(language)
            if dictionary is None or len(word) > _MOST_LETTERS:
                return True
            right = bool(dictionary.spell(word))
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            self._answers[asked] = right
            return right

    def forget(self) -> None:
        """Drop what was asked."""
        with self._lock:
            self._answers.clear()

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
