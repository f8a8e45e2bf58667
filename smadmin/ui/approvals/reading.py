"""The post as readers see it: each wording once with the accounts that get it, then every picture whole."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.ui.accountline import AccountLine
from smadmin.ui.approvals.lines import PictureLine
from smadmin.ui.cards import Card, rule
from smadmin.ui.covered import CoveredPictures, WholePicture
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording


class Readable(Protocol):
    """What of an open post is read."""

    @property
    def post(self) -> PostId:
        """Which one."""
        ...

    @property
    def voices(self) -> tuple[tuple[str, tuple[Account, ...]], ...]:
        """The words, and the accounts that get them."""
        ...

    @property
    def pictures(self) -> tuple[PictureLine, ...]:
        """Its pictures."""
        ...

    @property
    def topic(self) -> str:
        """What it was planned as; empty where it wasn't."""
        ...


class ReadingCard(Card):
    """The post as readers see it. `pictureCame` tells that one stands there now, or that it can't be had."""

    pictureCame = Signal()

    def __init__(self, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None) -> None:
        """Begin without a post."""
        super().__init__("", parent)
        self._words = words
        self._pictures = pictures
        self._shown: Readable | None = None
        self._views: list[WholePicture] = []
        self._failed = False

    @property
    def undrawn(self) -> Message | None:
        """Why this isn't yet all that will go out; None once every picture stands there."""
        if all(view.shown for view in self._views):
            return None
        return say("approvalui.picture-unseen" if self._failed else "approvalui.pictures-first")

    def show_model(self, model: Readable) -> None:
        """Show a post; the same one stays as it is, with its pictures."""
        before, self._shown = self._shown, model
        if before is not None and _read(before) == _read(model):
            return
        self.clear()
        self._views, self._failed = [], False
        for number, (text, accounts) in enumerate(model.voices):
            if number:
                self.body.addWidget(rule())
            self._add_voice(text, accounts)
        if not model.voices:
            self.body.addWidget(PlainLabel(self._words.say("approvalui.no-account"), kind=TextKind.MUTED))
        for line in model.pictures:
            self._add_picture(line)
        self.body.addWidget(rule())
        topic = self._words.say("approvalui.topic", topic=model.topic) if model.topic else ""
        self.body.addWidget(PlainLabel(topic or self._words.say("approvalui.topic-none"), kind=TextKind.NOTE))

    def _add_voice(self, text: str, accounts: tuple[Account, ...]) -> None:
        names = (PLATFORM_NAMES[one.platform] for one in accounts)
        listed = tuple(say("approvalui.name", name=name) for name in dict.fromkeys(names))
        said = self._words.say("approvalui.as-read-on", platforms=listed)
        self.body.addWidget(PlainLabel(said, kind=TextKind.NOTE))
        for account in accounts:
            self.body.addWidget(AccountLine(account))
        self.body.addWidget(
            PlainLabel(breakable(text) or self._words.say("approvalui.no-words"), kind=TextKind.WRITING)
        )

    def _add_picture(self, line: PictureLine) -> None:
        words = self._words
        self.body.addSpacing(SPACE_PX)
        self.body.addWidget(
            PlainLabel(words.say("approvalui.picture", number=line.number), kind=TextKind.NOTE)
        )
        if line.photo is not None:
            view = WholePicture(words.say("approvalui.picture-coming"), alt=line.alt)
            self.body.addWidget(view)
            self._views.append(view)

            def failed(error: KnownError) -> None:
                view.show_words(words.say("approvalui.picture-failed", why=words.error(error)))
                self._failed = True
                self.pictureCame.emit()

            def came(pixmap: QPixmap) -> None:
                view.show_pixmap(pixmap)
                self.pictureCame.emit()

            self._pictures.fetch(line.photo, show=came, failed=failed, owner=view)
        described = bool(line.alt.strip())
        alt = (
            words.say("approvalui.alt", alt=breakable(line.alt))
            if described
            else words.say("approvalui.alt-missing")
        )
        under = QVBoxLayout()
        under.setSpacing(HALF_SPACE_PX)
        under.addWidget(PlainLabel(alt))
        under.addWidget(StateLine(line.looked.state, words(line.looked.said)))
        self.body.addLayout(under)


def _read(model: Readable) -> tuple[object, ...]:
    versions = tuple((one.photo.id, one.photo.version) if one.photo else None for one in model.pictures)
    return model.post, model.voices, model.pictures, versions, model.topic
