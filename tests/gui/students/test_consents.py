"""Consents to matching in the window: entered with a guardian, ended with a receipt, all at once."""

from smadmin.domain.students import Student
from smadmin.ui.banners import Banner
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.students.screen import StudentsScreen
from tests.gui.seated import Seat


def child(seat: Seat, name: str) -> Student:
    return next(one for one in seat.office.students.roster(seat.around.by).students if one.name == name)


def open_child(screen: StudentsScreen, seat: Seat, name: str) -> Student:
    found = child(seat, name)
    screen.open_subject(found.id)
    seat.settle()
    return found


def details(screen: StudentsScreen) -> str:
    return screen.findChildren(Banner)[-1].details.whole_text


def test_a_consent_needs_the_guardian_who_gave_it(screen: StudentsScreen, seat: Seat) -> None:
    before = open_child(screen, seat, "Marcus Bell")
    card = screen.panels.child.consent
    card.guardian.setText("")

    card.enter_button.click()
    seat.settle()
    assert card.fields["guardian"].error == "Say which guardian gave the consent."

    card.guardian.setText("Ida Bell")
    card.enter_button.click()
    seat.settle()
    assert child(seat, "Marcus Bell").guardian == "Ida Bell"
    assert child(seat, "Marcus Bell").matching_from == before.matching_from


def test_ending_a_consent_shows_its_receipt(screen: StudentsScreen, seat: Seat) -> None:
    before = open_child(screen, seat, "Lena Novak")
    assert before.opt_outs

    screen.panels.child.consent.end_button.click()
    seat.settle()

    assert child(seat, "Lena Novak").matching_until is None
    assert child(seat, "Lena Novak").opt_outs == before.opt_outs
    assert "No backup holds face patterns." in details(screen)


def test_all_consents_end_after_asking(screen: StudentsScreen, seat: Seat) -> None:
    screen.show_matching()
    assert screen.panels.matching.end_all_button.isVisible()

    screen.panels.matching.end_all_button.click()
    screen.findChildren(ConfirmDialog)[-1].do_button.click()
    seat.settle()

    students = seat.office.students.roster(seat.around.by).students
    assert all(student.matching_until is None for student in students)
    assert any(student.opt_outs for student in students)
    assert not screen.panels.matching.end_all_button.isVisible()


def test_the_childs_number_stands_beside_the_name(screen: StudentsScreen, seat: Seat) -> None:
    found = open_child(screen, seat, "Marcus Bell")

    assert found.number
    assert found.number in screen.panels.child.known.whole_text
