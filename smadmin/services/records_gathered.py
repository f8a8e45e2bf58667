"""What an answer to a records request needs of the store, read piece by piece: covering it takes longer."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from smadmin.domain.actors import Actor
from smadmin.domain.erasures import NEVER
from smadmin.domain.ids import MediaId
from smadmin.domain.records import Part
from smadmin.services.borne_out import require_whole
from smadmin.services.desk import Desk
from smadmin.services.looked import later_reasons
from smadmin.services.picture_files import picture_files
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.records_found import SEEN_PART, Found
from smadmin.services.released_parts import manifest_of
from smadmin.services.rows_out import RowsOut, leaving_part, went_out
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

Clean = Callable[[str, bytes], bool]
_AT_ONCE = 100
"""So many things are read between two looks into the store."""


@dataclass(frozen=True)
class Answer:
    """What a person decided: what was found, in order, and why some of it stays at school, by its id."""

    found: tuple[Found, ...]
    left_out: Mapping[str, str]


@dataclass(frozen=True)
class FileBeside:
    """A picture or a kept page: its digest as signed, and where it lies; None where it stays at school."""

    sha256: str
    file: MediaId | None
    alt: str = ""


@dataclass(frozen=True)
class Beside:
    """The files beside a thing: its pictures as they went out, and the pages in which it was seen."""

    pictures: tuple[FileBeside, ...]
    captures: tuple[FileBeside, ...]


class Gathering:
    """Reads what an answer needs, some things at a time: nobody waits for the store meanwhile.

    Of ten thousand posts no more than those are in memory, and no file of theirs.
    """

    def __init__(self, desk: Desk, proof: Proof, reader: Reader, by: Actor) -> None:
        """Stand on the desk, the proven record and the policy; `by`: who answers."""
        self._desk, self._proof, self._reader, self._by = desk, proof, reader, by

    def beside(self, things: Iterable[Found]) -> Iterator[tuple[Found, Beside]]:
        """Give each thing with what is beside it, as it is when it is its turn.

        Raises:
            Tampered: if the record isn't any more as it was signed.
        """
        left = iter(things)
        while some := tuple(islice(left, _AT_ONCE)):
            with self._desk.look(self._by) as unit:
                proven = require_whole(self._proof.now(unit))
                read = [
                    Beside(tuple(_pictures(unit, proven, self._reader, one)), tuple(_captures(proven, one)))
                    for one in some
                ]
            yield from zip(some, read, strict=True)

    def rows(self, unit: Unit, leaves: Collection[int], clean: Clean) -> RowsOut:
        """Give all rows as they leave: of those that are given, with their details.

        Args:
            unit: a transaction, for now only.
            leaves: the places of rows whose details may leave; asked when it is each row's turn.
            clean: tells whether a detail shows nothing that is covered, by its name and content.
        """
        children = {id_.encode() for id_ in unit.students.stored()}
        out = went_out(unit)

        def leaving(unit: Unit, stored: StoredRow, name: str) -> Part | None:
            if name not in NEVER and stored.seq not in leaves:
                return None
            part = leaving_part(unit, stored, name, children, out)
            return part if part is None or name in NEVER or clean(name, part.content) else None

        return RowsOut(self._desk, self._by, unit, leaving)


def leaving_rows(answer: Answer) -> set[int]:
    """Give the rows about what is given; one that is also about something left out keeps its details."""
    leaves = {row.seq for one in answer.found if one.id not in answer.left_out for row in one.rows}
    for one in answer.found:
        if one.id in answer.left_out:
            leaves.difference_update(row.seq for row in one.rows)
    return leaves


def _pictures(unit: Unit, proven: Proven, reader: Reader, found: Found) -> Iterator[FileBeside]:
    """Give the covered files that went out, by their digests in the release; none else leaves."""
    fact = None if found.released is None else proven.at(found.released)
    manifest = None if fact is None else manifest_of(proven, fact)
    if manifest is None:
        return
    draft = None if found.post is None else unit.posts.maybe(found.post)
    kept: dict[str | None, MediaId] = {}
    if draft is not None and not later_reasons(unit, draft.content, reader.pack(unit).roster_mode):
        made = picture_files(unit, draft.content, reader.policy.platforms)
        kept = {one.sha256: one.file for files in made.values() for one in files if one.file is not None}
    for _, sha256, alt in manifest.files.get(found.account, ()):
        yield FileBeside(sha256, kept.get(sha256), alt)


def _captures(proven: Proven, found: Found) -> Iterator[FileBeside]:
    for seq in found.captures:
        fact = proven.at(seq)
        file = None if fact is None else (proven.part(fact, SEEN_PART) or {}).get("file")
        if isinstance(file, dict):
            yield FileBeside(str(file["sha256"]), MediaId(str(file["id"])))
