"""The school's policy on the screen: its clauses, whom to call, and putting another in force."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.policy.packs import Duty
from smadmin.domain.policy.values import Contact
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel
from smadmin.ui.labels import PlainLabel
from smadmin.ui.school.editor import PolicyEditor
from smadmin.ui.school.model import Keeping
from smadmin.ui.school.screen import SchoolScreen
from smadmin.ui.typed import typed_words
from smadmin.ui.wording import Wording
from tests.gui.registers import seat_of, seated
from tests.gui.seated import Seat

BALTIMORE = "Baltimore City Public Schools"


seat = seat_of("ellen-whitcomb", "store")


@pytest.fixture
def partly(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put one clause off, and half of another: no shipped policy has such a clause any more."""
    policy, id_ = seat.office.policy, seat.office.school.policy
    pack = policy.pack(id_)
    half, later = pack.clauses["BAL-B1g1"], pack.clauses["BAL-B1l2"]
    clauses = {
        **pack.clauses,
        half.demand: replace(half, enforced_by=half.enforced_by[:2], awaits=half.enforced_by[2:]),
        later.demand: replace(later, enforced_by=(), awaits=later.enforced_by),
    }
    monkeypatch.setattr(policy, "packs", {**policy.packs, id_: replace(pack, clauses=clauses)})


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> SchoolScreen:
    made = SchoolScreen(seat.around)
    seat.show(made, window)
    seat.settle()
    return made


@pytest.fixture
def editor(screen: SchoolScreen, seat: Seat) -> PolicyEditor:
    screen.main.click()
    seat.settle()
    return screen.editor


def said(widget: QWidget) -> list[str]:
    return [label.whole_text for label in widget.findChildren(PlainLabel) if label.isVisible()]


def write(editor: PolicyEditor, seat: Seat, old: str, new: str) -> None:
    text = editor.text.toPlainText()
    assert old in text
    editor.text.setPlainText(text.replace(old, new, 1))
    editor.read()
    seat.settle()


@pytest.mark.usefixtures("partly")
def test_every_clause_stands_in_the_list_with_how_far_it_is_kept(screen: SchoolScreen, seat: Seat) -> None:
    pack = seat.office.pack

    assert len(screen.side.list.rows) == len(pack.clauses)
    assert {row.chip for row in screen.side.list.rows} == {"kept", "partly by hand", "by hand"}
    assert pack.name in said(screen.in_force)


@pytest.mark.usefixtures("partly")
def test_a_clause_that_is_pressed_says_what_keeps_it_and_what_is_not_there_yet(
    screen: SchoolScreen, seat: Seat
) -> None:
    screen.open_subject("BAL-B1g1")
    seat.settle()

    told = said(screen.clause)
    assert "BAL-B1g1 · II.B.1.g" in told
    assert "Step: the accounts stand above the work (Compose)\nStep: comparing the handle (Publish)" in told
    assert told[told.index("Not in smadmin yet") + 1].startswith("Step: ")


@pytest.mark.usefixtures("partly")
def test_clauses_are_found_by_words_and_by_how_far_they_are_kept(screen: SchoolScreen) -> None:
    screen.side.search.setText("lobbying")
    assert [row.key for row in screen.side.list.rows] == ["BAL-B1l2"]

    screen.side.search.setText("lobbying nowhere")
    assert screen.side.none_found.isVisible()

    screen.side.search.clear()
    screen.side.keeping.setCurrentIndex(screen.side.keeping.findData(Keeping.OPEN))
    assert {row.chip for row in screen.side.list.rows} == {"by hand"}


@pytest.mark.demand("BAL-F2")
@pytest.mark.demand("BAL-D7")
def test_whom_to_call_about_a_violation_stands_there_with_its_numbers(screen: SchoolScreen) -> None:
    told = "\n".join(said(screen.contacts))

    assert "Investigations Unit\n1-800-679-0185\n443-642-4935" in told
    assert "communications@bcps.k12.md.us" in told
    assert "Board policy JICK" in told


def test_a_word_a_mention_and_a_number_are_taken_out_again(screen: SchoolScreen, seat: Seat) -> None:
    office, ellen = seat.office, seat.around.by
    office.learning.add_word(ellen, "Larkfest")
    office.learning.add_handle(ellen, "@CityLibrary")
    office.own_numbers.remember(ellen, "410-396-8577")
    screen.load()
    seat.settle()
    assert not screen.own.remove.isEnabled()

    for title in ("Larkfest", "@citylibrary", "410-396-8577"):
        number = [row.title for row in screen.own.list.rows].index(title)
        screen.own.list.setCurrentIndex(screen.own.list.model().index(number, 0))
        screen.own.remove.click()
        seat.settle()

    left = office.learning.taught(ellen)
    assert (left.words, left.handles) == ((), ())
    assert "410-396-8577" not in left.phones
    assert [row.title for row in screen.own.list.rows] == list(left.phones)


def test_another_school_of_the_district_is_added_and_taken_out(screen: SchoolScreen, seat: Seat) -> None:
    learning, ellen = seat.office.learning, seat.around.by

    screen.own.school.setText("Roosevelt Middle School")
    QTest.keyClick(screen.own.school, Qt.Key.Key_Return)
    seat.settle()

    assert learning.taught(ellen).schools == ("Roosevelt Middle School",)
    assert screen.own.school.text() == ""
    number = [row.title for row in screen.own.list.rows].index("Roosevelt Middle School")
    screen.own.list.setCurrentIndex(screen.own.list.model().index(number, 0))
    screen.own.remove.click()
    seat.settle()
    assert learning.taught(ellen).schools == ()


def test_the_policy_in_force_is_shown_first_and_can_not_be_put_there_again(editor: PolicyEditor) -> None:
    assert editor.text.isReadOnly()
    assert 'id = "baltimore-city-md"' in editor.text.toPlainText()
    assert editor.main.isEnabled() is False
    assert editor.header.missing == "This is the policy in force."


def test_a_stricter_copy_is_put_in_force(editor: PolicyEditor, screen: SchoolScreen, seat: Seat) -> None:
    banners: list[BannerModel] = []
    screen.bannerAsked.connect(banners.append)
    editor.make_own()
    write(editor, seat, 'releases = "week"', 'releases = "each"')
    assert "The principal or the deputy releases every post." in said(editor.verdict)

    editor.main.click()
    seat.settle()

    assert seat.office.pack.releases is ReleaseBy.EACH
    assert seat.office.pack.based_on == "baltimore-city-md"
    assert [one.happened.id for one in banners] == ["policies.said-put"]
    assert screen.header.isVisible()
    assert any("Ellen Whitcomb" in one for one in said(screen.in_force))


def test_a_value_changed_in_the_form_is_read_at_once_and_put_in_force(
    editor: PolicyEditor, screen: SchoolScreen, seat: Seat
) -> None:
    form = editor.written.values
    assert form.isVisible()
    assert form.numbers["cadence"].value() == seat.office.pack.cadence_days

    form.numbers["release-days"].setValue(9)
    seat.settle()
    assert [name for name, field in form.fields.items() if field.error] == ["release-days"]
    assert not editor.main.isEnabled(), "it is looser than the district's"
    kept = typed_words(screen)
    assert [text for _, text in kept] == [form.numbers["release-days"].text()], (
        "it is kept when the window locks"
    )

    form.numbers["release-days"].setValue(7)
    form.contacts.add.click()
    new = form.contacts.findChildren(QLineEdit)[-3:]
    for field, typed in zip(new, ("Front office", "410-555-0100", ""), strict=True):
        field.setText(typed)
    new[0].editingFinished.emit()
    seat.settle()
    assert [name for name, field in form.fields.items() if field.error] == ["contacts"]
    assert form.contacts.contacts[-1] == Contact("Front office", phones=("410-555-0100",))
    for field in new:
        field.clear()
    new[0].editingFinished.emit()
    form.numbers["cadence"].setValue(7)
    form.choices["alt"].setCurrentIndex(form.choices["alt"].findData("required"))
    seat.settle()
    assert form.numbers["warn"].value() == 7, "no warning comes after the day itself"
    assert "Every picture needs a description." in said(editor.verdict)
    assert not any(field.error for field in form.fields.values())
    editor.main.click()
    seat.settle()

    assert (seat.office.pack.cadence_days, seat.office.pack.alt_text) == (7, Duty.REQUIRED)


def test_a_broken_policy_says_its_line_and_the_one_in_force_stays(editor: PolicyEditor, seat: Seat) -> None:
    editor.make_own()
    write(editor, seat, "release_days = 7", "release_days = many")

    told = said(editor.verdict)
    line = editor.text.toPlainText()[: editor.text.toPlainText().index("release_days")].count("\n") + 1
    assert any(f"line {line}:" in one for one in told)
    assert "The policy in force stays as it is." in told
    assert not editor.main.isEnabled()
    assert seat.office.school.policy == "baltimore-city-md"

    editor.written.show_line(line)
    assert editor.text.textCursor().selectedText().startswith("release_days = many")


def test_what_is_looser_asks_who_in_the_district_decided_it(editor: PolicyEditor, seat: Seat) -> None:
    editor.make_own()
    write(editor, seat, "release_days = 7", "release_days = 9")
    blocked = editor.main.isEnabled()

    editor.verdict.decided.setText("Director Kim, letter of 2 November")
    seat.settle()

    assert blocked is False
    assert editor.verdict.field.isVisible()
    assert editor.main.isEnabled()


def test_another_shipped_policy_is_compared_with_the_one_in_force(editor: PolicyEditor, seat: Seat) -> None:
    editor.start.setCurrentIndex(editor.start.findText("Yelm Community Schools"))
    seat.settle()

    assert 'id = "yelm-wa"' in editor.text.toPlainText()
    assert "What would change" in said(editor.verdict)
    assert "and 43 more" not in said(editor.verdict)
    assert not editor.main.isEnabled()


def test_a_file_is_taken_as_ones_own(editor: PolicyEditor, seat: Seat) -> None:
    text = editor.text.toPlainText().replace('id = "baltimore-city-md"', 'id = "our-town"')

    editor.take_text(text, file="our-town.toml")
    seat.settle()

    assert not editor.text.isReadOnly()
    assert editor.main.isEnabled()


def test_an_administrator_reads_it_and_puts_nothing_in_force(
    tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    del appearance
    with seated(tmp_path / "other", words, qtbot, "maya-ortega") as seat:
        screen = SchoolScreen(seat.around)
        seat.show(screen, window)
        seat.settle()
        screen.main.click()
        seat.settle()
        screen.editor.make_own()
        write(screen.editor, seat, 'releases = "week"', 'releases = "each"')

        assert screen.editor.header.missing == "Only the principal or communications puts a policy in force."
