"""Which things an account has on its set-up list."""

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.set_up import SetUpItem, comments_wanted, steps_for

OFFERED = {SetUpItem.PAGE: {"en": "Create a Page"}, SetUpItem.NOTICE: {}, SetUpItem.PICTURE: {}}
DEMANDS = {SetUpItem.PAGE: "WIC-P2"}


def items(kind: AccountKind, *, has_notice: bool) -> list[SetUpItem]:
    return [one.item for one in steps_for(OFFERED, DEMANDS, kind=kind, has_notice=has_notice)]


@pytest.mark.demand("WIC-P2")
def test_the_list_is_what_the_platform_has_with_the_clause_that_asks_for_it() -> None:
    page, _, picture = steps_for(OFFERED, DEMANDS, kind=AccountKind.SCHOOL, has_notice=True)

    assert (page.item, page.demand, page.where["en"]) == (SetUpItem.PAGE, "WIC-P2", "Create a Page")
    assert picture.demand is None


def test_a_notice_is_listed_where_the_policy_mandates_one() -> None:
    assert SetUpItem.NOTICE not in items(AccountKind.SCHOOL, has_notice=False)


@pytest.mark.demand("BAL-C1a")
def test_a_private_community_is_invited_and_moderated() -> None:
    assert items(AccountKind.PRIVATE, has_notice=False)[-2:] == [SetUpItem.INVITED, SetUpItem.MODERATED]


def test_comments_stand_as_somebody_answered() -> None:
    answered = AccountRequest((), "", 1, comments=True, monitor=None, administrator=None)

    assert comments_wanted(None) == ""
    assert comments_wanted(answered) == "on"
