"""What kind of account the register takes."""

import pytest

from smadmin.domain.account_kinds import OFFICIAL, AccountKind, kind_blockers, scope_blockers
from smadmin.domain.messages import say

BALTIMORE = {AccountKind.DEPARTMENT: "BAL-C1a"}


@pytest.mark.demand("BAL-I")
def test_somebody_s_own_account_is_refused_and_one_for_lessons_only_marked() -> None:
    (reason,) = kind_blockers(AccountKind.PERSONAL, {})

    assert (reason.message, reason.citation) == (say("accounts.kind-personal"), "BAL-I")
    assert kind_blockers(AccountKind.INSTRUCTIONAL, {}) == ()
    assert [one.message.id for one in scope_blockers(AccountKind.INSTRUCTIONAL)] == ["accounts.kind-outside"]


@pytest.mark.demand("BAL-C1a")
def test_a_department_opens_no_public_account_but_a_private_one() -> None:
    (reason,) = kind_blockers(AccountKind.DEPARTMENT, BALTIMORE)

    assert reason.citation == "BAL-C1a"
    assert kind_blockers(AccountKind.PRIVATE, BALTIMORE) == ()
    assert kind_blockers(AccountKind.DEPARTMENT, {}) == ()


@pytest.mark.demand("YEL-A5")
@pytest.mark.parametrize("kind", sorted(OFFICIAL))
def test_every_official_kind_may_be_posted_from(kind: AccountKind) -> None:
    assert scope_blockers(kind) == ()
