"""What leaves in the removal log names nobody."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.moderating import Measure, Way, Wish
from smadmin.domain.removal_log import log_json, log_table
from smadmin.services.removal_log import lines_out
from tests.unit.services.test_moderating import SPAM, Moderated


def test_the_log_says_what_where_when_and_how_fast_and_nobody(tmp_path: Path) -> None:
    school = Moderated(tmp_path, text="Buy pills from Zoe Quill!")
    school.ask(replace(SPAM, words="Zoe again."))
    school.school.pass_days(0.5)
    school.done(way=Way.DELETE)
    today = school.school.now.date()
    school.ask(Wish(Measure.BLOCK, "spam", False, words="Zoe!", until=today, unpictured=True))
    by = school.school.road.by("ana")
    with school.school.road.school.desk.look(by) as unit:
        place = unit.schools.get(unit.school)

    block, removal = lines_out(school.views.look(by), place, "es")

    assert (removal.ground, removal.way, removal.stage, removal.second_person) == (
        "Correo basura",
        "delete",
        "done",
        False,
    )
    assert removal.minutes is not None
    assert 720 <= removal.minutes < 723
    assert (block.measure, block.stage, block.until, block.minutes) == (
        "block",
        "asked",
        today.isoformat(),
        None,
    )
    out = log_table([block, removal]) + log_json([block, removal])
    for secret in ("Zoe", "pills", "A parent", "https://", school.comment, "Ana", "Bo "):
        assert secret not in out
