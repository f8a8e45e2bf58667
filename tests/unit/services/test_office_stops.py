"""What communications puts on hold stops its queue: what the program would send, what a person would post."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.sending import Next
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from tests.direct import Direct, make_direct

WHY = "A court asked for it."


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    return make_direct(tmp_path_factory.mktemp("direct"), blogs=2)


@pytest.mark.demand("BAL-B1f4")
def test_an_account_that_communications_holds_sends_nothing_that_waits_and_the_others_do(
    direct: Direct, tmp_path: Path
) -> None:
    road, (held, other) = direct.road, direct.blogs
    hand = DistrictHand(road.school.desk, road.proof)
    accounts = Accounts(road.school.desk, held=hand.held_blockers)
    queued = [direct.intended(direct.released(blog), blog) for blog in direct.blogs]
    by_hand = road.publications.intend(road.by("ana"), road.released(), road.x).value
    accounts.hold(road.by("cem"), held, why=WHY)
    accounts.hold(road.by("cem"), road.x, why=WHY)

    assert [direct.go(one).decision.next for one in queued] == [Next.HOLD, Next.DONE]
    with pytest.raises(NotAllowed) as refused:
        road.publications.hand_out(road.by("ana"), by_hand, folder=tmp_path, handle="lincoln_es")
    assert "accounts.on-hold" in [one.message.id for one in refused.value.reasons]
    for one in (held, road.x):
        accounts.go_on(road.by("cem"), one, why=WHY)

    assert direct.go(queued[0]).decision.next is Next.DONE
    assert other in [one.account for one in queued]


@pytest.mark.demand("BAL-B1f4")
def test_a_school_that_communications_holds_sends_nothing_until_it_lets_it_go_on(direct: Direct) -> None:
    road = direct.road
    hand = DistrictHand(road.school.desk, road.proof)
    queued = [direct.intended(direct.released(blog), blog) for blog in direct.blogs]
    hand.hold_all(road.by("cem"), why=WHY)

    assert [direct.go(one).decision.next for one in queued] == [Next.HOLD, Next.HOLD]
    hand.go_on_all(road.by("cem"), why=WHY)

    assert [direct.go(one).decision.next for one in queued] == [Next.DONE, Next.DONE]
