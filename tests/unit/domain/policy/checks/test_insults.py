"""People called names are found; costumes, animals and praise are left in peace."""

import pytest

from smadmin.domain.policy.checks.insults import Insult
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school


def insults(text: str, context: Context | None = None) -> int:
    return len(list(Insult().hits(Reading(text), context or sample_school())))


@pytest.mark.demand("BLO-IV-B1")
@pytest.mark.parametrize(
    "text",
    [
        "Some of these parents are so lazy.",
        "The referee was blind as a bat.",
        "What a bunch of clowns on that board.",
        "Parents these days raise entitled kids.",
        "Even the slow ones passed.",
        "We lost because they ran like a bunch of girls.",
        "Quit your whining, it is only a uniform.",
        "Nobody cares about your opinion.",
        "Immigrants are ruining it for everybody.",
        "I hate these kids some days.",
        "What is wrong with you people?",
        "Los papás de 3a son unos irresponsables.",
        "Hay maestros bien flojos en esa escuela.",
    ],
)
def test_who_is_called_names_is_found(text: str) -> None:
    assert insults(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sloths are slow and cheetahs are fast, said our 2nd graders.",
        "The kids were monsters and pirates at the Halloween parade.",
        "Our class pets are two rats named Salt and Pepper.",
        "The villain in our play is a liar.",
        "Our students are never lazy.",
        "What a bunch of wonderful kids!",
        "The kids were so proud.",
        "The girls are undefeated!",
        "Nuestros alumnos son muy trabajadores.",
    ],
)
def test_animals_costumes_and_praise_hurt_nobody(text: str) -> None:
    assert insults(text) == 0


def test_one_passage_is_named_once() -> None:
    assert insults("You idiots are idiots.") == 2
    assert insults("Those lazy parents are lazy.") <= 2
