"""Asks the jailed worker what a file tells of past posts, and checks what comes back.

Files are only sliced and digested here, never understood. Any thread may call; each call waits.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.domain.past_posts import Columns, Flaw, RawFile, RawPost, Source, UnknownTitles
from smadmin.importing.asking import ask
from smadmin.importing.past_posts.border import (
    CELLS,
    MOST_ANSWER_BYTES,
    MOST_ARCHIVE_BYTES,
    MOST_FILE_BYTES,
    MOST_ROWS,
    SOURCES,
    Reason,
    Verb,
)
from smadmin.importing.spreadsheets.border import unpacked
from smadmin.importing.spreadsheets.reading import Entry, ListReader
from smadmin.jail.limits import GIB, Limits
from smadmin.jail.reader import JailedReader
from smadmin.jail.worker import Answer
from smadmin.jail.workshop import Workshop

LIMITS = Limits(memory=GIB, cpu_s=30, wall_s=60, start_s=20, jobs=200)
_ZIP = b"PK\x03\x04"
_LOCAL_HEAD_BYTES = 30 + 2 * 65_535
_A_SLICE = 1 << 20
_POSTS = re.compile(
    r"(?:.*/)?(?:(?:your_posts|page_posts|profile_posts|posts)[^/]*_\d+|your_posts|posts|reels|igtv_videos|media)"
    r"\.json"
)
"""The files of an archive in which posts stand; what was archived or deleted isn't public."""
_WHOSE = re.compile(r"(?:.*/)?(?:personal_information|profile_information|page_information)\.json")
_NOT_OWN = re.compile(r"other_pages|other_people|archived|deleted|draft")
_FLAWS = {one.value: one for one in Flaw}
_SAID: dict[int, str] = {
    Reason.TOO_LARGE: "pastposts.too-large",
    Reason.NO_TITLES: "pastposts.no-titles",
    Reason.UNKNOWN_SHAPE: "pastposts.unknown-shape",
}


class PastReader(JailedReader):
    """Opens lists and archives in a process of its own, started when first needed; `close` ends it."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        """Take the workers, or have one place for them."""
        super().__init__(workshop or Workshop("smadmin.importing.past_posts.trade", LIMITS))
        self._zips = ListReader(self._workshop)

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        """Give what a list, a JSON file or a ZIP archive tells.

        Args:
            path: the file.
            columns: of a list whose titles nobody knows.

        Raises:
            UnknownTitles: no title of a list says when posts went out, and nobody chose one.
            BadInput: it can't be read, is damaged or too large, or nothing in it says when posts went out.
            OutsideFailed: no worker can be started.
        """
        try:
            if not path.is_file():  # a pipe would keep us waiting for ever
                raise _unusable("pastposts.unreadable", path.name)
            digest, begins, size = _digested(path)
            if begins == _ZIP:
                return replace(self._archive(path), digest=digest)
            if size > MOST_FILE_BYTES:
                raise _unusable("pastposts.too-large", path.name)
            return replace(self._file(path.read_bytes(), path.name, columns), digest=digest)
        except OSError as error:
            raise _unusable("pastposts.unreadable", path.name) from error

    def _file(self, untrusted: bytes, name: str, columns: Columns | None) -> RawFile:
        try:
            return _checked(self._ask(Verb.POSTS, _numbers(columns), untrusted, name), name)
        except BadInput as error:
            if error.happened.id != _SAID[Reason.NO_TITLES]:
                raise
            raise self._unknown_titles(untrusted, name) from error

    def _unknown_titles(self, untrusted: bytes, name: str) -> BadInput:
        answer = self._ask(Verb.TITLES, (), untrusted, name)
        numbers = answer.untrusted_numbers
        grid = unpacked(bytes(answer.untrusted_body), numbers[0]) if len(numbers) == 1 else None
        titles = tuple(row[0] for row in grid or ())
        happened, remedy = say(_SAID[Reason.NO_TITLES], file=name), say("pastposts.remedy")
        return UnknownTitles(happened, titles, kept=say("pastposts.kept"), remedy=remedy)

    def _archive(self, path: Path) -> RawFile:
        entries = self._contents(path)
        wanted = [one for one in entries if _POSTS.fullmatch(one.name) and not _NOT_OWN.search(one.name)]
        if not wanted:
            raise _unusable("pastposts.no-posts-inside", path.name)
        whose = [one for one in entries if _WHOSE.fullmatch(one.name)]
        if sum(one.size for one in (*wanted, *whose)) > MOST_ARCHIVE_BYTES:
            raise _unusable("pastposts.too-large", path.name)
        found: RawFile | None = None
        rows: list[RawPost] = []
        for entry in sorted(wanted, key=lambda one: one.name):
            told = self._entry(path, entry, MOST_ROWS - len(rows))
            if found is not None and told.source is not found.source:
                raise _unusable("pastposts.unknown-shape", path.name)
            found = found or told
            rows += told.rows
        assert found is not None  # noqa: S101 - there is at least one entry
        return replace(found, rows=tuple(rows), whose=self._whose(path, whose))

    def _contents(self, path: Path) -> tuple[Entry, ...]:
        try:
            return self._zips.contents(path)
        except BadInput as error:  # worded for lists of children
            locked = error.happened.id == "enrolling.locked"
            raise _unusable("pastposts.locked" if locked else "pastposts.broken", path.name) from error

    def _entry(self, path: Path, entry: Entry, most: int) -> RawFile:
        part = entry.name.rpartition("/")[2]
        return _checked(self._ask_entry(Verb.ENTRY_POSTS, path, entry), path.name, part, most)

    def _whose(self, path: Path, entries: Iterable[Entry]) -> tuple[str, ...]:
        names: list[str] = []
        for entry in entries:
            answer = self._ask_entry(Verb.ENTRY_WHOSE, path, entry)
            numbers = answer.untrusted_numbers
            grid = unpacked(bytes(answer.untrusted_body), numbers[0]) if len(numbers) == 1 else None
            if grid is None:
                raise _unusable("pastposts.broken", path.name)
            names += [row[0] for row in grid]
        return tuple(dict.fromkeys(names))

    def _ask_entry(self, verb: Verb, path: Path, entry: Entry) -> Answer:
        if entry.size > MOST_FILE_BYTES or entry.packed > MOST_FILE_BYTES + _LOCAL_HEAD_BYTES:
            raise _unusable("pastposts.too-large", path.name)
        with path.open("rb") as file:
            file.seek(entry.offset)
            piece = file.read(_LOCAL_HEAD_BYTES + entry.packed)
        return self._ask(verb, (entry.method, entry.size, entry.crc), piece, path.name)

    def _ask(self, verb: Verb, numbers: tuple[int, ...], body: bytes, name: str) -> Answer:
        unusable = partial(_unusable, name=name)
        return ask(
            self._workshop, verb, numbers, body, largest=MOST_ANSWER_BYTES, said=_SAID, unusable=unusable
        )


def _numbers(columns: Columns | None) -> tuple[int, ...]:
    if columns is None:
        return ()
    chosen = (columns.when, columns.account, columns.link)
    return tuple(0 if one is None else one + 1 for one in chosen)


def _digested(path: Path) -> tuple[str, bytes, int]:
    """Give a file's SHA-256, its first bytes and its size, reading it once."""
    digest, begins, size = hashlib.sha256(), b"", 0
    with path.open("rb") as file:
        while piece := file.read(_A_SLICE):
            begins = begins or piece[: len(_ZIP)]
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), begins, size


def _checked(answer: Answer, name: str, part: str = "", most: int = MOST_ROWS) -> RawFile:
    """Believe an answer whose rows are as many and as wide as agreed; more than `most` aren't taken apart."""
    numbers = answer.untrusted_numbers
    if len(numbers) != 4 or min(numbers) < 0 or numbers[0] >= len(SOURCES):  # noqa: PLR2004 - by border.py
        raise _unusable("pastposts.broken", name)
    source, count, broken_at, spanish = numbers
    if broken_at:
        raise BadInput(
            say("pastposts.quote", file=name, line=broken_at),
            kept=say("pastposts.kept"),
            remedy=say("pastposts.quote-remedy"),
        )
    if count > most:
        raise _unusable("pastposts.too-large", name)
    grid = unpacked(bytes(answer.untrusted_body), count)
    rows = None if grid is None else [_row(cells, part) for cells in grid]
    if rows is None or None in rows:
        raise _unusable("pastposts.broken", name)
    posts = tuple(row for row in rows if row is not None)
    return RawFile(Source(SOURCES[source]), "", posts, spanish=bool(spanish))


def _row(cells: tuple[str, ...], part: str) -> RawPost | None:
    if len(cells) != CELLS:
        return None
    number, when, account, link, said = cells
    flaw = _FLAWS.get(said)
    if flaw is None or not number.isascii() or not number.isdigit():
        return None
    return RawPost(int(number), when, account, link, flaw, part)


def _unusable(message: str, name: str) -> BadInput:
    said = say(message or "pastposts.broken", file=name)
    return BadInput(said, kept=say("pastposts.kept"), remedy=say("pastposts.remedy"))
