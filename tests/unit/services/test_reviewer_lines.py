"""How names on a list stand, from the proven record."""

from datetime import date, timedelta
from pathlib import Path

from smadmin.services.proof import Proof
from smadmin.services.reviewer_lines import lists_in_force
from smadmin.services.reviewers import Reviewers
from tests.school import CHEAP, make_school


def test_a_list_is_in_force_until_it_ends_and_says_who_signed_it(tmp_path: Path) -> None:
    school, ends = make_school(tmp_path), date(2027, 6, 30)
    proof = Proof(school.desk, lambda: school.noted)
    reviewers = Reviewers(school.desk, proof)
    reviewers.sign(school.by("pat"), reviewers.prepare(school.by("pat"), ("Robin Vega",), ends, costs=CHEAP))

    with school.desk.look(school.by("pat")) as unit:
        proven = proof.now(unit)

    assert [(one.signed_by, len(one.lines)) for one in lists_in_force(proven, ends)] == [("Pat Winters", 1)]
    assert lists_in_force(proven, ends + timedelta(days=1)) == ()
