"""A post that is out on one account and wanted on no other is ended beside it."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.posts import PostStage
from smadmin.ui.approvals.screen import ApprovalsScreen
from tests.gui.seated import Seat


def test_a_half_published_post_is_left_at_that_with_a_reason(
    seat: Seat, window: QWidget, tmp_path: Path
) -> None:
    post, accounts = seat.released(), seat.accounts()
    maya, office, x = seat.by("maya-ortega"), seat.office, accounts["x"]
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    assert not screen.detail.leave.isVisible()
    begun = office.publications.intend(maya, post, x.id).value
    office.publications.hand_out(maya, begun, folder=tmp_path, handle=x.handle)
    ready = office.publications.note_handed_out(maya, begun).value
    office.publications.confirm(maya, ready, f"https://x.com/{x.handle}/status/1234567890")
    screen.load()
    seat.settle()
    form = screen.detail.leave

    form.unfold_button.click()
    QTest.keyClicks(form.line, "It isn't wanted on Facebook.")
    form.do_button.click()
    seat.settle()

    assert office.posts.get(maya, post).stage is PostStage.PUBLISHED
    assert screen.empty.isVisible()
