"""Every sentence exists, in every language, with the same values, in plain words."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from house.catalogues import TRANSLATIONS

ROOT = Path(__file__).parents[3]
LANGUAGES = ("en", "es")
JARGON = re.compile(r"\b(seal|hash|chain|descriptor|template|json|distance)(s|es|ed|ing)?\b", re.IGNORECASE)
"""Words of ours that mean nothing to an administrator; `product.md` has the plain ones."""


class Use(NamedTuple):
    """A message made in the program, with the values it is given; None where they aren't literal."""

    id: str
    values: frozenset[str] | None
    place: str


@cache
def read(language: str) -> dict[str, Entry]:
    """Give all entries of a language by id."""
    entries: dict[str, Entry] = {}
    for source in sorted((TRANSLATIONS / language).glob("*.po")):
        for entry in _catalog(source, language):
            if entry.id:
                entries[_id(entry)] = entry
    return entries


def _catalog(source: Path, language: str) -> Catalog:
    with source.open("rb") as opened:
        return read_po(opened, locale=language, abort_invalid=True)


def _id(entry: Entry) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _sentences(entry: Entry) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else [text or "" for text in entry.string or ()]


def _values(entry: Entry) -> set[str]:
    fields = [name for text in _sentences(entry) for _, name, _, _ in string.Formatter().parse(text)]
    return {name for name in fields if name is not None}


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _uses_in(path: Path) -> Iterator[Use]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in ("say", "Message"):
            continue
        given: frozenset[str] | None = frozenset(keyword.arg or "**" for keyword in node.keywords)
        if (name == "Message" and len(node.args) + len(node.keywords) > 1) or "**" in (given or ()):
            given = None
        choices = [node.args[0]]
        if isinstance(node.args[0], ast.IfExp):
            choices = [node.args[0].body, node.args[0].orelse]
        for choice in choices:
            if literal := _literal(choice):
                yield Use(literal, given, f"{path.relative_to(ROOT)}:{node.lineno}")


@cache
def uses() -> tuple[Use, ...]:
    """Give every literal message of the program."""
    return tuple(use for path in sorted((ROOT / "smadmin").rglob("*.py")) for use in _uses_in(path))


def test_every_language_has_the_same_areas_and_ids() -> None:
    english, spanish = (set(read(language)) for language in LANGUAGES)

    assert sorted(english ^ spanish) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_id_begins_with_its_area_and_stands_once(language: str) -> None:
    wrong = []
    for source in sorted((TRANSLATIONS / language).glob("*.po")):
        ids = re.findall(r'^msgid "(.+)"$', source.read_text("utf-8"), re.MULTILINE)
        wrong += [name for name in ids if not name.startswith(f"{source.stem}.")]
        wrong += sorted({name for name in ids if ids.count(name) > 1})

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_written(language: str) -> None:
    empty = [name for name, entry in read(language).items() if not all(_sentences(entry)) or entry.fuzzy]

    assert empty == []


def test_both_languages_use_the_same_values() -> None:
    spanish = read("es")

    different = {
        name: (_values(entry), _values(spanish[name]))
        for name, entry in read("en").items()
        if name in spanish and _values(entry) != _values(spanish[name])
    }

    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_plain_names(language: str) -> None:
    odd = [
        name
        for name, entry in read(language).items()
        if not all(value.isidentifier() for value in _values(entry))
    ]

    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_sentence_has_all_its_plurals(language: str) -> None:
    wrong = []
    for source in sorted((TRANSLATIONS / language).glob("*.po")):
        catalog = _catalog(source, language)
        wrong += [
            _id(entry)
            for entry in catalog
            if entry.pluralizable
            and (len(set(entry.id)) != 1 or len(_sentences(entry)) != catalog.num_plurals)
        ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_sentence_is_counted_in_every_language(language: str) -> None:
    other = read(next(name for name in LANGUAGES if name != language))

    wrong = [
        name
        for name, entry in read(language).items()
        if name in other and bool(entry.pluralizable) != bool(other[name].pluralizable)
    ]

    assert wrong == []


def test_every_message_of_the_program_has_words() -> None:
    english = read("en")

    assert [f"{use.place} {use.id}" for use in uses() if use.id not in english] == []


def test_every_message_is_given_the_values_its_sentence_names() -> None:
    english = read("en")

    wrong = [
        f"{use.place} {use.id} lacks {sorted(_values(english[use.id]) - use.values)}"
        for use in uses()
        if use.values is not None and use.id in english and _values(english[use.id]) - use.values
    ]

    assert wrong == []


def test_a_counted_sentence_is_always_given_its_count() -> None:
    counted = {name for name, entry in read("en").items() if entry.pluralizable}

    wrong = [
        f"{use.place} {use.id}" for use in uses() if use.id in counted and "n" not in (use.values or "n")
    ]

    assert wrong == []


def test_english_is_free_of_jargon() -> None:
    wrong = [
        f"{name}: {text}"
        for name, entry in read("en").items()
        for text in _sentences(entry)
        if JARGON.search(re.sub(r"\{.*?\}", "", text))
    ]

    assert wrong == []


def test_in_spanish_a_districts_policy_has_one_name() -> None:
    """*Norma* is the district's policy; *política* is what people vote about."""
    about_voting = {"enforced.check-political", "policy.political"}

    others = [id_ for id_, entry in read("es").items() if "polític" in " ".join(_sentences(entry)).casefold()]

    assert set(others) == about_voting


def test_spanish_has_one_word_for_the_passphrase() -> None:
    asked = {id_ for id_, entry in read("en").items() if "passphrase" in _said(entry).lower()}
    other = [id_ for id_ in sorted(asked) if "de acceso" not in _said(read("es")[id_]).lower()]
    wrong = re.compile(r"frases? de (paso|contraseña)", re.IGNORECASE)

    assert other == []
    assert [id_ for id_, entry in read("es").items() if wrong.search(_said(entry))] == []


def _said(entry: Entry) -> str:
    return " ".join(_sentences(entry))
