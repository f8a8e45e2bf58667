"""The preview: each account's post as its readers will see it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account, Pattern, Platform
from smadmin.domain.appearing import Cut
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.posts import Content
from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.preview import PreviewCard
from smadmin.ui.composer.seen_post import CutPhoto
from smadmin.ui.wording import Wording
from tests.gui.composer.test_pictures import Drawn
from tests.policies import platforms

NOW = datetime(2026, 11, 20, tzinfo=UTC)
LONG = "The book fair opens on Thursday in the library. " * 12


def account(name: str, platform: Platform) -> Account:
    return Account(
        AccountId(name), SchoolId("s"), platform, f"Lincoln {name}", name, "", pattern=Pattern.DOTS
    )


X, FACEBOOK, INSTAGRAM = (
    account(one.value, one) for one in (Platform.X, Platform.FACEBOOK, Platform.INSTAGRAM)
)


@pytest.fixture
def card(qtbot: QtBot, appearance: Appearance, words: Wording) -> PreviewCard:
    made = PreviewCard(words, Drawn())
    made.resize(320, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def show(card: PreviewCard, content: Content, *accounts: Account) -> None:
    card.show_post(content, accounts, {}, platforms())


def test_a_folded_text_opens_at_a_press_and_folds_again_on_another_account(card: PreviewCard) -> None:
    show(card, Content(LONG, (FACEBOOK.id, INSTAGRAM.id)), FACEBOOK, INSTAGRAM)
    assert card.post.more.text() == "See more"
    assert len(card.post.text.whole_text) < len(LONG)

    card.post.more.click()
    assert card.post.text.whole_text.replace("\u200b", "").rstrip() == LONG.rstrip()
    assert card.post.more.text() == "See less"

    card.tabs.buttons[1].click()
    assert card.post.more.text() == "See more"


def test_an_account_with_own_words_is_marked_and_finds_its_way_back(card: PreviewCard, qtbot: QtBot) -> None:
    show(card, Content("Hello", (X.id, FACEBOOK.id), {X.id: "Hi"}), X, FACEBOOK)

    assert [one.text() for one in card.tabs.buttons] == ["X ✎", "Facebook"]
    assert card.mark.isVisible()
    assert card.own.text() == "Same words as everywhere"
    with qtbot.waitSignal(card.sharedWordsAsked) as asked:
        card.own.click()
    assert asked.args == [X.id]


def test_the_way_back_stands_there_also_where_one_account_is_left(card: PreviewCard) -> None:
    show(card, Content("Hello", (X.id,), {X.id: "Hi"}), X)

    assert card.own.isVisible()
    assert card.own.text() == "Same words as everywhere"


def test_two_accounts_of_one_platform_are_told_apart_by_their_handles(card: PreviewCard) -> None:
    other = account("larks", Platform.X)

    show(card, Content("Hello", (X.id, other.id)), X, other)

    assert [one.text() for one in card.tabs.buttons] == ["@x", "@larks"]


def test_a_link_shows_where_its_card_will_be(card: PreviewCard) -> None:
    show(card, Content("See lincoln.org/menu", (FACEBOOK.id,)), FACEBOOK)
    assert card.post.card.isVisible()
    assert card.post.card.host.whole_text == "lincoln.org"

    show(card, Content("See the menu", (FACEBOOK.id,)), FACEBOOK)
    assert not card.post.card.isVisible()


def test_only_the_part_that_readers_see_is_drawn(qtbot: QtBot, appearance: Appearance) -> None:
    image = QImage(40, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    for row in range(20, 60):
        for column in range(40):
            image.setPixelColor(column, row, QColor("#00ff00"))
    view = CutPhoto(height_px=100)
    qtbot.addWidget(view)
    view.resize(100, 100)

    view.show_cut(Cut(top=0.25, bottom=0.75))
    view.show_pixmap(QPixmap.fromImage(image))
    seen = view.grab().toImage()

    assert {seen.pixelColor(50, row).name() for row in (10, 50, 90)} == {"#00ff00"}


def test_the_account_that_is_seen_stays_so_while_others_come_and_go(card: PreviewCard) -> None:
    show(card, Content("Hello", (X.id, FACEBOOK.id)), X, FACEBOOK)
    card.tabs.buttons[1].click()

    show(card, Content("Hello", (FACEBOOK.id, INSTAGRAM.id)), FACEBOOK, INSTAGRAM)
    assert card.tabs.current == FACEBOOK.id

    show(card, Content("Hello", (INSTAGRAM.id,)), INSTAGRAM)
    assert card.tabs.current == INSTAGRAM.id
