"""Ready-made notices: their blanks, what fits them, who may sign what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId
from smadmin.domain.notices import (
    BLANK_MOST,
    NoticeText,
    SentNotice,
    Side,
    fill_blockers,
    fits,
    sign_blockers,
)
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.posts import Content, Picture

ANA, BO = PersonId("ana"), PersonId("bo")
X, FACEBOOK = AccountId("x"), AccountId("facebook")
CLOSED = "School is closed on \u2039day\u203a because of \u2039reason\u203a. Stay warm!"
DAY = date(2026, 11, 23)
TEXT = NoticeText("n", NoticeKind.CLOSURE, CLOSED, (ANA,), (X, FACEBOOK), date(2026, 9, 1), date(2027, 6, 30))
FILLED = "School is closed on Monday because of snow. Stay warm!"


def content(text: str = FILLED, **more: object) -> Content:
    return replace(Content(text=text, accounts=(X, FACEBOOK)), **more)  # type: ignore[arg-type]  # test's shorthand


def test_blanks_are_named_once_and_filled_everywhere() -> None:
    twice = replace(TEXT, text="\u2039day\u203a: no school. Back after \u2039day\u203a, at \u2039time\u203a.")

    assert twice.blanks == ("day", "time")
    assert twice.filled({"day": " Mon\nday ", "time": "8"}) == "Mon day: no school. Back after Mon day, at 8."


@pytest.mark.parametrize(
    "words",
    [
        "School is open on Monday because of snow. Stay warm!",
        "School is closed on Monday because of snow. Stay warm! And buy our book.",
        "Buy our book. School is closed on Monday because of snow. Stay warm!",
        "School is closed on  because of snow. Stay warm!".replace("  ", " "),
        "School is closed on \u2039day\u203a because of snow. Stay warm!",
        "School is closed on Monday\nBuy our book because of snow. Stay warm!",
        f"School is closed on {'M' * (BLANK_MOST + 1)} because of snow. Stay warm!",
        "School is closed on Monday because of \u202eerif. Stay warm!",
        "",
    ],
)
def test_what_is_anything_but_the_text_with_its_blanks_filled_does_not_fit(words: str) -> None:
    assert not fits(CLOSED, words)


def test_words_that_look_like_the_text_itself_may_stand_in_a_blank() -> None:
    assert fits(CLOSED, "School is closed on Monday because of because of snow. Stay warm!")


blank = st.text(
    st.characters(exclude_characters="[]{}\u2039\u203a\n\r", exclude_categories=["C", "Z"]), min_size=1
)


@given(day=blank.filter(lambda one: len(one) <= BLANK_MOST), reason=blank.filter(lambda one: len(one) <= 20))
def test_whatever_fills_the_blanks_fits(day: str, reason: str) -> None:
    assert fits(CLOSED, TEXT.filled({"day": day, "reason": reason}))


def test_a_hundred_thousand_characters_are_judged_at_once() -> None:
    assert not fits(
        "\u2039a\u203a \u2039b\u203a \u2039c\u203a \u2039d\u203a \u2039e\u203a \u2039f\u203a.", "x " * 50_000
    )
    assert not fits("x \u2039a\u203a " * 200, "x " * 7_500)


def test_it_covers_its_people_its_accounts_and_its_days_alone() -> None:
    assert TEXT.covers(ANA, content(), DAY)

    assert not TEXT.covers(BO, content(), DAY)
    assert not TEXT.covers(ANA, content(accounts=(X, AccountId("mastodon"))), DAY)
    assert not TEXT.covers(ANA, content(accounts=()), DAY)
    assert not TEXT.covers(ANA, content(), date(2027, 7, 1))
    assert not TEXT.covers(ANA, content(), date(2026, 8, 31))


def test_it_covers_neither_a_picture_nor_other_words_for_one_account() -> None:
    assert not TEXT.covers(ANA, content(pictures=(Picture(PhotoId("p"), "Snow"),)), DAY)
    assert not TEXT.covers(ANA, content(wordings={X: "Buy our book."}), DAY)


def test_an_empty_a_long_and_a_bracketed_blank_are_said_each_by_its_name() -> None:
    text = replace(TEXT, text="\u2039a\u203a \u2039b\u203a \u2039c\u203a \u2039d\u203a")

    reasons = fill_blockers(text, {"a": "  ", "b": "x" * 81, "c": "[x]", "d": "fine"})

    assert [(one.message.id, one.place) for one in reasons] == [
        ("notices.blank-empty", "blank:a"),
        ("notices.blank-long", "blank:b"),
        ("notices.blank-brackets", "blank:c"),
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "  "}, "notices.text-missing"),
        ({"text": "\u2039anything\u203a"}, "notices.only-blanks"),
        ({"text": "x" * 1_001}, "notices.text-long"),
        ({"text": "Closed on {day}."}, "notices.brackets-stray"),
        ({"text": f"Closed on [{'x' * 41}]."}, "notices.brackets-stray"),
        ({"text": "No. " + "\u2039a\u203a " * 13}, "notices.blanks-many"),
        ({"people": ()}, "notices.nobody-named"),
        ({"accounts": ()}, "posts.no-account"),
        ({"ends": date(2026, 8, 1)}, "approvals.permission-ends-first"),
        ({"ends": date(2027, 9, 2)}, "approvals.permission-too-long"),
    ],
)
def test_what_a_principal_cannot_sign(change: dict[str, object], why: str) -> None:
    reasons = sign_blockers(replace(TEXT, **change))  # type: ignore[arg-type]  # one field each

    assert [one.message.id for one in reasons] == [why]
    assert sign_blockers(TEXT) == ()


def test_what_is_signed_reads_back() -> None:
    assert NoticeText.from_plain("n", TEXT.to_plain(), 0) == TEXT


@pytest.mark.parametrize(
    "spoilt",
    [
        {},
        {**TEXT.to_plain(), "people": "ana"},
        {**TEXT.to_plain(), "kind": "x"},
        {**TEXT.to_plain(), "text": "School is closed on [day]."},
    ],
)
def test_a_spoilt_part_is_no_text(spoilt: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        NoticeText.from_plain("n", spoilt, 0)  # type: ignore[arg-type]  # spoilt on purpose


def test_a_countersignature_is_late_after_a_day() -> None:
    sent = datetime(2026, 11, 23, 6, tzinfo=UTC)
    notice = SentNotice(PostId("p"), FILLED, ANA, sent, (), frozenset({Side.OFFICE}))

    assert not notice.overdue(sent + timedelta(hours=24))
    assert notice.overdue(sent + timedelta(hours=25))
    assert not replace(notice, owed=frozenset()).overdue(sent + timedelta(hours=25))
