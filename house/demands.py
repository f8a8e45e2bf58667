"""The districts' demands: where each stands, what keeps it, which tests show it, and what is still open.

Reads the packs and the tests' own markers (`@pytest.mark.demand("BAL-B1j2")`) without importing either, so it
needs nothing installed and is quick. Whether a pack claims something that doesn't work is a test's business.
"""

import ast
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from house.environment import ROOT

LIST = "demands.toml"
SHOWN_TESTS = 3


@dataclass(frozen=True)
class Demand:
    """One demand of a district.

    Args:
        id: `BAL-B1j2`.
        clause: where it stands in the district's document.
        asks: what it asks, in a few words.
        enforced_by: what keeps it today.
        awaits: what will keep it, or the rest of it.
        tests: which show it, `path::name`.
    """

    id: str
    clause: str
    asks: str
    enforced_by: tuple[str, ...]
    awaits: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def state(self) -> str:
        """Give `kept` (whole and shown by a test), `partly` or `open`."""
        if not self.enforced_by:
            return "open"
        return "partly" if self.awaits or not self.tests else "kept"


class Unknown(Exception):
    """A pack lacks a demand of its district, or a test names one that there isn't."""


def demands(root: Path = ROOT) -> tuple[Demand, ...]:
    """Read all demands in the order of the list.

    Raises:
        Unknown: packs, list and tests don't speak of the same demands.
    """
    packs = root / "resources" / "policies"
    listed = tomllib.loads((packs / LIST).read_text("utf-8"))
    tests = marked_tests(root / "tests")
    found = []
    for district, rows in listed.items():
        clauses = tomllib.loads((packs / f"{district}.toml").read_text("utf-8")).get("clauses", {})
        if missing := rows.keys() - clauses.keys():
            raise Unknown(f"{district}.toml lacks {', '.join(sorted(missing))}")
        found += [
            Demand(
                id=demand,
                clause=row["clause"],
                asks=row["asks"],
                enforced_by=tuple(clauses[demand].get("enforced_by", ())),
                awaits=tuple(clauses[demand].get("open", ())),
                tests=tuple(tests.get(demand, ())),
            )
            for demand, row in rows.items()
        ]
    if strange := tests.keys() - {one.id for one in found}:
        raise Unknown("; ".join(f"{', '.join(tests[one])} names {one}" for one in sorted(strange)))
    return tuple(found)


def marked_tests(folder: Path) -> dict[str, list[str]]:
    """Find which tests carry which demand's marker, by demand."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("test_*.py")):
        source = path.read_text("utf-8")
        if "mark.demand(" in source:
            place = path.relative_to(folder.parent).as_posix()
            for demand, name in _marks(ast.parse(source, str(path)), place):
                if name not in found.setdefault(demand, []):
                    found[demand].append(name)
    return found


def _marks(node: ast.AST, place: str) -> Iterator[tuple[str, str]]:
    """Give each marker below a node with the test it stands on: whole modules and single cases count too."""
    for child in ast.iter_child_nodes(node):
        name = place
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{place}::{child.name}"
        elif isinstance(child, ast.Call) and (demand := _demand_of(child)):
            yield demand, place
        yield from _marks(child, name)


def _demand_of(call: ast.Call) -> str | None:
    """Give the id of `pytest.mark.demand("…")`, or None for any other call."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "demand" and call.args):
        return None
    value = call.args[0]
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def as_json(found: tuple[Demand, ...]) -> str:
    """Give the demands as one document; what isn't kept whole stands once more under `open`."""
    rows = [
        {"id": one.id, "clause": one.clause, "enforced_by": one.enforced_by, "tests": one.tests}
        for one in found
    ]
    still = {one.id: [*one.awaits, *([] if one.tests else ["test"])] for one in found if one.state != "kept"}
    return json.dumps({"demands": rows, "open": still}, ensure_ascii=False, indent=1)


def as_table(found: tuple[Demand, ...]) -> str:
    """Give the demands for people: a line each, then its tests."""
    wide = max(len(one.clause) for one in found)
    lines = []
    for one in found:
        kept = ", ".join(one.enforced_by) or "-"
        lines.append(f"{one.id:<11}{one.clause:<{wide}}  {one.state:<7}{kept}")
        if one.awaits:
            lines.append(f"{'':<{13 + wide}}{'':<7}open: {', '.join(one.awaits)}")
        lines += [f"{'':<{13 + wide}}{'':<7}{told}" for told in _told(one)]
    counts = {state: sum(one.state == state for one in found) for state in ("kept", "partly", "open")}
    total = ", ".join(f"{count} {state}" for state, count in counts.items())
    return "\n".join([*lines, "", f"{len(found)} demands: {total}"])


def _told(one: Demand) -> list[str]:
    names = [f"test {name.rpartition('/')[2]}" for name in one.tests]
    if not names and one.enforced_by:
        return ["open: a test"]
    more = len(names) - SHOWN_TESTS
    return [*names[:SHOWN_TESTS], *([f"and {more} more"] if more > 0 else [])]
