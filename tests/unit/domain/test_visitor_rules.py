"""The words for visitors: the policy's own, complete, and seen there once a year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.values import Told
from smadmin.domain.visitor_rules import (
    Posted,
    RulesFrame,
    RulesStage,
    SeenBy,
    post_blockers,
    posted_of,
    posted_plain,
    rules_for,
    rules_stage,
    stands_in,
)
from tests.road import shipped

FRAME = RulesFrame(
    *(Told({"en": f"{one} {{account}}", "es": f"{one}-es"}) for one in ("Title", "Why", "View"))
)
TODAY = date(2026, 11, 16)
NOTICE = (
    "This is an official publication of Yelm Community Schools (YCS). YCS reserves the right to monitor and "
    "remove posts or comments that violate Policy 4007P."
)


def pack(name: str) -> Pack:
    return shipped().pack(name)


@pytest.mark.demand("YEL-A3")
def test_the_mandated_notice_stands_first_word_for_word_in_every_language() -> None:
    rules = rules_for(pack("yelm-wa"), FRAME, "Yelm High")

    assert rules.notices == (NOTICE,)
    assert all(text.startswith(NOTICE + "\n\n") for text in rules.texts.values())
    assert set(rules.texts) == {"en", "es"}
    assert "YEL-A3" in rules.demands


@pytest.mark.demand("YEL-U1")
@pytest.mark.demand("YEL-U3")
def test_yelms_visitors_read_its_eight_reasons_and_that_nothing_of_theirs_is_supported() -> None:
    rules = rules_for(pack("yelm-wa"), FRAME, "Yelm High")

    reasons = [line for line in rules.texts["en"].splitlines() if line.startswith("• ")]
    assert len(reasons) == 8
    assert rules.texts["en"].endswith("neither supports them nor opens a public forum here.")
    assert "foro público" in rules.texts["es"]


@pytest.mark.demand("WIC-P17")
@pytest.mark.demand("WIC-P19")
@pytest.mark.demand("WIC-P21")
def test_wichitas_visitors_read_each_reason_and_both_sentences() -> None:
    wichita = pack("wichita-ks")

    rules = rules_for(wichita, FRAME, "Kensler Elementary")

    for language in ("en", "es"):
        for removal in wichita.removals:
            assert f"• {removal.told.said(language)}" in rules.texts[language].splitlines()
    assert "Title Kensler Elementary" in rules.texts["en"]
    assert "Links to other pages are not an endorsement" in rules.texts["en"]
    assert "not necessarily the view of Wichita Public Schools" in rules.texts["en"]
    assert rules.notices == ()


def test_a_policy_without_words_asks_for_none() -> None:
    silent = replace(pack("wichita-ks"), removals=(), statements=())

    rules = rules_for(silent, FRAME, "Kensler")

    assert not rules.asked
    assert rules.texts == {}
    assert post_blockers(rules, works=True)
    assert not stands_in(rules, "anything")


@pytest.mark.demand("YEL-A3")
def test_they_are_seen_there_again_each_year_and_when_they_change() -> None:
    rules = rules_for(pack("yelm-wa"), FRAME, "Yelm High")
    posted = Posted(TODAY, "Ana", SeenBy.PERSON, rules.digest)

    def after(days: int) -> RulesStage:
        return rules_stage(rules, posted, TODAY + timedelta(days=days))

    assert rules_stage(rules, None, TODAY) is RulesStage.NEVER
    assert after(0) is RulesStage.FINE
    assert after(340) is RulesStage.SOON
    assert after(365) is RulesStage.DUE
    assert after(400) is RulesStage.LATE
    other = rules_for(pack("wichita-ks"), FRAME, "Yelm High")
    assert rules_stage(other, posted, TODAY) is RulesStage.CHANGED
    assert rules_stage(other, replace(posted, digest=""), TODAY) is RulesStage.FINE


@pytest.mark.demand("YEL-A3")
def test_a_page_shows_the_notice_however_its_lines_break_and_not_with_a_word_less() -> None:
    rules = rules_for(pack("yelm-wa"), FRAME, "Yelm High")

    assert stands_in(rules, "About us\n" + NOTICE.replace(". ", ".\n") + "\nContact")
    assert not stands_in(rules, NOTICE.replace("official ", ""))


@pytest.mark.demand("WIC-P17")
def test_without_a_mandated_notice_a_page_shows_all_of_it_in_one_language() -> None:
    rules = rules_for(pack("wichita-ks"), FRAME, "Kensler")

    assert stands_in(rules, f"Home {rules.texts['es']} News")
    assert not stands_in(rules, rules.texts["es"].replace("Correo basura", ""))


def test_what_is_signed_is_read_again() -> None:
    rules = rules_for(pack("yelm-wa"), FRAME, "Yelm High")

    assert posted_of(posted_plain(rules, SeenBy.PROGRAM, "https://a.example")) == (
        rules.digest,
        SeenBy.PROGRAM,
    )
    assert post_blockers(rules, works=False)
    assert post_blockers(rules, works=True) == ()
