"""The contact sheet's tiles change under the person's hands: what was chosen stays chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtTest import QAbstractItemModelTester

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.tile_list import TileModel
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

WORD = say("photoui.finding")


def tile(name: str) -> Tile:
    return Tile(
        id=PhotoId(name),
        name=name,
        state=State.NOTE,
        word=WORD,
        short=WORD,
        why=None,
        picked=False,
        alike=1,
        covers=(),
        width_px=0,
    )


@pytest.fixture
def model(words: Wording, parent: QObject) -> TileModel:
    made = TileModel(words, parent)
    made.show_tiles([tile(name) for name in "bdfh"])
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    return QObject(qapp)


@pytest.mark.parametrize(
    ("shown", "chosen"),
    [
        ("bdfhxyz", "dh"),
        ("abcdefgh", "dh"),
        ("dh", "dh"),
        ("acdgh", "dh"),
        ("bf", ""),
        ("", ""),
        ("hfdb", ""),  # another order: all is shown anew
    ],
)
def test_what_was_chosen_stays_so_while_photos_come_and_go(model: TileModel, shown: str, chosen: str) -> None:
    choice = QItemSelectionModel(model)
    for row in (1, 3):
        choice.select(model.index(row), QItemSelectionModel.SelectionFlag.Select)

    model.show_tiles([tile(name) for name in shown])

    assert [one.name for one in model.tiles] == list(shown)
    assert "".join(sorted(model.tiles[index.row()].name for index in choice.selectedIndexes())) == chosen


def test_only_what_changed_is_painted_anew(model: TileModel) -> None:
    painted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))

    model.show_tiles([tile("a"), *model.tiles[:2], replace(model.tiles[2], picked=True), model.tiles[3]])

    assert painted == [(3, 3)]
