"""Under each district's own pack a text against a clause is found, and the clause is quoted."""

from dataclasses import replace

import pytest

from smadmin import resources
from smadmin.domain.policy.context import PostPicture, PostText
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.proofreading import check
from smadmin.importing.words import read_words
from tests.policies import SCHOOL, packs

CONTEXT = replace(SCHOOL, lexicon=read_words(resources.find("words")))
DISTRICTS = {pack.id.split("-")[0][:3].upper(): pack for pack in packs().values()}
PICTURE = ""
"""A post of one picture of which nobody said whose it is."""


def cited(pack: Pack, text: str) -> set[str]:
    pictures = () if text else (PostPicture("p"),)
    found = check(PostText(text, pictures), pack=pack, context=CONTEXT)
    return {demand for one in found for demand in pack.rules[one.rule].demands}


@pytest.mark.parametrize(
    ("demand", "text"),
    [
        pytest.param("BAL-B1l3", PICTURE, marks=pytest.mark.demand("BAL-B1l3")),
        pytest.param("BAL-D3", "Come to our winter concert!", marks=pytest.mark.demand("BAL-D3")),
        pytest.param(
            "WIC-G4", "We are at the zoo right now with our class!", marks=pytest.mark.demand("WIC-G4")
        ),
        pytest.param(
            "WIC-P9", "Congratulations to Maria Garcia on her award.", marks=pytest.mark.demand("WIC-P9")
        ),
        pytest.param("WIC-P18", "Vote yes on Question 2 on November 3!", marks=pytest.mark.demand("WIC-P18")),
        pytest.param("BLO-IV-B3", PICTURE, marks=pytest.mark.demand("BLO-IV-B3")),
        pytest.param(
            "BLO-IV-C3",
            "The district believes that the new law is wrong.",
            marks=pytest.mark.demand("BLO-IV-C3"),
        ),
        pytest.param(
            "BLO-A3", "Join us for beer and wine tasting after the game.", marks=pytest.mark.demand("BLO-A3")
        ),
        pytest.param(
            "BLO-A4", "Reportedly the school will be closed for a month.", marks=pytest.mark.demand("BLO-A4")
        ),
        pytest.param("YEL-C4", PICTURE, marks=pytest.mark.demand("YEL-C4")),
        pytest.param("SOC-M7", "This game was a damn shame.", marks=pytest.mark.demand("SOC-M7")),
        pytest.param("SOC-O5", "Read more at https://bit.ly/3xYzAbC", marks=pytest.mark.demand("SOC-O5")),
        pytest.param(
            "SOC-O8",
            "Tag three friends who would love this and share to win!",
            marks=pytest.mark.demand("SOC-O8"),
        ),
        pytest.param(
            "SOC-O10",
            "Off to the museum! The fourth grade leaves tomorrow at 8 and is back at 3.",
            marks=pytest.mark.demand("SOC-O10"),
        ),
    ],
)
def test_a_text_against_a_clause_is_found_under_its_districts_pack(demand: str, text: str) -> None:
    pack = DISTRICTS[demand.split("-", maxsplit=1)[0]]

    assert demand in cited(pack, text)
