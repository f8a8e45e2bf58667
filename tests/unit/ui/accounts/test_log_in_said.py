"""The log-in's page speaks of passwords only where an account may have one."""

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.platforms import HeldBy
from smadmin.ui.accounts.log_in_said import knew_said, unkept_said

UNKEPT = (Reason(say("accounts.no-log-in-kept"), None, "account:a"),)


@pytest.mark.parametrize(
    ("held_by", "missing", "said"),
    [
        (HeldBy.PASSWORD, UNKEPT, "accountui.log-in-none"),
        (HeldBy.ROLES, (), "loginui.no-password"),
        (HeldBy.EITHER, UNKEPT, "loginui.either-none"),
        (HeldBy.EITHER, (), "loginui.either-held"),
    ],
)
def test_where_nothing_is_kept_it_says_how_people_get_in(
    held_by: HeldBy, missing: tuple[Reason, ...], said: str
) -> None:
    assert unkept_said(held_by, missing) == say(said)


@pytest.mark.parametrize(
    ("held_by", "said"),
    [
        (HeldBy.PASSWORD, "loginui.knew"),
        (HeldBy.EITHER, "loginui.knew"),
        (HeldBy.ROLES, "loginui.knew-tokens"),
    ],
)
def test_who_left_a_page_that_roles_hold_may_know_a_token(held_by: HeldBy, said: str) -> None:
    people = (say("accounts.person", name="Ana"),)

    assert knew_said(held_by, people) == say(said, people=people)
