"""A field's label names its control, and what is wrong stands below it."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.ui.appearance import Appearance
from smadmin.ui.fields import DateField, Field, NumberField
from smadmin.ui.wording import Wording

LEAST_INDENT_PX, MOST_INDENT_PX = 8, 14


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance) -> Field:
    made = Field("Handle", QLineEdit(), note="As on the platform, with @.")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_label_names_the_control(field: Field) -> None:
    assert field.control.accessibleName() == "Handle"
    assert field.label.buddy() is field.control
    assert field.control.accessibleDescription() == "As on the platform, with @."


def test_an_error_takes_the_notes_place_and_goes_again(field: Field) -> None:
    field.show_error("This handle belongs to somebody else.")

    assert field.error == "This handle belongs to somebody else."
    assert field.control.property("wrong") == "yes"
    field.clear_error()
    assert field.error == ""
    assert field.control.accessibleDescription() == "As on the platform, with @."


@pytest.mark.parametrize("kind", ["number", "day"])
def test_numbers_and_days_keep_their_text_off_the_edge(
    kind: str, words: Wording, qtbot: QtBot, appearance: Appearance
) -> None:
    field = NumberField() if kind == "number" else DateField(words)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()

    indent = field.lineEdit().x() + field.lineEdit().textMargins().left()
    assert LEAST_INDENT_PX <= indent <= MOST_INDENT_PX


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_day_is_written_in_a_field_as_in_a_sentence(language: str, qtbot: QtBot) -> None:
    catalogue = Catalogue.load(language)
    field = DateField(Wording(catalogue))
    qtbot.addWidget(field)

    field.setDate(QDate(2026, 11, 3))

    assert field.text() == catalogue.word(say("planui.date", day=date(2026, 11, 3)))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "Dec 6, 2026"),
        ("en", "dec 6 2026"),
        ("en", "12/6/2026"),
        ("en", "2026-12-06"),
        ("es", "6 dic 2026"),
        ("es", "6/12/2026"),
    ],
)
def test_a_day_typed_over_another_is_that_day(qtbot: QtBot, language: str, typed: str) -> None:
    """Qt would take the figures for a day of the month that stood there."""
    field = DateField(Wording(Catalogue.load(language)))
    qtbot.addWidget(field)
    field.show_day(date(2026, 11, 23))
    field.selectAll()

    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.day == date(2026, 12, 6)


def test_half_a_day_typed_leaves_the_one_that_was_chosen(qtbot: QtBot, words: Wording) -> None:
    field = DateField(words)
    qtbot.addWidget(field)
    field.show_day(date(2026, 11, 23))
    field.selectAll()
    QTest.keyClicks(field, "Dec 6, 20")
    assert field.text() == "Dec 6, 20"

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.day, field.text()) == (date(2026, 11, 23), "Nov 23, 2026")


def test_tab_leads_from_a_day_to_the_next_field(qtbot: QtBot, words: Wording) -> None:
    form = QWidget()
    before, first, last, name = (
        QLineEdit(form),
        DateField(words, form),
        DateField(words, form),
        QLineEdit(form),
    )
    column = QVBoxLayout(form)
    for one in (before, first, last, name):
        column.addWidget(one)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    before.setFocus()

    for typed in ("12/21/2026", "1/1/2027", "Winter break"):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(form.focusWidget(), typed)

    assert (first.day, last.day, name.text()) == (date(2026, 12, 21), date(2027, 1, 1), "Winter break")
