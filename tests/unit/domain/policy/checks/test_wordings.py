"""The checks that are lists of wordings: each finds its own, and leaves what its list passes."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.hearsay import Claim
from smadmin.domain.policy.checks.insults import Insult
from smadmin.domain.policy.checks.journeys import Away, CheckIn
from smadmin.domain.policy.checks.wordings import (
    AdultTopic,
    EngagementBait,
    LegalMatter,
    OnBehalf,
    Profanity,
    Slur,
    TestMaterial,
    Threat,
)
from smadmin.domain.policy.context import TextRule
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school
from tests.policies import marked

FOUND: list[tuple[str, TextRule, str, list[str]]] = [
    ("BLO-IV-C3", OnBehalf(), "On behalf of the district, welcome.", ["On behalf of the district"]),
    ("BLO-IV-C3", OnBehalf(), "The district's position is clear.", ["The district's position is"]),
    ("BLO-IV-C3", OnBehalf(), "Our district firmly opposes it.", ["Our district firmly opposes"]),
    ("BLO-IV-C3", OnBehalf(), "En nombre del distrito escolar", ["En nombre del distrito escolar"]),
    (
        "SOC-O8",
        EngagementBait(),
        "Which pizza are you? Take the quiz. Soup today. Tag a friend.",
        ["Which pizza are you? Take the quiz", "Tag a friend"],
    ),
    ("SOC-O8", EngagementBait(), "First 100 shares get a cookie", ["First 100 shares get"]),
    ("SOC-O8", EngagementBait(), "Compartan con todos", ["Compartan con todos"]),
    ("BLO-IV-B1", Threat(), "You are so dead", ["You are so dead"]),
    ("BLO-IV-B1", Insult(), "thanks to the whiners who park there", ["the whiners who"]),
    ("BLO-IV-B1", Insult(), "some people need a hobby", ["need a hobby"]),
    ("BLO-IV-B1", Insult(), "Los padres son un montón de burros.", ["montón de burros"]),
    ("WIC-P10", Claim(), "heard from a bus driver that they close", ["heard from a"]),
    ("WIC-P10", Claim(), "i wouldn't send my kid", ["wouldn't send my kid"]),
    ("SOC-O10", Away(), "¡El coro va rumbo a Portland!", ["va rumbo a"]),
    ("WIC-G4", CheckIn(), "Los de sexto se quedan en las Cabañas.", ["se quedan en las Cabañas"]),
    ("YEL-C4", TestMaterial(), "the math test, number 14 is the one", ["test, number 14 is"]),
    ("WIC-G11", LegalMatter(), "HR is investigating him", ["HR is investigating"]),
    ("WIC-G4", CheckIn(), "Checking in from the zoo!", ["Checking in from"]),
    ("WIC-G4", CheckIn(), "We're at the zoo right now.", ["We're at the zoo right now"]),
    ("WIC-G4", CheckIn(), "4B is at Denver Zoo until 2 today.", ["is at Denver Zoo until 2"]),
    ("WIC-G4", CheckIn(), "Acabamos de llegar al museo.", ["Acabamos de llegar al"]),
    ("SOC-O10", Away(), "Field trip tomorrow! We will be away.", ["Field trip tomorrow"]),
    ("SOC-O10", Away(), "Third grade is going to the zoo.", ["is going to the zoo"]),
    ("SOC-O10", Away(), "On a field trip to the zoo tomorrow!", ["field trip to the zoo tomorrow"]),
    ("SOC-O10", Away(), "Mañana va de excursión.", ["va de excursión"]),
    ("SOC-O10", Away(), "5th graders are heading to Boston tomorrow.", ["are heading to Boston"]),
    ("BLO-IV-B1", Threat(), "Somebody should punch that guy.", ["should punch that"]),
    ("WIC-G11", LegalMatter(), "Police are investigating.", ["Police are investigating"]),
    ("YEL-C4", TestMaterial(), "Here is the answer key.", ["answer key"]),
    ("YEL-C4", TestMaterial(), "preguntas del examen", ["preguntas del examen"]),
    ("BLO-A4", Claim(), "Reportedly, the road closes.", ["Reportedly"]),
    ("BLO-A4", Claim(), "Se rumorea que cierran.", ["Se rumorea que"]),
    ("SOC-O8", EngagementBait(), "Tag a friend!", ["Tag a friend"]),
    ("SOC-O8", EngagementBait(), "Comparte si te gusta", ["Comparte si"]),
    ("BLO-IV-B1", Insult(), "Those idiots again.", ["idiots"]),
    ("WIC-G2", Insult(), "He throws like a girl.", ["throws like a girl"]),
    ("BLO-IV-B1", Insult(), "Son unos idiotas.", ["idiotas"]),
    ("BLO-A3", Slur(), "Only a retard parks there.", ["retard"]),
    ("BLO-A3", Slur(), "No seas maricón.", ["maricón"]),
    ("BLO-IV-B1", Threat(), "I will kill whoever did it.", ["I will kill"]),
    ("BLO-IV-B1", Threat(), "Te vas a arrepentir.", ["Te vas a arrepentir"]),
    ("WIC-G11", LegalMatter(), "The lawsuit goes on.", ["lawsuit"]),
    ("WIC-G11", LegalMatter(), "una demanda judicial", ["demanda judicial"]),
    ("BLO-A3", AdultTopic(), "A basket of wine and craft beer", ["wine", "beer"]),
    ("BLO-A3", AdultTopic(), "una canasta de vino", ["vino"]),
    ("BLO-IV-B1", Profanity(), "What a damn good game", ["damn"]),
    ("BLO-IV-B1", Profanity(), "sh*t happens, f***", ["sh*t", "f***"]),
    ("BLO-IV-B1", Profanity(), "Qué mierda", ["mierda"]),
]


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        pytest.param(rule, text, words, marks=pytest.mark.demand(demand))
        for demand, rule, text, words in FOUND
    ],
)
def test_a_wording_is_found(rule: TextRule, text: str, words: list[str]) -> None:
    assert marked(rule, text) == words


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (OnBehalf(), "The district office is open. The district is hiring."),
        (CheckIn(), "Live from our library: story time!"),
        (CheckIn(), "We are in the running right now."),
        (CheckIn(), "The bake sale is at Lincoln Elementary until 2 today."),
        (Away(), "Fifth grade is back from the zoo. They went to the museum."),
        (Away(), "Permission slips for the field trip on Friday are due."),
        (TestMaterial(), "State testing begins Monday."),
        (Claim(), "We heard great singing."),
        (Claim(), "Everyone in our school knows that reading is fun; we would not send a child home."),
        (TestMaterial(), "The test has 20 questions and number 5 is a drawing."),
        (Insult(), "Need a job? My son is a handful of joy."),
        (Away(), "Acaban de salir las calificaciones; vamos rumbo a un gran año."),
        (EngagementBait(), "Share your photos of field day with the office."),
        (Insult(), "Ugly sweater day! The lazy river is long."),
        (Slur(), "The room is spic and span."),
        (Threat(), "They killed it! The drill showed no threat. We will shoot pictures."),
        (LegalMatter(), "Fifth grade held a mock trial with a lawsuit. A science investigation!"),
        (LegalMatter(), "The air was charged with excitement."),
        (AdultTopic(), "Red Ribbon Week: our pledge against alcohol and tobacco."),
        (AdultTopic(), "Root beer floats! El autor vino a visitarnos."),
        (Profanity(), "The class assembled a dam; Ms. Hellman passes."),
    ],
)
def test_what_only_looks_like_it_is_left_alone(rule: TextRule, text: str) -> None:
    assert marked(rule, text) == []


@pytest.mark.demand("BLO-IV-C3")
def test_whom_the_pack_names_may_speak_for_the_district() -> None:
    text = "On behalf of the district, Ana Duarte thanks every voter."
    named = replace(sample_school(), speakers=frozenset({("ana", "duarte")}))

    assert len(list(OnBehalf().hits(Reading(text), sample_school()))) == 1
    assert list(OnBehalf().hits(Reading(text), named)) == []
