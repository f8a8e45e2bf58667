"""Messages are worded as people read them."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue, system_language

WORDS = {
    "en": """
msgid "photos.left"
msgid_plural "photos.left"
msgstr[0] "{n} photo left"
msgstr[1] "{n} photos left"

msgid "photos.covered"
msgstr "{who} covered {what} on {day}"

msgid "photos.cat"
msgstr "the cat"

msgid "photos.only-english"
msgstr "only here"
""",
    "es": """
msgid "photos.left"
msgid_plural "photos.left"
msgstr[0] "queda {n} foto"
msgstr[1] "quedan {n} fotos"

msgid "photos.cat"
msgstr "el gato"
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, entries in WORDS.items():
        source = tmp_path / language / "photos.po"
        source.parent.mkdir()
        header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        plural = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        source.write_text(header + plural + entries, "utf-8")
        with source.open("rb") as opened, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(opened, locale=language))
    return tmp_path


@pytest.fixture
def english(folder: Path) -> Catalogue:
    return Catalogue("en", zone="America/New_York", folder=folder)


@pytest.fixture
def spanish(folder: Path) -> Catalogue:
    return Catalogue("es", zone="America/New_York", folder=folder)


def test_a_count_picks_the_plural(english: Catalogue, spanish: Catalogue) -> None:
    assert english.word(say("photos.left", n=1)) == "1 photo left"
    assert english.word(say("photos.left", n=0)) == "0 photos left"
    assert spanish.word(say("photos.left", n=3)) == "quedan 3 fotos"


def test_messages_nest_and_join_as_a_list(english: Catalogue) -> None:
    three = (say("photos.cat"), say("photos.cat"), say("photos.left", n=2))

    worded = english.word(say("photos.covered", who="Ann", what=three, day=date(2026, 5, 3)))

    assert worded == "Ann covered the cat, the cat, and 2 photos left on May 3, 2026"


def test_a_moment_is_told_in_the_zone_of_the_school(english: Catalogue) -> None:
    noon = datetime(2026, 5, 3, 16, 5, tzinfo=UTC)

    worded = english.word(say("photos.covered", who="Ann", what="it", day=noon))

    assert worded == "Ann covered it on May 3, 2026, 12:05\u00a0PM"


def test_a_planned_wall_time_stays_as_it_is(english: Catalogue) -> None:
    planned = datetime(2026, 5, 3, 16, 5)  # noqa: DTZ001  a plan is wall time

    worded = english.in_zone("Asia/Tokyo").word(say("photos.covered", who="Ann", what="it", day=planned))

    assert worded == "Ann covered it on May 3, 2026, 4:05\u00a0PM"


def test_large_numbers_are_grouped_and_years_are_not(english: Catalogue, spanish: Catalogue) -> None:
    assert english.word(say("photos.left", n=100_000)) == "100,000 photos left"
    assert spanish.word(say("photos.left", n=100_000)) == "quedan 100.000 fotos"
    assert english.word(say("photos.left", n=2026)) == "2026 photos left"


def test_what_one_language_lacks_is_said_in_english(spanish: Catalogue) -> None:
    assert spanish.word(say("photos.only-english")) == "only here"


def test_an_id_without_words_comes_back(english: Catalogue) -> None:
    assert english.word(say("photos.nowhere")) == "photos.nowhere"
    assert english.word(say("nowhere.at-all", n=2)) == "nowhere.at-all"


def test_a_value_with_braces_is_text_not_a_pattern(english: Catalogue) -> None:
    worded = english.word(say("photos.covered", who="{what}", what="{0.__class__}", day="today"))

    assert worded == "{what} covered {0.__class__} on today"


def test_a_missing_value_is_a_bug(english: Catalogue) -> None:
    with pytest.raises(KeyError):
        english.word(say("photos.covered", who="Ann"))


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [("LANG", "es_MX.UTF-8", "es"), ("LANGUAGE", "es:en", "es"), ("LANG", "fi_FI.UTF-8", "en")],
)
def test_the_language_of_the_system_is_known(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, language: str
) -> None:
    monkeypatch.delenv("LANG")
    monkeypatch.setenv(variable, value)

    assert system_language() == language


def test_an_unknown_language_speaks_english() -> None:
    assert Catalogue.load("fi").language == "en"


def test_babel_waits_until_a_date_is_worded() -> None:
    asked = "import sys, smadmin.language.catalogue; print('babel' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "False"
