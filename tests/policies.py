"""The shipped packs for tests, and what a rule marks in a text."""

from functools import cache

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.policy.context import Context, TextRule
from smadmin.domain.policy.findings import Hit
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName
from smadmin.importing.packs import read_packs
from smadmin.importing.platforms import read_platforms
from smadmin.importing.words import read_words
from smadmin.language.spelling import Dictionaries

STUDENTS = (
    PersonName("Maria", "Garcia"),
    PersonName("José Luis", "Peña Torres"),
    PersonName("Will", "Power"),
    PersonName("James", "Kelly"),
    PersonName("Aisha", "O'Brien-Smith", nicknames=("Shay",)),
    PersonName("Ana", "López Ruiz", opted_out=True),
    PersonName("Guadalupe", "de la Cruz", opted_out=True),
    PersonName("Grace", "Park", opted_out=True),
)
LEXICON = read_words(resources.find("words"))
DICTIONARIES = Dictionaries(resources.find("dictionaries"))
PEOPLE = People.of(STUDENTS, staff=("Kim Nguyen", "Maria Kelly"))
SCHOOL = Context(
    people=PEOPLE,
    school_name="Lincoln Elementary",
    account_names=("Lincoln Elementary", "lincoln_es"),
    phones=("443-555-0100",),
    domains=("lincoln.k12.md.us",),
    handles=("lincoln_es",),
    lexicon=LEXICON,
    speller=DICTIONARIES,
)


@cache
def packs() -> dict[str, Pack]:
    """Read the shipped packs once."""
    return read_packs(resources.find("policies"))


@cache
def platforms() -> dict[Platform, PlatformFacts]:
    """Read the shipped facts about platforms once."""
    return read_platforms(resources.find("platforms"))


def hits(rule: TextRule, text: str, context: Context = SCHOOL) -> list[Hit]:
    """Run one rule."""
    return list(rule.hits(Reading(text), context))


def marked(rule: TextRule, text: str, context: Context = SCHOOL) -> list[str]:
    """Give the words that a rule marks."""
    spans = [hit.span for hit in hits(rule, text, context)]
    return [text[span.start : span.end] for span in spans if span]


def mended(rule: TextRule, text: str) -> list[str]:
    """Give the text after each remedy of a rule, one at a time."""
    return [hit.remedy.mended(text) for hit in hits(rule, text) if hit.remedy]
