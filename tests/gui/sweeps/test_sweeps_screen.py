"""Search what is out: a child whose family says no is proposed, searched for, decided, and reported."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import PostId, StudentId
from smadmin.domain.plan import monday_of
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import Decided, Narrowed, SweepStep
from smadmin.ui.publish.sample_link import sample_link
from smadmin.ui.sweeps.screen import SweepsScreen
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import NotedOutside
from tests.gui.seated import TOPIC, Seat
from tests.road import taken_in

CHILD = ("Zelda", "Quintero")
NAMED = "Zelda Quintero won the county spelling contest on Friday. Congratulations from all of us!"


@pytest.fixture
def child(seat: Seat) -> StudentId:
    """A child on the list whose family said no to nothing."""
    return seat.office.students.add(seat.by("maya-ortega"), StudentEntry(*CHILD)).value


@pytest.fixture
def named(seat: Seat, child: StudentId, tmp_path: Path) -> PostId:
    """A post that is out on X and names the child."""
    office, maya, account = seat.office, seat.by("maya-ortega"), seat.accounts()["x"]
    week = office.plan.week(maya, monday_of(seat.today))
    slot = next(one.id for one in week.slots if one.topic == TOPIC and one.day == seat.today)
    draft = office.posts.create(maya, (account.id,), slot=slot, text=NAMED).value
    for finding in office.posts.findings(maya, draft.content)[account.id]:
        draft = office.posts.override(maya, draft, finding, "Her parents asked for it").value
    office.posts.submit(maya, draft.id)
    post = draft.id
    office.approvals.release(seat.by("ellen-whitcomb"), post)
    maya = seat.by("maya-ortega")
    begun = office.publications.intend(maya, post, account.id).value
    office.publications.hand_out(maya, begun, folder=tmp_path / "out", handle=account.handle)
    handed = office.publications.note_handed_out(maya, begun).value
    office.publications.confirm(maya, handed, sample_link(office.school, account, post))
    return post


def say_no(seat: Seat, child: StudentId) -> None:
    maya = seat.by("maya-ortega")
    seen = seat.office.students.roster(maya).get(child)
    assert seen is not None
    opt_outs = frozenset({OptOut.EVERYTHING})
    seat.office.students.set_opt_outs(maya, child, opt_outs, version=seen.version)


@pytest.fixture
def screen(seat: Seat, window: QWidget, tmp_path: Path) -> SweepsScreen:
    made = SweepsScreen(seat.around, NotedOutside(tmp_path / "desk"))
    seat.show(made, window)
    return made


def press_main(screen: SweepsScreen, seat: Seat) -> None:
    seat.qtbot.waitUntil(lambda: screen.main.isEnabled() and not screen.main.settling)
    screen.main.click()
    seat.settle()


def begin_with_three(screen: SweepsScreen, seat: Seat, child: StudentId) -> None:
    """Begin a search for a child that leaves three pictures to be looked through."""
    for _ in range(3):
        taken_in(seat.office.desk, seat.by("maya-ortega"))
    say_no(seat, child)
    screen.open_subject(child)
    screen.load()
    seat.settle()
    press_main(screen, seat)


def test_where_nobody_said_no_it_says_what_the_place_is_for(screen: SweepsScreen) -> None:
    assert screen.empty.isVisible()
    assert not screen.main.isVisible()


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.usefixtures("named")
def test_a_new_no_is_searched_decided_and_reported(
    seat: Seat, child: StudentId, screen: SweepsScreen, words: Wording
) -> None:
    say_no(seat, child)
    screen.open_subject(child)
    screen.load()
    seat.settle()
    assert screen.main.text() == words.say("sweepui.main-begin")

    press_main(screen, seat)
    assert screen.main.text() == words.say("sweepui.main-decide")
    press_main(screen, seat)
    shown = screen.work.current
    assert shown is not None
    assert screen.work.item.text.text() == NAMED
    screen.work.item.answers.given.emit(Decided.KEEP, "the family agreed to this one")
    seat.settle()

    assert screen.work.isHidden()
    press_main(screen, seat)
    (sweep,) = seat.office.sweeps.all(seat.around.by)
    assert sweep.step is SweepStep.ENDED
    seat.qtbot.waitUntil(lambda: bool(screen.panel.report.html))
    assert "Zelda Quintero" in screen.panel.report.html
    assert screen.main.text() == words.say("sweepui.main-report")


def test_what_goes_is_taken_down_where_it_is_out_and_the_list_says_where_it_still_stands(
    seat: Seat, child: StudentId, named: PostId, screen: SweepsScreen, words: Wording
) -> None:
    say_no(seat, child)
    screen.open_subject(child)
    screen.load()
    seat.settle()
    press_main(screen, seat)
    press_main(screen, seat)
    screen.work.item.answers.given.emit(Decided.TAKE_DOWN, "")
    seat.settle()

    account = seat.accounts()["x"]
    gone = screen.work.item.down.buttons[f"is-gone:{account.id}"]
    assert screen.main.text() == words.say("sweepui.main-end")
    assert not screen.main.isEnabled()
    gone.click()
    seat.settle()
    seat.qtbot.waitUntil(screen.main.isEnabled)
    assert seat.office.clearing.sheet(seat.around.by, named).lines[0].view.removal is not None


@pytest.mark.demand("BAL-B1i1")
def test_what_is_left_is_settled_by_saying_why_and_a_search_that_is_over_is_read_once_it_is_chosen(
    seat: Seat, child: StudentId, screen: SweepsScreen, words: Wording
) -> None:
    begin_with_three(screen, seat, child)
    assert not screen.panel.searching.isVisible()
    press_main(screen, seat)
    leave = screen.looking.leave
    leave.button.click()
    leave.line.setText("Came to our school in August")
    leave.do_button.click()
    seat.settle()

    assert screen.looking.isHidden(), "nothing is left"
    (button,) = screen.panel.left_out.buttons.values()
    button.click()
    seat.settle()
    assert screen.main.text() == words.say("sweepui.main-look")
    (sweep,) = seat.office.sweeps.all(seat.around.by)
    seat.office.sweeps.leave_out(seat.around.by, sweep.id, "Came to our school in August", Narrowed())
    seat.office.sweeps.end(seat.around.by, sweep.id)
    screen.load()
    seat.settle()

    assert screen.panel.left_out.isVisible()
    assert not screen.panel.left_out.buttons
    assert screen.main.text() == words.say("sweepui.main-report")


def test_children_who_came_with_a_no_are_searched_for_at_one_press(
    seat: Seat, named: PostId, screen: SweepsScreen
) -> None:
    everything = frozenset({OptOut.EVERYTHING})
    new = [StudentEntry(f"Ada{n}", "Quince", (), everything) for n in range(3)]
    for one in new:
        seat.office.students.add(seat.by("maya-ortega"), one)
    screen.open_subject("entered")
    screen.load()
    seat.settle()

    press_main(screen, seat)

    assert len(seat.office.sweeps.all(seat.around.by)) == len(new)
    assert seat.office.sweeps.entered(seat.around.by) == ()
    assert screen.current is not None


def test_escape_leaves_the_large_picture_first_and_then_the_list(
    seat: Seat, child: StudentId, screen: SweepsScreen, qtbot: QtBot
) -> None:
    begin_with_three(screen, seat, child)
    press_main(screen, seat)
    looking = screen.looking
    qtbot.waitUntil(lambda: bool(looking.pages.page) and looking.large_button.isEnabled())
    looking.large_button.click()
    assert looking.in_large

    QTest.keyClick(looking.large.canvas, Qt.Key.Key_Escape)
    assert looking.stack.currentWidget() is looking.grid
    assert looking.isVisible()

    QTest.keyClick(looking.grid, Qt.Key.Key_Escape)
    assert looking.isHidden()


def test_a_search_that_a_colleague_began_meanwhile_isnt_offered_a_second_time(
    seat: Seat, child: StudentId, screen: SweepsScreen
) -> None:
    screen.open_subject(child)
    screen.load()
    seat.settle()
    seat.office.sweeps.begin(seat.around.by, child)

    screen.load()
    seat.settle()

    (row,) = screen.list.rows
    (sweep,) = seat.office.sweeps.all(seat.around.by)
    assert row.key == sweep.id
