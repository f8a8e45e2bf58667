"""The table under the last 24 weeks: whose each column is."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.people import Role
from smadmin.services.today.view import AccountToday
from smadmin.ui.appearance import Appearance
from smadmin.ui.today.history import HistoryCard
from smadmin.ui.today.model import today_model
from smadmin.ui.today.need import Beside
from smadmin.ui.wording import Wording
from tests.today_views import account, account_today, view


def on(platform: Platform, handle: str) -> AccountToday:
    made = account_today(account("Lincoln", platform), 2)
    return replace(made, account=replace(made.account, handle=handle))


def test_two_accounts_of_one_platform_are_told_apart(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    del appearance
    athletics, music = "lincoln.elementary.athletics", "lincoln.elementary.music"
    accounts = (on(Platform.FACEBOOK, athletics), on(Platform.FACEBOOK, music), on(Platform.X, "lincoln_es"))
    card = HistoryCard(words)
    qtbot.addWidget(card)
    card.resize(560, 420)
    card.show_strips(today_model(view(Role.PRINCIPAL, accounts=accounts), Beside()).strips)
    card.switch.click()
    with qtbot.waitExposed(card):
        card.show()

    heads = [card.table.horizontalHeaderItem(column) for column in range(3)]
    assert [head.text() for head in heads if head is not None] == [f"@{athletics}", f"@{music}", "X"]
    header = card.table.horizontalHeader()
    for column in range(2):
        assert header.sectionSize(column) >= header.sectionSizeHint(column), "its whole handle is read"
