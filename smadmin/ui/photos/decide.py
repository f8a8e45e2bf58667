"""Deciding: one photo large, its faces one after the other, and the first look finished by one key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smadmin.domain.ids import FaceId, PhotoId, StudentId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.ui.buttons import Button
from smadmin.ui.photos.children import KEYS
from smadmin.ui.photos.chosen import ChosenFace
from smadmin.ui.photos.closer import LookingCloser
from smadmin.ui.photos.counting import first_count, nobody_words
from smadmin.ui.photos.decide_head import show_main, show_place
from smadmin.ui.photos.deeds import FaceDeeds, left_out_banner
from smadmin.ui.photos.going import next_unlooked, order_of, stepped
from smadmin.ui.photos.groupwise import beside_of_groups
from smadmin.ui.photos.marks import beside_of, next_open, none_blocked
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.panel import FacePanel
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.reading import PhotoRead, SheetRead, read_both, read_sheet
from smadmin.ui.photos.same_faces import SameFaces
from smadmin.ui.photos.stage import Stage
from smadmin.ui.photos.strip import Strip
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class DecidePage(Page):
    """One photo after the other.

    Args:
        over: called when every picked photo was looked at, or somebody goes back.
        go: called with the step that the main button leads to once this photo is done.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        pictures: Pictures,
        *,
        over: Callable[[], None],
        go: Callable[[Step], None],
    ) -> None:
        """Build the empty page."""
        super().__init__(around, screen)
        self._pictures = pictures
        self._over = over
        self._go = go
        self.photo: PhotoId | None = None
        self.face: FaceId | None = None
        self.read: PhotoRead | None = None
        self.sheet: SheetRead | None = None
        self._moving = False
        self._deeds = FaceDeeds(around, screen, after=self._decided)
        self.back(self.words.say("photoui.back-to-sheet"), self._escape)
        self.cover_all = Button(self.words.say("photoui.cover-everybody"), icon="shield-check")
        self.cover_all.clicked.connect(self.cover_everybody)
        self.header.add_button(self.cover_all)
        self.header.set_main(self.words.say("photoui.finish-look"), hint="Space")
        self.header.mainChosen.connect(self.finish)
        self.strip = Strip(self.words, pictures, self.show_photo)
        self.stage = Stage(self.words, self.strip)
        self.canvas = self.stage.canvas
        self.canvas.faceChosen.connect(lambda face: self.choose(FaceId(face)))
        self.canvas.faceDrawn.connect(self.add_face)
        self.canvas.faceResized.connect(lambda face, box: self._deeds.resize(self.photo, face, box))
        self.canvas.pictureSeen.connect(self._show_main)
        self.stage.undoAsked.connect(self.undo)
        self.stage.stepAsked.connect(self._step_face)
        self.closer = LookingCloser(around, screen)
        self.closer.turned.connect(self._show_count)
        self.closer.found.connect(self._found_closer)
        self.stage.closerAsked.connect(self.look_closer)
        self.stage.style_button.styleChosen.connect(
            lambda style: self._deeds.restyle(self.photo, style, self.load)
        )
        self.panel = FacePanel(self.words, pictures)
        self.same = SameFaces(around, screen, self.panel.same, turned=self._render_face)
        self.chosen = ChosenFace(self.words, self.stage, self.panel, pictures, nearest=self.same.nearest)
        self.panel.offered.connect(lambda offer: self.decide(offer.choice))
        self.panel.childChosen.connect(
            lambda child: self.decide(Choice(Decision.OPTED_OUT, StudentId(child)))
        )
        self.panel.noneAsked.connect(self.none_here)
        self.panel.leaveOutAsked.connect(self.leave_out)
        across = QHBoxLayout()
        across.setSpacing(SPACE_PX + 4)
        across.addWidget(self.stage, 1)
        across.addWidget(self.panel)
        self.body.addLayout(across, 1)
        pictures.arrived.connect(self._picture_came)
        self._bind_keys()

    def keyboard_place(self) -> QWidget:
        """Give the photo."""
        return self.canvas

    def show_photo(self, photo: PhotoId) -> None:
        """Show a photo large, at the first face that wants a decision."""
        if photo != self.photo:
            self.photo, self.face, self.read = photo, None, None
            self.stage.show_photo()
        self.load()

    def load(self) -> None:
        """Read the photo and its folder."""
        if self.photo is None or self.around.acting is None:
            return
        by, office, photo = self.around.by, self.around.office, self.photo
        self.perform(
            lambda: read_both(office, by, photo),
            lambda both: self.host.loaded(lambda: self._render(*both)),
        )

    # ---- deeds

    def choose(self, face: FaceId) -> None:
        """Choose a face."""
        self.face = face
        self._render_face()

    def add_face(self, box: Box) -> None:
        """Cover a face that somebody drew."""
        if self.photo is not None:
            self._deeds.add_face(self.photo, box)

    def cover_everybody(self) -> None:
        """Cover every face of this photo."""
        if self.photo is not None:
            self._deeds.cover_everybody(self.photo)

    def look_closer(self) -> None:
        """Search this photo part by part at full size, or stop doing so."""
        if self.read is not None and self.stage.count.closer.isEnabled():
            self.closer.turn(self.read.view.photo.id)

    def none_here(self) -> None:
        """Say that none of the children beside the photo is in it."""
        if self.read is None or self.canvas.unseen or not self.panel.none.isEnabled():
            return
        photo = self.read.view.photo
        if self.read.view.mode is RosterMode.OPT_IN:
            self._deeds.the_rest_consents(photo)
        else:
            self._deeds.none_of_them(photo)

    def decide(self, choice: Choice) -> None:
        """Decide about the chosen face, and go to the next open one at once."""
        if self.photo and self.face and self.read and not self.chosen.resting:
            self._deeds.decide_together(self.same.with_it(self.photo, self.face), choice)
            self.face = next_open(self.read.view, self.face)
            self.chosen.came()
            self._render_face()

    def undo(self) -> None:
        """Take back one's own last decision about this photo."""
        if self.photo is not None:
            self._deeds.undo(self.photo)

    def leave_out(self) -> None:
        """Leave this photo out, because something else is wrong with it, and go on."""
        if self.read is None:
            return
        photo = self.read.view.photo
        self.host.bannerAsked.emit(left_out_banner(photo))
        self._deeds.leave_out(photo.id, lambda: self._next_photo(without=photo.id))

    def finish(self) -> None:
        """Finish the look: nobody without a frame, nothing else wrong; or go on where that is done."""
        main = self.header.main
        if self.read is None or self.sheet is None or main is None or not main.isEnabled():
            return
        photo = self.read.view.photo
        if photo.first is None:
            self._deeds.finish_first(photo.id, self._next_photo)
            return
        step = self.sheet.main
        if step in {Step.PICK, Step.DECIDE}:
            self._next_photo()
        else:
            self._go(step)

    # ---- what is shown

    def _render(self, read: PhotoRead, sheet: SheetRead) -> None:
        if read.view.photo.id != self.photo:
            return
        self.read, self.sheet = read, sheet
        self.same.look(sheet)
        view, photo = read.view, read.view.photo
        known = {face.id for face in (photo.open_faces() if self._moving else photo.faces)}
        if self.face not in known:
            self.face = next_open(view, self.face)
        self._moving = False
        order = order_of(sheet, photo.id)
        show_place(self.header, self.words, read, order)
        self.strip.show_tiles([tile for tile in sheet.tiles if tile.id in set(order)], photo.id)
        self.stage.show_undo(mine=view.undoable == read.me)
        self.stage.show_picture(photo, self._pictures)
        self._show_count()
        self.may(self.cover_all, "" if photo.faces else self.words(nobody_words(view)[0]))
        self._show_main()
        self.panel.show_children(beside_of_groups(view), none_blocked=self.words.optional(none_blocked(view)))
        self._render_face()

    def _render_face(self) -> None:
        if self.read is not None and self.photo is not None:
            self.chosen.show(self.read.view, self.face)
            self.chosen.stands_with(self.same.show(self.face))

    def _show_main(self) -> None:
        if self.read is not None and self.sheet is not None:
            show_main(self.header, self.words, self.read, self.sheet, unseen=self.canvas.unseen)

    def _show_count(self) -> None:
        if self.read is not None:
            view = self.read.view
            closer = self.closer.of(view.photo.id)
            self.stage.show_count(first_count(view, closer), closer)

    def _found_closer(self, photo: str) -> None:
        if photo == self.photo:
            self._decided()

    def _decided(self) -> None:
        """Show what was decided, and go to the next open face."""
        self._moving = True
        self.load()

    def _next_photo(self, *, without: PhotoId | None = None) -> None:
        """Go to the next photo that nobody has looked at, or back to the sheet where there is none."""
        if self.sheet is None:
            self._over()
            return
        by, office, set_id, here = self.around.by, self.around.office, self.sheet.view.set.id, self.photo

        def go(sheet: SheetRead) -> None:
            self.sheet = sheet
            found = next_unlooked(sheet, here, without=without)
            if found is None:
                self._over()
            else:
                self.show_photo(found)

        self.perform(lambda: read_sheet(office, by, set_id), go)

    def _step_photo(self, step: int) -> None:
        found = None if self.sheet is None else stepped(order_of(self.sheet, self.photo), self.photo, step)
        if found is not None:
            self.show_photo(found)

    def _step_face(self, step: int) -> None:
        if self.read is not None and self.face is not None:
            found = beside_of(self.read.view, self.face, step)
            if found is not None:
                self.choose(found)

    def _key(self, key: str) -> None:
        if (choice := self.panel.choice_for(key)) is not None:
            self.decide(choice)

    def _escape(self) -> None:
        if not self.stage.leave_tool():
            self._over()

    def _bind_keys(self) -> None:
        for key in ("C", "N", "T", *KEYS):
            self.on_key(key, partial(self._key, key))
        self.on_key("0", self.none_here)
        self.on_key("V", self.stage.turn_compare)
        for keys, steps in (("+", 1), ("=", 1), ("-", -1)):
            self.on_key(keys, partial(self.stage.zoom, steps))
        self.on_key("A", self.stage.turn_drawing)
        self.on_key("L", self.look_closer)
        self.on_key("S", self.stage.style_button.offer)
        self.on_key("U", self.undo)
        self.on_key("G", self.same.turn_all)
        self.on_key("Left", partial(self._step_face, -1))
        self.on_key("Right", partial(self._step_face, 1))
        self.on_key("PgUp", partial(self._step_photo, -1))
        self.on_key("PgDown", partial(self._step_photo, 1))
        self.on_key("Space", self.finish)

    def _picture_came(self, key: Key) -> None:
        if not self.isVisible() or self.photo is None:
            return
        if key.kind == "photo" and key.of == self.photo and self.read is not None:
            self.stage.show_picture(self.read.view.photo, self._pictures)
            self._show_main()
        if key.kind in {"photo", "face", "portrait", "portrait-face"}:
            self._render_face()
