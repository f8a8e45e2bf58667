"""A child's own work is found; the family's no to it weighs full, anything else is a hint."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.works import StudentWork
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.roster import People, PersonName
from tests.policies import SCHOOL, hits, marked

RULE = StudentWork()
CONTEXT = replace(
    SCHOOL, people=People.of([PersonName("Finn", "Gallagher", no_work=True), PersonName("Mei", "Tan")])
)


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize(
    ("text", "words", "at_most"),
    [
        ("Finn's painting hangs in the hall.", "Finn's painting", Severity.BLOCK),
        ("An essay by Finn won.", "essay by Finn", Severity.BLOCK),
        ("A poem by Mei", "poem by Mei", Severity.HINT),
        ("Mei\u2019s little red sculpture", "Mei\u2019s little red sculpture", Severity.HINT),
        ("drawings by our third graders", "drawings by our third graders", Severity.HINT),
        ("Un poema de Mei", "poema de Mei", Severity.HINT),
        ("Finn G. built this bridge, look!", "built this bridge", Severity.BLOCK),
        ("Mei and James painted a portrait.", "painted a portrait", Severity.HINT),
        ("“I love rain,” wrote Finn.", "” wrote Finn", Severity.BLOCK),
    ],
)
def test_a_childs_work_is_found(text: str, words: str, at_most: Severity) -> None:
    (hit,) = hits(RULE, text, CONTEXT)

    assert marked(RULE, text, CONTEXT) == [words]
    assert hit.at_most is at_most


@pytest.mark.parametrize(
    "text",
    [
        "The student art show opens Friday.",
        "A poem by Langston Hughes",
        "Mei loves the story.",
        "Stories by the fire",
        "Finn and the painting",
        "Mei made a friend. Workers built this bridge.",
        "“I love rain,” said Mei.",
    ],
)
def test_other_works_are_left_alone(text: str) -> None:
    assert marked(RULE, text, CONTEXT) == []
