"""Lists of the record are shown only where the record is as it was signed."""

from pathlib import Path

import pytest

from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId
from smadmin.services.borne_out import name_in, require_whole
from tests.faults.forgeries import sign_row
from tests.road import make_road


def test_a_record_with_a_row_that_nobody_had_the_right_to_shows_no_list(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    with road.school.desk.look(road.by("ana")) as unit:
        proven = require_whole(road.proof.now(unit))
        assert name_in(proven, road.school.people["bo"]) == "Bo Lindqvist"
        assert name_in(proven, PersonId("nobody")) == name_in(proven, None) == ""

    sign_row(road, road.by("bo"), "remove", "sites", "x")

    with road.school.desk.look(road.by("ana")) as unit, pytest.raises(Tampered):
        require_whole(road.proof.now(unit))
