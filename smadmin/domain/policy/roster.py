"""The index of people that the name rules look up: made once, used for every keystroke.

It holds children's names in memory only. A lookup costs the length of the text, whatever the roster's
size. Names are matched by their folded tokens; see `reading.fold`.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import regex

from smadmin.domain.policy.reading import APOSTROPHES, fold
from smadmin.domain.policy.wordlists import NICKNAMES, PARTICLES, SPELLINGS

_SPLIT = regex.compile(r"[\s\-\u2010-\u2015.,]+")
_INSIDE = regex.compile(rf"(?<=\p{{Ll}})(?=\p{{Lu}})|[{APOSTROPHES}]")
_RUN_TOGETHER = regex.compile(r"(de(?:la|los|las|l)?|al|el|la|le|di|du|van|von|mc|mac|st)(\p{L}{4,})")
_OF_TWO = {"dela": ("de", "la"), "delos": ("de", "los"), "delas": ("de", "las")}
UNSPACED = regex.compile(
    r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{2,}+"
)
_IN_TWO_LETTERS = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "ø": "oe", "å": "aa"})
_TWO_LETTERS = regex.compile("([aou])e|(a)a", regex.I)
_LETTERS_OF_A_FURTHER_NAME = 3
_TELLING_DIGITS = 5
_LETTERS_OF_A_JOINED_NAME = 7
"""A shorter hashtag (`#AnaDiaz` is 7) is too often an ordinary word."""

Tokens = tuple[str, ...]


def tokens_of(name: str) -> Tokens:
    """Split a name into folded tokens: "García-López" gives ("garcia", "lopez")."""
    return tuple(token for part in _SPLIT.split(name) if (token := fold(part)))


def ways_to_write(number: str) -> frozenset[str]:
    """Give a student's number folded, and its digits alone where they tell enough: "S-48213" and "48213"."""
    digits = "".join(letter for letter in number if letter.isdecimal())
    bare = {digits} if len(digits) >= _TELLING_DIGITS else set[str]()
    return frozenset({number.casefold(), *bare} - {""})


@dataclass(frozen=True)
class PersonName:
    """A student's name as the roster has it.

    Args:
        first: given name or names.
        last: family name or names.
        opted_out: the name must not be published at all.
        nicknames: what else the child is called.
        no_work: the child's own work must not be published.
        number: the child's number in the school's system, or empty.
        guarded: the family said no to something, be it photos only.
    """

    first: str
    last: str
    opted_out: bool = False
    nicknames: tuple[str, ...] = ()
    no_work: bool = False
    number: str = ""
    guarded: bool = False


def _given_forms(person: PersonName) -> set[Tokens]:
    given = tokens_of(person.first)
    if not given:
        return set()
    forms = {given, given[:1], *_written_otherwise(person.first)}
    forms.update({tokens_of(nickname) for nickname in person.nicknames} - {()})
    forms.update((name,) for name in _CALLED.get(given[0], ()))
    return forms


def _written_otherwise(name: str) -> set[Tokens]:
    """Give a name in one word ("Delacruz"), taken apart ("De Andre"), with two letters ("Mueller")."""
    two = tokens_of(unicodedata.normalize("NFC", name).casefold().translate(_IN_TWO_LETTERS))
    return {("".join(tokens_of(name)),), tokens_of(_INSIDE.sub(" ", name)), two}


def _with_umlauts(person: PersonName) -> Iterator[tuple[Tokens, Tokens]]:
    """Give a name as it may be written with an umlaut: Müller for Mueller; it may be somebody else's."""
    names = (person.first, person.last)
    first, last = (tuple({tokens_of(one), tokens_of(_TWO_LETTERS.sub(r"\1\2", one))} - {()}) for one in names)
    listed = (tokens_of(person.first)[:1], tokens_of(person.last))
    yield from (pair for given, family in product(first, last) if (pair := (given[:1], family)) != listed)


def _without_spaces(person: PersonName) -> Iterator[str]:
    """Give a name of a script without spaces as it stands in a row of letters, in either order."""
    for first, last in product((person.first, *person.nicknames), (person.last,)):
        for whole in ("".join(f"{last}{first}".split()), "".join(f"{first}{last}".split())):
            if first and last and UNSPACED.fullmatch(whole):
                yield from (unicodedata.normalize(form, whole) for form in ("NFC", "NFD"))


def _further_names(person: PersonName) -> set[Tokens]:
    """Give what else a child may be named: Carlos for "Juan Carlos", Michael for Mike, Sophia for Sofia."""
    first, *others = tokens_of(person.first) or ("",)
    further = [one for one in others if len(one) >= _LETTERS_OF_A_FURTHER_NAME and one not in PARTICLES]
    return {(one,) for one in (*further, *_ALSO.get(first, ()))}


def _family_forms(person: PersonName) -> set[Tokens]:
    family = tokens_of(person.last)
    if not family:
        return set()
    forms = {family, *_written_otherwise(person.last)}
    strong = [token for token in family if token not in PARTICLES]
    if len(family) == 1 and (match := _RUN_TOGETHER.fullmatch(family[0])):
        forms.add((match[1], match[2]))
        forms.add((*_OF_TWO.get(match[1], (match[1],)), match[2]))
    # Spanish and hyphenated surnames: either one alone is used in daily life.
    forms.update((token,) for token in strong)
    if len(strong) > 1:
        forms.add(tuple(strong))
    # "García de la Cruz": each surname with its particles.
    for index in range(1, len(family)):
        if family[index - 1] not in PARTICLES:
            forms.add(family[index:])
            forms.add(family[:index])
    return forms


_CALLED: Mapping[str, tuple[str, ...]] = {line.split()[0]: tuple(line.split()[1:]) for line in NICKNAMES}


def _also() -> Mapping[str, frozenset[str]]:
    """Give per given name its formal ones, and its other spellings."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for formal, names in _CALLED.items():
        for name in names:
            found[name].add(formal)
    for line in SPELLINGS:
        for name in line.split():
            found[name] |= set(line.split()) - {name}
    return {name: frozenset(others) for name, others in found.items()}


_ALSO = _also()


@dataclass(frozen=True)
class People:
    """Whose names the rules know.

    Args:
        names: given form → family form → whose name that is.
        further: what else a child may be named → family form → whose name that is, of children whose family
            said no to names; it may be somebody else's.
        given_forms: first token of a given name → its forms, longest first.
        family_forms: first token of a family name → its forms, longest first.
        joined: "mariagarcia" → whose name that is, for hashtags and handles.
        first_words: every word with which one of these may begin: a quick no for all others.
        staff: folded full names of adults who may be named.
        initials: (initial, family form) → whose name that is.
        abbreviated: (given name, first letter of a family name) → whose name that is.
        children: given name → how many children bear it.
        unnamed: given names of children whose family said no to names.
        workless: given names of children whose family said no to their work.
        numbers: the children's numbers in the school's system, as they may be written.
        unspaced: "李小龙" → whose name that is, of children whose family said no to names.
    """

    names: Mapping[Tokens, Mapping[Tokens, PersonName]]
    further: Mapping[Tokens, Mapping[Tokens, PersonName]]
    given_forms: Mapping[str, tuple[Tokens, ...]]
    family_forms: Mapping[str, tuple[Tokens, ...]]
    joined: Mapping[str, PersonName]
    first_words: frozenset[str]
    staff: frozenset[Tokens]
    initials: Mapping[tuple[str, Tokens], PersonName]
    abbreviated: Mapping[tuple[str, str], PersonName]
    children: Mapping[str, int]
    unnamed: frozenset[str]
    workless: frozenset[str]
    numbers: frozenset[str]
    unspaced: Mapping[str, PersonName]

    @classmethod
    def of(cls, students: Iterable[PersonName], *, staff: Iterable[str] = ()) -> "People":
        """Prepare the index.

        Args:
            students: everybody whose full name is not to be published.
            staff: full names of adults who may be named ("Maria García").
        """
        names: defaultdict[Tokens, dict[Tokens, PersonName]] = defaultdict(dict)
        further: defaultdict[Tokens, dict[Tokens, PersonName]] = defaultdict(dict)
        joined: dict[str, PersonName] = {}
        initials: dict[tuple[str, Tokens], PersonName] = {}
        abbreviated: dict[tuple[str, str], PersonName] = {}
        unspaced: dict[str, PersonName] = {}
        by_last: dict[str, set[Tokens]] = {}
        everybody = tuple(students)
        # The opted-out first: where two children bear one name, the stricter finding stands.
        for person in sorted(everybody, key=lambda person: (not person.opted_out, not person.guarded)):
            if person.last not in by_last:
                by_last[person.last] = _family_forms(person)
            for given, family in product(_given_forms(person), by_last[person.last]):
                names[given].setdefault(family, person)
                initials.setdefault((given[0][0], family), person)
                abbreviated.setdefault((given[0], family[0][0]), person)
                whole = "".join(given + family)
                if len(whole) >= _LETTERS_OF_A_JOINED_NAME:
                    joined.setdefault(whole, person)
            if person.opted_out:
                for given, family in product(_further_names(person), by_last[person.last]):
                    further[given].setdefault(family, person)
                for given, family in _with_umlauts(person):
                    further[given].setdefault(family, person)
                unspaced.update((name, person) for name in _without_spaces(person) if name not in unspaced)
        families = {family for by_family in names.values() for family in by_family}
        given_forms, family_forms = _by_first(names), _by_first(families)
        return cls(
            names=dict(names),
            further=dict(further),
            given_forms=given_forms,
            family_forms=family_forms,
            joined=joined,
            first_words=frozenset([*given_forms, *family_forms, *joined, *(one for (one,) in further)]),
            staff=frozenset(tokens_of(name) for name in staff),
            initials=initials,
            abbreviated=abbreviated,
            children=Counter(given for person in everybody for given in _called(person)),
            unnamed=frozenset(given for person in everybody if person.opted_out for given in _called(person)),
            workless=frozenset(given for person in everybody if person.no_work for given in _called(person)),
            unspaced=unspaced,
            numbers=frozenset(way for person in everybody for way in ways_to_write(person.number)),
        )


def _called(person: PersonName) -> frozenset[str]:
    """Give the single words by which a child is called: the first given name, and nicknames."""
    return frozenset(tokens[0] for name in (person.first, *person.nicknames) if (tokens := tokens_of(name)))


def _by_first(forms: Iterable[Tokens]) -> dict[str, tuple[Tokens, ...]]:
    grouped: defaultdict[str, list[Tokens]] = defaultdict(list)
    for form in forms:
        grouped[form[0]].append(form)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in grouped.items()}


NOBODY = People.of(())
"""The index without a roster."""
