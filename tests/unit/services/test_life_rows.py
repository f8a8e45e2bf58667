"""The rows of an account's life are proven ones, with the parts that can be opened."""

from pathlib import Path

from smadmin.domain.vocabulary import Act
from smadmin.services.life_rows import grouped_facts, life_rows
from tests.openings import School


def test_rows_carry_what_was_signed_and_the_roles_of_then(tmp_path: Path) -> None:
    school = School(tmp_path)
    account = school.asked()
    school.opening.approve(school.by("pat"), account)

    with school.desk.look(school.by("ana")) as unit:
        proven = school.road.proof.now(unit)
        rows = life_rows(proven, grouped_facts(proven)[account])
    assert [row.act for row in rows] == [Act.ASK_ACCOUNT, Act.APPROVE_ACCOUNT]
    assert rows[0].part is not None
    assert set(rows[0].part) == {"request", "account"}
    assert {role.value for role in rows[1].roles} == {"principal"}
