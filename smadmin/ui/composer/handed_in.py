"""The page of a post that was handed in: how it stands, what happens next, its words and photos once more."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.composer.paragraphs import breakable
from smadmin.ui.composer.preview import WhoPosts
from smadmin.ui.composer.seen import SHOWN_AT_MOST
from smadmin.ui.composer.sheet import groups_of
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.composer.stood import Standing
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.narrow import keep_narrow
from smadmin.ui.stages import planned_said
from smadmin.ui.states import RoundMark
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 720
_PHOTO_PX = 96


class HandedInPage(QWidget):
    """How a post stands that isn't written any more. `takeBackAsked` and `newAsked` are its buttons'."""

    takeBackAsked = Signal()
    newAsked = Signal()

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._pictures = pictures
        self.setProperty("kind", "scrolled")
        narrow = QWidget()
        narrow.setProperty("kind", "scrolled")
        keep_narrow(narrow, _WIDTH_PX)
        self._column = QVBoxLayout(narrow)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(narrow, 100)
        row.addStretch(1)

    def show_standing(self, standing: Standing, accounts: tuple[Account, ...]) -> None:
        """Show how a post stands, with its words, photos and topic once more."""
        empty_layout(self._column)
        model, content = standing.model, standing.draft.content
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(RoundMark(model.state), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(HALF_SPACE_PX)
        lines.addWidget(PlainLabel(self._words(model.title), kind=TextKind.HEADING))
        lines.addWidget(PlainLabel(self._words(model.next)))
        if standing.planned is not None and model.take_back:  # what is out or dropped is told already
            when = planned_said(standing.planned, released=model.publish)
            lines.addWidget(PlainLabel(self._words(when)))
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        buttons = FlowLayout(gap_px=SPACE_PX)  # in large text they stand below one another
        another = Button(self._words.say("compose.write-another"), icon="plus")
        another.clicked.connect(self.newAsked)
        buttons.addWidget(another)
        if model.take_back:
            back = Button(self._words.say("compose.take-back"), kind=ButtonKind.QUIET)
            back.clicked.connect(self.takeBackAsked)
            if standing.keeps:
                back.block(self._words.reasons(standing.keeps))
            buttons.addWidget(back)
        card.body.addLayout(buttons)
        self._column.addWidget(card)
        for text, together in groups_of(content, accounts):
            card = _post(text, together)
            self._add_photos(card, content, standing.photos)
            self._column.addWidget(card)
        if standing.video is not None:
            self._column.addWidget(PlainLabel(self._words(standing.video), kind=TextKind.STRONG))
        if standing.planned is not None:
            said = self._words.say("compose.topic-is", topic=standing.planned.topic)
            self._column.addWidget(PlainLabel(said, kind=TextKind.NOTE))
        self._column.addStretch(1)

    def _add_photos(self, card: Card, content: Content, photos: Mapping[PhotoId, Photo]) -> None:
        if not content.pictures:
            return
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=SPACE_PX)
        for number, picture in enumerate(content.pictures, 1):
            view = PhotoView(height_px=_PHOTO_PX)
            view.setFixedWidth(round(_PHOTO_PX * 1.5))
            view.setAccessibleName(picture.alt or self._words.say("compose.photo", number=number))
            photo = photos.get(picture.photo)
            if photo is not None:
                self._pictures.fetch(photo, view.show_pixmap, owner=view)
            flow.addWidget(view)
        card.body.addWidget(holder)


def _post(text: str, accounts: tuple[Account, ...]) -> Card:
    card = Card()
    for account in accounts:
        who = WhoPosts()
        who.show_account(account, platform=PLATFORM_NAMES[account.platform])
        card.body.addWidget(who)
    shown = text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]} …"
    card.body.addWidget(PlainLabel(breakable(shown), kind=TextKind.WRITING))
    return card
