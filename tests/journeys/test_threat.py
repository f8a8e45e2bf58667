"""A threat among the comments, in the real window: its card suggested, the principal told, and closed."""

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.cases import About
from smadmin.domain.comments import CommentForm, CommentKind
from smadmin.domain.escalations import Trouble, Whom
from smadmin.domain.rounds import Spot
from smadmin.ui.cases.screen import CasesScreen
from smadmin.ui.comments.screen import CommentsScreen
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

TEXT = "I will kill you all at school tomorrow"


@pytest.mark.demand("BAL-E1")
@pytest.mark.demand("WIC-G6")
def test_a_threat_is_told_and_its_card_closed(seat: Sitting) -> None:
    hand, said = seat.hand, seat.hand.said
    seat.look_around()
    seat.sit(AUTHOR)
    office, by = seat.office, seat.office.session.actor
    account = next(one.id for one in office.accounts.all() if one.platform is Platform.X)
    now = office.comment_views.look(by).now
    form = CommentForm(account, CommentKind.OTHER, Spot.COMMENTS, TEXT, "A visitor", "", now)
    comment = office.comments.enter(by, form).value
    seat.go("comments")
    hand.wait("the comment", lambda: any(TEXT in one.title for one in seat.shown(CommentsScreen).list.rows))
    rows = seat.shown(CommentsScreen).list
    hand.press_row(rows, next(one.title for one in rows.rows if TEXT in one.title))

    hand.say_press("cases.suggest")
    looks = said("cases.suggested", what=said("sites.trouble-threat"))
    hand.wait("what it looks like", lambda: hand.says(looks))
    hand.press(said("sites.trouble-threat"))
    hand.wait("the card", lambda: hand.says(said("cases.threat-first")))
    hand.choose(said("sites.field-whom"), said("sites.whom-principal"))
    hand.say_press("sites.told-do")
    screen = seat.shown(CasesScreen)
    hand.wait("that it can be closed", screen.case.close_button.isEnabled)
    hand.say_press("cases.close")
    hand.wait("that it is closed", lambda: hand.says(said("cases.said-closed")))

    (sheet,) = office.cases.all(office.session.actor)
    assert (sheet.case.trouble, sheet.case.open) == (Trouble.THREAT, False)
    assert (sheet.case.opening.about, sheet.case.opening.subject) == (About.COMMENT, comment)
    assert [one.telling.whom for one in sheet.case.told] == [Whom.PRINCIPAL]
    assert sheet.told_by == (AUTHOR,)
