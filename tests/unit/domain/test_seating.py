"""Sitting down with a code, judged from the rows alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.reviewers import ReviewerList
from smadmin.domain.seating import may_review
from tests.listed import (
    DAY,
    NOON,
    ROOT,
    CodeVerifier,
    a_list,
    founded,
    key_of,
    place,
    public_of,
    row,
    seated,
    signed,
    sits_down,
    with_list,
)

BO = key_of("bo/pin", KeyKind.REVIEWER)


def refused(trust: Trust, act: TrustAct, by: str, entry: dict[str, Plain], utc: datetime = NOON) -> None:
    key = BO if by == "bo" else key_of(by)
    with pytest.raises(Tampered):
        trust.after(row(act, key, utc=utc), entry, CodeVerifier())


def renewed(trust: Trust, name: str, code: str) -> Trust:
    entry: dict[str, Plain] = {
        "list": "list",
        "place": f"place-{name}",
        "salt": bytes(16).hex(),
        "public": public_of(code).hex(),
    }
    return trust.after(row(TrustAct.RENEW_CODE, key_of("pat")), entry)


def struck(trust: Trust, name: str, by: str = "pat") -> Trust:
    entry: dict[str, Plain] = {"list": "list", "place": f"place-{name}"}
    return trust.after(row(TrustAct.STRIKE_REVIEWER, key_of(by)), entry)


def test_who_is_on_the_list_lets_themselves_in_with_their_code() -> None:
    trust = seated(with_list("bo", "dee"), "bo")

    assert trust.roles(PersonId("bo"), DAY) == {Role.REVIEWER}
    assert trust.people[PersonId("bo")] == Person(PersonId("bo"), "Bo")
    assert may_review(trust, BO.id, DAY)


def test_the_role_ends_with_the_list() -> None:
    trust = seated(with_list("bo"), "bo")

    assert trust.roles(PersonId("bo"), date(2027, 7, 1)) == frozenset()
    assert not may_review(trust, BO.id, date(2027, 7, 1))


@pytest.mark.parametrize("by", ["ana", "cem", "bo"])
def test_nobody_but_the_principal_signs_a_list(by: str) -> None:
    trust = seated(with_list("bo"), "bo")

    refused(trust, TrustAct.LIST_REVIEWERS, by, {"list": a_list("mallory", list_id="other").to_plain()})


def test_a_deputy_signs_a_list_in_the_principals_place() -> None:
    grant = Grant("ana-deputy", PersonId("ana"), Role.DEPUTY, DAY)
    trust = founded().after(row("grant", key_of("pat")), {"grant": grant.to_plain()})

    trust.after(row(TrustAct.LIST_REVIEWERS, key_of("ana")), {"list": a_list("bo").to_plain()})


@pytest.mark.parametrize(
    "spoilt",
    [
        a_list(),
        a_list("bo", "bo"),
        a_list("bo", withdrawn=True),
        a_list("bo", ends=date(2027, 12, 1)),
        a_list("bo", ends=DAY - timedelta(days=1)),
        a_list("bo", places=(replace(place("bo"), key=BO.id),)),
        a_list("bo", places=(replace(place("bo"), struck=True),)),
        a_list("pat"),
        a_list("ana"),
    ],
)
def test_a_list_that_is_none_isnt_taken(spoilt: ReviewerList) -> None:
    refused(founded(), TrustAct.LIST_REVIEWERS, "pat", {"list": spoilt.to_plain()})


def test_a_list_names_nobody_anew_who_is_known_by_another_name() -> None:
    trust = seated(with_list("bo"), "bo")
    other = replace(place("bo"), id="place-2", name="Mallory")

    refused(trust, TrustAct.LIST_REVIEWERS, "pat", {"list": a_list(list_id="2", places=(other,)).to_plain()})


def test_a_code_works_once() -> None:
    trust = seated(with_list("bo"), "bo")
    again = key_of("bo/again", KeyKind.REVIEWER)

    with pytest.raises(Tampered):
        trust.after(row("admit", again), sits_down("bo", key=again), CodeVerifier())


def test_another_code_lets_nobody_in() -> None:
    trust = with_list("bo", "dee")

    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo", code="code-dee"))
    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo", at="dee"))


def test_a_code_of_another_list_lets_nobody_in() -> None:
    trust = with_list("bo")
    other = replace(place("bo", "code-other"), id="place-other")
    trust = trust.after(
        row(TrustAct.LIST_REVIEWERS, key_of("pat")),
        {"list": a_list(list_id="other", places=(other,)).to_plain()},
    )

    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo", code="code-other"))
    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo", list_id="other"))


def test_what_a_code_signed_for_one_key_lets_in_no_other() -> None:
    """A database administrator sees the row on its way, and puts their own key in its place."""
    mallory = key_of("bo/mallory", KeyKind.REVIEWER)
    stolen = {**sits_down("bo"), "key": mallory.to_plain()}

    with pytest.raises(Tampered):
        with_list("bo").after(row("admit", mallory), stolen, CodeVerifier())


def test_without_somebody_who_checks_codes_nobody_is_let_in() -> None:
    with pytest.raises(Tampered):
        with_list("bo").after(row("admit", BO), sits_down("bo"))


@pytest.mark.parametrize(
    "key",
    [
        key_of("bo"),  # a whole person's key
        replace(BO, person=PersonId("dee")),
        replace(BO, seat=SeatId("nobody's")),
        replace(BO, seat=None),
        replace(BO, retired=True),
    ],
)
def test_a_code_lets_in_no_key_but_a_reviewers_of_that_name_here(key: Key) -> None:
    own = {**sits_down("bo"), "key": key.to_plain()}
    own["proof"] = signed("code-bo", "list", "place-bo", key.id)

    with pytest.raises(Tampered):
        with_list("bo").after(row("admit", key), own, CodeVerifier())


def test_a_code_gives_nobody_another_name() -> None:
    named = {**sits_down("bo"), "person": Person(PersonId("bo"), "Pat").to_plain()}

    refused(with_list("bo"), TrustAct.ADMIT, "bo", named)


def test_a_principal_lets_in_no_reviewers_key_without_a_code() -> None:
    entry: dict[str, Plain] = {"key": BO.to_plain(), "person": Person(PersonId("bo"), "Bo").to_plain()}

    refused(with_list("bo"), TrustAct.ADMIT, "pat", entry)


def test_before_and_after_its_days_a_list_lets_nobody_in() -> None:
    trust = with_list("bo", starts=DAY + timedelta(days=1))

    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo"))
    refused(with_list("bo"), TrustAct.ADMIT, "bo", sits_down("bo"), utc=datetime(2027, 7, 2, tzinfo=UTC))


def test_a_struck_name_is_let_in_no_more_and_its_key_ends() -> None:
    after = struck(seated(with_list("bo", "dee"), "bo"), "bo")

    assert after.key_alive(BO.id) is None
    assert after.roles(PersonId("bo"), DAY) == frozenset()
    refused(struck(with_list("bo"), "bo"), TrustAct.ADMIT, "bo", sits_down("bo"))


def test_communications_strikes_a_name_and_an_administrator_doesnt() -> None:
    assert struck(with_list("bo"), "bo", by="cem").lists.held["list"].places[0].struck
    refused(with_list("bo"), TrustAct.STRIKE_REVIEWER, "ana", {"list": "list", "place": "place-bo"})


def test_a_withdrawn_list_ends_every_key_that_it_let_in() -> None:
    trust = seated(with_list("bo", "dee"), "bo")

    after = trust.after(row(TrustAct.WITHDRAW_REVIEWERS, key_of("pat")), {"list": "list"})

    assert after.key_alive(BO.id) is None
    refused(after, TrustAct.ADMIT, "dee", sits_down("dee"))


def test_a_renewed_code_ends_the_old_one_and_the_key_that_it_let_in() -> None:
    trust = renewed(seated(with_list("bo"), "bo"), "bo", "another")
    again = key_of("bo/again", KeyKind.REVIEWER)
    entry = {**sits_down("bo", key=again), "proof": signed("another", "list", "place-bo", again.id)}

    assert trust.key_alive(BO.id) is None
    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo"))
    after = trust.after(row("admit", again), entry, CodeVerifier())
    assert may_review(after, again.id, DAY)


def test_root_signs_no_list() -> None:
    with pytest.raises(Tampered):
        founded().after(row(TrustAct.LIST_REVIEWERS, ROOT), {"list": a_list("bo").to_plain()})


def test_whoever_gets_another_role_needs_a_passphrase_for_it() -> None:
    trust = seated(with_list("bo"), "bo")
    grant = Grant("bo-deputy", PersonId("bo"), Role.DEPUTY, DAY)

    after = trust.after(row("grant", key_of("pat")), {"grant": grant.to_plain()})

    assert after.key_alive(BO.id) is None


def test_a_code_lets_in_nobody_who_has_another_role_by_now() -> None:
    trust = with_list("bo")
    grant = Grant("bo-deputy", PersonId("bo"), Role.DEPUTY, DAY + timedelta(days=9))
    person = Person(PersonId("bo"), "Bo").to_plain()
    trust = trust.after(row("admit", key_of("pat")), {"key": key_of("bo").to_plain(), "person": person})
    trust = trust.after(row("grant", key_of("pat")), {"grant": grant.to_plain()})

    refused(trust, TrustAct.ADMIT, "bo", sits_down("bo"))
