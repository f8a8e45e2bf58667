"""A round through comments in the real window, and criticism that was found on it, answered without haste."""

import pytest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from smadmin.domain.accounts import Platform
from smadmin.domain.rounds import Spot
from smadmin.ui.comments.screen import CommentsScreen
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

CRITICISM, PHONE = "Nobody answers your phone!", "410-545-1870"


@pytest.mark.demand("BAL-B1f2")
@pytest.mark.demand("BLO-A7")
@pytest.mark.demand("SOC-R1")
def test_a_round_is_done_and_what_was_found_is_answered_by_a_meeting(seat: Sitting) -> None:
    hand = seat.hand
    seat.look_around()
    seat.sit(AUTHOR)
    account = next(one for one in seat.office.accounts.all() if one.platform is Platform.X)
    seat.go("comments")
    rows = seat.shown(CommentsScreen).list
    hand.wait("the accounts", lambda: bool(rows.rows))

    hand.press_row(rows, hand.said("comments.row-round", account=account.label))
    hand.say_press("comments.decide")
    hand.choose(hand.said("comments.field-comments"), hand.said("comments.comments-on"))
    hand.choose(hand.said("comments.field-monitor"), AUTHOR)
    hand.say_press("comments.decide-do")
    hand.say_press("comments.cards")
    hand.say_press("comments.cards-read")
    hand.say_press("comments.start")
    for spot in Spot:
        hand.press(hand.said(f"comments.look-{spot.value}"), QCheckBox)

    hand.say_press("comments.found-something")
    hand.choose(hand.said("comments.field-kind"), hand.said("comments.kind-criticism"))
    hand.go_to(hand.said("comments.field-text"), QPlainTextEdit)
    hand.write(CRITICISM)
    hand.say_press("comments.add-do")
    hand.wait_for(hand.said("comments.reply"), QPlainTextEdit)
    hand.go_to(hand.said("comments.reply"), QPlainTextEdit)
    hand.write("We do!")
    hand.wait("what keeps it back", lambda: any("in haste" in one for one in hand.seen()))
    hand.say_press("comments.wording-meeting")
    hand.write(PHONE)
    hand.say_press("comments.answered")
    hand.wait("the answer", lambda: any(PHONE in one for one in hand.seen()))

    hand.press_row(rows, hand.said("comments.row-round", account=account.label))
    hand.say_press("comments.finish")
    hand.wait("the round", lambda: hand.says(hand.said("comments.rounds-before")))
    by = seat.office.session.actor
    (found,) = seat.office.comment_views.look(by).comments
    assert found.comment.reply is not None
    assert PHONE in found.comment.reply.text
    done = next(one for one in seat.office.rounds.all(by) if one.account.id == account.id)
    assert (done.last_by, len(done.watched.rounds), done.mine) == (AUTHOR, 1, None)
