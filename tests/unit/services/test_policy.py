"""The shipped policy can be used without a store."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.policy.context import PostText
from smadmin.domain.policy.findings import Finding
from smadmin.domain.post_links import LinkAnswer
from smadmin.services.policy import Policy

PACKS = {"baltimore-city-md", "bloomington-mn", "socorro-tx", "wichita-ks", "yelm-wa"}


def test_five_packs_and_every_platform_are_shipped() -> None:
    policy = Policy.shipped()

    assert set(policy.packs) == PACKS
    assert set(policy.platforms) == set(Platform)


def test_a_text_is_read_with_a_list_of_names(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("first_name,last_name,opted_out\nAna,López,yes\n", "utf-8")
    policy = Policy.shipped()
    context = policy.context(school="Lincoln Elementary", accounts=("Lincoln",), roster=roster)

    findings = policy.check(PostText("Ana López won"), policy="socorro-tx", context=context)

    assert [finding.rule for finding in findings] == ["opted-out-name"]


def test_counting_and_links_go_by_the_platform() -> None:
    policy = Policy.shipped()
    link = "https://x.com/lincoln/status/1"

    assert policy.count("lincoln.org", Platform.X).count == 23
    assert policy.judge_link(link, Platform.X, handle="lincoln", page="").answer is LinkAnswer.YES


def test_what_isnt_there_is_refused_with_what_is() -> None:
    policy = Policy.shipped()

    with pytest.raises(BadInput) as no_pack:
        policy.pack("atlantis")
    with pytest.raises(BadInput) as no_platform:
        policy.facts("friendster")

    told = [error.value.remedy.values["known"] for error in (no_pack, no_platform) if error.value.remedy]
    assert told[0] == ", ".join(sorted(PACKS))
    assert "bluesky" in str(told[1])


def read(text: str) -> tuple[Finding, ...]:
    """Read a text by Baltimore's pack."""
    policy = Policy.shipped()
    return policy.check(PostText(text), policy="baltimore-city-md", context=policy.context())


def test_what_was_meant_is_asked_in_the_paragraphs_own_language() -> None:
    text = "Picture day is Friday.\n\nDisfruten el sábado con su famlia."
    policy, (finding,) = Policy.shipped(), read(text)

    asked = policy.meant(finding, text)

    assert asked.remedy is not None
    assert asked.remedy.mended(text).endswith("con su familia.")
    assert asked.remedy.judged
    assert policy.meant(asked, text) == asked


def test_where_nothing_was_meant_nothing_is_offered() -> None:
    text = "We eat xqzzkwv today."
    (finding,) = read(text)

    assert Policy.shipped().meant(finding, text).remedy is None


def test_of_a_book_of_misspelled_words_only_a_few_are_asked() -> None:
    text = "We eat " + " and ".join(f"xqzz{chr(97 + one)}v" for one in range(26)) + " and breakfest today."
    findings = read(text)

    meant = Policy.shipped().all_meant(findings, text)

    assert [one.text for one in meant] == [one.text for one in findings]
    assert meant[-1].text == "breakfest"
    assert meant[-1].remedy is None
