"""The rows of an account's life are proven ones, with the parts that can be opened."""

from pathlib import Path

import pytest

from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.district_hand import DistrictHand
from smadmin.services.life_rows import grouped_facts, life_rows
from tests.openings import School
from tests.unasked import record_unasked


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


@pytest.mark.demand("YEL-A4")
@pytest.mark.demand("YEL-A2")
def test_what_anybody_signs_beside_the_table_of_rights_says_nothing_of_an_account(tmp_path: Path) -> None:
    school = School(tmp_path)
    account = school.asked()

    with school.desk.deed(school.by("bo")) as deed:
        for noun in (Noun.CREDENTIALS, Noun.SITES, Noun.POSTS):
            record_unasked(deed, Act.CONFIRM_OFFICE, noun, account)
        record_unasked(deed, Act.KEEP_LOG_IN, Noun.ACCOUNTS, account)
        record_unasked(deed, Act.TICK, Noun.CREDENTIALS, account, parts={"item": {"item": "page"}})

    life = school.sheet(account).life
    assert (life.rights, dict(life.ticks)) == (None, {})
    assert DistrictHand(school.desk, school.road.proof).confirmed(school.by("cem")) == {}
