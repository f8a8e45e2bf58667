"""Why somebody can't write at all."""

from smadmin.domain.messages import say
from smadmin.ui.composer.closed import closed_for


def test_a_school_without_accounts_is_led_to_the_register() -> None:
    closed = closed_for(registered=False, writers=(), names_others=False)

    assert closed.title == say("compose.no-accounts")
    assert closed.step == say("compose.open-accounts")


def test_the_principal_reads_who_writes_and_where_to_name_others() -> None:
    closed = closed_for(registered=True, writers=("Maya Ortega",), names_others=True)

    assert closed.text == say("compose.name-writers", people=(say("compose.name", name="Maya Ortega"),))
    assert closed.step == say("compose.open-accounts")


def test_somebody_without_an_account_reads_whom_to_ask() -> None:
    closed = closed_for(registered=True, writers=(), names_others=False)

    assert closed.text == say("compose.ask-principal")
    assert closed.step is None
