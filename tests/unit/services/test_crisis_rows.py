"""What of a crisis hold is believed: rows that somebody signed who could, in a record that is whole."""

from pathlib import Path

import pytest

from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Noun
from tests.faults.forgeries import sign_row, sql
from tests.unit.services.test_crises import WHY, crises_of, founded, reasons


@pytest.mark.parametrize("who", ["ana", "dot"])
def test_an_end_signed_by_a_key_without_the_right_lets_nothing_go(tmp_path: Path, who: str) -> None:
    direct = founded(tmp_path)
    crises = crises_of(direct.road)
    queued = direct.intended(direct.released())
    crises.hold(direct.road.by("pat"))

    sign_row(direct.road, direct.road.by(who), "go-on", Noun.CRISES, direct.road.school.id, why=WHY)

    assert crises.now(direct.road.by("pat")) is not None
    assert direct.go(queued).decision.next is Next.HOLD
    assert "crisis.stopped" in reasons(direct, queued)


def test_a_hold_cut_out_of_the_file_lets_nothing_go(tmp_path: Path) -> None:
    direct = founded(tmp_path)
    crises = crises_of(direct.road)
    queued = direct.intended(direct.released())
    crises.hold(direct.road.by("pat"))
    direct.road.school.note()

    sql(direct.road, f"DELETE FROM record_row WHERE noun = '{Noun.CRISES}'")

    assert reasons(direct, queued) != []
    assert direct.platform.kept == []
