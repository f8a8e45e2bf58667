"""People on the sample school: named, dated, ended, put right; a passphrase changed and one forgotten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes
from smadmin.domain.people import Role
from smadmin.services import passphrases
from smadmin.services.people import PersonFile
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.appearance import Appearance
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.people import deeds
from smadmin.ui.people.screen import PeopleScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seat_of, seated
from tests.gui.seated import Seat
from tests.sample import CHEAP

NEW = "four quite other words here"


def _cheap(deed: Callable[..., Changes]) -> Callable[..., Changes]:
    return partial(deed, costs=CHEAP, floor=CHEAP)


seat = seat_of("ellen-whitcomb")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> PeopleScreen:
    made = PeopleScreen(seat.around)
    seat.show(made, window)
    return made


def open_person(screen: PeopleScreen, name: str) -> None:
    screen.open_subject(next(row.key for row in screen.side.list.rows if row.title == name))


def file_of(seat: Seat, name: str) -> PersonFile:
    files = seat.office.people.register(seat.around.by).files
    return next(one for one in files if one.person.name == name)


def test_everybody_stands_there_and_the_search_finds_one(screen: PeopleScreen) -> None:
    assert screen.model is not None
    assert screen.model.person.name == "Ellen Whitcomb"
    assert screen.header.note.whole_text == "5 people · something missing for 2"

    screen.side.search.setText("okoye")
    assert [row.title for row in screen.side.list.rows] == ["Samuel Okoye"]
    screen.side.search.setText("nobody of that name")
    assert not screen.side.none_found.isHidden()


def test_the_principal_names_somebody_for_two_accounts_at_once(screen: PeopleScreen, seat: Seat) -> None:
    open_person(screen, "Peter Lindgren")
    screen.panel.roles.unfold()
    form = screen.panel.roles.form
    assert form is not None
    assert not form.do_button.isEnabled()

    for row in range(2):
        form.ticks.rows.turn(row)
    form.do_button.click()
    seat.settle()

    held = [one for one in file_of(seat, "Peter Lindgren").held if one.grant.role is Role.ADMINISTRATOR]
    assert len({one.grant.account for one in held}) == 2
    assert screen.model is not None
    assert [line.role for line in screen.model.roles].count(Role.ADMINISTRATOR) == 2
    assert screen.panel.roles.form is None


def test_a_second_deputy_in_the_same_days_is_refused_in_the_form(screen: PeopleScreen, seat: Seat) -> None:
    open_person(screen, "Daniel Reyes")
    screen.panel.roles.unfold()
    form = screen.panel.roles.form
    assert form is not None
    form.role.setCurrentIndex(form.role.findData(Role.DEPUTY))
    assert form.wish.ends == form.wish.starts + timedelta(days=6)

    form.do_button.click()
    seat.settle()

    assert screen.panel.roles.form is form
    assert Role.DEPUTY not in {one.grant.role for one in file_of(seat, "Daniel Reyes").held}


def test_the_computer_and_the_page_for_staff_are_reached_at_any_time(
    screen: PeopleScreen, seat: Seat
) -> None:
    for button in screen.panel.computers.links.values():
        button.click()

    assert seat.doors.opened == [("computer", None), ("staff-page", None)]


def test_the_form_says_beforehand_that_a_pin_ends_with_another_role(screen: PeopleScreen) -> None:
    open_person(screen, "Daniel Reyes")
    assert screen.model is not None
    screen.panel.show_person(replace(screen.model, pin=True, passphrase=False))
    screen.panel.roles.unfold()
    form = screen.panel.roles.form
    assert form is not None

    form.role.setCurrentIndex(form.role.findData(Role.DEPUTY))
    assert not form.ends_pin.isHidden()
    form.role.setCurrentIndex(form.role.findData(Role.REVIEWER))
    assert form.ends_pin.isHidden()

    assert screen.panel.computers.button.text().strip() == "They choose a passphrase"


def test_ending_an_office_is_asked_about_and_a_designation_can_be_taken_back(
    screen: PeopleScreen, seat: Seat
) -> None:
    open_person(screen, "Peter Lindgren")
    assert screen.model is not None
    (deputy,) = screen.model.roles
    screen.deeds.end(screen.model, deputy, screen)
    dialog = screen.findChild(ConfirmDialog)
    assert dialog is not None
    dialog.do_button.click()
    seat.settle()
    assert file_of(seat, "Peter Lindgren").held[0].ended is not None

    open_person(screen, "Maya Ortega")
    line = next(one for one in screen.model.roles if one.account is not None)
    screen.deeds.end(screen.model, line, screen)
    seat.settle()
    assert line.grant not in {one.grant for one in screen.model.roles}
    (done,) = [one for one in screen.banners.models if one.action is not None]
    screen.banners.actionChosen.emit(done)
    seat.settle()
    assert line.account in {one.account for one in screen.model.roles}


def test_a_number_is_added_and_a_bad_address_is_said_at_its_field(screen: PeopleScreen, seat: Seat) -> None:
    open_person(screen, "Peter Lindgren")
    reach = screen.panel.reach
    reach.button.click()
    reach.email.setText("peter at lincoln")
    reach.do_button.click()
    seat.settle()
    assert reach.fields["email"].error == "That is no e-mail address."

    reach.email.setText("peter.lindgren@lincoln.example")
    reach.phone.setText("505 555 0199")
    reach.do_button.click()
    seat.settle()

    assert file_of(seat, "Peter Lindgren").lacking == ()
    assert reach.form.isHidden()


def test_ones_own_passphrase_and_a_forgotten_one(
    screen: PeopleScreen, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "change_passphrase", _cheap(passphrases.change_passphrase))
    monkeypatch.setattr(deeds, "new_key_beside", _cheap(passphrases.new_key_beside))
    card = screen.panel.computers
    card.unfold()
    form = card.form
    assert form is not None
    assert form.fields._fields["passphrase"].label.whole_text == "New passphrase", "the present one is above"
    form.old.setText("not this one")
    form.fields._passphrase.setText(NEW)
    form.fields._again.setText(NEW)
    form.fields.edited.emit()
    form.do_button.click()
    seat.settle()
    assert "passphrase" in form._old.error
    form.old.setText(PASSPHRASE)
    form.fields._passphrase.setText(NEW)
    form.fields._again.setText(NEW)
    form.fields.edited.emit()
    form.do_button.click()
    seat.settle()
    assert screen.panel.computers.form is None

    open_person(screen, "Daniel Reyes")
    card.unfold()
    form = card.form
    assert form is not None
    form.fields._passphrase.setText(NEW)
    form.fields._again.setText(NEW)
    form.fields.edited.emit()
    form.do_button.click()
    seat.settle()

    people = [file_of(seat, name).person for name in ("Ellen Whitcomb", "Daniel Reyes")]
    for person in people:
        assert seat.office.session.sign_in(person.id, NEW).person == person


def test_locking_leaves_no_passphrase_in_a_form(screen: PeopleScreen) -> None:
    screen.panel.computers.unfold()
    form = screen.panel.computers.form
    assert form is not None
    form.old.setText("secret")

    screen.settle()

    assert (form.old.text(), screen.panel.computers.form) == ("", None)


def test_an_administrator_sees_everybody_and_gives_nothing(
    tmp_path: Path, words: Wording, qtbot: QtBot, window: QWidget, appearance: Appearance
) -> None:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as seat:
        screen = PeopleScreen(seat.around)
        seat.show(screen, window)
        open_person(screen, "Daniel Reyes")

        assert screen.model is not None
        assert screen.model.gives == ()
        assert screen.panel.roles.button.isHidden()
        assert screen.panel.reach.button.isHidden()
        assert screen.panel.computers.button.isHidden()
        assert not screen.main.isEnabled()
