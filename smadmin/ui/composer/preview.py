"""The post as readers see it, on one account at a time."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content
from smadmin.ui.accountline import AccountFace
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.composer.images import PhotoView
from smadmin.ui.composer.paragraphs import breakable
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX
from smadmin.ui.wording import Wording

_PHOTO_PX = 84
_MOST_PHOTOS = 4
SHOWN_AT_MOST = 700
"""Characters of the preview; whoever wants all reads it back."""


class WhoPosts(QWidget):
    """An account's picture, name and handle, as platforms head a post."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without account."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_PX + 2)
        self._face = AccountFace()
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self._name = PlainLabel("", kind=TextKind.STRONG, fold=Fold.SHORTEN)
        self._handle = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        lines.addWidget(self._name)
        lines.addWidget(self._handle)
        row.addLayout(lines, 1)

    def show_account(self, account: Account, *, platform: str = "") -> None:
        """Show an account, with its platform's name where that is told nowhere else."""
        self._face.show_account(account)
        self._name.show_text(account.name)
        self._handle.show_text(f"{account.at_handle} · {platform}" if platform else account.at_handle)


class PreviewCard(Card):
    """The preview. `ownWordsAsked` and `sharedWordsAsked` carry the account that is shown."""

    ownWordsAsked = Signal(str)
    sharedWordsAsked = Signal(str)

    def __init__(self, words: Wording, pictures: PictureSource, parent: QWidget | None = None) -> None:
        """Begin without accounts."""
        super().__init__("", parent)
        self._words = words
        self._pictures = pictures
        self._accounts: tuple[Account, ...] = ()
        self._content = Content()
        self._photos: Mapping[PhotoId, Photo] = {}
        self._wanted: tuple[PhotoId, ...] = ()
        self._places: list[PhotoView] = []
        self._seen: dict[PhotoId, int] = {}
        self._caption = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self._caption)
        self.tabs = QTabBar()
        self.tabs.setObjectName("preview-accounts")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(words.say("compose.preview-accounts"))
        self.tabs.currentChanged.connect(self._show)
        self.body.addWidget(self.tabs)
        self._who = WhoPosts()
        self.body.addWidget(self._who)
        self.text = PlainLabel("")
        self.body.addWidget(self.text)
        self._grid = QGridLayout()
        self._grid.setSpacing(HALF_SPACE_PX)
        self.body.addLayout(self._grid)
        self.own = Button("", kind=ButtonKind.LINK)
        self.own.clicked.connect(self._ask)
        below = QHBoxLayout()
        below.setContentsMargins(-SPACE_PX, 0, 0, 0)  # its words begin where the text does
        below.addWidget(self.own)
        below.addStretch(1)
        self.body.addLayout(below)
        self.show_post(Content(), (), {})

    def show_post(
        self, content: Content, accounts: tuple[Account, ...], photos: Mapping[PhotoId, Photo]
    ) -> None:
        """Show a content on these accounts; the tab that was open stays open."""
        self._content, self._photos = content, photos
        if accounts != self._accounts:
            kept = self._account.id if self._account is not None else None
            self._accounts = accounts
            blocked = QSignalBlocker(self.tabs)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for account in accounts:
                self.tabs.addTab(PLATFORM_NAMES[account.platform])
            self.tabs.setCurrentIndex(next((i for i, one in enumerate(accounts) if one.id == kept), 0))
            blocked.unblock()
        self._show()

    @property
    def _account(self) -> Account | None:
        at = self.tabs.currentIndex()
        return self._accounts[at] if 0 <= at < len(self._accounts) else None

    def _show(self) -> None:
        account = self._account
        several = len(self._accounts) > 1
        for widget in (self._who, self.text):
            widget.setVisible(account is not None)
        self.tabs.setVisible(several)
        self.own.setVisible(several)
        if account is None:
            self._caption.show_text(self._words.say("compose.preview-none"))
            self._show_photos(())
            return
        name = PLATFORM_NAMES[account.platform]
        self._caption.show_text(self._words.say("compose.preview", platform=name))
        self._who.show_account(account)
        text = self._content.text_for(account.id)
        shortened = text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]} …"
        self.text.show_text(breakable(shortened) or self._words.say("compose.preview-empty"))
        own = account.id in self._content.wordings
        self.own.show_words(
            self._words.say("compose.shared-words")
            if own
            else self._words.say("compose.own-words", platform=name)
        )
        self._show_photos(tuple(picture.photo for picture in self._content.pictures)[:_MOST_PHOTOS])

    def _show_photos(self, wanted: tuple[PhotoId, ...]) -> None:
        """Keep each photo's place from the first moment; what comes into it moves nothing."""
        if wanted != self._wanted:
            self._wanted, self._seen = wanted, {}
            empty_layout(self._grid)
            self._places = [PhotoView(height_px=_PHOTO_PX) for _ in wanted]
            for index, view in enumerate(self._places):
                self._grid.addWidget(view, index // 2, index % 2)
        for one, view in zip(wanted, self._places, strict=True):
            photo = self._photos.get(one)
            if photo is not None and self._seen.get(one) != photo.version:
                self._seen[one] = photo.version
                self._pictures.fetch(photo, view.show_pixmap, owner=view)

    def _ask(self) -> None:
        account = self._account
        if account is None:
            return
        own = account.id in self._content.wordings
        (self.sharedWordsAsked if own else self.ownWordsAsked).emit(account.id)
