"""Whoever releases a post is told what its author was told: on which account it may be wrong."""

from pathlib import Path

from smadmin.domain.messages import say
from smadmin.services.learning import Learning
from smadmin.services.sheets import Sheets
from tests.road import make_road


def test_whoever_releases_reads_that_another_school_is_named(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    Learning(road.school.desk, road.reader).add_school(road.by("ana"), "Roosevelt Middle School")
    sheets = Sheets(road.school.desk, road.reader, road.proof, road.approvals)

    told = sheets.sheet(road.by("bo"), road.submitted(text="Roosevelt Middle won the cup.")).named
    other = sheets.sheet(road.by("bo"), road.submitted()).named

    assert told == (say("compose.names-another", name="Roosevelt Middle School"),)
    assert other == ()
