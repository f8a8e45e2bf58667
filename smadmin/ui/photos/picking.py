"""Picking on the contact sheet, and opening its stacks: by space, by a click, or all at once."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QListView

from smadmin.domain.ids import PhotoId
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.photos.model import Tile
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.stacking import folded, stacks_of
from smadmin.ui.photos.tile_list import TileModel, TileRole


class Picking(QObject):
    """What is picked, and which stacks lie open. `stacks` is the button that opens or folds all."""

    def __init__(self, page: Page, tiles: TileModel, view: QListView) -> None:
        """Stand on the page's list; the page is read anew once something was picked."""
        super().__init__(page)
        self._page = page
        self._tiles = tiles
        self._view = view
        self._all: tuple[Tile, ...] = ()
        self._opened: set[PhotoId] = set()
        self.stacks = Button("", kind=ButtonKind.SMALL, hint="F")
        self.stacks.clicked.connect(self.turn_stacks)
        self.everything = Button(page.words.say("photoui.pick-all"), kind=ButtonKind.SMALL)
        self.everything.clicked.connect(self.pick_all)

    def forget(self) -> None:
        """Show another folder: every stack is folded."""
        self._opened.clear()
        self.show_tiles(())

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show a folder's photos."""
        self._all = tiles
        self._tiles.show_tiles(folded(tiles, self._opened))
        stacks = stacks_of(tiles)
        self.stacks.setVisible(bool(stacks))
        turned = "fold-stacks" if stacks <= self._opened else "open-stacks"
        self.stacks.show_words(self._page.words.say(f"photoui.{turned}"))

    def turn_picks(self) -> None:
        """Pick the chosen photos, or leave them out where all of them are picked; a stack alone is opened."""
        chosen = [tile for tile in self._chosen() if tile.why is None]
        if len(chosen) == 1 and chosen[0].folded:
            self.open_stack(chosen[0])
        else:
            self._set_picked(chosen, picked=not all(tile.picked for tile in chosen))

    def pick_all(self) -> None:
        """Pick all photos, those in stacks too, or leave all out where all of them are picked."""
        readable = [tile for tile in self._all if tile.why is None]
        self._set_picked(readable, picked=not all(tile.picked for tile in readable))

    def turn_pick(self, tile: Tile) -> None:
        """Pick one photo, or leave it out."""
        if tile.why is None:
            self._set_picked([tile], picked=not tile.picked)

    def open_stack(self, tile: Tile) -> None:
        """Lay a stack open, with the keyboard on the photo that stood for it."""
        if tile.stack is not None:
            self._opened.add(tile.stack)
            self._show_again(tile.id)

    def turn_stacks(self) -> None:
        """Open all stacks, or fold all where all lie open."""
        stacks = stacks_of(self._all)
        here = next((tile for tile in self._chosen()), None)
        self._opened = set() if stacks <= self._opened else set(stacks)
        self._show_again(None if here is None else here.id)

    def select(self, photo: PhotoId) -> None:
        """Choose a photo's tile; where it lies in a stack, this is opened."""
        row = self._tiles.row_of(photo)
        if row < 0:
            hidden = next((tile for tile in self._all if tile.id == photo), None)
            if hidden is None or hidden.stack is None:
                return
            self._opened.add(hidden.stack)
            self.show_tiles(self._all)
            row = self._tiles.row_of(photo)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().setCurrentIndex(self._tiles.index(row), flags)

    def _show_again(self, photo: PhotoId | None) -> None:
        self.show_tiles(self._all)
        known = {tile.id: tile for tile in self._all}
        if photo in known and self._tiles.row_of(photo) < 0:  # folded under another one
            stack = known[photo].stack
            photo = next((tile.id for tile in self._tiles.tiles if tile.stack == stack), None)
        if photo is not None:
            self.select(photo)

    def _chosen(self) -> list[Tile]:
        found = [index.data(TileRole) for index in self._view.selectionModel().selectedIndexes()]
        return [tile for tile in found if isinstance(tile, Tile)]

    def _set_picked(self, tiles: Sequence[Tile], *, picked: bool) -> None:
        page = self._page
        if not tiles or page.around.acting is None:
            return
        by, office, ids = page.around.by, page.around.office, [tile.id for tile in tiles]
        mark = office.review.pick if picked else office.review.leave_out
        page.perform(lambda: mark(by, ids), lambda _: page.load())
