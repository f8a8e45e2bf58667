"""A check that people keep letting stand only hints; one that protects children never does."""

from dataclasses import replace

import pytest

from smadmin.domain.ids import SchoolId
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.learnt import LAST, LEARNT, QUIET_FROM, Learnt, hushed
from tests.policies import packs

NOTHING = Learnt(LEARNT, SchoolId("lincoln"))


def test_ten_of_the_last_twenty_let_stand_make_a_check_quiet() -> None:
    nine = NOTHING.after(stood=["promotion"] * (QUIET_FROM - 1), mended=["promotion"] * 10)

    assert nine.quiet == frozenset()
    assert nine.after(stood=["promotion"], mended=()).quiet == {"promotion"}


def test_only_the_last_twenty_count() -> None:
    quiet = NOTHING.after(stood=["rival"] * QUIET_FROM, mended=())

    assert quiet.after(stood=(), mended=["rival"] * (LAST - QUIET_FROM)).quiet == {"rival"}
    assert quiet.after(stood=(), mended=["rival"] * (LAST - QUIET_FROM + 1)).quiet == frozenset()


@pytest.mark.parametrize("rule", ["first-names-only", "phone-number", "student-record", "right-of-use"])
def test_what_protects_children_is_not_even_counted(rule: str) -> None:
    assert NOTHING.after(stood=[rule] * LAST, mended=()).outcomes == {}


def test_communications_can_wake_a_check() -> None:
    quiet = NOTHING.after(stood=["rival"] * LAST + ["levy"] * LAST, mended=())

    assert quiet.woken("rival").quiet == {"levy"}


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
