"""A comment isn't removed for its view, and goes on a ground of the policy once a second person agreed."""

import pytest
from PySide6.QtWidgets import QCheckBox

from smadmin.domain.accounts import Platform
from smadmin.domain.comments import CommentForm, CommentKind
from smadmin.domain.moderating import Stage, Way
from smadmin.domain.rounds import Spot
from smadmin.services.policy_texts import copied
from smadmin.ui.comments.screen import CommentsScreen
from tests.journeys.roads import AUTHOR, PRINCIPAL
from tests.journeys.sitting import Sitting

TEXT = "Buy cheap watches!"
SECOND = 'kind = "spam"\nsecond = true\n'


def with_stricter_policy(seat: Sitting) -> None:
    """Have the principal ask for a second person before spam goes."""
    policies, by = seat.office.policies, seat.office.session.actor
    text = copied(policies.text_in_force(by), base=seat.office.school.policy, as_id="own")
    text = text.replace('kind = "spam"\n', SECOND).replace('copies = "at_will"', 'copies = "emergency"')
    policies.put_in_force(by, policies.read(by, text, file="own.toml", language="en"))


@pytest.mark.demand("YEL-U2")
@pytest.mark.demand("BAL-B1f3")
def test_a_removal_is_refused_for_the_view_and_then_done_by_two(seat: Sitting) -> None:
    hand, said = seat.hand, seat.hand.said
    seat.look_around()
    seat.sit(PRINCIPAL)
    with_stricter_policy(seat)
    office, by = seat.office, seat.office.session.actor
    account = next(one.id for one in office.accounts.all() if one.platform is Platform.X)
    now = office.comment_views.look(by).now
    form = CommentForm(account, CommentKind.OTHER, Spot.COMMENTS, TEXT, "A visitor", "", now)
    comment = office.comments.enter(by, form).value
    seat.lock()

    seat.sit(AUTHOR)
    seat.go("comments")
    hand.wait("the comment", lambda: any(TEXT in one.title for one in seat.shown(CommentsScreen).list.rows))
    title = seat.shown(CommentsScreen).list.rows[0].title
    hand.press_row(seat.shown(CommentsScreen).list, title)
    hand.say_press("moderating.removal-open")
    hand.choose(said("moderating.view-ask"), said("moderating.view-yes"))
    hand.wait("the refusal", lambda: hand.says(said("moderating.view")))
    hand.choose(said("moderating.view-ask"), said("moderating.view-no"))
    hand.choose(said("moderating.kind-ask"), "Spam")
    hand.press(said("moderating.unpictured"), QCheckBox)
    hand.say_press("moderating.do-second")
    waits = said("moderating.waits-second", name=AUTHOR)
    hand.wait("that it waits", lambda: hand.says(waits))
    seat.lock()

    seat.sit(PRINCIPAL)
    seat.go("comments")
    hand.press_row(seat.shown(CommentsScreen).list, title)
    hand.say_press("moderating.agree")
    hand.say_press("moderating.saw-hide")
    hand.wait("how it ended", lambda: any("From found to removed" in one for one in hand.seen()))

    (sheet,) = office.moderation.look(office.session.actor).sheets
    assert (sheet.one.comment, sheet.one.stage, sheet.one.done) == (comment, Stage.DONE, Way.HIDE)
    assert (sheet.name(sheet.one.by), sheet.name(sheet.one.agreed_by)) == (AUTHOR, PRINCIPAL)
