"""A call to believe is found; a calendar note promotes nothing."""

import pytest

from smadmin.domain.policy.checks.religion import ReligiousPromotion
from tests.policies import marked


@pytest.mark.demand("BAL-B1l2")
@pytest.mark.parametrize(
    "text",
    [
        "Join us for worship on Sunday!",
        "Praise the Lord for this win!",
        "God is good! The playground is paid.",
        "Come learn about Jesus",
        "Jesús los ama.",
        "¡Gloria a Dios!",
        "Vengan a la iglesia el domingo",
    ],
)
def test_a_call_to_believe_is_found(text: str) -> None:
    assert len(marked(ReligiousPromotion(), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Good Friday: no school.",
        "Ramadan Mubarak to all who celebrate!",
        "The polling place is St. Mary's Church.",
        "6th graders learned about five world religions.",
        "No hay clases en Semana Santa.",
    ],
)
def test_a_calendar_note_promotes_nothing(text: str) -> None:
    assert marked(ReligiousPromotion(), text) == []
