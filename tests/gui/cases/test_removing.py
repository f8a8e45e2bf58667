"""A child is out: what the program's own log-in can't take down, and what hasn't gone out yet."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.escalations import Whom
from smadmin.domain.posts import PostStage
from smadmin.ui.cases.screen import CHILD_OUT
from tests.gui.cases.test_cases_screen import sent, shown, tell
from tests.gui.publish.at_publish import NotedOutside
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat


@pytest.fixture
def outside(tmp_path: Path) -> NotedOutside:
    return NotedOutside(tmp_path / "out")


def test_where_the_log_in_was_taken_back_a_person_deletes_it_and_says_so(
    seat: Seat, window: QWidget, outside: NotedOutside
) -> None:
    platform, post, _ = sent(seat, window, outside)
    platform.tokens.clear()
    screen = shown(seat, window, outside)
    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()
    assert platform.kept
    tell(screen, seat, Whom.PRINCIPAL)

    blog = next(one for one in seat.office.accounts.all() if one.platform is Platform.WORDPRESS)
    screen.case.clearing.buttons[f"is-gone:{blog.id}"].click()
    seat.settle()
    assert screen.case.close_button.isEnabled()


@pytest.mark.demand("BLO-IV-D2")
def test_a_released_post_that_nobody_began_is_stopped(
    seat: Seat, window: QWidget, outside: NotedOutside
) -> None:
    connected(seat, with_blog(seat))
    post, by = seat.released("wordpress"), seat.by("maya-ortega")
    assert seat.office.clearing.sheet(by, post).waits
    screen = shown(seat, window, outside)

    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()

    assert seat.office.clearing.sheet(by, post).waits == ()
    assert seat.office.posts.get(by, post).stage is PostStage.SENT_BACK
