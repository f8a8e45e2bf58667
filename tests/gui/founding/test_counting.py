"""What the first run needn't ask, because an e-mail, this computer or a pasted address say it already."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountForm, AccountStage, Platform
from smadmin.domain.people import Role
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.shell.shell import Shell
from tests.gui.founding.conftest import LONG_MS, Run, fill_in
from tests.gui.founding.conftest import PHRASE as MINE


def typed(edit: QLineEdit, text: str) -> None:
    edit.clear()
    QTest.keyClicks(edit, text)


def test_the_schools_domain_follows_the_e_mail_until_somebody_types_another(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)

    typed(screen.person._email, "ana@lincoln.k12.us")
    followed = screen.form.domains
    typed(screen._domains, "lincoln.org")
    typed(screen.person._email, "ana@cedar.k12.us")

    assert followed == ("lincoln.k12.us",)
    assert screen.form.domains == ("lincoln.org",)


def test_a_private_e_mail_says_nothing_of_the_school(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)

    typed(screen.person._email, "ana@gmail.com")

    assert (screen.form.domains, screen.form.policy) == ((), "")


def test_a_districts_e_mail_chooses_its_policy_and_a_chosen_one_stays(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)

    typed(screen.person._email, "ana@bcps.k12.md.us")
    guessed = screen.form.policy
    screen._policy.setCurrentIndex(screen._policy.findData("wichita-ks"))
    typed(screen.person._email, "ana@isd271.org")

    assert guessed == "baltimore-city-md"
    assert screen.form.policy == "wichita-ks"


def test_a_district_that_was_guessed_goes_with_the_e_mail_it_was_guessed_by(run: Run, qtbot: QtBot) -> None:
    screen = run.setting_up(qtbot)
    typed(screen.person._email, "ana@bcps.k12.md.us")
    guessed = screen.form.policy

    typed(screen.person._email, "ana@lincoln.example")

    assert (guessed, screen.form.policy) == ("baltimore-city-md", "")


@pytest.mark.parametrize(
    ("here", "zone"),
    [("America/Chicago", "America/Chicago"), ("America/Detroit", "America/Detroit"), ("Europe/Berlin", "")],
)
def test_a_zone_of_the_country_is_chosen_already(
    run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, here: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", here)

    assert run.setting_up(qtbot).form.zone == zone


@pytest.mark.parametrize(
    ("here", "offered"), [("Etc/UTC", False), ("UTC", False), ("Etc/GMT+5", False), ("Europe/Berlin", True)]
)
def test_a_clock_that_nobody_set_offers_no_zone(
    run: Run, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, here: str, *, offered: bool
) -> None:
    """`Etc/UTC` would stand below *Eastern*, and E would choose it."""
    monkeypatch.setenv("TZ", here)

    zones = run.setting_up(qtbot)._zone

    assert (zones.findData(here) >= 0) is offered


def adding(run: Run, qtbot: QtBot, role: Role) -> tuple[AccountsScreen, Shell]:
    """Found a school in a role, and stand before the form of its first account."""
    setting_up = run.setting_up(qtbot)
    fill_in(setting_up, MINE)
    setting_up.person._role.setCurrentIndex(setting_up.person._role.findData(role))
    setting_up._look()
    with qtbot.waitSignal(run.first.ready, timeout=LONG_MS) as ready:
        setting_up.main.click()
    assert ready.args is not None
    shell = run.shell(ready.args[0])
    shell.open("accounts", "new")
    screen = run.frame.open_screen("accounts")
    assert isinstance(screen, AccountsScreen)
    qtbot.waitUntil(lambda: screen._register is not None and screen.add_form.isVisible(), timeout=LONG_MS)
    return screen, shell


def test_a_founding_principal_is_led_from_a_pasted_address_to_a_live_account(run: Run, qtbot: QtBot) -> None:
    screen, shell = adding(run, qtbot, Role.PRINCIPAL)
    form = screen.add_form
    assert form.page.hasFocus()

    typed(form.page, "https://www.instagram.com/lincoln.larks/?hl=en")
    typed(form.login, "social@lincoln.k12.us")
    filled = form.filled
    form.do_button.click()

    line = screen.panel.page("overview").identity.line  # type: ignore[attr-defined]  # the overview's own
    qtbot.waitUntil(line.hasFocus, timeout=LONG_MS)
    assert (filled.name, filled.platform) == ("Lincoln Elementary School", Platform.INSTAGRAM)
    assert (filled.handle, filled.page) == ("@lincoln.larks", "https://www.instagram.com/lincoln.larks/")
    QTest.keyClicks(line, "@lincoln.larks\r")
    accounts = shell.around.office.accounts
    qtbot.waitUntil(lambda: accounts.all()[0].stage is AccountStage.LIVE, timeout=LONG_MS)
    (listed,) = accounts.register()
    assert [one.name for one in listed.administrators] == ["Ana Brooks"]
    shell.end()


def test_a_founding_administrator_names_nobody_and_reads_who_is_missing(run: Run, qtbot: QtBot) -> None:
    screen, shell = adding(run, qtbot, Role.ADMINISTRATOR)
    assert not screen.add_form.fields["administrator"].isVisible()

    typed(screen.add_form.page, "https://x.com/lincoln_es")
    typed(screen.add_form.login, "social@lincoln.k12.us")
    screen.add_form.do_button.click()

    qtbot.waitUntil(lambda: "principal" in screen.header.missing, timeout=LONG_MS)
    assert not screen.main.isEnabled()
    shell.end()


def test_composing_and_its_checks_work_before_the_envelope(run: Run, qtbot: QtBot) -> None:
    office = run.set_up(qtbot)
    by = office.session.actor
    assert office.keys.envelope_open()

    form = AccountForm(Platform.X, "Lincoln Elementary School", "@lincoln_es", "", "office@lincoln.k12.us")
    account = office.accounts.adopt(by, form).value
    draft = office.posts.create(by, (account,), text="Call Miss Brooks at home: 505-555-0142!!!").value
    with office.desk.look(by) as unit:
        findings = office.reader.typed(unit, draft.content)

    assert findings[account]
