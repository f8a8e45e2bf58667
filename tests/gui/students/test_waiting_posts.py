"""Whoever enters a family's no hears at once which posts under way show photos searched before it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import PhotoId
from smadmin.domain.posts import PostStage
from smadmin.domain.students import OptOut
from smadmin.ui.banners import Banner
from smadmin.ui.students.screen import StudentsScreen
from tests.gui.seated import Seat
from tests.today_views import post


@pytest.mark.demand("BAL-B1i1")
def test_a_no_leads_to_the_photos_of_what_is_under_way(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = StudentsScreen(seat.around)
    seat.show(screen, window)
    held = post("held", PostStage.RELEASED, late=(PhotoId("p1"),))
    view = replace(seat.office.today.gather(seat.around.by), posts=(held,))
    monkeypatch.setattr(seat.office.today, "gather", lambda _by: view)
    roster = seat.office.students.roster(seat.around.by)
    screen.open_subject(next(one.id for one in roster.students if one.name == "Marcus Bell"))
    seat.settle()

    screen.panels.child.kinds.tick(OptOut.PHOTOS).click()
    seat.settle()

    told = {one.happened.whole_text: one for one in screen.findChildren(Banner)}
    banner = told["One post under way shows photos that were searched before this"]
    assert banner.action is not None
    banner.action.click()
    assert seat.doors.opened == [("photos", "p1")]
