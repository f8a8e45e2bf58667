"""Who sat down with a code is asked for e-mail, phone and employment, within a week."""

from datetime import timedelta
from functools import partial

from pytestqt.qtbot import QtBot

from smadmin.ui.banners import BannerModel
from smadmin.ui.shell.details import DETAILS, Details, DetailsDialog
from tests.gui.shell.test_arriving import card_of, listed, name_button, type_in
from tests.gui.shell.tiny import Opened
from tests.school import MovableClock


def in_the_chair(opened: Opened, qtbot: QtBot) -> Details:
    code = listed(opened, "Robin Vega")["Robin Vega"]
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    opened.shell.hand_over("approvals", "a-post")
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")
    with qtbot.waitSignal(opened.shell.opened, timeout=30_000):
        type_in(card, code)
    return opened.shell.details


def settle(opened: Opened, qtbot: QtBot) -> None:
    """Wait until what follows a change of who is who has come."""
    for _ in range(2):
        came: list[None] = []
        opened.performer.perform(lambda: None, done=came.append)
        qtbot.waitUntil(partial(bool, came), timeout=10_000)


def dialog_after(details: Details, model: BannerModel) -> DetailsDialog:
    """Press the banner's button."""
    details._acted(model)
    assert details.dialog is not None
    return details.dialog


def test_a_banner_asks_and_the_form_is_signed(opened: Opened, qtbot: QtBot) -> None:
    details = in_the_chair(opened, qtbot)
    banners = opened.frame.banners
    qtbot.waitUntil(lambda: any(one.key == DETAILS for one in banners.models), timeout=10_000)

    dialog = dialog_after(details, next(one for one in banners.models if one.key == DETAILS))
    dialog.main.click()
    qtbot.waitUntil(lambda: bool(dialog.by_place["employed"].error), timeout=10_000)
    dialog.email.setText("robin@lincoln.example")
    dialog.phone.setText("+1 303 555 0144")
    dialog.employed.setChecked(True)
    dialog.main.click()

    qtbot.waitUntil(lambda: not any(one.key == DETAILS for one in banners.models), timeout=10_000)
    assert opened.office.reviewers.owes(opened.office.session.actor) is None
    settle(opened, qtbot)


def test_after_a_week_the_form_opens_by_itself(opened: Opened, qtbot: QtBot) -> None:
    details = in_the_chair(opened, qtbot)
    opened.office.desk.clock = MovableClock(opened.office.desk.now + timedelta(days=9))
    session = opened.office.session
    assert session._chair_until is not None
    session._chair_until = opened.office.desk.now + timedelta(minutes=10)

    details.offer()

    qtbot.waitUntil(lambda: details.dialog is not None, timeout=10_000)
    assert details.dialog is not None
    details.dialog.reject()
    settle(opened, qtbot)
