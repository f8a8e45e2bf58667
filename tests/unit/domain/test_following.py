"""The short form: whom an account may follow, each no with its clause."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.following import (
    Followed,
    FollowForm,
    Guard,
    Whose,
    already_followed,
    answer_of,
    doubts_of,
    follow_blockers,
)
from smadmin.domain.ids import AccountId
from smadmin.domain.policy.values import FollowKind, Told

MEDIA = FollowKind("media", Told({"en": "A news outlet", "es": "Un medio"}), ("BAL-C1c",))
STRICT = Guard((MEDIA,), "BAL-C1c", "II.C.1.c", "Certain kinds only.")
FORM = FollowForm(" The Sun ", Whose.ORGANISATION, "Reports.", "media", page=" https://sun.example ")


def places(form: FollowForm, guard: Guard) -> list[str | None]:
    return [reason.place for reason in follow_blockers(form, guard)]


def test_everything_that_is_missing_is_named_at_its_field() -> None:
    assert places(FORM, STRICT) == []
    assert places(FollowForm("", Whose.OFFICE, "", "weather"), STRICT) == ["name", "office", "kind", "why"]
    assert places(FollowForm("", Whose.PRIVATE, ""), STRICT) == ["name", "whose"]
    assert places(replace(FORM, why="x" * 501), STRICT) == ["why"]
    assert places(FollowForm("x", Whose.ORGANISATION, "y"), Guard()) == []


@pytest.mark.demand("BAL-D5")
@pytest.mark.parametrize(
    "name",
    [
        "@VoteSmithForMayor",
        "smith_for_congress",
        "Smith4Council",
        "@TheDemocrats",
        "Lopez Para Alcalde",
        "vota_azul",
    ],
)
def test_what_reads_like_a_campaign_is_weighed_first_whoever_follows(name: str) -> None:
    form = replace(FORM, name=name)

    assert [one.id for one in doubts_of(form, Guard())] == ["following.doubt-campaign"]
    for guard in (Guard(), STRICT):
        assert places(form, guard) == ["weighed"]
        assert places(replace(form, weighed=True), guard) == []


@pytest.mark.parametrize(
    "name", ["The Sun", "Elektra Books", "City Electric Company", "League of Women Voters", "PTA", "@NASA"]
)
def test_an_ordinary_name_is_no_campaign(name: str) -> None:
    assert doubts_of(replace(FORM, name=name), Guard()) == ()


@pytest.mark.demand("BAL-D5")
def test_a_private_person_is_weighed_where_no_policy_refuses_them() -> None:
    somebody = FollowForm("Pat Doe", Whose.PRIVATE, "Nice photos.")

    assert [one.id for one in doubts_of(somebody, Guard())] == ["following.doubt-private"]
    assert places(somebody, Guard()) == ["weighed"]
    assert places(replace(somebody, weighed=True), Guard()) == []
    assert FollowForm.from_plain(replace(somebody, weighed=True).to_plain()).weighed
    assert "weighed" not in somebody.to_plain()


def test_a_no_quotes_the_clause_and_a_yes_names_the_kind() -> None:
    (no,) = follow_blockers(replace(FORM, kind=""), STRICT)

    assert dict(no.message.values) == {"number": "II.C.1.c", "says": "Certain kinds only."}
    assert answer_of(FORM, STRICT, "es").values["kind"] == "Un medio"


def test_a_form_is_kept_as_it_was_signed() -> None:
    kept = FollowForm.from_plain(FORM.to_plain())

    assert (kept.name, kept.page, kept.kind) == ("The Sun", "https://sun.example", "media")
    entered = Followed(7, AccountId("x"), kept, None, date(2026, 11, 16))
    assert already_followed("@the sun", (entered,)) is entered
    assert already_followed("The Moon", (entered,)) is None
