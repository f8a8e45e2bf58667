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
from smadmin.domain.records import Part
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
from smadmin.services.looked import later_reasons
from smadmin.services.names_covered import NamesCovered
from smadmin.services.picture_files import picture_files
from smadmin.services.proof import Proven
from smadmin.services.reading import Reader
from smadmin.services.records_found import SEEN_PART, Found
from smadmin.services.released_parts import manifest_of
from smadmin.services.rows_out import RowsOut, leaving_part, taken_out, went_out
from smadmin.storage.bag import write_bag
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

CAPTURED_PART = "captured"
"""The part of a page in which the post stood, base64."""
PAGE, TABLE, PLAIN = "index.html", "posts.csv", "posts.json"
_HEADINGS = ("rows", "left-out", "when", "who", "what", "row", "gone", "covers", "captures")


@dataclass(frozen=True)
class Answer:
    """What a person decided: what was found, in order, and why some of it stays at school, by its id."""

    found: tuple[Found, ...]
    left_out: Mapping[str, str]


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
            if path.startswith("captures/") and not self.names.names_nobody(
                content.decode("utf-8", "replace")
            ):
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
    """Prepares one answer within one transaction."""

    def __init__(self, unit: Unit, proven: Proven, *, names: NamesCovered, reader: Reader) -> None:
        """Stand on the store, the proven record, and what finds names."""
        self._unit, self._proven, self._names, self._reader = unit, proven, names, reader
        self._school = unit.schools.get(unit.school)
        self._files: dict[str, MediaId] = {}
        self._clean: set[int] = set()

    def prepare(self, answer: Answer, word: Callable[[Message], str]) -> Prepared:
        """Cover what leaves, and take out the rows that prove it."""
        given, left_out = list[Given](), list[LeftOut]()
        for found in answer.found:
            if found.id in answer.left_out:
                on, why = self._local(found.at), self._names.cover(answer.left_out[found.id].strip()).text
                left_out.append(LeftOut(found.id, found.kind, found.account_name, on, why))
            else:
                given.append(self._given(len(given) + 1, found, word))
        withheld = say("recordsasked.page-file-withheld")
        said = PageSaid(
            language=word(say("recordsasked.page-language")),
            title=word(say("recordsasked.page-title", school=self._school.name)),
            intro=(
                word(say("recordsasked.page-intro", n=len(given), left=len(left_out))),
                word(say("recordsasked.page-covered")),
                word(say("recordsasked.page-proof")),
            ),
            headings={name: word(say(f"recordsasked.page-{name}")) for name in _HEADINGS},
        )
        return Prepared(
            said,
            self._school.name,
            tuple(given),
            tuple(left_out),
            taken_out(self._unit, self._leaving(answer)),
            self._files,
            self._names,
            word(withheld),
        )

    def _given(self, number: int, found: Found, word: Callable[[Message], str]) -> Given:
        covered = self._names.cover(found.text)
        if not covered.covers:
            self._clean |= {row.seq for row in found.rows}
        clean_link = self._names.clean_link(found.link)
        rows = (
            GivenRow(row.seq, self._local(row.at), row.who, word(_done(row.act, row.noun)), row.act)
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
            pictures=tuple(self._pictures(number, found, word)),
            captures=tuple(self._captures(number, found, word, clean=not covered.covers)),
        )

    def _pictures(self, number: int, found: Found, word: Callable[[Message], str]) -> Iterator[GivenFile]:
        """Give the covered files that went out, by their digests in the release; none else leaves."""
        fact = None if found.released is None else self._proven.at(found.released)
        manifest = None if fact is None else manifest_of(self._proven, fact)
        draft = None if found.post is None else self._unit.posts.maybe(found.post)
        if manifest is None:
            return
        kept = {}
        if draft is not None and not later_reasons(
            self._unit, draft.content, self._reader.pack(self._unit).roster_mode
        ):
            made = picture_files(self._unit, draft.content, self._reader.policy.platforms)
            kept = {one.sha256: one.file for files in made.values() for one in files if one.file is not None}
        for place, (_, sha256, alt) in enumerate(manifest.files.get(found.account, ()), 1):
            file = kept.get(sha256)
            if file is None:
                why = word(say("recordsasked.page-picture-withheld"))
                yield GivenFile("", sha256, why_not=why)
                continue
            path = f"pictures/{number}-{place}.jpg"
            self._files[path] = file
            yield GivenFile(path, sha256, alt=self._names.cover(alt).text)

    def _captures(
        self, number: int, found: Found, word: Callable[[Message], str], *, clean: bool
    ) -> Iterator[GivenFile]:
        for place, seq in enumerate(found.captures, 1):
            fact = self._proven.at(seq)
            seen = None if fact is None else self._proven.part(fact, SEEN_PART)
            file = (seen or {}).get("file")
            if not isinstance(file, dict):
                continue
            if not clean:
                yield GivenFile("", str(file["sha256"]), why_not=word(say("recordsasked.page-file-withheld")))
                continue
            # Never opened as a page: what a platform sent may hold scripts.
            path = f"captures/{number}-{place}.txt"
            self._files[path] = MediaId(str(file["id"]))
            yield GivenFile(path, str(file["sha256"]))

    def _leaving(self, answer: Answer) -> Callable[[StoredRow, str], Part | None]:
        chosen = {row.seq for one in answer.found if one.id not in answer.left_out for row in one.rows}
        children = {id_.encode() for id_ in self._unit.students.stored()}
        out = went_out(self._unit)

        def leaving(stored: StoredRow, name: str) -> Part | None:
            if name not in NEVER and stored.seq not in chosen & self._clean:
                return None
            part = leaving_part(self._unit, stored, name, children, out)
            if part is None or name in NEVER:
                return part
            return part if self._clear(name, part.content) else None

        return leaving

    def _clear(self, name: str, content: bytes) -> bool:
        if name == CAPTURED_PART:
            page = base64.b64decode(str(loads(content)))
            return self._names.names_nobody(page.decode("utf-8", "replace"))
        return self._names.clean(content)

    def _local(self, at: datetime | None) -> str:
        return "" if at is None else self._school.local(at).isoformat(timespec="minutes")


def _done(act: str, noun: str) -> Message:
    return say(f"recordui.act-{act}", what=say(f"recordui.noun-{noun}"))
