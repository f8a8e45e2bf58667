"""An administrator with four accounts leaves, in the real window and without having a hand in it."""

from time import monotonic

import pytest

from smadmin.domain.departures import How, LineKind
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.departures.model import AIM_MINUTES
from smadmin.ui.shell.seating import GATE
from smadmin.ui.theme import State
from tests.journeys.leaving_road import WORDS, drill, leave_something_behind, somebody_leaves
from tests.journeys.roads import AUTHOR, OFFICE, PRINCIPAL, SECOND
from tests.journeys.sitting import Sitting

ACCOUNTS = 4
MOST_ACTS = 45


@pytest.mark.demand("BAL-B1b3")
def test_an_administrator_with_four_accounts_leaves_without_having_a_hand_in_it(seat: Sitting) -> None:
    seat.look_around()
    leave_something_behind(seat)
    begun = monotonic()

    acts = somebody_leaves(seat)

    assert monotonic() - begun < AIM_MINUTES * 60
    model = drill(seat)
    assert model.clock[0] is State.FINE
    kinds = [line.line.kind for line in model.lines]
    assert kinds == sorted(kinds, key=list(LineKind).index)
    assert kinds.count(LineKind.PASSWORD) + kinds.count(LineKind.ROLES) == ACCOUNTS
    assert {LineKind.QUEUE, LineKind.COPIES, LineKind.WORK} <= set(kinds)
    assert receipts(seat) >= {How.CHANGED, How.REVOKED, How.HANDED_OVER, How.HELD}
    assert acts.people == {OFFICE, PRINCIPAL}
    assert acts.total <= MOST_ACTS, acts

    seat.lock()
    assert not any(AUTHOR in said for said in seat.hand.seen())
    find_what_was_handed_on(seat)


def receipts(seat: Sitting) -> set[How]:
    """Give how the lines were settled, as the record proves it."""
    by = seat.office.session.actor
    seen = seat.office.departure_views.see(by, drill(seat).id)
    assert seen is not None
    return {one.how for one in seen.departure.receipts.values()}


def find_what_was_handed_on(seat: Sitting) -> None:
    """Let the successor go on with the unfinished post."""
    assert seat.screen == GATE
    seat.sit(SECOND)
    seat.go("compose")
    editor = seat.shown(ComposeScreen).writing.editor
    seat.hand.wait("the unfinished post", lambda: editor.words == WORDS)
