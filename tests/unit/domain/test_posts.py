"""What a post lacks, who may change it, and which findings may stand."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.plan import Slot
from smadmin.domain.policy.findings import Finding, Severity, Span
from smadmin.domain.posts import (
    Content,
    Draft,
    Override,
    Picture,
    PostStage,
    content_blockers,
    edit_blockers,
    overridden,
    override_blockers,
)

X, FACEBOOK, ANA = AccountId("x"), AccountId("facebook"), PersonId("ana")


def draft(stage: PostStage = PostStage.DRAFT) -> Draft:
    now = datetime(2026, 11, 16, tzinfo=UTC)
    return Draft(PostId("p"), SchoolId("s"), ANA, Content("Hello", (X,)), stage, now)


def finding(severity: Severity = Severity.WARN, *, judgement: bool = True) -> Finding:
    return Finding(
        "promotion", "BAL-B1l1", Span(0, 3), "Buy", say("policy.promotion"), severity, judgement=judgement
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Content("Hello", (X,)), []),
        (Content("", (X,)), ["posts.empty"]),
        (Content(" \n", (X, FACEBOOK)), ["posts.empty"]),
        (Content("", (X,), pictures=(Picture(PhotoId("1")),)), []),
        (Content("Hello", (X, FACEBOOK), {X: ""}), ["posts.empty-for-some"]),
        (Content("", (X,), {X: "Hello"}), []),
        (Content("Hello"), ["posts.no-account"]),
        (Content(), ["posts.no-account", "posts.empty"]),
    ],
)
def test_a_post_has_accounts_and_words_or_pictures(content: Content, expected: list[str]) -> None:
    assert [reason.message.id for reason in content_blockers(content)] == expected


def test_each_account_has_its_own_wording_or_the_common_text() -> None:
    content = Content("Hello", (X, FACEBOOK), {X: "Hi"})

    assert content.text_for(X) == "Hi"
    assert content.text_for(FACEBOOK) == "Hello"


def test_only_the_author_writes_and_only_until_it_is_handed_in() -> None:
    assert edit_blockers(draft(), ANA) == ()
    assert edit_blockers(draft(PostStage.SENT_BACK), ANA) == ()
    assert [r.message.id for r in edit_blockers(draft(), PersonId("bo"))] == ["posts.not-the-author"]
    assert [r.message.id for r in edit_blockers(draft(), None)] == ["posts.not-the-author"]
    for stage in (PostStage.SUBMITTED, PostStage.RELEASED, PostStage.PUBLISHED, PostStage.DROPPED):
        assert [r.message.id for r in edit_blockers(draft(stage), ANA)] == ["posts.take-back-first"]


def test_what_leaves_judgement_may_stand_with_a_reason_and_nothing_else() -> None:
    assert override_blockers(finding(), "It is the school's own fair") == ()
    assert override_blockers(finding(Severity.BLOCK), "She is the mayor, not a student") == ()
    assert [r.message.id for r in override_blockers(finding(), " ")] == ["posts.reason-missing"]
    assert [r.message.id for r in override_blockers(finding(Severity.BLOCK, judgement=False), "x")] == [
        "posts.no-judgement-left"
    ]


def test_an_override_is_for_the_same_rule_about_the_same_words() -> None:
    assert overridden(finding(), (Override("promotion", "Buy", "fine", ANA),))
    assert not overridden(finding(), (Override("promotion", "Sell", "fine", ANA),))
    assert not overridden(finding(), (Override("political", "Buy", "fine", ANA),))


def test_a_reason_for_a_doubt_lets_no_block_without_judgement_stand() -> None:
    stands = (Override("promotion", "Buy", "it was in doubt then", ANA),)

    assert overridden(finding(Severity.WARN), stands)
    assert overridden(finding(Severity.BLOCK), stands)
    assert not overridden(finding(Severity.BLOCK, judgement=False), stands)


@pytest.mark.parametrize(
    ("stored", "names"),
    [
        (Picture, {"photo", "alt"}),
        (Slot, {"id", "school", "account", "day", "topic", "version", "at", "series"}),
    ],
)
def test_nothing_is_stored_that_nobody_sets(stored: type[Picture] | type[Slot], names: set[str]) -> None:
    assert {field.name for field in fields(stored)} == names
