"""Taking over a school system's list: read it, say what would change, then all of it or nothing.

All is worked out and sealed before the deed, which only writes. If the list isn't what the person was shown,
or the children aren't those it was held against, nothing is taken. A lifted opt-out is a row of its own.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.changes import Changes
from smadmin.domain.enrolling.columns import choices_of, is_known, mapping_blockers, remembered
from smadmin.domain.enrolling.comparing import (
    Comparison,
    Weakening,
    checked,
    compare,
    merged,
    new_child,
)
from smadmin.domain.enrolling.entries import read_entries
from smadmin.domain.enrolling.meanings import Meaning, Meanings
from smadmin.domain.enrolling.tables import Table, table_of
from smadmin.domain.errors import Conflict
from smadmin.domain.ids import Ids, PersonId, SchoolId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student, unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.spreadsheets.reading import Sheet
from smadmin.services.children_rows import roster_digest
from smadmin.services.desk import Deed, Desk
from smadmin.services.ended_searches import end_searches_for
from smadmin.services.jobs import Progress
from smadmin.services.roles import person_of, refuse, today_of
from smadmin.services.signed_rows import signed_rows
from smadmin.services.students.roster import begin
from smadmin.services.students.withdrawn import Withdrawn
from smadmin.storage.rows import Ready, Sealing
from smadmin.storage.unit import Unit

IMPORT_PART = "import"
_A_STEP, _REMEMBERED = 50, 20


class Lists(Protocol):
    """What opens lists."""

    def sheet(self, path: Path) -> Sheet:
        """Give the cells of a list."""
        ...


@dataclass(frozen=True)
class Listed:
    """A list as it was read; `further_sheets` of its workbook were passed over."""

    name: str
    table: Table
    further_sheets: int = 0


@dataclass(frozen=True)
class Order:
    """What a person wants of a list.

    Args:
        table: the list.
        meanings: what its columns mean.
        weaken: the children for whom the list counts where it says less than is known.
        whole: whether the list is the whole school, so that who isn't in it has left, or is still gone.
    """

    table: Table
    meanings: Meanings
    weaken: frozenset[StudentId] = frozenset()
    whole: bool = False


class Imports:
    """Lists taken over into the children of one school."""

    def __init__(self, desk: Desk, lists: Lists, withdrawn: Withdrawn, *, mode: RosterMode) -> None:
        """Stand on the desk, what opens lists, and what is noted of consents that were ended."""
        self._desk, self._withdrawn = desk, withdrawn
        self._lists = lists
        self._mode = mode

    def read(self, path: Path) -> Listed:
        """Open a list (an errand; its file is parsed in a jailed process).

        Raises:
            BadInput: it can't be read, or nothing is in it.
        """
        sheet = self._lists.sheet(path)
        return Listed(path.name, table_of(sheet.rows, is_known), sheet.further_sheets)

    def meanings(self, by: Actor, table: Table) -> dict[int, Meaning]:
        """Say what a list's columns mean: as somebody said last, else by their titles."""
        with self._desk.look(by) as unit:
            return remembered(table.titles, _choices(unit, self._desk))

    def compare(self, by: Actor, order: Order) -> Comparison:
        """Say what taking a list would do; nothing is changed.

        Raises:
            NotAllowed: its columns don't say whose rows these are.
        """
        with self._desk.look(by) as unit:
            return self._compare(unit, order)

    def take(self, by: Actor, order: Order, seen: Comparison) -> Generator[Progress, None, None]:
        """Take a list over: a job that writes in one transaction at its end, so closing it changes nothing.

        Args:
            by: who does it.
            order: the list and what was decided about it.
            seen: what the person was shown.

        Raises:
            NotAllowed: no right to change the list of children.
            Conflict: the children aren't those that the person was shown.
        """
        standing, found = self._standing(by, order)
        refuse((*mapping_blockers(order.meanings), *unreadable_blockers(standing.spoilt), *found.blockers))
        if found != seen:
            raise _changed()
        taking = _Taking(found, order, standing, mode=self._mode, ids=self._desk.ids)
        for done, _ in enumerate(taking.prepare(person_of(by)), 1):
            if done % _A_STEP == 0:
                yield Progress(done, taking.total)
        with self._desk.deed(by) as deed:
            begin(deed)
            if deed.roster != standing.roster:
                raise _changed()
            taking.write(deed)
            self._withdrawn.ended(taking.before, taking.written)
        self._withdrawn.given(taking.before, taking.written)
        changes = Changes.of("students", [student.id for student in taking.written])
        yield Progress(taking.total, taking.total, changes)

    def _standing(self, by: Actor, order: Order) -> "tuple[_Standing, Comparison]":
        with self._desk.look(by) as unit:
            patterns, spoilt_patterns = unit.templates.readable()
            standing = _Standing(
                school=unit.school,
                today=today_of(unit, self._desk),
                roster=roster_digest(unit),
                spoilt=len(unit.students.readable()[1]),
                patterns={template.id: template.student for template in patterns},
                spoilt_patterns=spoilt_patterns,
                sealing=unit.students.sealing,
            )
            return standing, self._compare(unit, order)

    def _compare(self, unit: Unit, order: Order) -> Comparison:
        entries = read_entries(order.table, order.meanings, today=today_of(unit, self._desk))
        return compare(entries, unit.students.readable()[0], mode=self._mode)


@dataclass(frozen=True)
class _Standing:
    """The children's rows as a list was held against them; `roster` tells whether they still are those."""

    school: SchoolId
    today: date
    roster: str
    spoilt: int
    patterns: Mapping[str, StudentId]
    spoilt_patterns: tuple[str, ...]
    sealing: Sealing[Student]


class _Taking:
    """A list being taken over: made ready at leisure, then written inside one deed."""

    def __init__(
        self, found: Comparison, order: Order, standing: _Standing, *, mode: RosterMode, ids: Ids
    ) -> None:
        self._found, self._order, self._standing, self._mode, self._ids = found, order, standing, mode, ids
        self._left, self._gone = (found.missing, found.gone) if order.whole else ((), ())
        self.total = found.rows + len(self._left) + len(self._gone)
        self._ready: list[Ready[Student]] = []
        self._opt_outs: dict[str, Plain] = {}
        self._before = {match.student.id: match.student for match in found.matched}

    @property
    def before(self) -> list[Student]:
        """The children as they stood: those of the list, and those who left."""
        return [*(match.student for match in self._found.matched), *self._left, *self._gone]

    @property
    def written(self) -> list[Student]:
        """The children as they stand after it."""
        return [ready.entity for ready in self._ready]

    def prepare(self, by: PersonId) -> Generator[None, None, None]:
        """Make child after child ready; nobody waits for that."""
        sealing, today = self._standing.sealing, self._standing.today
        for entry in self._found.added:
            child = new_child(entry, StudentId(self._ids.new()), self._standing.school)
            self._tell(child, frozenset())
            self._ready.append(sealing.to_add(checked(child, today, by)))
            yield
        for match in self._found.matched:
            child = merged(match, mode=self._mode, weaken=match.student.id in self._order.weaken)
            self._tell(child, match.student.opt_outs)
            self._ready.append(sealing.to_change(checked(child, today, by)))
            yield
        for child in self._left:
            self._ready.append(sealing.to_change(checked(replace(child, left_on=today), today, by)))
            yield
        for child in self._gone:
            self._ready.append(sealing.to_change(checked(child, today, by)))
            yield

    def write(self, deed: Deed) -> None:
        """Write what is ready, take the patterns away that nobody agrees to, and sign."""
        deed.unit.students.write(self._ready)
        ended = {student.id for student in self.written if student.matching_until is None}
        of_ended = (pattern for pattern, whose in self._standing.patterns.items() if whose in ended)
        for pattern in (gone := [*of_ended, *self._standing.spoilt_patterns]):
            deed.unit.templates.remove(pattern)
        end_searches_for(deed.unit, lambda student: student in ended)
        self._sign(deed, len(gone))

    def _sign(self, deed: Deed, patterns_removed: int) -> None:
        """Sign the children's rows as they stand now: the import, and each no that was let go."""
        columns = choices_of(self._order.table.titles, self._order.meanings)
        details: dict[str, Plain] = {
            "rows": self._found.rows,
            "added": len(self._found.added),
            "changed": self._found.changed,
            "left": len(self._left),
            "not_taken": len(self._found.refused),
            "patterns_removed": patterns_removed,
            "opt_outs": self._opt_outs,
            "noes": [one.id for one in self.written if one.says_no_since(self._before.get(one.id))],
            "entered": [one.id for one in self.written if one.no_to_search and one.id not in self._before],
            "columns": [[*pair] for pair in columns.items()],
        }
        deed.roster_changed()
        deed.record(Act.IMPORT, Noun.STUDENTS, None, parts={IMPORT_PART: details})
        now = {student.id: student for student in self.written}
        for less in self._found.weakenings:
            if less.student in self._order.weaken:
                self._sign_weaker(deed, less, now[less.student])

    def _sign_weaker(self, deed: Deed, less: Weakening, child: Student) -> None:
        before = self._before[less.student]
        details: dict[str, Plain] = {"student": child.id, "from": "list"}
        if less.known_as:
            _record(deed, Act.CHANGE, details)
        if less.gone:
            kinds: dict[str, Plain] = {"before": _kinds(before.opt_outs), "opt_outs": _kinds(child.opt_outs)}
            _record(deed, Act.OPT_OUT, details | kinds)
        if less.photos:
            _record(deed, Act.PHOTO_CONSENT, details | {"photo_consent": True})
        if less.matching is not None:
            _record(deed, Act.MATCHING_CONSENT, details | {"until": less.matching.isoformat()})

    def _tell(self, child: Student, before: frozenset[OptOut]) -> None:
        if child.opt_outs != before:
            self._opt_outs[child.id] = _kinds(child.opt_outs)


def _record(deed: Deed, act: Act, details: Mapping[str, Plain]) -> None:
    deed.record(act, Noun.STUDENTS, None, parts={"student": details})


def _changed() -> Conflict:
    return Conflict(say("enrolling.changed"), kept=say("enrolling.kept"), remedy=say("enrolling.look-again"))


def _kinds(opt_outs: frozenset[OptOut]) -> list[Plain]:
    return [kind.value for kind in sorted(opt_outs)]


def _choices(unit: Unit, desk: Desk) -> dict[str, str]:
    """Give what people said last of columns, by title; the newest list counts."""
    rows = [*signed_rows(unit, desk, Act.IMPORT)][-_REMEMBERED:]
    choices: dict[str, str] = {}
    for row in rows:
        columns = _read(row.part(IMPORT_PART) or b"").get("columns")
        for pair in columns if isinstance(columns, Sequence) else ():
            match pair:
                case [str(title), str(meaning)]:
                    choices[title] = meaning
    return choices


def _read(content: bytes) -> Mapping[str, Plain]:
    try:
        return parse(content)
    except ValueError:
        return {}  # erased by order, or a changed program signed it; a guess does for the columns
