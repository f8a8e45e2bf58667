"""What Today says of accounts without a strategy."""

import pytest

from smadmin.domain.ids import AccountId
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.strategies import strategy_needs


@pytest.mark.demand("BAL-B1c1")
def test_all_accounts_without_a_strategy_are_one_line_and_the_last_one() -> None:
    (need,) = strategy_needs([AccountId("x"), AccountId("facebook")])

    assert need.title.values["n"] == 2
    assert need.state is State.NOTE
    assert need.urgency is max(Urgency)
    assert need.step is not None
    assert need.step.subject == "strategy:x"


def test_nothing_is_said_where_none_is_missing() -> None:
    assert list(strategy_needs([])) == []
