"""The post as readers see it: whether everything that will go out stands there."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Photo
from smadmin.ui.appearance import Appearance
from smadmin.ui.approvals.heading import show_main
from smadmin.ui.approvals.reading import ReadingCard
from smadmin.ui.header import ScreenHeader
from smadmin.ui.wording import Wording
from tests.unit.ui.approvals.cases import model, picture, sheet


class SlowPictures:
    """Pictures that come when a test says so."""

    def __init__(self) -> None:
        self.show: list[Callable[[QPixmap], None]] = []
        self.failed: list[Callable[[KnownError], None]] = []

    def fetch(
        self,
        photo: Photo,
        *,
        show: Callable[[QPixmap], None],
        failed: Callable[[KnownError], None],
        owner: QWidget,
    ) -> None:
        del photo, owner
        self.show.append(show)
        self.failed.append(failed)


def test_nothing_is_released_before_its_pictures_stand_there(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    slow = SlowPictures()
    card = ReadingCard(words, slow)  # type: ignore[arg-type]  # a fake with the one method that is asked
    qtbot.addWidget(card)
    post = model(sheet(pictures=(picture(),)))
    header = ScreenHeader("")
    qtbot.addWidget(header)
    main = header.set_main("")

    card.show_model(post)
    show_main(header, words, post, undrawn=card.undrawn)
    assert not main.isEnabled()
    assert header.missing == "The pictures are still being drawn."

    with qtbot.waitSignal(card.pictureCame):
        slow.show[0](QPixmap(20, 10))
    show_main(header, words, post, undrawn=card.undrawn)
    assert main.isEnabled()


def test_a_picture_that_cant_be_shown_keeps_the_post_from_its_release(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    slow = SlowPictures()
    card = ReadingCard(words, slow)  # type: ignore[arg-type]  # a fake with the one method that is asked
    qtbot.addWidget(card)
    card.show_model(model(sheet(pictures=(picture(),))))

    with qtbot.waitSignal(card.pictureCame):
        slow.failed[0](KnownError(say("previews.failed")))

    assert card.undrawn == say("approvalui.picture-unseen")
