"""Words of open forms are kept over a lock for who typed them, once, and for nobody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.services.unfinished import Unfinished
from tests.school import TinySchool, make_school


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path, staff=("ana", "pat"))


def test_they_are_given_back_once_to_their_writer(school: TinySchool) -> None:
    kept = Unfinished()
    kept.put_away(school.by("ana"), [("Topic", "Book fair")])
    kept.put_away(school.by("ana"), [("Reason", "half a letter \ud83d")])

    later = school.by("ana")  # signed in anew

    assert kept.waits_for(later)
    assert kept.take(later) == (("Topic", "Book fair"), ("Reason", "half a letter \ufffd"))
    assert kept.take(later) == ()
    assert not kept.waits_for(later)


def test_nobody_else_is_given_them_and_memory_holds_no_word(school: TinySchool) -> None:
    kept = Unfinished()
    kept.put_away(school.by("ana"), [("First name", "Mia")])

    assert not kept.waits_for(school.by("pat"))
    assert kept.take(school.by("pat")) == ()
    assert b"Mia" not in b"".join(kept._sealed[school.people["ana"]])
    assert kept.waits_for(school.by("ana"))


def test_no_words_are_nothing_to_keep(school: TinySchool) -> None:
    kept = Unfinished()

    kept.put_away(school.by("ana"), [])

    assert not kept.waits_for(school.by("ana"))


def test_what_a_new_key_cannot_open_is_not_lost(school: TinySchool) -> None:
    kept, ana = Unfinished(), school.by("ana")
    kept.put_away(ana, [("Topic", "Book fair")])
    anew = replace(ana, signer=Identity.new())
    kept.put_away(anew, [("Topic", "Choir")])

    assert kept.take(anew) == (("Topic", "Choir"),)
    assert kept.waits_for(ana)
    assert kept.take(ana) == (("Topic", "Book fair"),)
