"""One thing that was found: the picture or the words large, why it is there, and what is done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import AccountId
from smadmin.services.clearing import ClearingSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.canvas import PhotoCanvas
from smadmin.ui.photos.pictures import Key
from smadmin.ui.states import StateLine
from smadmin.ui.sweeps.answers import Answers
from smadmin.ui.sweeps.down import DownPart
from smadmin.ui.sweeps.found import FoundShown
from smadmin.ui.sweeps.pictures_kept import BIG, KeptPictures
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

_PICTURE_PX = 300


class ItemPanel(Card):
    """The panel. `postAsked` carries the id of a post that is to be shown where it was published."""

    postAsked = Signal(str)

    def __init__(self, words: Wording, pictures: KeptPictures, around: QWidget) -> None:
        """Begin empty; `around` is where the keys of the answers work."""
        super().__init__(" ")
        self._words, self._pictures = words, pictures
        self._item: FoundShown | None = None
        self._blocked: tuple[str, ...] = ()
        self.where = PlainLabel("", kind=TextKind.MUTED)
        self.picture = PhotoCanvas(words)
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture.setMinimumHeight(_PICTURE_PX)
        self.text = PlainLabel("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why = StateLine(State.DOUBT, "")
        self.stands, self.reason = StateLine(State.NOTE, ""), PlainLabel("", kind=TextKind.NOTE)
        self.post_button = Button(words.say("sweepui.to-post"), kind=ButtonKind.LINK)
        self.post_button.clicked.connect(self._ask_post)
        self.answers, self.down = Answers(words, around), DownPart(words)
        self.body.addWidget(self.where)
        self.body.addWidget(self.why)
        self.body.addWidget(self.picture, 1)
        for part in (self.text, self.stands, self.reason, self.answers, self.down, self.post_button):
            self.body.addWidget(part)
        pictures.arrived.connect(self._came)
        self.hide()

    def show_item(
        self,
        item: FoundShown | None,
        *,
        blocked: tuple[str, ...] = (),
        sheets: Sequence[ClearingSheet] = (),
        busy: frozenset[AccountId] = frozenset(),
        text: str = "",
    ) -> None:
        """Show one.

        Args:
            item: what was found; None: nothing.
            blocked: why nothing can be decided.
            sheets: where its posts still stand.
            busy: on which accounts one is being taken down now.
            text: all that its post says.
        """
        self._item, self._blocked = item, blocked
        self.setVisible(item is not None)
        self._show_answers()
        self.down.show_sheets(sheets, busy)
        if item is None:
            return
        words = self._words
        self.heading.show_text(item.title)
        self.heading.show()
        self.where.show_text("\n".join(words(one) for one in item.where))
        self.why.show_line(words(item.why), State.DOUBT if item.open else State.NOTE)
        self.text.show_text(text)
        self.text.setVisible(bool(text) and text != item.title)
        self.stands.show_line(words(item.chip), item.state)
        self.stands.setVisible(not item.open)
        notes = [] if item.note is None else [words(item.note)]
        notes += [words.say("sweepui.because", reason=item.reason)] if item.reason else []
        self.reason.show_text("\n".join(notes))
        self.reason.setVisible(bool(notes))
        self.post_button.setVisible(bool(item.posts))
        self._show_picture()

    def _show_answers(self) -> None:
        """Take answers once the picture can be seen, or is known not to be had."""
        photo = None if self._item is None else self._item.photo
        if photo is not None:
            self._pictures.know([(photo, None if self._item is None else self._item.file)])
        there = photo is None or self._pictures.large(photo) or self._pictures.wrong_with(BIG, photo)
        waits = () if there else (self._words.say("sweepui.opening"),)
        self.answers.show_item(self._item, blocked=self._blocked or waits)

    def _show_picture(self) -> None:
        item = self._item
        photo = None if item is None else item.photo
        self.picture.setVisible(photo is not None)
        if item is None or photo is None:
            return
        self._pictures.know([(photo, item.file)])
        pixmap = self._pictures.large(photo)
        wrong = self._pictures.wrong_with(BIG, photo)
        said = self._words.say("sweepui.opening") if wrong is None else self._words(wrong)
        size = (1, 1) if pixmap is None else (pixmap.width(), pixmap.height())
        self.picture.show_picture(pixmap, *size, said=said)
        self.picture.setAccessibleName(item.title)

    def _came(self, key: Key) -> None:
        if key.kind == BIG and self._item is not None and key.of == self._item.photo:
            self._show_picture()
            self._show_answers()

    def _ask_post(self) -> None:
        if self._item is not None and self._item.posts:
            self.postAsked.emit(self._item.posts[0])
