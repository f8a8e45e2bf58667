"""No row is written that the table of rights has no line for: not by source, desk or sample school."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.keys import TrustAct
from smadmin.domain.rights import RIGHTS
from smadmin.domain.vocabulary import Act, Noun
from tests.sample import sample_office, sit
from tests.school import make_school

SOURCE = Path(__file__).parents[2] / "smadmin"
TRUST = {one.value for one in TrustAct}


def written() -> Iterator[tuple[Noun, Act]]:
    """Give what stands in the source as `deed.record(Act.…, Noun.…)`."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record":
                words = [ast.unparse(one) for one in node.args[:2]]
                if [one.split(".")[0] for one in words] == ["Act", "Noun"]:
                    yield Noun[words[1].split(".")[1]], Act[words[0].split(".")[1]]


def test_whatever_the_source_writes_has_a_line_in_the_table() -> None:
    pairs = set(written())

    assert len(pairs) > 60, "the source writes rows in another way now"
    assert {(noun, act) for noun, act in pairs if act not in RIGHTS.get(noun, {})} == set()


@pytest.mark.parametrize(("act", "noun"), [(Act.ADD, Noun.SLOTS), (Act.CONFIRM, Noun.RECORDS)])
def test_the_desk_writes_nothing_that_the_table_doesn_t_know(tmp_path: Path, act: Act, noun: Noun) -> None:
    school = make_school(tmp_path)

    with pytest.raises(LookupError), school.desk.deed(school.by("pat")) as deed:
        deed.record(act, noun, "x")


def test_a_school_that_was_lived_in_holds_no_other_rows(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega").actor

    with office.desk.look(maya) as unit:
        rows = {(one.noun, one.act) for one in unit.record.rows()}

    assert rows
    of_trust = {one for one in rows if one[1] in TRUST}
    assert {one for one in rows - of_trust if one[1] not in RIGHTS.get(Noun(one[0]), {})} == set()
