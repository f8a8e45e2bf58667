"""The sample school, searched in plain English."""

from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.rights import RIGHTS
from smadmin.domain.searching import HitKind, words_of
from smadmin.services.office import Office
from smadmin.services.search import Found
from smadmin.services.search_rows import RowWords
from tests.sample import sample_office, sit

MONTHS = "January February March April May June July August September October November December"
WORDS = RowWords(
    acts={(noun, act): words_of(f"{act} {noun}") for noun, acts in RIGHTS.items() for act in acts},
    months=tuple((name.lower(),) for name in MONTHS.split()),
    program=("program",),
)


def looking(folder: Path) -> Office:
    """Give the sample school with Maya at it, and everything that can be found kept."""
    made = sample_office(folder)
    sit(made, "maya-ortega")
    made.search.catch_up()
    made.search.refresh(made.session.actor)
    return made


def by_of(office: Office) -> Actor:
    return office.session.actor


def titles(found: Found, kind: HitKind) -> list[str]:
    return [one.title for one in found.hits if one.kind is kind]


def found(office: Office, text: str) -> Found:
    return office.search.find(by_of(office), text, WORDS)


def draft(office: Office, text: str) -> str:
    account = office.posts.may_post(by_of(office))[0]
    made = office.posts.create(by_of(office), (account.id,), text=text).value.id
    office.search.refresh(by_of(office))
    return made
