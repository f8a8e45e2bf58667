"""Taking over a school system's list: read it, say what would change, then all of it or nothing.

The list is compared anew inside the deed; if that isn't what the person was shown, nothing is taken. An
opt-out that a person lets the list take away is a row of the record of its own, like one withdrawn by hand.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from smadmin.domain.ids import Ids, StudentId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, Student, unreadable_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.spreadsheets.reading import Sheet
from smadmin.services.desk import Deed, Desk
from smadmin.services.jobs import Progress
from smadmin.services.roles import person_of, refuse, today_of
from smadmin.services.students.patterns import drop
from smadmin.services.students.roster import begin
from smadmin.storage.unit import Unit

IMPORT_PART = "import"
_A_STEP = 50
_REMEMBERED = 20


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
        whole: whether the list is the whole school, so that who isn't in it has left.
    """

    table: Table
    meanings: Meanings
    weaken: frozenset[StudentId] = frozenset()
    whole: bool = False


class Imports:
    """Lists taken over into the children of one school."""

    def __init__(self, desk: Desk, lists: Lists, *, mode: RosterMode) -> None:
        """Stand on the desk and what opens lists."""
        self._desk = desk
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
            return remembered(table.titles, _choices(unit))

    def compare(self, by: Actor, order: Order) -> Comparison:
        """Say what taking a list would do; nothing is changed.

        Raises:
            NotAllowed: its columns don't say whose rows these are.
        """
        with self._desk.look(by) as unit:
            return self._compare(unit, order)

    def take(self, by: Actor, order: Order, seen: Comparison) -> Generator[Progress, None, None]:
        """Take a list over: a job in one transaction, so closing it early changes nothing at all.

        Args:
            by: who does it.
            order: the list and what was decided about it.
            seen: what the person was shown.

        Raises:
            NotAllowed: no right to change the list of children.
            Conflict: the children aren't those that the person was shown.
        """
        with self._desk.deed(by) as deed:
            spoilt = deed.unit.students.readable()[1]
            begin(deed, (*mapping_blockers(order.meanings), *unreadable_blockers(len(spoilt))))
            found = self._compare(deed.unit, order)
            refuse(found.blockers)
            if found != seen:
                raise Conflict(
                    say("enrolling.changed"), kept=say("enrolling.kept"), remedy=say("enrolling.look-again")
                )
            taking = _Taking(deed, found, order, mode=self._mode, ids=self._desk.ids)
            for done, _ in enumerate(taking.write(), 1):
                if done % _A_STEP == 0:
                    yield Progress(done, taking.total)
            ended = {student.id for student in taking.written if student.matching_until is None}
            taking.sign(drop(deed.unit, lambda template: template.student in ended))
        changes = Changes.of("students", [student.id for student in taking.written])
        yield Progress(taking.total, taking.total, changes)

    def _compare(self, unit: Unit, order: Order) -> Comparison:
        entries = read_entries(order.table, order.meanings, today=today_of(unit, self._desk))
        return compare(entries, unit.students.readable()[0], mode=self._mode)


class _Taking:
    """A list being written, inside one deed."""

    def __init__(self, deed: Deed, found: Comparison, order: Order, *, mode: RosterMode, ids: Ids) -> None:
        self._deed, self._found, self._order, self._mode, self._ids = deed, found, order, mode, ids
        self._today = deed.unit.schools.get(deed.unit.school).local(deed.now).date()
        self._by = person_of(deed.by)
        self._left = found.missing if order.whole else ()
        self.total = found.rows + len(self._left)
        self.written: list[Student] = []
        self._opt_outs: dict[str, Plain] = {}
        self._before = {match.student.id: match.student for match in found.matched}

    def write(self) -> Generator[Student, None, None]:
        """Write child after child."""
        for entry in self._found.added:
            child = new_child(entry, StudentId(self._ids.new()), self._deed.unit.school)
            self._tell(child, frozenset())
            yield self._keep(self._deed.unit.students.add(checked(child, self._today, self._by)))
        for match in self._found.matched:
            child = merged(match, mode=self._mode, weaken=match.student.id in self._order.weaken)
            self._tell(child, match.student.opt_outs)
            yield self._change(child)
        for child in self._left:
            yield self._change(replace(child, left_on=self._today))

    def sign(self, patterns_removed: int) -> None:
        """Sign the children's rows as they stand now: the import, and each no that was let go."""
        details: dict[str, Plain] = {
            "rows": self._found.rows,
            "added": len(self._found.added),
            "changed": self._found.changed,
            "left": len(self._left),
            "not_taken": len(self._found.refused),
            "patterns_removed": patterns_removed,
            "opt_outs": self._opt_outs,
            "columns": [
                [*pair] for pair in choices_of(self._order.table.titles, self._order.meanings).items()
            ],
        }
        self._deed.roster_changed()
        self._deed.record(Act.IMPORT, Noun.STUDENTS, None, parts={IMPORT_PART: details})
        now = {student.id: student for student in self.written}
        for less in self._found.weakenings:
            if less.student in self._order.weaken:
                self._sign_weaker(less, now[less.student])

    def _sign_weaker(self, less: Weakening, child: Student) -> None:
        before = self._before[less.student]
        details: dict[str, Plain] = {"student": child.id, "from": "list"}
        if less.known_as:
            self._record(Act.CHANGE, details)
        if less.gone:
            kinds: dict[str, Plain] = {"before": _kinds(before.opt_outs), "opt_outs": _kinds(child.opt_outs)}
            self._record(Act.OPT_OUT, details | kinds)
        if less.photos:
            self._record(Act.PHOTO_CONSENT, details | {"photo_consent": True})
        if less.matching is not None:
            self._record(Act.MATCHING_CONSENT, details | {"until": less.matching.isoformat()})

    def _record(self, act: Act, details: Mapping[str, Plain]) -> None:
        self._deed.record(act, Noun.STUDENTS, None, parts={"student": details})

    def _change(self, child: Student) -> Student:
        return self._keep(self._deed.unit.students.change(checked(child, self._today, self._by)))

    def _keep(self, child: Student) -> Student:
        self.written.append(child)
        return child

    def _tell(self, child: Student, before: frozenset[OptOut]) -> None:
        if child.opt_outs != before:
            self._opt_outs[child.id] = _kinds(child.opt_outs)


def _kinds(opt_outs: frozenset[OptOut]) -> list[Plain]:
    return [kind.value for kind in sorted(opt_outs)]


def _choices(unit: Unit) -> dict[str, str]:
    """Give what people said last of columns, by title; the newest list counts."""
    rows = list(unit.record.rows(acts=(Act.IMPORT,)))[-_REMEMBERED:]
    choices: dict[str, str] = {}
    for row in rows:
        part = unit.record.part(row.seq, IMPORT_PART)
        columns = None if part is None else _read(part.content).get("columns")
        for pair in columns if isinstance(columns, Sequence) else ():
            match pair:
                case [str(title), str(meaning)]:
                    choices[title] = meaning
    return choices


def _read(content: bytes) -> Mapping[str, Plain]:
    try:
        return parse(content)
    except ValueError:
        return {}  # somebody changed it; the record's own check says so, a guess does for the columns
