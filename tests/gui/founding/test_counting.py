"""From nothing to a school with one account: at most twelve fields and six screens, before the envelope."""

from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountForm, AccountStage, Platform
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.founding.model import PersonForm, SchoolForm
from tests.gui.founding.conftest import LONG_MS, Run

MOST_FIELDS, MOST_SCREENS = 12, 6


def test_a_school_with_one_account_takes_few_fields_and_screens(run: Run, qtbot: QtBot) -> None:
    opened = [run.frame.current]
    run.frame.screenOpened.connect(opened.append)
    school, person = SchoolForm().missing(frozenset()), PersonForm().missing()
    filled = [reason.place for reason in (*school, *person)] + ["again"]
    office = run.set_up(qtbot)
    shell = run.shell(office)
    assert office.keys.envelope_open()  # all of this works before the envelope is in the safe

    shell.open("today")
    shell.open("accounts", "new")
    screen = run.frame.open_screen("accounts")
    assert isinstance(screen, AccountsScreen)
    qtbot.waitUntil(lambda: screen._register is not None, timeout=LONG_MS)
    typed = {"name": "Lincoln Elementary School", "handle": "@lincoln_es", "login": "office@lincoln.k12.us"}
    for name, text in typed.items():
        getattr(screen.add_form, name).setText(text)
        getattr(screen.add_form, name).textEdited.emit(text)
    filled += typed
    screen.add_form.do_button.click()

    qtbot.waitUntil(lambda: bool(office.accounts.all()), timeout=LONG_MS)
    (account,) = office.accounts.all()
    assert (account.name, account.stage) == (typed["name"], AccountStage.SET_UP)
    assert len(filled) <= MOST_FIELDS, filled
    assert len(set(opened)) <= MOST_SCREENS, opened


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
