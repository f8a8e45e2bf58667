"""Who read the escalation cards: only one's own signature counts (BAL-B1f5)."""

from pathlib import Path

import pytest

from tests.commented import commented
from tests.faults.forgeries import sign_row


@pytest.mark.demand("BAL-B1f5")
def test_everybody_reads_the_cards_for_themselves(tmp_path: Path) -> None:
    school = commented(tmp_path)
    bo, ana = school.road.by("bo"), school.road.by("ana")
    assert school.cards.due(bo)

    school.cards.read(ana)
    whole = {"version": 1, "policy": "bloomington-mn"}
    sign_row(school.road, ana, "read-cards", "cards", school.road.school.people["bo"], read=whole)

    assert (school.cards.due(bo), school.cards.due(ana)) == (True, False)


def test_a_row_that_says_nothing_of_the_cards_is_passed_over(tmp_path: Path) -> None:
    school = commented(tmp_path)
    bo = school.road.by("bo")

    sign_row(school.road, bo, "read-cards", "cards", school.road.school.people["bo"], read={"version": "1"})

    assert school.cards.due(bo)
