"""The package that answers a records request: what leaves, covered, with the rows that prove it."""

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from smadmin.domain.canonical import loads
from smadmin.domain.erasures import NEVER
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import Message, say
from smadmin.domain.records_page import (
    Given,
    GivenFile,
    GivenRow,
    LeftOut,
    PageSaid,
    records_json,
    records_page,
    records_table,
)
from smadmin.services.names_covered import NamesCovered
from smadmin.services.records_found import Found
from smadmin.services.records_gathered import Answer, FileBeside, Gathered
from smadmin.services.rows_out import RowsOut
from smadmin.storage.bag import write_bag

CAPTURED_PART = "captured"
"""The part of a page in which the post stood, base64."""
PAGE, TABLE, PLAIN = "index.html", "posts.csv", "posts.json"
_HEADINGS = (
    "post",
    "comment",
    "rows",
    "left-out",
    "when",
    "who",
    "what",
    "row",
    "gone",
    "covers",
    "captures",
)


@dataclass(frozen=True)
class Prepared:
    """A package before it is written; files are opened one by one, each only when it is its turn.

    Args:
        files: path in the package to the file in which it lies, with what is withheld if it names a child.
    """

    said: PageSaid
    school: str
    given: tuple[Given, ...]
    left_out: tuple[LeftOut, ...]
    rows: RowsOut
    files: Mapping[str, MediaId]
    names: NamesCovered
    withheld: str

    def write(self, folder: Path, opened: Callable[[MediaId], bytes], now: datetime) -> str:
        """Write it (an errand); gives the digest of the list of its files, hex.

        Raises:
            BadInput, OutsideFailed: as `write_bag`.
        """
        return write_bag(folder, self._payload(opened), self.rows.facts(self.school, now))

    def _payload(self, opened: Callable[[MediaId], bytes]) -> Iterator[tuple[str, bytes]]:
        """Give the files; the page comes last, for only then is known which of them could be given."""
        yield from self.rows.files()
        there = set[str]()
        for path, file in self.files.items():
            try:
                content = opened(file)
            except KnownError:  # it is gone or was changed: the page says that it isn't here
                continue
            if path.startswith("captures/") and not self.names.names_nobody(content):
                continue
            there.add(path)
            yield path, content
        given = [self._with_files(one, there) for one in self.given]
        yield PAGE, records_page(self.said, given, self.left_out).encode()
        yield TABLE, records_table(given).encode("utf-8-sig")
        yield PLAIN, records_json(given, self.left_out).encode()

    def _with_files(self, one: Given, there: set[str]) -> Given:
        def told(file: GivenFile) -> GivenFile:
            gone = file.path and file.path not in there
            return replace(file, path="", why_not=self.withheld) if gone else file

        pictures, captures = (tuple(map(told, files)) for files in (one.pictures, one.captures))
        return replace(one, pictures=pictures, captures=captures)


class Giving:
    """Covers what was gathered for one answer; nothing is read from the store."""

    def __init__(self, gathered: Gathered, names: NamesCovered, word: Callable[[Message], str]) -> None:
        """Take what was read, what finds names, and what words the page's sentences."""
        self._gathered, self._names, self._word = gathered, names, word
        self._files: dict[str, MediaId] = {}
        self._covered: set[int] = set()

    def prepare(self, answer: Answer) -> Prepared:
        """Cover what leaves; details that would show what is covered stay at school."""
        given, left_out = list[Given](), list[LeftOut]()
        for found in answer.found:
            if found.id in answer.left_out:
                on, why = self._local(found.at), self._names.cover(answer.left_out[found.id].strip()).text
                left_out.append(LeftOut(found.id, found.kind, found.account_name, on, why))
            else:
                given.append(self._given(len(given) + 1, found))
        school = self._gathered.school.name
        return Prepared(
            self._said(school, len(given), len(left_out)),
            school,
            tuple(given),
            tuple(left_out),
            self._gathered.rows.keeping_back(self._stays),
            self._files,
            self._names,
            self._say("page-file-withheld"),
        )

    def _said(self, school: str, given: int, left_out: int) -> PageSaid:
        intro = self._word(say("recordsasked.page-intro", n=given, left=left_out))
        return PageSaid(
            language=self._say("page-language"),
            title=self._word(say("recordsasked.page-title", school=school)),
            intro=(intro, self._say("page-covered"), self._say("page-proof")),
            headings={name: self._say(f"page-{name}") for name in _HEADINGS},
        )

    def _given(self, number: int, found: Found) -> Given:
        covered = self._names.cover(found.text, found.author)
        if covered.covers:
            self._covered |= {row.seq for row in found.rows}
        # A comment's address tells who wrote it (`x.com/AUTHOR/status/…`).
        clean_link = not found.link or (found.kind == "post" and self._names.clean_link(found.link))
        rows = (
            GivenRow(row.seq, self._local(row.at), row.who, self._word(_done(row.act, row.noun)), row.act)
            for row in found.rows
        )
        pictures, captures = self._gathered.pictures[found.id], self._gathered.captures[found.id]
        return Given(
            number=number,
            id=found.id,
            kind=found.kind,
            account=found.account_name,
            published=self._local(found.at),
            taken_down=self._local(found.gone),
            link=found.link if clean_link else "",
            text=covered.text,
            covers=covered.covers + (not clean_link),
            rows=tuple(rows),
            pictures=tuple(
                self._picture(f"pictures/{number}-{place}.jpg", one) for place, one in enumerate(pictures, 1)
            ),
            # Never opened as a page: what a platform sent may hold scripts.
            captures=tuple(
                self._capture(f"captures/{number}-{place}.txt", one, clean=not covered.covers)
                for place, one in enumerate(captures, 1)
            ),
        )

    def _picture(self, path: str, beside: FileBeside) -> GivenFile:
        if beside.file is None:
            return GivenFile("", beside.sha256, why_not=self._say("page-picture-withheld"))
        self._files[path] = beside.file
        return GivenFile(path, beside.sha256, alt=self._names.cover(beside.alt).text)

    def _capture(self, path: str, beside: FileBeside, *, clean: bool) -> GivenFile:
        if not clean or beside.file is None:
            return GivenFile("", beside.sha256, why_not=self._say("page-file-withheld"))
        self._files[path] = beside.file
        return GivenFile(path, beside.sha256)

    def _stays(self, seq: int, name: str, content: bytes) -> bool:
        """Tell whether a detail would show what is covered; what the record stands on always leaves."""
        if name in NEVER:
            return False
        if seq in self._covered:
            return True
        if name == CAPTURED_PART:
            page = base64.b64decode(str(loads(content)))
            return not self._names.names_nobody(page)
        return not self._names.clean(content)

    def _say(self, name: str) -> str:
        return self._word(say(f"recordsasked.{name}"))

    def _local(self, at: datetime | None) -> str:
        return "" if at is None else self._gathered.school.local(at).isoformat(timespec="minutes")


def _done(act: str, noun: str) -> Message:
    return say(f"recordui.act-{act}", what=say(f"recordui.noun-{noun}"))
