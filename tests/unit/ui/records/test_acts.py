"""Every word of the record's vocabulary is written by somebody and has its sentence for people."""

import re
from pathlib import Path

import pytest

from house.catalogues import TRANSLATIONS
from smadmin.domain.keys import TrustAct
from smadmin.domain.vocabulary import Act, Noun
from smadmin.ui.records.model import TOPICS

ROOT = Path(__file__).parents[4]
UNDERSTOOD_ONLY = {Act.ERASE, Act.RETIRE}
"""Acts that the auditor understands in every record, though no service writes them yet."""


def written() -> set[str]:
    """Give the names of all acts and nouns that services write."""
    sources = (ROOT / "smadmin" / "services").rglob("*.py")
    return {
        name
        for path in sources
        for name in re.findall(r"\b(?:Act|TrustAct|Noun)\.([A-Z_]+)", path.read_text())
    }


def sentences() -> str:
    return (TRANSLATIONS / "en" / "recordui.po").read_text("utf-8")


@pytest.mark.parametrize("act", Act)
def test_every_act_has_its_sentence(act: Act) -> None:
    assert f'msgid "recordui.act-{act}"' in sentences()


@pytest.mark.parametrize("noun", Noun)
def test_every_noun_has_words_and_a_topic(noun: Noun) -> None:
    assert f'msgid "recordui.noun-{noun}"' in sentences()
    assert noun in TOPICS


def test_no_word_is_there_that_nobody_writes() -> None:
    said = {one.name for one in (*Act, *Noun)} - {act.name for act in UNDERSTOOD_ONLY}

    assert sorted(said - written()) == []


def test_acts_on_trust_are_words_of_the_record() -> None:
    assert {act.value for act in TrustAct} <= {act.value for act in Act}
