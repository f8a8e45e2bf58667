"""A released post whose account is on hold: said once on its card, with no button that can't be pressed."""

from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountStage
from tests.gui.publish.at_publish import AtPublish, texts


def test_an_account_on_hold_is_called_so_once_and_offers_no_dead_button(
    at: AtPublish, window: QWidget
) -> None:
    post = at.seat.released()
    office, maya = at.seat.office, at.seat.by("maya-ortega")
    for one in office.accounts.all():
        if one.stage is AccountStage.LIVE:
            office.accounts.hold(maya, one.id, why="Strange posts.")
    at.open(post, window)

    assert not at.screen.main.isVisible()
    assert at.screen.header.missing == ""
    assert texts(at.card("x")).count("is on hold: nothing goes out from it.") == 1
    assert texts(at.screen).count("X @lincoln_larks is on hold") == 1
