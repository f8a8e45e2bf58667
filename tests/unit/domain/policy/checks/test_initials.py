"""A first name with the family name's initial is told; words of one letter and other children aren't."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.names import FirstNamesOnly
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.roster import People, PersonName
from tests.policies import SCHOOL, hits, marked, mended

RULE = FirstNamesOnly()
GUARDED = replace(SCHOOL, people=People.of([PersonName("Diego", "Ramirez", guarded=True)]))


@pytest.mark.demand("BAL-B1j2")
def test_an_initial_beside_a_first_name_is_taken_off() -> None:
    assert mended(RULE, "Maria G. made the play of the game!") == ["Maria made the play of the game!"]


@pytest.mark.parametrize(
    "text",
    ["Maria Q. read aloud.", "Maria had a K-5 day.", "Maria G-force", "maria g.", "Will I go?", "Maria."],
)
def test_what_is_no_childs_initial_is_left(text: str) -> None:
    assert marked(RULE, text) == []


def test_it_warns_where_the_family_said_no_to_something_and_hints_elsewhere() -> None:
    (known,) = hits(RULE, "Maria G. won")
    (guarded,) = hits(RULE, "Diego R. won", GUARDED)

    assert (known.at_most, guarded.at_most) == (Severity.HINT, Severity.WARN)
