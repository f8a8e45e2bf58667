"""The account bar keeps to the register, whatever screen is in sight."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage, Identity, Proof
from smadmin.domain.changes import Changes
from smadmin.ui.shell.seating import GATE
from tests.gui.shell.tiny import Opened


def spoken_for(opened: Opened) -> list[str]:
    return [plate.accessibleName().partition(":")[0] for plate in opened.frame.bar.plates]


def test_an_account_put_on_hold_is_not_called_official_any_longer(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    accounts, by = opened.office.accounts, opened.office.session.actor
    live = next(one for one in accounts.all() if one.stage is AccountStage.LIVE)
    opened.shell.show_accounts((live,))
    assert spoken_for(opened) == ["Official account"]

    opened.performer.perform(lambda: accounts.hold(by, live.id, why="Strange posts."))

    qtbot.waitUntil(lambda: spoken_for(opened) == ["On hold"], timeout=10_000)


def test_what_was_proven_meanwhile_stands_there_and_grows_old(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    live = next(one for one in opened.office.accounts.all() if one.stage is AccountStage.LIVE)
    opened.shell.show_accounts((live,))
    seen = Identity(Proof.SEEN, opened.office.desk.now - timedelta(minutes=4), seen="lincoln")
    monkeypatch.setattr(opened.office.proven_as, "all", lambda _by: {live.id: seen})

    opened.performer.changed.emit(Changes.of("publications", ["one"]), None)

    def told(words: str) -> bool:
        return words in opened.frame.bar.plates[0].accessibleName()

    qtbot.waitUntil(lambda: told("seen as @lincoln 4 minutes ago"), timeout=10_000)
    later = replace(seen, proven_at=opened.office.desk.now - timedelta(minutes=7))
    monkeypatch.setattr(opened.office.proven_as, "all", lambda _by: {live.id: later})
    opened.shell._speaking._ageing.timeout.emit()
    qtbot.waitUntil(lambda: told("seen as @lincoln 7 minutes ago"), timeout=10_000)


def test_communications_isnt_told_to_wait_for_a_name(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Samuel Okoye")

    way = opened.frame.bar._strip._none.way
    qtbot.waitUntil(lambda: way.whole_text == "Nothing can be sent from here now.", timeout=10_000)


def test_who_may_write_for_no_account_any_more_is_told_who_names_them(opened: Opened, qtbot: QtBot) -> None:
    accounts = opened.office.accounts
    maya, other = (
        next(one.person.id for one in accounts.colleagues() if (one.person.name == "Maya Ortega") is hers)
        for hers in (True, False)
    )
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Ellen Whitcomb")
    ellen = opened.office.session.actor
    for one in accounts.all():
        accounts.designate(ellen, one.id, other)
        accounts.dismiss(ellen, one.id, maya)
    opened.shell.lock()
    qtbot.waitUntil(lambda: opened.frame.current == GATE)
    opened.sit(qtbot, "Maya Ortega")

    way = opened.frame.bar._strip._none.way
    qtbot.waitUntil(lambda: way.whole_text.startswith("You are named for no account yet"), timeout=10_000)
