"""Errors carry what people need to know."""

from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import say


def test_a_refusal_says_its_first_reason_and_keeps_them_all() -> None:
    reasons = (Reason(say("a.first"), "BAL-B1h"), Reason(say("a.second")))

    refusal = NotAllowed(reasons)

    assert refusal.happened == say("a.first")
    assert refusal.reasons == reasons


def test_an_error_shows_no_values_in_its_own_text() -> None:
    assert str(KnownError(say("a.b", name="Somebody"))) == "a.b"
