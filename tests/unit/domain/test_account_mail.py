"""Which address may be an account's log-in."""

import pytest

from smadmin.domain.account_mail import login_blockers, somebodys_blockers
from smadmin.domain.errors import Reason

OWN = ("lincoln.example", "k12.md.example")


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.message.id for reason in reasons]


@pytest.mark.parametrize("login", ["a@lincoln.example", "A@Mail.Lincoln.Example", "x@k12.md.example "])
def test_an_address_of_the_school_is_a_log_in(login: str) -> None:
    assert login_blockers(login, OWN) == ()


@pytest.mark.demand("BAL-D4")
@pytest.mark.parametrize("login", ["a@gmail.com", "a@GMail.com", "a@yahoo.co.uk", "a@me.com", "a@qq.com"])
def test_a_personal_provider_is_refused(login: str) -> None:
    assert ids(login_blockers(login, OWN)) == ["accounts.login-personal"]


@pytest.mark.demand("BAL-B1d1")
@pytest.mark.parametrize(
    "login", ["a@lincoln.example.org", "a@notlincoln.example", "a@gmail.com.evil.example", "a@agency.example"]
)
def test_a_domain_that_isnt_the_schools_is_refused(login: str) -> None:
    (reason,) = login_blockers(login, OWN)

    assert reason.citation in {"BAL-B1d1", "BAL-D4"}


@pytest.mark.parametrize("login", ["", "ana", "@lincoln.example", "a@", "a@localhost"])
def test_what_is_no_address_is_refused(login: str) -> None:
    assert ids(login_blockers(login, OWN)) == ["accounts.login-not-address"]


@pytest.mark.demand("BAL-D4")
def test_the_address_of_somebody_of_the_school_is_not_an_accounts() -> None:
    people = [("Bo Quiet", ""), ("Ana Brooks", "Ana@lincoln.example")]

    assert ids(somebodys_blockers(" ana@Lincoln.example", people)) == ["accounts.login-somebodys"]
    assert somebodys_blockers("social@lincoln.example", people) == somebodys_blockers("", people) == ()
