"""Search what is out: a child whose family says no is proposed, searched for, decided, and reported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import PostId, StudentId
from smadmin.domain.plan import monday_of
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import Decided, SweepStep
from smadmin.ui.publish.sample_link import sample_link
from smadmin.ui.sweeps.screen import SweepsScreen
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import NotedOutside
from tests.gui.seated import TOPIC, Seat

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
