"""Pages are opened in the browser that belongs to an account, or not at all."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from smadmin.domain.comments import CommentKind
from smadmin.ui.comments.screen import CommentsScreen
from tests.gui.comments.test_comments_screen import MAYA, enter
from tests.gui.publish.at_publish import NotedOutside
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of(MAYA)


def test_without_a_browser_of_its_own_an_account_s_page_is_never_sent_to_the_person_s(
    seat: Seat, window: QWidget, tmp_path: Path
) -> None:
    outside = NotedOutside(tmp_path, has_browser=False)
    screen = CommentsScreen(seat.around, outside)
    seat.show(screen, window)
    enter(screen, seat, CommentKind.QUESTION, "When does it begin?")

    screen.beside.comment.opened.emit("https://x.com/parent/status/1")

    assert outside.copied() == "https://x.com/parent/status/1"
    assert screen.banners.models[0].happened.id == "publishui.no-browser"
