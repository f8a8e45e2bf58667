"""A school whose one post went out eight years ago; its words, its page and the looks at it are kept."""

from dataclasses import dataclass, replace
from pathlib import Path

from smadmin.services.clocks import Clocks
from smadmin.services.retention import Keeping
from tests.afterwards import out
from tests.direct import make_direct
from tests.road import Road

PAGE = b"<html><div>the post as visitors saw it</div></html>"


@dataclass
class Kept:
    """A school whose one post went out eight years ago, its page kept."""

    road: Road
    keeping: Keeping
    noted: list[str]

    def faults(self) -> list[str]:
        return [one.message.id for one in self.road.school.records.verify(by=self.road.by("pat")).faults]

    def told(self) -> list[str]:
        return [one.id for one in self.road.school.records.verify().clocks]

    def destroyed(self) -> None:
        self.keeping.order(self.road.by("pat"))
        self.keeping.sign(self.road.by("cem"))


def make_kept(tmp_path: Path) -> Kept:
    direct = make_direct(tmp_path / "school")
    direct.platform.spoils = lambda seen: replace(seen, captured=PAGE, begins=0)
    out(direct, photo=True)
    road, noted = direct.road, list[str]()
    road.school.clock.forward(days=8 * 366)
    Clocks(road.school.desk, road.proof).vouch(road.by("pat"))
    keeping = Keeping(
        road.school.desk,
        road.reader,
        road.proof,
        road.media,
        note_erased=lambda _table, ids: noted.extend(ids),
    )
    return Kept(road, keeping, noted)
