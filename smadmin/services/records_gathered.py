"""What an answer to a records request needs of the store, read at once: covering it takes longer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from smadmin.domain.erasures import NEVER
from smadmin.domain.ids import MediaId
from smadmin.domain.records import Part
from smadmin.domain.schools import School
from smadmin.services.looked import later_reasons
from smadmin.services.picture_files import picture_files
from smadmin.services.proof import Proven
from smadmin.services.reading import Reader
from smadmin.services.records_found import SEEN_PART, Found
from smadmin.services.released_parts import manifest_of
from smadmin.services.rows_out import RowsOut, leaving_part, taken_out, went_out
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit


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
class Gathered:
    """What was read, nothing of it covered yet.

    Args:
        pictures, captures: by the thing's id.
        rows: all rows, with the details of what is given; those of what is left out stay.
    """

    school: School
    pictures: Mapping[str, tuple[FileBeside, ...]]
    captures: Mapping[str, tuple[FileBeside, ...]]
    rows: RowsOut


def gather(unit: Unit, proven: Proven, reader: Reader, answer: Answer) -> Gathered:
    """Read all that an answer needs within one transaction."""
    given = [one for one in answer.found if one.id not in answer.left_out]
    return Gathered(
        unit.schools.get(unit.school),
        {one.id: tuple(_pictures(unit, proven, reader, one)) for one in given},
        {one.id: tuple(_captures(proven, one)) for one in given},
        taken_out(unit, _leaving(unit, answer)),
    )


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


def _leaving(unit: Unit, answer: Answer) -> Callable[[StoredRow, str], Part | None]:
    """Let the details of what is given leave; a row that is also about something left out keeps its own."""
    rows = {one.id: {row.seq for row in one.rows} for one in answer.found}
    stays = {seq for one in answer.left_out for seq in rows.get(one, ())}
    leaves = {seq for one, seqs in rows.items() if one not in answer.left_out for seq in seqs} - stays
    children = {id_.encode() for id_ in unit.students.stored()}
    out = went_out(unit)

    def leaving(stored: StoredRow, name: str) -> Part | None:
        if name not in NEVER and stored.seq not in leaves:
            return None
        return leaving_part(unit, stored, name, children, out)

    return leaving
