"""Lists of children that are typed in tests, taken over at the darkroom's school."""

from dataclasses import dataclass, field
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, parse
from smadmin.domain.enrolling.comparing import Comparison
from smadmin.domain.ids import StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.domain.vocabulary import Act
from smadmin.importing.spreadsheets.reading import Sheet
from smadmin.services.students.imports import Imports, Order
from smadmin.services.students.withdrawn import Withdrawn
from tests.darkroom import Darkroom, make_darkroom
from tests.noted import NotedHere


@dataclass
class TypedLists:
    """Lists whose cells were typed here, with bars between them."""

    rows: dict[str, str] = field(default_factory=dict)

    def sheet(self, path: Path) -> Sheet:
        lines = self.rows[path.name].strip().splitlines()
        return Sheet(tuple(tuple(line.split("|")) for line in lines))


@dataclass
class Office:
    """Imports at the darkroom's school."""

    room: Darkroom
    imports: Imports
    lists: TypedLists

    def order(
        self, by: Actor, text: str, *, weaken: tuple[StudentId, ...] = (), whole: bool = False
    ) -> Order:
        self.lists.rows["list.csv"] = text
        table = self.imports.read(Path("list.csv")).table
        return Order(table, self.imports.meanings(by, table), frozenset(weaken), whole)

    def take(self, by: Actor, order: Order) -> Comparison:
        seen = self.imports.compare(by, order)
        for _ in self.imports.take(by, order, seen):
            pass
        return seen

    def children(self, by: Actor) -> dict[str, Student]:
        return {child.number or child.name: child for child in self.room.students.roster(by).students}

    def parts(self, by: Actor, act: Act, name: str) -> list[dict[str, Plain]]:
        with self.room.school.desk.look(by) as unit:
            found = [unit.record.part(row.seq, name) for row in unit.record.rows(acts=(act,))]
        return [parse(part.content) for part in found if part is not None]


def make_office(folder: Path, mode: RosterMode = RosterMode.OPT_OUT) -> Office:
    room, lists = make_darkroom(folder, mode=mode), TypedLists()
    return Office(room, Imports(room.school.desk, lists, Withdrawn(NotedHere()), mode=mode), lists)
