"""The contact sheet: all photos of a folder with their states, what is picked, and the finding's progress."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QProgressBar, QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.messages import say
from smadmin.services.jobs import Progress
from smadmin.ui.banners import banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.correcting import Correcting
from smadmin.ui.photos.model import Step, Tile, main_words
from smadmin.ui.photos.pace import progress_words
from smadmin.ui.photos.pacing import Pacing
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.picking import Picking
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.reading import SheetRead, read_sheet
from smadmin.ui.photos.searching import Searching
from smadmin.ui.photos.tile_list import TileModel, TileRole
from smadmin.ui.photos.tiles import Size, TilePainter
from smadmin.ui.photos.ways_on import WaysOn
from smadmin.ui.photos.why import MatchingLine
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class SheetPage(Page):
    """One folder.

    Args:
        go: called with the step that the main button leads to.
        looked_at: called with the photo that somebody opened.
        left: called to go back to the folders.
        use: called to take the photos into a post.

    Signals:
        rendered: the `SheetRead` that is shown now.
    """

    rendered = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        pictures: Pictures,
        finding: Searching,
        *,
        go: Callable[[Step], None],
        looked_at: Callable[[PhotoId], None],
        left: Callable[[], None],
        use: Callable[[], None],
    ) -> None:
        """Build the empty sheet."""
        super().__init__(around, screen)
        self.set_id: PhotoSetId | None = None
        self.read: SheetRead | None = None
        self._rendered: PhotoSetId | None = None
        self._finding = finding
        self._pictures = pictures
        self._go = go
        self._stopped_by_person = False
        self._pacing = Pacing(self.load, self)
        self.back(self.words.say("photoui.back"), left)
        self.header.set_main(self.words.say("photoui.open-folder"))
        self.ways = WaysOn(self.header, self.words, use=use, hand_over=lambda: go(Step.HAND_OVER))
        self.header.mainChosen.connect(lambda: self._go(self.step))
        self.correcting = Correcting(around, self)
        self.matching = MatchingLine(self.words)
        self.body.addWidget(self.matching)
        self.tiles = TileModel(self.words, self)
        self.list = self._made_list(looked_at)
        self.picking = self._made_picking()
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._made_foot())
        self.on_key("Space", self.picking.turn_picks)
        self.on_key("F", self.picking.turn_stacks)
        self.on_key("Return", self._open_current)
        pictures.arrived.connect(self._picture_came)
        finding.progressed.connect(self._step)
        finding.ended.connect(self._finding_over)
        finding.failed.connect(self._finding_failed)

    def keyboard_place(self) -> QWidget:
        """Give the list."""
        return self.list

    @property
    def step(self) -> Step:
        """What the main button leads to."""
        if self.read is None:
            return Step.PICK
        return self.read.main

    def show_set(self, set_id: PhotoSetId, read: SheetRead | None = None) -> None:
        """Show a folder, as it was read just now or once it is."""
        self._turn_to(set_id)
        if read is None:
            self.load()
        else:
            self._came(read)

    def begin(self, set_id: PhotoSetId) -> None:
        """Look for faces in a folder whose first photos were just taken in; it is shown once it is read."""
        self._turn_to(set_id)
        self._finding.search_first(set_id)

    def grew(self, set_id: PhotoSetId) -> None:
        """Know that further photos are in a folder."""
        if set_id == self.set_id and not self._stopped_by_person:
            self.look_for_faces()
        self.load_soon()

    def _turn_to(self, set_id: PhotoSetId) -> None:
        if set_id != self.set_id:
            self.set_id, self.read = set_id, None
            self._stopped_by_person = False
            self.picking.forget()

    def load(self) -> None:
        """Read the folder; where photos wait to be looked through, go on with that."""
        if self.set_id is None or self.around.acting is None:
            return
        by, office, set_id, before = self.around.by, self.around.office, self.set_id, self.read
        self._pacing.begun()
        self.perform(lambda: read_sheet(office, by, set_id, before), self._came)

    def load_soon(self) -> None:
        """Read the folder again, where it is seen, and not too often: every photo changes it."""
        if self.isVisible():
            self._pacing.wish()

    def _came(self, read: SheetRead) -> None:
        self.host.loaded(lambda: self.render_read(read))
        self._pacing.over()

    def render_read(self, read: SheetRead) -> None:
        """Show what was read."""
        self.read = read
        view = read.view
        self.header.title.show_text(view.set.event)
        photos = say("photoui.photos", n=len(view.photos))
        self.header.note.show_text(
            self.words.say("photoui.sheet-note", photos=photos, taken_by=view.set.taken_by)
        )
        self.correcting.show_set(view.set)
        self.matching.show_read(read)
        self.picking.show_tiles(read.tiles)
        if self.list.currentIndex().row() < 0 and self.tiles.rowCount():
            self.list.setCurrentIndex(self.tiles.index(0))
        self._show_main(read)
        self._show_foot()
        if view.set.id != self._rendered:
            self._rendered = view.set.id
            self.header.keep_lines()  # picking the first photo moves no other
        self.rendered.emit(read)
        if (read.unlooked or read.late) and not self._stopped_by_person:
            self.look_for_faces()

    def look_for_faces(self) -> None:
        """Look for faces in what wasn't looked at yet."""
        self._stopped_by_person = False
        if self.set_id is not None and self.around.acting is not None:
            self._finding.search(self.set_id)
            self._show_foot()

    def cancel(self) -> None:
        """Stop finding at once; the photo under way isn't kept."""
        self._stopped_by_person = True
        if self.set_id is not None:
            self._finding.leave_out(self.set_id)

    def _try_again(self) -> None:
        by, office = self.around.by, self.around.office
        failed = [tile.id for tile in self.tiles.tiles if tile.why is not None]
        self._pictures.forget_failures()
        self.perform(lambda: office.finder.try_again(by, failed), lambda _: self.load())

    def _open_current(self) -> None:
        self._activated(self.list.currentIndex())

    def _activated(self, index: QModelIndex) -> None:
        tile = index.data(TileRole)
        if isinstance(tile, Tile) and tile.why is None:
            self._looked_at(tile.id)

    def _picture_came(self, key: Key) -> None:
        if key.kind == "thumb":
            self.tiles.repaint(key.of)

    def _step(self, progress: Progress) -> None:
        if progress.changes:
            self.load_soon()
        self._show_foot()

    def _finding_over(self) -> None:
        self._show_foot()
        if self.isVisible():
            self.load()

    def _finding_failed(self, error: KnownError) -> None:
        self._stopped_by_person = True
        self.host.bannerAsked.emit(banner_of(error))

    def _show_main(self, read: SheetRead) -> None:
        main = self.header.main
        if main is None:
            return
        main.show_words(self.words(main_words(self.step, read.view.photos, read.me, twice=read.twice)))
        missing = [self.words.say("photoui.pick-first")] if self.step is Step.PICK else []
        self.header.show_missing(missing)
        self.ways.show_read(read)

    def _show_foot(self) -> None:
        running, last = self._finding.searches(self.set_id), self._finding.last
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        waits = 0 if self.read is None else self.read.unlooked
        self.go_on.setVisible(not running and waits > 0)
        self.again.setVisible(not running and any(tile.why is not None for tile in self.tiles.tiles))
        if running:
            done, total = (0, waits) if last is None or not last.total else (last.done, last.total)
            if self.read is not None and waits > total:  # more was taken in since
                total = min(done + waits, len(self.read.view.photos))
            self.progress.setRange(0, max(total, 1))
            self.progress.setValue(done)
            self.foot.show_text(self.words(progress_words(done, total, seconds=self._finding.seconds)))
        else:
            self.foot.show_text(
                self.words.say("photoui.left-to-read", n=waits)
                if waits
                else " · ".join((self.words.say("photoui.keys"), *self._goes()))
            )

    def _goes(self) -> tuple[str, ...]:
        """Say until when what nobody picks is kept."""
        goes = None if self.read is None else self.read.goes
        return () if goes is None else (self.words(goes),)

    def _made_list(self, looked_at: Callable[[PhotoId], None]) -> QListView:
        self._looked_at = looked_at
        tiles = QListView()
        tiles.setObjectName("contact-sheet")
        tiles.setAccessibleName(self.words.say("photoui.sheet"))
        tiles.setModel(self.tiles)
        tiles.setItemDelegate(TilePainter(self.words, self._pictures, Size.SHEET, tiles))
        tiles.setViewMode(QListView.ViewMode.IconMode)
        tiles.setMovement(QListView.Movement.Static)
        tiles.setResizeMode(QListView.ResizeMode.Adjust)
        tiles.setUniformItemSizes(True)
        tiles.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tiles.setMinimumSize(QSize(300, 220))
        tiles.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tiles.doubleClicked.connect(self._activated)
        return tiles

    def _made_picking(self) -> Picking:
        picking, painter = Picking(self, self.tiles, self.list), self.list.itemDelegate()
        if isinstance(painter, TilePainter):
            painter.pickTurned.connect(picking.turn_pick)
            painter.stackOpened.connect(picking.open_stack)
        return picking

    def _made_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(220)
        self.progress.setAccessibleName(self.words.say("photoui.finding"))
        self.foot = PlainLabel("", kind=TextKind.NOTE)
        self.cancel_button = Button(self.words.say("photoui.cancel"), kind=ButtonKind.SMALL)
        self.cancel_button.clicked.connect(self.cancel)
        self.go_on = Button(self.words.say("photoui.go-on"), kind=ButtonKind.SMALL)
        self.go_on.clicked.connect(self.look_for_faces)
        self.again = Button(self.words.say("photoui.try-again"), kind=ButtonKind.SMALL)
        self.again.clicked.connect(self._try_again)
        row.addWidget(self.progress)
        row.addWidget(self.foot, 1)
        for button in (self.cancel_button, self.go_on, self.again, self.picking.stacks):
            row.addWidget(button)
        row.addWidget(self.picking.everything)
        return row

    def select(self, photo: PhotoId) -> None:
        """Choose a photo's tile."""
        self.picking.select(photo)
