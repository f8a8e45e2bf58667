"""The shipped policy can be used without a store."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.policy.proofreading import PostText
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
