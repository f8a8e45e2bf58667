"""The board: pages of pairs, each a face beside the child it may be, confirmed page by page.

It stands between the contact sheet and the photos, and takes away what is quickly told. Opening it, and
going past it, decides nothing; what isn't answered here is asked at its photo.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import FaceId, StudentId
from smadmin.domain.messages import say
from smadmin.ui.buttons import Button
from smadmin.ui.photos.board_deeds import BoardDeeds
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.pair_grid import PairGrid
from smadmin.ui.photos.pair_head import PairHead
from smadmin.ui.photos.pair_large import LETTERS, PairLarge
from smadmin.ui.photos.pair_pictures import PairPictures
from smadmin.ui.photos.pairs import (
    KEYS,
    Asked,
    Mark,
    answers_of,
    asked_of,
    confirm_words,
    decides_words,
    it_is,
    next_mark,
    place_words,
)
from smadmin.ui.photos.pictures import Key, Pictures
from smadmin.ui.photos.reading import SheetRead, read_sheet
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class BoardPage(Page):
    """Pages of pairs.

    Args:
        over: called when somebody goes back to the contact sheet.
        on: called with the folder when the photos come next.
    """

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        pictures: Pictures,
        *,
        over: Callable[[], None],
        on: Callable[[SheetRead], None],
    ) -> None:
        """Build the empty board."""
        super().__init__(around, screen)
        self._over, self._on = over, on
        self.sheet: SheetRead | None = None
        self.marks: dict[FaceId, Mark] = {}
        self.page: tuple[Asked, ...] = ()
        self._seen, self._busy = False, False
        self._large: FaceId | None = None
        self.deeds = BoardDeeds(around, screen, after=self._reload)
        self.back(self.words.say("photoui.back-to-sheet"), self._escape)
        self.singly = Button(self.words.say("pairs.singly"))
        self.singly.clicked.connect(self._go_on)
        self.header.add_button(self.singly)
        self.header.set_main("", hint="Ctrl+Return")
        self.header.mainChosen.connect(self.confirm)
        self.pairs = PairPictures(around, screen, pictures, grouped=self._render)
        self.said = PairHead(self.words)
        self.said.undo.clicked.connect(self.undo)
        self.grid, self.large = PairGrid(self.words), PairLarge(self.words)
        self._lay_out()
        pictures.arrived.connect(self._picture_came)
        self._bind_keys()

    def _lay_out(self) -> None:
        self.grid.fitChanged.connect(self._render)
        self.grid.seen.connect(self._all_seen)
        self.grid.marked.connect(
            lambda key, child: self.mark(FaceId(key), StudentId(child) if child else None)
        )
        self.grid.largeAsked.connect(lambda key: self.open_large(FaceId(key)))
        self.large.answered.connect(self.mark_large)
        self.large.turned.connect(lambda face: self.turn_apart(FaceId(face)))
        self.large.allTurned.connect(self.turn_apart)
        self.body.setSpacing(SPACE_PX)
        self.body.addWidget(self.said)
        for widget in (self.grid, self.large):
            self.body.addWidget(widget, 1)

    def keyboard_place(self) -> QWidget:
        """Give the pair that the keyboard is on."""
        return self.grid.cards[self.grid.chosen_place] if self.grid.cards else self

    def begin(self, sheet: SheetRead) -> None:
        """Begin with a folder's pairs; nothing is marked."""
        self.sheet, self.page, self._large, self._busy = sheet, (), None, False
        self.marks.clear()
        self.deeds.begin()
        self.pairs.begin(sheet)
        self._render()

    def load(self) -> None:
        """Read the folder anew."""
        if self.sheet is None or self.around.acting is None:
            return
        by, office, set_id = self.around.by, self.around.office, self.sheet.view.set.id

        def came(sheet: SheetRead) -> None:
            self.sheet, self._busy = sheet, False
            self.pairs.go_on(sheet)
            self.host.loaded(self._render)

        self.perform(lambda: read_sheet(office, by, set_id), came)

    def settle(self) -> None:
        """Let go of all faces: the window locks or changes hands. What was only marked is nothing said."""
        self.pairs.forget()
        self.marks.clear()
        self.page, self._large = (), None
        self.grid.show_page(())

    # ---- what somebody does

    def mark(self, key: FaceId, child: StudentId | None = None) -> None:
        """Mark a pair as a child, or take that mark off; without a child the next in turn."""
        asked = next(one for one in self.page if one.pair.key == key)
        before, named = self.marks.get(key), [it_is(one) for one in asked.children if one.id == child]
        said = named[0] if named else next_mark(asked, before)
        self._put_mark(key, None if said == before else said)

    def _put_mark(self, key: FaceId, mark: Mark | None) -> None:
        self.marks.pop(key, None)
        if mark is not None:
            self.marks[key] = mark
        self.grid.show_marks(self.marks)
        self._show_main()

    def open_large(self, key: FaceId) -> None:
        """Show a pair large."""
        self._large = key
        self._render()

    def confirm(self) -> None:
        """Say what the main button says."""
        if self.header.main is None or not self.header.main.isEnabled():
            return
        answers = answers_of(self.page, self.marks)
        self._busy = True
        self._show_main()
        self.deeds.answer(answers)

    def undo(self) -> None:
        """Take the last page back."""
        if self.deeds.answered:
            self._busy = True
            self.deeds.undo()

    # ---- what is shown

    def _render(self) -> None:
        if self.sheet is None:
            return
        asked = () if self.pairs.looking else asked_of(self.sheet, self.pairs.groups())
        asked = tuple(one for one in asked if not self.pairs.unshowable(one))
        self.page = self.grid.page_of(asked)
        self.header.title.show_text(self.sheet.view.set.event)
        place = place_words(self.page, answered=self.deeds.answered, left=len(asked)) if self.page else None
        self.header.note.show_text(self.words.optional(place))
        if self.grid.show_page(self.page):
            self._seen = False
            self.pairs.show_others(self.grid.cards)
            if self.isVisible() and self.grid.cards and self._large is None:
                self.grid.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.show_marks(self.marks)
        self.pairs.show_faces(self.grid.cards)
        if not (self.page or self.pairs.looking):
            if not self._busy:  # a page that is being taken back brings pairs again
                self._go_on()
            return
        self._show_large()
        self._show_head()
        self._show_main()

    def _show_large(self) -> None:
        asked = next((one for one in self.page if one.pair.key == self._large), None)
        self._large = None if asked is None else self._large
        if asked is not None:
            self.large.show_pair(asked, *self.pairs.large(asked))
            self.large.show_others(self.pairs.others(asked))
        self.large.setVisible(self.is_large)
        self.grid.setVisible(not self.is_large)

    def _show_head(self) -> None:
        self.said.show_undo(possible=bool(self.deeds.answered))
        if self.pairs.looking:
            self.said.show_said(say("pairs.looking"), None)
        else:
            self.said.show_said(say("pairs.ask"), decides_words(self.page))

    def _show_main(self) -> None:
        if self.header.main is None:
            return
        self.header.main.setVisible(bool(self.page))  # while faces are looked for there is nothing to confirm
        if not self.page:
            self.header.show_missing(())
            return
        self.header.main.show_words(self.words(confirm_words(self.page, self.marks)))
        if self._large is not None:
            self.header.show_missing((self.words.say("pairs.close-first"),))
        else:
            seen = self._seen and not self._busy
            self.header.show_missing(() if seen else (self.words.say("pairs.see-first"),))

    def _all_seen(self) -> None:
        self._seen = True
        self._show_main()

    @property
    def is_large(self) -> bool:
        """Whether one pair stands large instead of the page."""
        return self._large is not None

    def mark_large(self, mark: Mark | None) -> None:
        """Mark the large pair, and show the page again."""
        if self._large is not None:
            self._put_mark(self._large, mark)
            self.close_large()

    def turn_apart(self, face: FaceId | None = None) -> None:
        """Take a face out of the large pair, or all but the first, or put them back."""
        if self._large is not None:
            self.pairs.turn_apart(self._large, face)
            self._render()

    def close_large(self) -> None:
        """Show the page again."""
        key, self._large = self._large, None
        self._render()
        card = next((one for one in self.grid.cards if one.asked.pair.key == key), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self._large = None
        if self.sheet is not None:
            self._on(self.sheet)

    def _reload(self) -> None:
        """Go on with what is stored now; marks of answered pairs mean nothing any more."""
        self.marks.clear()
        self.load()

    def _escape(self) -> None:
        if self._large is None:
            self._over()
        else:
            self.close_large()

    def _bind_keys(self) -> None:
        for place, key in enumerate(KEYS):
            self.on_key(key, partial(self._digit, place))
        for arrow, step in {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}.items():
            self.on_key(arrow, partial(self.grid.step, *step))
        self.on_key("Space", lambda: self._mark_at(self.grid.chosen_place))
        self.on_key("V", self._turn_large)
        for letter in LETTERS:
            self.on_key(letter, partial(self.large.answer, letter))
        self.on_key("U", self.undo)
        self.on_key("G", self.turn_apart)
        self.on_key("Ctrl+Return", self._press_main)

    def _press_main(self) -> None:
        if self.header.main is not None:
            self.header.main.press()

    def _mark_at(self, place: int) -> None:
        if not self.is_large and place < len(self.page):
            self.mark(self.page[place].pair.key)

    def _digit(self, place: int) -> None:
        if self.is_large:
            self.large.answer(KEYS[place])
        else:
            self._mark_at(place)

    def _turn_large(self) -> None:
        if self.is_large:
            self.close_large()
        elif self.page:
            self.open_large(self.page[self.grid.chosen_place].pair.key)

    def _picture_came(self, key: Key) -> None:
        if self.isVisible() and key.kind in {"face", "portrait", "portrait-face"}:
            self._render()
