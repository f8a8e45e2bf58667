"""Students on the sample school: finding, ticking and taking back, adding, removing, saying it is right."""

from datetime import datetime, timedelta
from pathlib import Path

from smadmin.domain.clock import Clock
from smadmin.domain.ids import StudentId
from smadmin.domain.students import OptOut, Roster, Student
from smadmin.ui.banners import Banner
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.students.panels import Panel
from smadmin.ui.students.screen import StudentsScreen
from tests.gui.seated import Seat


def roster(seat: Seat) -> Roster:
    return seat.office.students.roster(seat.around.by)


def child(seat: Seat, name: str) -> Student:
    return next(one for one in roster(seat).students if one.name == name)


def names(screen: StudentsScreen) -> list[str]:
    return [row.title for row in screen.side.list.rows]


def open_child(screen: StudentsScreen, seat: Seat, name: str) -> Student:
    found = child(seat, name)
    screen.open_subject(found.id)
    seat.settle()
    return found


def said(screen: StudentsScreen) -> str:
    return screen.findChildren(Banner)[-1].happened.whole_text


def undo(screen: StudentsScreen, seat: Seat) -> None:
    action = screen.findChildren(Banner)[-1].action
    assert action is not None
    action.click()
    seat.settle()


def confirm(screen: StudentsScreen, seat: Seat) -> str:
    """Say yes to what is asked; gives what was asked."""
    dialog = screen.findChildren(ConfirmDialog)[-1]
    asked = dialog.windowTitle()
    dialog.do_button.click()
    seat.settle()
    return asked


class LaterClock:
    """A clock that is ahead."""

    def __init__(self, clock: Clock, ahead: timedelta) -> None:
        self._clock, self._ahead = clock, ahead

    def now(self) -> datetime:
        return self._clock.now() + self._ahead


def test_children_are_found_while_typing_and_by_filter(screen: StudentsScreen, seat: Seat) -> None:
    screen.side.search.setText("finn")
    assert names(screen) == ["Finn Gallagher"]

    screen.side.search.setText("")
    screen.side.only.setChecked(True)
    assert names(screen) == [one.name for one in roster(seat).opted_out]

    screen.side.search.setText("nobody at all")
    assert screen.side.none_found.isVisible()
    assert not screen.side.list.isVisible()


def test_a_tick_is_a_deed_at_once_and_can_be_taken_back(screen: StudentsScreen, seat: Seat) -> None:
    before = open_child(screen, seat, "Marcus Bell")

    screen.panels.child.kinds.tick(OptOut.PHOTOS).click()
    seat.settle()

    assert child(seat, "Marcus Bell").opt_outs == {OptOut.PHOTOS}
    assert said(screen).startswith("Marcus Bell: the no is entered.")
    assert seat.around.words.say("sweepui.open-sweep") in said(screen)
    undo(screen, seat)
    assert child(seat, "Marcus Bell").opt_outs == before.opt_outs
    assert said(screen) == "Marcus Bell: what the family said no to is changed."
    assert not screen.panels.child.kinds.tick(OptOut.PHOTOS).isChecked()


def test_two_quick_ticks_dont_collide(screen: StudentsScreen, seat: Seat) -> None:
    open_child(screen, seat, "Marcus Bell")

    screen.panels.child.kinds.tick(OptOut.PHOTOS).click()
    screen.panels.child.kinds.tick(OptOut.NAMES).click()
    seat.settle()

    assert child(seat, "Marcus Bell").opt_outs == {OptOut.PHOTOS, OptOut.NAMES}


def test_somebody_elses_change_is_not_written_over(screen: StudentsScreen, seat: Seat) -> None:
    seen = open_child(screen, seat, "Marcus Bell")
    students = seat.office.students
    students.set_opt_outs(seat.around.by, seen.id, frozenset({OptOut.MEDIA}), version=seen.version)

    screen.panels.child.kinds.tick(OptOut.PHOTOS).click()
    seat.settle()

    assert child(seat, "Marcus Bell").opt_outs == {OptOut.MEDIA}
    assert "Somebody else changed this" in said(screen)
    assert screen.panels.child.kinds.chosen == {OptOut.MEDIA}


def test_a_child_is_typed_in_and_the_form_waits_for_the_next(screen: StudentsScreen, seat: Seat) -> None:
    screen.header.begin.click()
    form = screen.panels.add_card.form
    form.first.setText("Ada")
    form.last.setText("Abbott")
    form.groups.setText("4b, Chess club")
    form.do_button.click()
    seat.settle()

    added = child(seat, "Ada Abbott")
    assert added.groups == ("4b", "Chess club")
    assert added.opt_outs == {OptOut.EVERYTHING}
    assert (screen.panels.panel, form.first.text()) == (Panel.ADDING, "")
    assert "Ada Abbott" in names(screen)


def test_a_missing_name_is_said_below_its_field(screen: StudentsScreen, seat: Seat) -> None:
    screen.begin_adding()
    form = screen.panels.add_card.form
    form.first.setText("Ada")
    form.do_button.click()
    seat.settle()

    assert form.fields["last_name"].error == "The last name is missing."
    assert form.fields["first_name"].error == ""


def test_a_name_is_corrected_and_taken_back(screen: StudentsScreen, seat: Seat) -> None:
    open_child(screen, seat, "Marcus Bell")
    screen.panels.child._edit.click()
    screen.panels.child.form.last.setText("Belle")
    screen.panels.child.form.notes.setText("Moves in May")
    screen.panels.child.form.do_button.click()
    seat.settle()

    assert screen.panels.child.name.whole_text == "Marcus Belle"
    assert "Moves in May" in screen.panels.child.known.whole_text
    undo(screen, seat)
    assert (child(seat, "Marcus Bell").last_name, child(seat, "Marcus Bell").notes) == ("Bell", "")


def test_removing_asks_by_name(screen: StudentsScreen, seat: Seat) -> None:
    gone = open_child(screen, seat, "Marcus Bell")
    screen.panels.child.remove_button.click()

    asked = confirm(screen, seat)

    assert asked == "Remove Marcus Bell from the list?"
    assert roster(seat).get(gone.id) is None
    assert "Marcus Bell" not in names(screen)


def test_portraits_are_shown_and_a_file_that_is_none_is_refused_beside_them(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    open_child(screen, seat, "Marcus Bell")
    no_photo = tmp_path / "portrait.jpg"
    no_photo.write_text("not a picture")

    screen.panels.child.portraits.fileChosen.emit(no_photo)
    seat.settle()

    assert len(screen.panels.child.portraits._kept) == 2
    assert screen.panels.child.portraits.trouble.whole_text
    assert screen.panels.child.portraits.add_button.isEnabled()
    assert len(child(seat, "Marcus Bell").portraits) == 2


def test_a_portrait_is_removed_after_asking(screen: StudentsScreen, seat: Seat) -> None:
    before = open_child(screen, seat, "Marcus Bell")
    screen.panels.child.portraits.removeAsked.emit(before.portraits[0])

    confirm(screen, seat)

    assert child(seat, "Marcus Bell").portraits == before.portraits[1:]


def test_consent_is_ended_and_taken_back(screen: StudentsScreen, seat: Seat) -> None:
    before = open_child(screen, seat, "Marcus Bell")

    screen.panels.child.consent.end_button.click()
    seat.settle()
    assert child(seat, "Marcus Bell").matching_until is None

    undo(screen, seat)
    assert child(seat, "Marcus Bell").matching_until == before.matching_until


def test_an_administrator_may_not_decide_about_matching(screen: StudentsScreen) -> None:
    screen.show_matching()

    assert screen.panels.panel is Panel.MATCHING
    assert not screen.panels.matching.decide_button.isEnabled()
    assert "principal" in screen.panels.matching.decide_button.accessibleDescription()


def test_the_principal_ends_matching_and_consent_is_no_longer_offered(
    screen: StudentsScreen, seat: Seat
) -> None:
    seat.by("ellen-whitcomb")
    screen.load()
    seat.settle()
    open_child(screen, seat, "Marcus Bell")
    screen.show_matching()
    card = screen.panels.matching
    card.decide_button.click()
    card.record_button.click()
    seat.settle()
    assert card.fields["basis"].error == "Say on what basis this was decided."

    card.basis.setText("Board policy of last month")
    before = seat.office.law.in_force(seat.around.by)
    assert before is not None
    decided = before.decided_on.date()  # an older one would not take its place
    card.decided_on.show_day(decided)
    card.record_button.click()
    seat.settle()

    law = seat.office.law.in_force(seat.around.by)
    assert law is not None
    assert (law.matching, law.decided_on.date()) == (False, decided)
    screen._leave_panel()
    assert not screen.panels.child.consent.enter_button.isVisible()


def test_an_old_list_makes_still_right_the_main_button(screen: StudentsScreen, seat: Seat) -> None:
    desk = seat.office.desk
    desk.clock = LaterClock(desk.clock, timedelta(days=400))
    seat.by("maya-ortega")
    seat.office.vouch_clock(seat.around.by)  # after so long a rest nothing is signed before
    screen.load()
    seat.settle()
    assert screen.header.begin.accessibleName() == "Everything on this list is right today"
    assert screen.header.add_child.isVisible()

    screen.header.begin.click()
    seat.settle()

    assert not roster(seat).must_check
    assert screen.header.begin.accessibleName() == "Add a student"


def test_that_nobody_said_no_can_be_said_of_an_empty_list(screen: StudentsScreen, seat: Seat) -> None:
    assert not screen.header.nobody.isVisible()
    for one in roster(seat).students:
        seat.office.students.remove(seat.around.by, one.id)
    screen.load()
    seat.settle()
    assert screen.header.nobody.isVisible()

    screen.header.nobody.click()
    seat.settle()

    assert not roster(seat).must_check
    assert not screen.header.nobody.isVisible()


def test_the_empty_list_says_what_it_is_for(screen: StudentsScreen, seat: Seat) -> None:
    for student in roster(seat).students:
        seat.office.students._remove_rows(seat.around.by, StudentId(student.id))
    screen.load()
    seat.settle()

    assert screen.empty.isVisible()
    assert screen.empty.button is not None
    screen.empty.button.click()
    assert screen.panels.panel is Panel.ADDING
    assert screen.panels.add_card.isVisible()
