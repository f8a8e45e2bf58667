"""An administrator with four accounts leaves: line by line, and the principal signs the end."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, LineKind
from smadmin.domain.log_ins import LogIn
from smadmin.ui.departures.line import LineRow
from smadmin.ui.departures.model import Act, leaver_subject
from smadmin.ui.departures.screen import DeparturesScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.sample import sit

seat = seat_of("samuel-okoye", "store")


class Leaving:
    """Somebody at the screen, who counts what they press."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        self.seat, self.screen, self.acts = seat, DeparturesScreen(seat.around), 0
        seat.show(self.screen, window)
        seat.settle()

    def choose(self, who: str, successor: str) -> None:
        begin = self.screen.begin
        begin.who.setCurrentText(who)
        begin.successor.setCurrentText(successor)
        self.seat.settle()
        self.acts += 2

    def press(self) -> None:
        assert self.screen.main.isEnabled(), self.screen.header.missing
        self.screen.main.click()
        self.acts += 1
        question = self.screen.findChild(ConfirmDialog)
        if question is not None:
            question.do_button.click()
            self.acts += 1
        self.seat.settle()

    def turn_to(self, kind: LineKind) -> None:
        """Choose the next open line of a kind."""
        assert self.screen.model is not None
        line = next(one for one in self.screen.model.lines if one.line.kind is kind and one.act is not None)
        self.screen._rows[line.key].chosen.emit(line.key)

    @property
    def row(self) -> LineRow:
        assert self.screen.model is not None
        return self.screen._rows[self.screen.model.current]

    @property
    def act(self) -> Act | None:
        assert self.screen.model is not None
        return self.screen.model.act

    def deny(self) -> None:
        assert self.row.deny is not None
        self.row.deny.click()
        self.acts += 1
        self.seat.settle()

    def keep_new_password(self) -> None:
        """Keep the one that was made and copied when the page was opened."""
        new = self.row.new
        assert new is not None
        assert new.password.text()
        assert self.screen.passwords.clipboard.holds
        self.press()


@pytest.mark.demand("BAL-B1b3")
def test_an_administrator_with_four_accounts_leaves(seat: Seat, window: QWidget) -> None:
    office = seat.office
    maya = next(one.person for one in office.accounts.colleagues() if one.person.name == "Maya Ortega")
    for number, account in enumerate(office.accounts.all()[4:]):
        office.accounts.close(seat.around.by, account.id, why=f"only four {number}")
    drill = Leaving(seat, window)
    assert not drill.screen.main.isEnabled()
    drill.choose("Maya Ortega", "Daniel Reyes")

    drill.press()

    assert drill.screen.model is not None
    kinds = [line.line.kind for line in drill.screen.model.lines]
    assert kinds == sorted(kinds, key=list(LineKind).index)
    assert kinds.count(LineKind.PASSWORD) + kinds.count(LineKind.ROLES) == 4
    for _ in range(60):
        if drill.act is Act.END:
            break
        line = drill.row.model.line
        if line.kind is LineKind.LOG_IN and drill.act is Act.OPEN:
            assert drill.row.deny is None
            drill.press()
        elif line.kind is LineKind.LOG_IN:
            drill.deny()
        elif drill.act is Act.KEEP:
            drill.keep_new_password()
        else:
            drill.press()
    assert drill.screen.header.missing == seat.words.say("departures.principal-signs")
    assert drill.acts <= 23  # one of them answers whether rights end now

    seat.by("ellen-whitcomb")
    drill.screen.load()
    seat.settle()
    drill.press()

    seen = office.departure_views.see(seat.around.by, drill.screen.model.id)
    assert seen is not None
    assert not seen.departure.open
    assert {one.how for one in seen.departure.receipts.values()} >= {How.CHANGED, How.REVOKED}
    assert maya.id not in {one.person for one in office.session.sitters() if one.roles}


def test_a_line_is_left_only_with_a_reason_and_another_can_be_done_first(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.screen.model is not None
    last = drill.screen.model.lines[-2].key
    drill.screen._rows[last].chosen.emit(last)
    form = drill.row.waive
    assert form is not None
    form.unfold()
    assert not form.do_button.isEnabled()

    form.line.setText("the account is closed there")
    form._typed()
    form.do_button.click()
    seat.settle()

    seen = seat.office.departure_views.see(seat.around.by, drill.screen.model.id)
    assert seen is not None
    assert seen.departure.receipts[last].reason == "the account is closed there"


@pytest.mark.demand("BAL-B1b3")
def test_a_new_password_is_locked_in_before_it_is_seen(seat: Seat, window: QWidget) -> None:
    """Else a kill between the platform and *Keep* would leave an account that nobody gets into."""
    office = seat.office
    by = sit(office, "ellen-whitcomb").actor
    account = next(one for one in office.accounts.all() if one.platform is Platform.X)
    office.vault.keep(by, account.id, LogIn("social@lincoln.example", "canary-Falcon-42"))
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    seen: list[str] = []
    for _ in range(2):  # after a kill the page is opened once more, and another one made
        drill.screen._opened = frozenset()
        drill.screen._choose(f"password:{account.id}")
        drill.screen._open_page(f"password:{account.id}")
        seat.settle()
        assert drill.row.new is not None
        seen.append(drill.row.new.password.text())
        drill.row.new.password.setText("")

    found = office.vault.reveal(by, office.vault.fetch(account.id)).value

    assert all(seen)
    assert found.password == "canary-Falcon-42"
    assert [found.before, found.made] == seen


def test_halfway_it_is_found_again_and_what_is_typed_stays(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.row.waive is not None
    drill.row.waive.unfold()
    drill.row.waive.line.setText("half a sent")

    drill.screen.load()
    seat.settle()

    assert drill.row.waive.line.text() == "half a sent"
    drill.screen.all.click()
    seat.settle()
    assert [one.leaving.person for one in drill.screen._choice.departures]  # type: ignore[union-attr]  # it was read


def test_people_open_it_with_who_leaves_chosen(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    maya = next(one.person for one in seat.office.accounts.colleagues() if one.person.name == "Maya Ortega")

    drill.screen.open_subject(leaver_subject(maya.id))
    seat.settle()

    assert drill.screen.begin.leaving.person == maya.id


def test_one_that_is_over_says_who_signed_it_and_another_can_begin(seat: Seat, window: QWidget) -> None:
    office, drill = seat.office, Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.screen.model is not None
    for line in drill.screen.model.lines:
        if line.act is not None and line.act is not Act.RIGHTS:
            office.departures.settle(
                seat.around.by, drill.screen.model.id, line.key, How.WAIVED, reason="told"
            )
    drill.screen.load()
    seat.settle()
    drill.press()
    seat.by("ellen-whitcomb")
    drill.screen.load()
    seat.settle()

    drill.press()

    assert drill.screen.model.over is not None
    assert [one.id for _state, one in drill.screen.notes.told] == ["departures.over"]
    assert drill.screen.notes.isVisible()
    assert not drill.screen.main.isVisible()
    drill.screen.all.click()
    seat.settle()
    assert drill.screen.main.isVisible()
    assert not drill.screen.notes.isVisible()
    assert drill.screen.header.missing == seat.words.say("departures.choose-who")


def test_a_locked_window_shows_no_new_password_and_leaves_none_on_the_clipboard(
    seat: Seat, window: QWidget
) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.screen.model is not None
    line = next(one for one in drill.screen.model.lines if one.line.kind is LineKind.PASSWORD)
    drill.screen._choose(line.key)
    drill.press()
    assert drill.row.new is not None
    assert drill.row.new.password.text()

    drill.screen.settle()

    assert drill.row.new.password.text() == ""
    assert not drill.screen.passwords.clipboard.holds


def test_what_comes_late_doesnt_close_the_one_that_was_opened(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    assert drill.screen.model is not None
    begun = drill.screen.model.id

    drill.screen.open_subject("")
    drill.screen.open_subject(begun)
    seat.settle()

    assert drill.screen.model is not None
    assert drill.screen.model.id == begun


def test_rights_end_only_after_a_question_that_names_who_leaves(seat: Seat, window: QWidget) -> None:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    rights = LineKind.RIGHTS.value
    drill.screen._choose(rights)
    assert drill.act is Act.RIGHTS

    drill.screen.main.click()
    question = drill.screen.findChild(ConfirmDialog)
    assert question is not None
    named = "Maya Ortega" in question.windowTitle()
    question.keep_button.click()
    seat.settle()

    assert named
    assert drill.screen.model is not None
    seen = seat.office.departure_views.see(seat.around.by, drill.screen.model.id)
    assert seen is not None
    assert rights not in seen.departure.receipts
