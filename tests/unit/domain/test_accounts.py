"""Accounts: their stages, what is missing, and which address may be a log-in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smadmin.domain.accounts import (
    Account,
    AccountForm,
    AccountStage,
    Identity,
    Platform,
    Proof,
    same_handle,
)
from smadmin.domain.cadence import Pause, PauseKind
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId

OWN = ("lincoln.example", "k12.md.example")
FORM = AccountForm(
    Platform.X,
    " Lincoln ",
    "@Lincoln_ES ",
    " https://x.com/lincoln_es",
    "social@lincoln.example ",
    PersonId("pat"),
)
EMPTY = Account(AccountId("one"), SchoolId("school"), Platform.X, "", "", "", stage=AccountStage.SET_UP)
LIVE = replace(EMPTY.filled(FORM), stage=AccountStage.LIVE, identity=Identity(Proof.CONFIRMED))


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.message.id for reason in reasons]


def test_a_form_is_taken_over_without_its_blanks() -> None:
    filled = EMPTY.filled(FORM)

    assert (filled.name, filled.handle, filled.page) == ("Lincoln", "Lincoln_ES", "https://x.com/lincoln_es")
    assert (filled.login, filled.at_handle, filled.pin) == (
        "social@lincoln.example",
        "@Lincoln_ES",
        "lincoln_es",
    )
    assert FORM.to_plain()["principal"] == "pat"


def test_another_spelling_of_the_handle_keeps_the_proof_and_another_handle_loses_it() -> None:
    same = LIVE.filled(replace(FORM, handle="LINCOLN_es"))
    other = LIVE.filled(replace(FORM, handle="lincoln_2"))
    elsewhere = LIVE.filled(replace(FORM, platform=Platform.BLUESKY))

    assert (same.stage, same.identity.proof) == (AccountStage.LIVE, Proof.CONFIRMED)
    assert (other.stage, other.identity.proof) == (AccountStage.SET_UP, Proof.NONE)
    assert elsewhere.stage is AccountStage.SET_UP


def test_an_account_on_hold_stays_on_hold_with_another_handle() -> None:
    held = replace(LIVE, stage=AccountStage.ON_HOLD)

    assert held.filled(replace(FORM, handle="x")).stage is AccountStage.ON_HOLD


@pytest.mark.demand("BAL-A1")
def test_everything_that_is_missing_is_named_most_urgent_first() -> None:
    bare = EMPTY.missing(administrators=0, log_in_kept=False, domains=OWN)

    assert ids(bare) == [
        "accounts.no-principal",
        "accounts.no-administrator",
        "accounts.no-handle",
        "accounts.no-page",
        "accounts.login-not-address",
        "accounts.never-confirmed",
        "accounts.no-log-in-kept",
    ]
    assert LIVE.missing(administrators=1, log_in_kept=True, domains=OWN) == ()


def test_only_a_live_account_with_a_principal_may_be_posted_from() -> None:
    assert LIVE.blockers() == ()
    assert ids(EMPTY.blockers()) == ["accounts.not-live", "accounts.no-principal"]
    assert ids(replace(LIVE, stage=AccountStage.ON_HOLD).blockers()) == ["accounts.on-hold"]


def test_a_closed_account_goes_nowhere() -> None:
    closed = replace(LIVE, stage=AccountStage.CLOSED)

    assert not any(closed.may_become(stage) for stage in AccountStage)
    assert LIVE.may_become(AccountStage.ON_HOLD)


def test_handles_are_compared_without_at_and_case() -> None:
    assert same_handle(" @Lincoln_ES ") == same_handle("lincoln_es")


def test_an_account_is_called_by_platform_and_handle_wherever_its_name_could_be_anothers() -> None:
    larks = Account(AccountId("a"), SchoolId("s"), Platform.X, "Larks", "lincoln_larks", "https://x.com/l")

    assert larks.label == "X @lincoln_larks"
    assert replace(larks, handle="").label == "X Larks"


def test_days_on_hold_are_kept_for_the_cadence() -> None:
    day = date(2026, 11, 16)
    held = LIVE.brought_to(AccountStage.ON_HOLD, day)

    assert held.pauses == (Pause(PauseKind.HOLD, day),)
    goes_on = held.brought_to(AccountStage.LIVE, day + timedelta(days=5))
    assert goes_on.pauses == (Pause(PauseKind.HOLD, day, day + timedelta(days=4)),)
    assert held.brought_to(AccountStage.LIVE, day).pauses == ()
