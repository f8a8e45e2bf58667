"""The account bar, as a person and a screen reader meet it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import AccountStage, Pattern
from smadmin.ui.appearance import Appearance
from smadmin.ui.bar.bar import AccountBar
from smadmin.ui.bar.listing import AccountListing
from smadmin.ui.bar.model import BarModel
from smadmin.ui.bar.patterns import pattern_pixmap
from smadmin.ui.bar.plate import fitted
from smadmin.ui.labels import PlainLabel
from smadmin.ui.theme import NOTE_PX
from smadmin.ui.wording import Wording
from tests.gui.gallery import bar_of


@pytest.fixture
def bar(qtbot: QtBot, words: Wording, appearance: Appearance) -> AccountBar:
    made = AccountBar(words)
    qtbot.addWidget(made)
    made.resize(1280, made.sizeHint().height())
    made.show()
    return made


def texts(bar: AccountBar) -> list[str]:
    return [label.whole_text for label in bar.findChildren(PlainLabel) if label.isVisible()]


def test_the_bar_is_64_px_high(bar: AccountBar) -> None:
    assert bar.sizeHint().height() == 64


def test_without_an_account_the_bar_says_that_nothing_can_be_sent(bar: AccountBar) -> None:
    bar.show_model(BarModel(person="Marisol Ortega"))

    assert "No account chosen" in texts(bar)
    assert any("nothing can be sent" in text for text in texts(bar))


def test_who_has_no_compose_isnt_sent_there(bar: AccountBar) -> None:
    bar.show_model(BarModel(person="Ellen Whitcomb", chooses=False))

    assert texts(bar)[:2] == ["No account chosen", "Nothing can be sent from here now."]


def test_who_is_named_for_no_account_is_told_who_names_them(bar: AccountBar) -> None:
    bar.show_model(BarModel(person="Dana Cole", chooses=False, unnamed=True))

    assert texts(bar)[1].startswith("You are named for no account yet. Your principal names you")


def test_among_small_plates_one_on_hold_isnt_counted_as_official(bar: AccountBar) -> None:
    model = bar_of(5)
    held = replace(model.plates[0], stage=AccountStage.ON_HOLD)

    bar.show_model(replace(model, plates=(held, *model.plates[1:])))

    assert "5 accounts" in texts(bar)


def test_while_nobody_is_signed_in_the_bar_shows_the_school_and_no_button(bar: AccountBar) -> None:
    bar.show_model(bar_of(2))

    bar.show_model(BarModel(school="Lincoln Elementary School"))

    assert texts(bar) == ["Lincoln Elementary School"]
    assert not [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]


def test_before_there_is_a_school_the_bar_names_the_program(bar: AccountBar) -> None:
    bar.show_model(BarModel())

    assert texts(bar) == ["smadmin"]


def test_each_plate_says_official_account_name_handle_platform_and_proof(bar: AccountBar) -> None:
    bar.show_model(bar_of(2))

    assert [plate.accessibleName() for plate in bar.plates] == [
        "Official account: Cottonwood Elementary, @cottonwood_es, X. seen as @cottonwood_es 4 minutes ago",
        "Official account: Cottonwood Elementary School, @CottonwoodElementary, Facebook. "
        "confirmed by Ana Ruiz on Nov 3, 2026",
    ]


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_every_account_of_the_draft_is_in_sight(bar: AccountBar, count: int) -> None:
    bar.show_model(bar_of(count))

    assert len(bar.plates) == count
    assert all(plate.width() >= 48 for plate in bar.plates)


def test_the_words_official_account_are_there_also_where_plates_are_small(bar: AccountBar) -> None:
    bar.show_model(bar_of(12))

    assert "12 official accounts" in texts(bar)


def test_what_has_no_room_stands_in_the_list(bar: AccountBar, qtbot: QtBot) -> None:
    bar.show_model(bar_of(40))
    everything = next(one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == "All 40")

    QTest.mouseClick(everything, Qt.MouseButton.LeftButton)

    listing = bar.findChild(AccountListing)
    assert isinstance(listing, AccountListing)
    names = [label.whole_text for label in listing.findChildren(PlainLabel)]
    assert names.count("Cottonwood Library") == 8
    listing.close()


def test_a_long_real_name_is_shortened_and_said_in_full(bar: AccountBar) -> None:
    name = "Maximiliana Wolfeschlegelsteinhausenberger de la Torre y Villanueva"

    bar.show_model(bar_of(2, person=name))

    label = next(one for one in bar.findChildren(PlainLabel) if one.whole_text == name)
    assert label.text().endswith("…")
    assert label.accessibleName() == name
    assert len(bar.plates) == 2


def test_handing_over_is_asked_for_by_the_button(bar: AccountBar, qtbot: QtBot) -> None:
    bar.show_model(bar_of(1))
    button = next(
        one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == "Hand over the chair"
    )

    with qtbot.waitSignal(bar.handOverAsked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_two_patterns_differ_in_greyscale_on_the_same_colour(appearance: Appearance) -> None:
    greys = []
    for pattern in Pattern:
        image = pattern_pixmap(pattern, 60, 64, 1.0).toImage()
        assert image.size() == QSize(60, 64)
        alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
        greys.append([alpha.pixelColor(x, y).alpha() for x in range(60) for y in range(64)])

    for index, one in enumerate(greys):
        for other in greys[index + 1 :]:
            apart = sum(abs(first - second) > 20 for first, second in zip(one, other, strict=True))
            assert apart > 60 * 64 * 0.15


def test_a_handle_becomes_smaller_at_large_text_before_it_is_cut(appearance: Appearance) -> None:
    del appearance
    large = QFont()
    large.setPixelSize(23)
    room_px = QFontMetricsF(large).horizontalAdvance("@LincolnElementary")

    smaller = fitted(large, "@LincolnElementaryLarks", room_px)

    assert fitted(large, "@lincoln", room_px) is large
    assert QFontMetricsF(smaller).horizontalAdvance("@LincolnElementaryLarks") <= room_px
    assert fitted(large, "@" + "long" * 40, room_px).pixelSize() == round(NOTE_PX) - 1
