"""A post in the calendar keeps the word of how it stands; a long topic is what gives way."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from smadmin.domain.ids import AccountId
from smadmin.domain.week import SlotStage
from smadmin.language.catalogue import Catalogue
from smadmin.ui.plan.cells import Cell, Mark
from smadmin.ui.plan.painting import Style, paint_cell
from smadmin.ui.theme import LIGHT, TEXT_PX
from smadmin.ui.wording import Wording
from tests.unit.ui.plan.test_cells import LARKS, TODAY, entry

LONG = "A very long topic of the winter fair in the gym, with every family and their cake"


class Noting(QPainter):
    """Paints, and notes what it writes."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: list[tuple[QRectF, str]] = []

    def drawText(self, place: QRectF, flags: object, text: str) -> None:  # type: ignore[override]  # noqa: N802  Qt's name
        self.written.append((place, text))


def written(
    qapp: QApplication,
    topic: str,
    width: int,
    *,
    all_accounts: bool,
    language: str = "en",
    stage: SlotStage = SlotStage.PLANNED,
) -> list[str]:
    font = QFont(qapp.font())
    font.setPixelSize(round(TEXT_PX))
    style = Style(Wording(Catalogue.load(language)), LIGHT, font, 1.0, head=False)
    mark = Mark(entry(TODAY, topic, stage=stage), "Lincoln Elementary on Facebook")
    cell = Cell(TODAY, None if all_accounts else AccountId(LARKS.id), (mark,))
    image = QImage(width, 60, QImage.Format.Format_RGB32)
    painter = Noting(image)
    paint_cell(painter, QRectF(0, 0, width, 60), cell, style, chosen=None)
    painter.end()
    metrics: QFontMetricsF = style.hands[False].metrics
    for place, text in painter.written:
        assert metrics.horizontalAdvance(text) <= place.width() + 1
        assert place.right() <= width
    return [text for _, text in painter.written]


@pytest.mark.parametrize(("language", "word"), [("en", "Planned"), ("es", "Prevista")])
@pytest.mark.parametrize("all_accounts", [False, True])
def test_a_long_topic_gives_way_to_the_word(
    qapp: QApplication, language: str, word: str, *, all_accounts: bool
) -> None:
    topic, beside = written(qapp, LONG, 180, all_accounts=all_accounts, language=language)

    assert topic.startswith("A ")
    assert topic.endswith("…")
    assert beside.endswith(word)


def test_a_long_name_of_an_account_gives_way_to_the_word_too(qapp: QApplication) -> None:
    _, beside = written(qapp, "Fair", 200, all_accounts=True)

    assert beside.startswith("Lin")
    assert beside.endswith("… · Planned")


def test_a_word_that_is_long_itself_is_shortened_beside_a_long_topic(qapp: QApplication) -> None:
    topic, word = written(qapp, LONG, 115, all_accounts=False, stage=SlotStage.GAP)

    assert topic.endswith("…")
    assert word.startswith("Not")
    assert word.endswith("…")


def test_where_there_is_room_both_are_whole(qapp: QApplication) -> None:
    assert written(qapp, "Fair", 200, all_accounts=False) == ["Fair", "Planned"]
    assert written(qapp, "Fair", 500, all_accounts=True) == [
        "Fair",
        "Lincoln Elementary on Facebook · Planned",
    ]


def test_a_cell_with_room_for_one_keeps_the_topic_for_its_shape_tells_the_rest(qapp: QApplication) -> None:
    (topic,) = written(qapp, LONG, 76, all_accounts=False)

    assert topic.endswith("…")
