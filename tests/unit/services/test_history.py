"""How rights came about, by the proven record."""

from pathlib import Path

from smadmin.domain.people import Role
from smadmin.services.history import admitted, given
from smadmin.services.proof import Proof
from tests.school import make_school


def test_each_role_and_key_is_told_with_who_signed_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with school.desk.look(school.by("pat")) as unit:
        proven = Proof(school.desk).now(unit)

        roles, let_in = given(proven), admitted(proven)

    (role,) = roles[school.people["bo"]]
    keys = {key.person: let_in[key.id] for key in proven.trust.keys.values() if key.person}
    assert (role.grant.role, role.by, role.ended) == (Role.REVIEWER, school.people["pat"], None)
    assert keys[school.people["bo"]][0] == school.people["pat"]
    assert keys[school.people["ana"]][0] is None
    assert roles[school.people["ana"]][0].by is None
