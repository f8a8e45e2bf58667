"""The post as readers see it: whether everything that will go out stands there."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import MediaId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content
from smadmin.services.picture_files import PictureFile
from smadmin.ui.appearance import Appearance
from smadmin.ui.approvals.as_seen import AsSeen
from smadmin.ui.approvals.heading import show_main
from smadmin.ui.approvals.reading import ReadingCard
from smadmin.ui.approvals.versions import Version
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel
from smadmin.ui.wording import Wording
from tests.unit.ui.approvals.cases import FACEBOOK, X, draft, model, picture, sheet


class SlowPictures:
    """Pictures that come when a test says so."""

    def __init__(self) -> None:
        self.show: list[Callable[[QPixmap], None]] = []
        self.failed: list[Callable[[KnownError], None]] = []
        self.files: list[MediaId | None] = []

    def fetch(
        self,
        photo: Photo,
        *,
        show: Callable[[QPixmap], None],
        failed: Callable[[KnownError], None],
        owner: QWidget,
        file: MediaId | None = None,
    ) -> None:
        del photo, owner
        self.files.append(file)
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


def with_a_picture() -> tuple[Version, ...]:
    """A post to two accounts, each with a file of its own."""
    one = picture()
    content = Content("The book fair.", (X.id, FACEBOOK.id), pictures=(one.picture,))
    files = {
        account.id: (PictureFile(PhotoId("p"), "A table", MediaId(account.handle), "00"),)
        for account in (X, FACEBOOK)
    }
    read = sheet(draft=replace(draft(), content=content), pictures=(one,), files=files)
    return model(read).versions


def test_each_accounts_version_stands_there_with_its_own_file_before_the_release(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    slow = SlowPictures()
    card = AsSeen(words, slow)  # type: ignore[arg-type]  # a fake with the one method that is asked
    qtbot.addWidget(card)

    card.show_versions(with_a_picture())
    before = len(card.posts)
    qtbot.waitUntil(lambda: len(card.posts) == 2)

    assert before == 0  # one a turn: the window answers between
    assert slow.files == [MediaId(X.handle), MediaId(FACEBOOK.handle)]
    assert card.undrawn == say("approvalui.versions-first")
    slow.show[0](QPixmap(20, 10))
    assert card.undrawn == say("approvalui.versions-first")
    with qtbot.waitSignal(card.pictureCame):
        slow.show[1](QPixmap(20, 10))
    assert card.undrawn is None


def test_a_version_whose_picture_cant_be_shown_keeps_the_post_from_its_release(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    slow = SlowPictures()
    card = AsSeen(words, slow)  # type: ignore[arg-type]  # a fake with the one method that is asked
    qtbot.addWidget(card)
    card.show_versions(with_a_picture())
    qtbot.waitUntil(lambda: len(card.posts) == 2)

    with qtbot.waitSignal(card.pictureCame):
        slow.failed[1](KnownError(say("previews.failed")))

    assert card.undrawn == say("approvalui.picture-unseen")


def test_another_posts_versions_take_the_place_of_those_that_were_still_to_come(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    card = AsSeen(words, SlowPictures())  # type: ignore[arg-type]  # a fake with the one method that is asked
    qtbot.addWidget(card)

    card.show_versions(with_a_picture())
    card.show_versions(model(sheet()).versions[:1])
    qtbot.wait(20)

    assert card.posts == [], "readers see the very words that stand above"
    assert [one.whole_text for one in card.findChildren(PlainLabel) if one.whole_text] == [
        words.say("approvalui.as-above", platforms="X")
    ]
    assert card.undrawn is None
