"""The package that answers a records request: what leaves, covered, with the rows that prove it.

It is written piece by piece: of ten thousand posts with their pictures never more than a page is in memory.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smadmin.domain.canonical import loads
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import Message, say
from smadmin.domain.records_page import Given, GivenFile, GivenRow, LeftOut, PageSaid
from smadmin.domain.schools import School
from smadmin.services.names_covered import NamesCovered
from smadmin.services.records_found import Found
from smadmin.services.records_gathered import Answer, Beside, FileBeside, Gathering, leaving_rows
from smadmin.services.records_pages import pages_of
from smadmin.services.rows_out import RowsOut
from smadmin.storage.bag import Payload, write_bag
from smadmin.storage.unit import Unit

CAPTURED_PART = "captured"
"""The part of a page in which the post stood, base64."""
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
    "pages",
)


@dataclass(frozen=True)
class Written:
    """A package that was written: what is given and left out, by ids, how much is covered, and its digest."""

    given: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    covered: int
    package: str
    head: str


class Giving:
    """Writes one answer: covers what leaves; details that would show what is covered stay at school."""

    def __init__(
        self,
        gathering: Gathering,
        unit: Unit,
        school: School,
        answer: Answer,
        *,
        names: NamesCovered,
        word: Callable[[Message], str],
    ) -> None:
        """Take what reads the rest while it is written.

        Args:
            gathering: reads what is beside each thing.
            unit: a transaction, for now only.
            school: whose it is.
            answer: what is given.
            names: finds what is covered.
            word: words the page's sentences.
        """
        self._gathering, self._school, self._answer = gathering, school, answer
        self._names, self._word = names, word
        self._leaves = leaving_rows(answer)
        self._rows: RowsOut = gathering.rows(unit, self._leaves, self._clean)

    def write(self, folder: Path, opened: Callable[[MediaId], bytes], now: datetime) -> Written:
        """Write it (an errand); each file is opened only when it is its turn.

        Raises:
            BadInput, OutsideFailed: as `write_bag`.
            Tampered: if the record isn't any more as it was signed.
        """
        given, covered = list[str](), 0
        left_out = tuple(self._left_out(one) for one in self._answer.found if one.id in self._answer.left_out)
        chosen = [one for one in self._answer.found if one.id not in self._answer.left_out]
        said = self._said(len(chosen), len(left_out))

        def fill(payload: Payload) -> None:
            nonlocal covered
            with pages_of(payload, said, left_out, things=len(chosen)) as pages:
                for found, beside in self._gathering.beside(chosen):
                    one = self._given(len(given) + 1, found, beside, _Files(payload, opened, self._names))
                    pages.take(one)
                    given.append(one.id)
                    covered += one.covers
            self._rows.write(payload)  # last, for only now is known which rows are about what is covered

        package = write_bag(folder, fill, self._rows.facts(self._school.name, now))
        head = self._rows.head
        return Written(tuple(given), left_out, covered, package, f"{head.seq}:{head.letters}")

    def _left_out(self, found: Found) -> LeftOut:
        why = self._names.cover(self._answer.left_out[found.id].strip()).text
        return LeftOut(found.id, found.kind, found.account_name, self._local(found.at), why)

    def _said(self, given: int, left_out: int) -> PageSaid:
        intro = self._word(say("recordsasked.page-intro", n=given, left=left_out))
        return PageSaid(
            language=self._say("page-language"),
            title=self._word(say("recordsasked.page-title", school=self._school.name)),
            intro=(intro, self._say("page-covered"), self._say("page-proof")),
            headings={name: self._say(f"page-{name}") for name in _HEADINGS},
        )

    def _given(self, number: int, found: Found, beside: Beside, files: "_Files") -> Given:
        covered = self._names.cover(found.text, found.author)
        if covered.covers:
            self._leaves.difference_update(row.seq for row in found.rows)
        # A comment's address tells who wrote it (`x.com/AUTHOR/status/…`).
        clean_link = not found.link or (found.kind == "post" and self._names.clean_link(found.link))
        rows = (
            GivenRow(row.seq, self._local(row.at), row.who, self._word(_done(row.act, row.noun)), row.act)
            for row in found.rows
        )
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
                self._picture(files, f"pictures/{number}-{place}.jpg", one)
                for place, one in enumerate(beside.pictures, 1)
            ),
            # Never opened as a page: what a platform sent may hold scripts.
            captures=tuple(
                self._capture(files, f"captures/{number}-{place}.txt", one, clean=not covered.covers)
                for place, one in enumerate(beside.captures, 1)
            ),
        )

    def _picture(self, files: "_Files", path: str, beside: FileBeside) -> GivenFile:
        if beside.file is None:
            return GivenFile("", beside.sha256, why_not=self._say("page-picture-withheld"))
        alt = self._names.cover(beside.alt).text
        if not files.put(path, beside.file):
            return GivenFile("", beside.sha256, alt=alt, why_not=self._say("page-file-withheld"))
        return GivenFile(path, beside.sha256, alt=alt)

    def _capture(self, files: "_Files", path: str, beside: FileBeside, *, clean: bool) -> GivenFile:
        if not clean or beside.file is None or not files.put(path, beside.file, naming_nobody=True):
            return GivenFile("", beside.sha256, why_not=self._say("page-file-withheld"))
        return GivenFile(path, beside.sha256)

    def _clean(self, name: str, content: bytes) -> bool:
        """Tell whether a detail would show nothing that is covered."""
        if name == CAPTURED_PART:
            return self._names.names_nobody(base64.b64decode(str(loads(content))))
        return self._names.clean(content)

    def _say(self, name: str) -> str:
        return self._word(say(f"recordsasked.{name}"))

    def _local(self, at: datetime | None) -> str:
        return "" if at is None else self._school.local(at).isoformat(timespec="minutes")


@dataclass(frozen=True)
class _Files:
    """Pictures and kept pages on their way into a package."""

    payload: Payload
    opened: Callable[[MediaId], bytes]
    names: NamesCovered

    def put(self, path: str, file: MediaId, *, naming_nobody: bool = False) -> bool:
        """Write a file, if it is there and as it was kept; with `naming_nobody` only if it names no child."""
        try:
            content = self.opened(file)
        except KnownError:
            return False
        if naming_nobody and not self.names.names_nobody(content):
            return False
        self.payload.put(path, content)
        return True


def _done(act: str, noun: str) -> Message:
    return say(f"recordui.act-{act}", what=say(f"recordui.noun-{noun}"))
