"""What is covered before a text leaves in answer to a request: students' data, by every check that finds any.

All children count here as if their families had said no to names: FERPA protects what a school's list says of
any of them. Adults whom the name finder doesn't know are covered too; who works here isn't.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from smadmin.domain.blackening import Covered, cover
from smadmin.domain.canonical import loads
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import TEXT, Span
from smadmin.domain.policy.reading import Reading, fold
from smadmin.domain.policy.roster import People, PersonName
from smadmin.domain.students import Student
from smadmin.services.names_spelled import NamesSpelled

_FINDERS = (
    CheckId.OPTED_OUT_NAME,
    CheckId.OPTED_OUT_FIRST_NAME,
    CheckId.FIRST_NAMES_ONLY,
    CheckId.NAMED_PERSON,
    CheckId.ID_NUMBER,
    CheckId.BIRTH_DATE,
)
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"[^\w\n]{1,3}(\w+)")
_LETTERS_OF_A_NAME = 3
_REMEMBERED = 500
"""So many texts aren't looked at anew; of ten thousand posts most details say the same."""


class NamesCovered:
    """Covers students' data in texts; holds children's names, and so is made for one answer only."""

    def __init__(self, students: Iterable[Student], staff: Iterable[str], context: Context) -> None:
        """Take everybody on the list, and what else the checks know of the school."""
        # Its patterns take a quarter of a second to load, and only an answer needs them.
        from smadmin.domain.policy.checks.register import TEXT_RULES  # noqa: PLC0415 - its patterns take 0.3 s

        names = [
            PersonName(one.first_name, one.last_name, opted_out=True, number=one.number) for one in students
        ]
        self._rules = tuple(TEXT_RULES[one] for one in _FINDERS)
        self._context = replace(context, people=People.of(names, staff=staff), group_photo=True)
        self._spelled = NamesSpelled(self._context.people)
        self._clean_text = lru_cache(_REMEMBERED)(self._shows_nothing)  # handles, pages, packs come again

    def spans(self, text: str) -> tuple[Span, ...]:
        """Give what must be covered."""
        reading = Reading(text, TEXT)
        found = (hit.span for rule in self._rules for hit in rule.hits(reading, self._context))
        told = [one for one in found if one is not None]
        beside = (self._family_after(text, one) for one in told)
        return (*told, *(one for one in beside if one is not None), *self._spelled.within(text))

    def cover(self, text: str, author: str = "") -> Covered:
        """Cover a text; with `author`, who wrote it, wherever it or its answer names them."""
        return cover(text, (*self.spans(text), *_named(author, text)))

    def names_nobody(self, page: bytes) -> bool:
        """Tell whether a whole page, as a platform sent it, holds no child's name (first and last)."""
        return not self._spelled.on_page(page)

    def clean_link(self, link: str) -> bool:
        """Tell whether an address spells no name (`/2026/11/mia-lopez-wins`)."""
        return not self.spans(link) and not self._spelled.spells(link)

    def _family_after(self, text: str, span: Span) -> Span | None:
        """Give the family name that a cover would leave behind ("Mia Rose Lopez" by "Mia Rose")."""
        found = _NEXT_WORD.match(text, span.end)
        families = self._context.people.family_forms
        return Span(span.end, found.end()) if found and fold(found[1]) in families else None

    def clean(self, content: bytes) -> bool:
        """Tell whether no text in a row's detail would have to be covered."""
        try:
            texts = tuple(_texts(loads(content)))
            return all(map(self._clean_text, texts))
        except ValueError:
            return False

    def _shows_nothing(self, text: str) -> bool:
        return not self.spans(text) and ("://" not in text or self.clean_link(text))


def _named(author: str, text: str) -> Iterable[Span]:
    """Give where somebody is named: whole, or by a word of their name written large."""
    words = {one.casefold() for one in _WORD.findall(author) if len(one) >= _LETTERS_OF_A_NAME}
    for found in _WORD.finditer(text):
        if found[0].casefold() in words and not found[0].islower():
            yield Span(*found.span())
    if author.strip():
        for found in re.finditer(re.escape(author.strip()), text, re.IGNORECASE):
            yield Span(*found.span())


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
