"""What a policy asks before an account is official."""

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.policy.opening import OpeningRules
from smadmin.domain.set_up import SetUpItem


@pytest.mark.demand("WIC-P2")
def test_a_clause_that_speaks_of_one_platform_asks_nothing_of_the_others() -> None:
    clauses = {SetUpItem.PAGE: "WIC-P2", SetUpItem.PICTURE: "WIC-P16"}
    rules = OpeningRules(set_up=clauses, set_up_only={SetUpItem.PAGE: Platform.FACEBOOK})

    assert rules.asked_of(Platform.FACEBOOK) == clauses
    assert rules.asked_of(Platform.INSTAGRAM) == {SetUpItem.PICTURE: "WIC-P16"}
    assert OpeningRules(set_up=clauses).asked_of(Platform.X) == clauses
