"""The index of people that the name rules look up: made once, used for every keystroke.

It holds children's names in memory only. A lookup costs the length of the text, whatever the roster's
size. Names are matched by their folded tokens; see `reading.fold`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex

from smadmin.domain.policy.reading import fold
from smadmin.domain.policy.wordlists import NICKNAMES

_SPLIT = regex.compile(r"[\s\-\u2010-\u2015.,]+")
_PARTICLES = frozenset(["de", "del", "la", "las", "los", "da", "do", "dos", "di", "van", "von", "der", "den", "el", "al", "bin", "ibn", "abu", "st", "san", "santa", "y"])
_LETTERS_OF_A_JOINED_NAME = 7
"""A shorter hashtag (`#AnaDiaz` is 7) is too often an ordinary word."""

Tokens = tuple[str, ...]


def tokens_of(name: str) -> Tokens:
    """Split a name into folded tokens: "García-López" gives ("garcia", "lopez")."""
    return tuple(token for part in _SPLIT.split(name) if (token := fold(part)))


@dataclass(frozen=True)
class PersonName:
    """A student's name as the roster has it.

    Args:
        first: given name or names.
        last: family name or names.
        opted_out: the name must not be published at all.
        nicknames: what else the child is called.
    """

    first: str
    last: str
    opted_out: bool = False
    nicknames: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A student in the index: the family names that complete a given name."""

    person: PersonName
    lasts: frozenset[Tokens]


def _given_forms(person: PersonName) -> set[Tokens]:
    given = tokens_of(person.first)
    if not given:
        return set()
    forms = {given, given[:1]}
    forms.update({tokens_of(nickname) for nickname in person.nicknames} - {()})
    forms.update((name,) for name in _CALLED.get(given[0], ()))
    return forms


def _family_forms(person: PersonName) -> frozenset[Tokens]:
    family = tokens_of(person.last)
    if not family:
        return frozenset()
    forms = {family}
    strong = [token for token in family if token not in _PARTICLES]
    # Spanish and hyphenated surnames: either one alone is used in daily life.
    forms.update((token,) for token in strong)
    if len(strong) > 1:
        forms.add(tuple(strong))
    # "García de la Cruz": each surname with its particles.
    for index in range(1, len(family)):
        if family[index - 1] not in _PARTICLES:
            forms.add(family[index:])
            forms.add(family[:index])
    return frozenset(forms)


_CALLED: Mapping[str, tuple[str, ...]] = {
    line.split()[0]: tuple(line.split()[1:]) for line in NICKNAMES
}


@dataclass(frozen=True)
class People:
    """Whose names the rules know.

    Args:
        by_given: first token of a given name → (whole given form, entry) pairs.
        by_family: first token of a family name → (whole family form, given forms, entry).
        joined: "mariagarcia" → entry, for hashtags and handles.
        given: every first token of a given name.
        staff: folded full names of adults who work for the school or speak in public.
        longest: tokens of the longest form, a bound for looking ahead.
    """

    by_given: Mapping[str, tuple[tuple[Tokens, Entry], ...]]
    by_family: Mapping[str, tuple[tuple[Tokens, frozenset[Tokens], Entry], ...]]
    joined: Mapping[str, Entry]
    given: frozenset[str]
    staff: frozenset[Tokens]

    @classmethod
    def of(cls, students: Iterable[PersonName], *, staff: Iterable[str] = ()) -> "People":
        """Prepare the index.

        Args:
            students: everybody whose full name is not to be published.
            staff: full names of adults who may be named ("Maria García").
        """
        by_given: defaultdict[str, list[tuple[Tokens, Entry]]] = defaultdict(list)
        by_family: defaultdict[str, list[tuple[Tokens, frozenset[Tokens], Entry]]] = defaultdict(list)
        joined: dict[str, Entry] = {}
        # The opted-out first: where two children bear one name, the stricter finding stands.
        for person in sorted(students, key=lambda person: not person.opted_out):
            entry = Entry(person, _family_forms(person))
            givens = frozenset(_given_forms(person))
            for form in givens:
                by_given[form[0]].append((form, entry))
            for form in entry.lasts:
                by_family[form[0]].append((form, givens, entry))
            for given in givens:
                for family in entry.lasts:
                    whole = "".join(given + family)
                    if len(whole) >= _LETTERS_OF_A_JOINED_NAME:
                        joined.setdefault(whole, entry)
        return cls(
            {token: tuple(sorted(forms, key=_longest_first)) for token, forms in by_given.items()},
            {token: tuple(forms) for token, forms in by_family.items()},
            joined,
            frozenset(by_given),
            frozenset(tokens_of(name) for name in staff),
        )


def _longest_first(form: tuple[Tokens, Entry]) -> int:
    return -len(form[0])


NOBODY = People.of(())
"""The index without a roster."""
