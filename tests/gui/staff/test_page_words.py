"""What the page for staff says, in each language: a demand is met by its words, not by a heading's name."""

import re

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.policy.enforcement import Card, Reminder
from smadmin.domain.staff_page import QUESTIONS, Topic, topics
from smadmin.language.catalogue import Catalogue
from smadmin.services.policy import Policy
from smadmin.ui.labels import PlainLabel
from smadmin.ui.staff.topics import TopicCard
from smadmin.ui.wording import Wording

SAYS: dict[Card | Reminder, dict[str, tuple[str, ...]]] = {
    Card.OWN_TIME: {
        "en": ("Working time", "Your own pages wait for your own time", "official pages only"),
        "es": ("horario de trabajo", "páginas propias esperan a su tiempo libre", "solo páginas oficiales"),
    },
    Card.OWN_PAGES: {
        "en": (
            "Personal and official stay apart",
            "never the school's or the district's",
            "No picture of a student",
        ),
        "es": (
            "personal y lo oficial van separados",
            "nunca el de la escuela ni el del distrito",
            "ninguna foto de alumnos",
        ),
    },
    Card.FRIEND_REQUESTS: {
        "en": ("aren't online friends", "I don't connect with students or their families", "Copy the"),
        "es": ("no son amigos en la red", "no agrego a alumnos ni a sus familias", "Copiar"),
    },
    Card.OWN_VOICE: {
        "en": ("real name", "you work here", "what you gain", "my own view, not the district's"),
        "es": ("nombre real", "trabaja aquí", "qué gana con ello", "mi opinión, no la del distrito"),
    },
    Card.PRIVACY: {
        "en": ("who can see", "strangers know", "want to be known", "change my mind", "ask whoever is in it"),
        "es": ("quién ve", "desconocidos", "quiero que me conozcan", "cambio de opinión", "quien aparece"),
    },
    Card.WHAT_IS_RECORDED: {
        "en": (
            "records about you",
            "release and publish",
            "show or copy a log-in",
            "nobody can expect privacy",
        ),
        "es": ("registra smadmin", "autoriza y publica", "muestra o copia un acceso", "esperar privacidad"),
    },
    Reminder.POLICY_READ: {
        "en": ("consequences for your job", "ask first"),
        "es": ("consecuencias para su puesto", "pregunte antes"),
    },
}

ASKED = [
    pytest.param(of, marks=[pytest.mark.demand(demand) for demand in demands])
    for of, demands in {
        Card.OWN_TIME: ("WIC-G7",),
        Card.OWN_PAGES: ("WIC-G7", "SOC-P4"),
        Card.FRIEND_REQUESTS: ("WIC-G8",),
        Card.OWN_VOICE: ("WIC-G9",),
        Card.PRIVACY: ("WIC-S2",),
        Card.WHAT_IS_RECORDED: ("SOC-P3",),
        Reminder.POLICY_READ: ("BAL-F1",),
    }.items()
]


def read(topic: Topic, language: str, qtbot: QtBot) -> str:
    """Give everything that stands on a topic's card, its clauses left out: they are the reason alone."""
    card = TopicCard(Topic(topic.of, ()), Wording(Catalogue.load(language)))
    qtbot.addWidget(card)
    said = [label.whole_text for label in card.findChildren(PlainLabel)]
    return "\n".join([*said, "" if card.copy_button is None else card.copy_button.text()])


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("of", ASKED)
def test_the_page_says_in_its_own_words_what_is_asked_of_staff(
    of: Card | Reminder, language: str, qtbot: QtBot
) -> None:
    every = topics(Policy.shipped().pack("wichita-ks"))
    assert {one.of for one in every} == set(SAYS), "a new topic has its words here"

    told = read(next(one for one in every if one.of is of), language, qtbot)

    assert [one for one in SAYS[of][language] if one not in told] == []
    numbered = re.findall(r"^\d\. \S", told, re.MULTILINE)
    assert len(numbered) == (QUESTIONS if of is Card.PRIVACY else 0)
