"""Publishing works in the account's own browser, and a picture says whom a page's post must come from."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from tests.gui.publish.at_publish import AtPublish
from tests.gui.seated import Seat


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
