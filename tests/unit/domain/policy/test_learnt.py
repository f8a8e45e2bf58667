"""A check that people keep letting stand only hints; one that protects children never does."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from smadmin.domain.ids import PersonId, SchoolId
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.learnt import LAST, LEARNT, QUIET_FROM, Learnt, hushed
from tests.policies import packs

NOTHING = Learnt(LEARNT, SchoolId("lincoln"))


ANA, BO = PersonId("ana"), PersonId("bo")


def posts(learnt: Learnt, many: int, **became: Collection[str]) -> Learnt:
    """Remember posts, by two writers in turn."""
    for number in range(many):
        rules = {"stood": (), "mended": ()} | became
        learnt = learnt.after(**rules, writer=(ANA, BO)[number % 2], alone=False)
    return learnt


def test_ten_of_the_last_twenty_posts_let_stand_make_a_check_quiet() -> None:
    nine = posts(posts(NOTHING, QUIET_FROM - 1, stood=["promotion"]), 10, mended=["promotion"])

    assert nine.quiet == frozenset()
    assert posts(nine, 1, stood=["promotion"]).quiet == {"promotion"}


def test_only_the_last_twenty_count() -> None:
    quiet = posts(NOTHING, QUIET_FROM, stood=["rival"])

    assert posts(quiet, LAST - QUIET_FROM, mended=["rival"]).quiet == {"rival"}
    assert posts(quiet, LAST - QUIET_FROM + 1, mended=["rival"]).quiet == frozenset()


def test_a_post_counts_once_however_much_of_it_was_warned_of() -> None:
    one = NOTHING.after(stood=["rival"] * LAST, mended=["rival"] * LAST, writer=ANA, alone=True)

    assert one.outcomes == {"rival": "s"}


@pytest.mark.parametrize(("alone", "quiet"), [(False, frozenset[str]()), (True, frozenset({"rival"}))])
def test_one_of_several_writers_silences_nothing(alone: bool, quiet: frozenset[str]) -> None:
    learnt = NOTHING
    for _ in range(LAST):
        learnt = learnt.after(stood=["rival"], mended=(), writer=ANA, alone=alone)

    assert learnt.quiet == quiet
    assert learnt.after(stood=["rival"], mended=(), writer=BO, alone=False).quiet == {"rival"}
    assert learnt.after(stood=(), mended=["rival"], writer=BO, alone=False).quiet == frozenset()


@pytest.mark.parametrize(
    "rule",
    [
        "first-names-only",
        "phone-number",
        "student-record",
        "right-of-use",
        "named-person",
        "mention",
        "screenshot",
    ],
)
def test_what_protects_children_is_not_even_counted(rule: str) -> None:
    assert posts(NOTHING, LAST, stood=[rule]).outcomes == {}


def test_communications_can_wake_a_check() -> None:
    quiet = posts(NOTHING, LAST, stood=["rival", "levy"])

    assert quiet.woken("rival").quiet == {"levy"}
    assert posts(quiet.woken("rival"), 1, stood=["rival"]).writers == {
        "levy": (ANA, BO) * 10,
        "rival": (ANA,),
    }


def test_a_quiet_check_hints_and_what_stops_still_stops() -> None:
    pack = packs()["baltimore-city-md"]
    blocks = replace(pack.rules["political"], severity=Severity.BLOCK)
    pack = replace(pack, rules={**pack.rules, "political": blocks})

    changed = hushed(pack, {"promotion", "political"})

    assert changed.rules["promotion"].severity is Severity.HINT
    assert changed.rules["political"].severity is Severity.BLOCK
    assert hushed(pack, ()) is pack


def test_own_words_are_kept_once_whatever_their_case_and_accents() -> None:
    learnt = NOTHING.with_word(" Larkfest ").with_word("larkfest").with_word("Kermés").with_word(" ")

    assert learnt.words == ("Kermés", "Larkfest")
    assert learnt.folded == {"kermes", "larkfest"}
    assert learnt.without_word("KERMES").words == ("Larkfest",)
