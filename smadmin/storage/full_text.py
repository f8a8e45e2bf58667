"""Words of what is public, in an index: published posts, accounts, people. Never anything sealed.

The table lies in the store and is written in the same transaction as the row that the words come from
(`Shape.words`). It is only a cache: whoever finds something here reads the real row. FTS5 keeps words that
were taken out in its own tables until it is rebuilt (`safety.md`), so a transaction that takes any out
rebuilds it before it ends (`settle`). Its own `secure-delete` is left alone.

Words come folded and in ASCII (`_plain`), so FTS5's tokenizer only parts them: what folds is this program,
the same with every version of SQLite.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from smadmin.domain.ids import SchoolId
from smadmin.domain.searching import words_of
from smadmin.storage import schema

_LEFT = "smadmin.words-left"
_REBUILD = "INSERT INTO public_words (public_words) VALUES ('rebuild')"
_VERSION = "1"
"""Of what is kept: with another one everything is kept anew."""


@dataclass(frozen=True)
class FoundWords:
    """Something whose words fit: its noun (as its table is called) and its id."""

    noun: str
    subject: str


def code(*parts: str) -> str:
    """Give a short word that stands for some values in an index."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def is_damaged(error: sa.exc.DatabaseError) -> bool:
    """Tell whether an index can't be read any more, where the rest of the store may be whole."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT


class FullText:
    """The words of one school in one transaction."""

    def __init__(self, connection: sa.Connection, school: SchoolId) -> None:
        """Stand on a transaction."""
        self._connection, self._school = connection, school

    def keep(self, noun: str, subject: str, text: str) -> None:
        """Keep the words of a public text in place of those that were kept of it; of an empty one none.

        This is only a cache: one that is damaged is made anew from its own words, and no deed fails by it.
        """
        try:
            self._keep(noun, subject, text)
        except sa.exc.DatabaseError as error:
            if not is_damaged(error):
                raise
            self._connection.exec_driver_sql(_REBUILD)
            self._keep(noun, subject, text)

    def _keep(self, noun: str, subject: str, text: str) -> None:
        words, place = _plain(words_of(text)), code(self._school, noun, subject)
        query = "SELECT rowid, words FROM public_words WHERE public_words MATCH ?"
        kept = self._connection.exec_driver_sql(query, (f'place : "{place}"',)).first()
        if kept is not None and kept.words == words:
            return
        if kept is not None:
            self._connection.exec_driver_sql("DELETE FROM public_words WHERE rowid = ?", (kept.rowid,))
            self._connection.info[_LEFT] = True
        if words:
            self._connection.exec_driver_sql(
                "INSERT INTO public_words (place, words, school, noun, subject) VALUES (?, ?, ?, ?, ?)",
                (f"{place} {noun}", words, self._school, noun, subject),
            )

    def find(self, asked: Sequence[str], nouns: Collection[str], limit: int) -> tuple[FoundWords, ...]:
        """Give what has words that begin as the asked ones do, what was kept last first.

        Args:
            asked: folded words (`asked_of`); none finds nothing.
            nouns: only of these.
            limit: at most so many.
        """
        if not asked or not nouns:
            return ()
        # Only letters and digits of ASCII: nothing in here is FTS5's own language.
        said = " AND ".join(f'"{_ascii(one)}"*' for one in asked)
        query = (
            "SELECT noun, subject FROM public_words WHERE public_words MATCH ? AND school = ?"
            " ORDER BY rowid DESC LIMIT ?"
        )
        # The nouns are asked of the index too: else 10,000 posts are read to find that none is an account.
        values = (f"place : ({' OR '.join(nouns)}) AND words : ({said})", self._school, limit)
        found = self._connection.exec_driver_sql(query, values)
        return tuple(FoundWords(str(row.noun), str(row.subject)) for row in found)

    @property
    def filled(self) -> bool:
        """Whether the words of everything that was there before this index were kept too."""
        return self._noted == _VERSION

    @property
    def filled_to(self) -> str | None:
        """The last row whose words were kept while it is filled; None: it has to begin anew."""
        version, _, last = self._noted.partition(":")
        return last if version == _VERSION else None

    def note_filled(self, to: str | None) -> None:
        """Note up to which row it is filled; None: to the end."""
        value = _VERSION if to is None else f"{_VERSION}:{to}"
        self._connection.execute(sa.delete(schema.meta).where(schema.meta.c.name == self._note))
        self._connection.execute(sa.insert(schema.meta).values(name=self._note, value=value))

    @property
    def _noted(self) -> str:
        query = sa.select(schema.meta.c.value).filter_by(name=self._note)
        return str(self._connection.execute(query).scalar_one_or_none())

    @property
    def _note(self) -> str:
        return f"public-words-{code(self._school)}"

    def forget_all(self) -> None:
        """Take out every word of this school, before they are all kept anew."""
        self._connection.exec_driver_sql("DELETE FROM public_words WHERE school = ?", (self._school,))
        self._connection.info[_LEFT] = True


def begin(connection: sa.Connection) -> None:
    """Begin a transaction: what an earlier one took out and rolled back is no matter of this one."""
    connection.info.pop(_LEFT, None)


def settle(connection: sa.Connection) -> None:
    """End a transaction: if words were taken out, they leave the file too."""
    if connection.info.pop(_LEFT, False):
        connection.exec_driver_sql(_REBUILD)


def _plain(words: Sequence[str]) -> str:
    return " ".join(_ascii(word) for word in words)


def _ascii(word: str) -> str:
    """Give a word in ASCII letters and digits, letter by letter, so that what begins so still begins so."""
    return word if word.isascii() else "".join(c if c.isascii() else f"q{ord(c):06x}q" for c in word)
