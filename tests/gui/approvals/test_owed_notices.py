"""The principal in the chair sees beside the posts which notice waits for their countersignature."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.policy.values import NoticeKind
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.shell.badges import waiting_for
from tests.gui.seated import Seat

CLOSED = "School is closed on \u2039day\u203a because of \u2039reason\u203a."


def send_a_notice(seat: Seat) -> None:
    office = seat.office
    ellen, today = seat.by("ellen-whitcomb"), office.school.local(office.desk.now).date()
    maya = next(one.person for one in office.session.sitters() if one.name == "Maya Ortega")
    accounts = tuple(one.id for one in office.accounts.all() if one.platform is Platform.X)
    days = (today, today + timedelta(days=30))
    made = office.notices.sign(
        ellen, CLOSED, kind=NoticeKind.CLOSURE, people=(maya,), accounts=accounts, days=days
    ).value
    by = seat.by("maya-ortega")
    text = next(one.text for one in office.notices.sheet(by).lines if one.text.id == made)
    office.notices.send(by, text, {"day": "Monday", "reason": "snow"})


def test_a_countersignature_is_given_from_the_chair(seat: Seat, window: QWidget) -> None:
    send_a_notice(seat)
    ellen = next(one.person for one in seat.office.session.sitters() if one.name == "Ellen Whitcomb")
    seat.office.session.hand_over(ellen, PASSPHRASE)
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    owed = screen._aside.notices

    (row,) = owed.rows
    assert owed.isVisible()
    assert "closed on Monday because of snow" in row.note.whole_text
    assert "Released by Maya Ortega." in row.title.whole_text
    assert waiting_for(seat.office, seat.office.session.actor)["approvals"] == 1
    assert row.button is not None
    row.button.click()
    seat.settle()

    assert owed.rows == []
    assert not owed.isVisible()
    assert seat.office.notices.owed(seat.office.session.actor) == ()
