"""The post as readers see it, on one account at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Content
from smadmin.ui.accountline import AccountBand, AccountFace
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.composer.account_tabs import AccountTab, AccountTabs
from smadmin.ui.composer.seen import Told, seen_on, takes_of
from smadmin.ui.composer.seen_post import SeenPost
from smadmin.ui.composer.shown import PictureSource
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording


class WhoPosts(QWidget):
    """An account's picture, name and handle, as platforms head a post, under its colour and pattern."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without account."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self._band = AccountBand()
        column.addWidget(self._band)
        row = QHBoxLayout()
        column.addLayout(row)
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
        self._band.show_account(account)
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
        self._accounts: tuple[Account, ...] = ()
        self._content = Content()
        self._photos: Mapping[PhotoId, Photo] = {}
        self._platforms: Mapping[Platform, PlatformFacts] = {}
        self._told: tuple[Told, ...] = ()
        self._caption = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self._caption)
        self.tabs = AccountTabs()
        self.tabs.setAccessibleName(words.say("compose.preview-accounts"))
        self.tabs.chosen.connect(self._go)
        self.body.addWidget(self.tabs)
        self._who = WhoPosts()
        self.body.addWidget(self._who)
        self.mark = StateChip(State.NOTE, words.say("compose.own-words-mark"))
        marked = QHBoxLayout()
        marked.addWidget(self.mark)
        marked.addStretch(1)
        self.body.addLayout(marked)
        self.post = SeenPost(words, pictures)
        self.body.addWidget(self.post)
        self.own = Button("", kind=ButtonKind.LINK)
        self.own.setProperty("flush", "yes")  # its words begin where the text does
        self.own.clicked.connect(self._ask)
        below = QHBoxLayout()
        below.addWidget(self.own)
        below.addStretch(1)
        self.body.addLayout(below)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(HALF_SPACE_PX)
        self.body.addLayout(self._lines)
        self.show_post(Content(), (), {}, {})

    def show_post(
        self,
        content: Content,
        accounts: tuple[Account, ...],
        photos: Mapping[PhotoId, Photo],
        platforms: Mapping[Platform, PlatformFacts],
    ) -> None:
        """Show a content on these accounts; the tab that was open stays open."""
        self._content, self._photos, self._platforms = content, photos, platforms
        self._accounts = accounts
        self.tabs.show_tabs(tuple(self._tab(account) for account in accounts))
        self._show()

    @property
    def _account(self) -> Account | None:
        return next((one for one in self._accounts if one.id == self.tabs.current), None)

    def _tab(self, account: Account) -> AccountTab:
        """Name an account's tab, and mark words of its own, so that nobody mends only the shared ones."""
        twice = [one.platform for one in self._accounts].count(account.platform) > 1
        name = account.at_handle if twice else PLATFORM_NAMES[account.platform]
        own = account.id in self._content.wordings
        said = self._words.say("compose.own-words-tab", platform=name) if own else name
        takes = map(self._words, takes_of(self._platforms[account.platform]))
        return AccountTab(account.id, one_line(said), "\n".join((account.at_handle, *takes)))

    def _go(self) -> None:
        self.post.fold()
        self._show()

    def _show(self) -> None:
        account = self._account
        several = len(self._accounts) > 1
        for widget in (self._who, self.post):
            widget.setVisible(account is not None)
        own = account is not None and account.id in self._content.wordings
        self.tabs.setVisible(several)
        self.own.setVisible(several or own)
        self.mark.setVisible(own)
        if account is None:
            self._caption.show_text(self._words.say("compose.preview-none"))
            self._tell(())
            return
        name = PLATFORM_NAMES[account.platform]
        self._caption.show_text(self._words.say("compose.preview", platform=name))
        self._who.show_account(account)
        content = self._content
        facts = self._platforms[account.platform]
        seen = seen_on(
            content.text_for(account.id), content.pictures, self._photos, facts, video=content.video
        )
        self.post.show_seen(seen, dict(self._photos))
        self.own.show_words(
            self._words.say("compose.shared-words")
            if own
            else self._words.say("compose.own-words", platform=name)
        )
        self._tell(seen.told)

    def _tell(self, told: tuple[Told, ...]) -> None:
        if told != self._told:
            self._told = told
            empty_layout(self._lines)
            for line in told:
                self._lines.addWidget(StateLine(line.state, self._words(line.says)))

    def _ask(self) -> None:
        account = self._account
        if account is None:
            return
        own = account.id in self._content.wordings
        (self.sharedWordsAsked if own else self.ownWordsAsked).emit(account.id)
