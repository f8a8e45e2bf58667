"""Publishing works in the account's own browser, and a picture says whom a page's post must come from."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.computers import Owner
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import X_LINK, AtPublish, texts
from tests.gui.seated import TEXT, Seat


@pytest.mark.demand("BAL-D4")
def test_each_page_opens_apart_and_a_pages_last_step_shows_what_stands_beside_the_box(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("facebook")
    seat.by("maya-ortega")
    at.open(post, window)
    card = at.card("facebook")
    assert card.beside is not None
    assert not card.beside.isVisibleTo(at.screen)

    at.press()
    at.hand_out("facebook")

    accounts = {one.id: one.platform for one in seat.office.accounts.all()}
    assert [(accounts[one], person) for one, person in at.outside.apart] == [
        (Platform.FACEBOOK, seat.around.by.person)
    ]
    assert card.beside.isVisibleTo(at.screen)


@pytest.mark.demand("BAL-D4")
@pytest.mark.parametrize(
    ("platform", "page", "said"),
    [
        ("x", "https://x.com/compose/post", "publishui.opened"),
        ("facebook", "https://www.facebook.com/LincolnElementaryLarks", "publishui.opened-public"),
    ],
)
def test_it_opens_where_one_writes_and_says_where_only_the_public_page_is_known(
    seat: Seat, at: AtPublish, window: QWidget, *, words: Wording, platform: str, page: str, said: str
) -> None:
    post = seat.released(platform)
    seat.by("maya-ortega")
    at.open(post, window)

    at.press()

    assert at.outside.pages == [page]
    assert words.say(said) in texts(at.card(platform))


@pytest.mark.demand("BAL-B1g2")
@pytest.mark.parametrize("owner", list(Owner))
def test_what_lay_ready_goes_once_the_post_is_out_at_whosever_computer(
    seat: Seat, at: AtPublish, window: QWidget, owner: Owner
) -> None:
    post = seat.released("x")
    by = seat.by("maya-ortega")
    seat.office.computers.describe(by, owner, "A laptop")
    seat.office.begin_work(by)
    if owner is Owner.PERSONAL:
        seat.office.computers.say_why(by, "The school is closed")
    at.open(post, window)
    at.hand_out("x")
    (folder,) = at.outside.folder.iterdir()
    page = (folder / "post.html").read_text("utf-8")

    at.paste("x", X_LINK)
    at.press()

    assert TEXT in page
    assert "X @lincoln_larks" in page
    assert not folder.exists()
