"""The photos that the short form is about, small, so that nobody describes the wrong ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.services.photos.brought import Pile
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.pictures import image_of
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings

MOST = 24
"""So many are shown; the others are counted."""
_WIDE_PX, _HIGH_PX = 112, 84
_LONGEST_PX = 240


class Thumb(FacePicture):
    """A small photo."""

    def __init__(self, name: str) -> None:
        """Take the file's name, for the mouse and for screen readers."""
        super().__init__(_HIGH_PX, icon="image")
        self.setAccessibleName(one_line(name))
        self.setToolTip(for_tooltip(name))
        self.stand_square()

    @override
    def sizeHint(self) -> QSize:
        high = super().sizeHint().height()
        return QSize(high * _WIDE_PX // _HIGH_PX, high)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class BroughtCard(Card):
    """How many photos were brought, and the first of them. They come one after the other."""

    def __init__(self, around: Surroundings, host: Screen) -> None:
        """Stand empty until `show_files`."""
        super().__init__(" ")
        self._around = around
        self._host = host
        self._round = 0
        self.thumbs: tuple[Thumb, ...] = ()
        self._box = FlowBox()
        self.body.addWidget(self._box)
        self._more = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self._more)
        self.body.addStretch(1)
        self.hide()

    def show_files(self, paths: Sequence[Path]) -> None:
        """Show other files; what is still on its way of the last ones is let go."""
        self.forget()
        this, brought = self._round, self._around.office.brought

        def found(pile: Pile) -> None:
            if this == self._round:
                self._show(pile)

        # What is wrong with a place is said when the files are taken in.
        self._around.performer.errand(
            lambda: brought.pile(paths, most=MOST), done=found, failed=lambda _: None, origin=self._host
        )

    def rest(self) -> None:
        """Fetch nothing more: what sees is needed for the search."""
        self._round += 1

    def forget(self) -> None:
        """Show nothing, and fetch nothing more."""
        self._round += 1
        self.thumbs = ()
        empty_layout(self._box.flow)
        self.hide()

    def _show(self, pile: Pile) -> None:
        words = self._around.words
        self.heading.show_text(words.say("photoui.brought", n=pile.total))
        self.thumbs = tuple(Thumb(path.name) for path in pile.first)
        for thumb in self.thumbs:
            self._box.flow.addWidget(thumb)
        more = pile.total - len(pile.first)
        self._more.show_text(words.say("photoui.brought-more", n=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self.thumbs))
        self._fetch(pile.first, 0)

    def _fetch(self, paths: Sequence[Path], place: int) -> None:
        if place >= len(paths):
            return
        this, brought, path = self._round, self._around.office.brought, paths[place]

        def came(image: QImage) -> None:
            if this == self._round:
                self.thumbs[place].show_picture(QPixmap.fromImage(image))
                self._fetch(paths, place + 1)

        def failed(error: KnownError) -> None:
            if this == self._round:
                said = f"{path.name}\n{self._around.words(error.happened)}"
                self.thumbs[place].setToolTip(for_tooltip(said))
                self.thumbs[place].setAccessibleDescription(one_line(said))
                self._fetch(paths, place + 1)

        self._around.performer.errand(
            lambda: image_of(brought.small(path, longest_px=_LONGEST_PX)),
            done=came,
            failed=failed,
            origin=self._host,
        )
