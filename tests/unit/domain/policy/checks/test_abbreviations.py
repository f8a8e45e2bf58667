"""Abbreviations not spelled out are found once; known ones, shouts and spelled-out ones aren't."""

import pytest

from smadmin.domain.policy.checks.abbreviations import Abbreviation, Jargon
from smadmin.domain.policy.context import Paragraph
from smadmin.domain.policy.reading import Reading
from tests.policies import SCHOOL, marked, mended


def found(*paragraphs: str) -> list[tuple[int, str]]:
    """Give place and words of what is found in a post of these paragraphs."""
    whole = "\n\n".join(paragraphs)
    read = [Paragraph(whole.index(text), Reading(text)) for text in paragraphs]
    spans = [hit.span for hit in Abbreviation().hits(read, SCHOOL)]
    return [(span.start, whole[span.start : span.end]) for span in spans if span]


@pytest.mark.demand("SOC-O4")
@pytest.mark.demand("BLO-A8")
def test_an_abbreviation_is_found_at_its_first_place() -> None:
    assert found("No clubs.", "PLC time, and PLC again.") == [(11, "PLC")]
    assert found("The SRBC met.") == [(4, "SRBC")]


@pytest.mark.demand("SOC-O4")
@pytest.mark.parametrize(
    "paragraphs",
    [
        ("A Professional Learning Community (PLC) met.", "PLC again"),
        ("The Sugar River Book Club (SRBC) met. SRBC!",),
        ("STEM night, the PTA, CPR and an AED",),
        ("PLEASE BRING FDC NOW",),
        ("#PLC https://x.example/PLC",),
        ("A FREE day. OK!",),
    ],
)
def test_spelled_out_known_and_shouted_ones_are_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == []


@pytest.mark.demand("WIC-P10")
def test_jargon_is_found_with_plain_words_in_its_own_language_only() -> None:
    assert marked(Jargon(), "We use formative assessments.") == ["formative assessments"]
    assert mended(Jargon(), "We use formative assessments.") == ["We use short checks of what students know."]
    assert marked(Jargon(), "La instrucción diferenciada es para todos.") == ["instrucción diferenciada"]
    assert marked(Jargon(), "A test on Friday") == []
