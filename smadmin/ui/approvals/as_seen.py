"""How readers on each account will see the open post, one below the other; none is hidden behind a tab.

Each is made in a turn of its own, so that the window answers between two, and the release rests until all
stand there with their pictures.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.ui.accountline import AccountLine
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.approvals.versions import Version
from smadmin.ui.cards import Card, rule
from smadmin.ui.composer.seen_post import SeenPost
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import NEXT_TURN_MS
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording


class GoingPictures:
    """The pictures of one version: the files that go out there, and whether each stands there."""

    def __init__(self, pictures: CoveredPictures, version: Version, changed: Callable[[], None]) -> None:
        """Take where they come from; `changed` is called when one came, or can't."""
        self._pictures = pictures
        self._files = version.files
        self._changed = changed
        self.coming = 0
        self.failed = False

    def fetch(self, photo: Photo, show: Callable[[QPixmap], None], *, owner: QObject) -> None:
        """Show a photo's file as soon as it is there."""
        self.coming += 1

        def came(pixmap: QPixmap) -> None:
            self.coming -= 1
            show(pixmap)
            self._changed()

        def failed(_error: KnownError) -> None:
            self.failed = True
            self._changed()

        self._pictures.fetch(photo, file=self._files.get(photo.id), show=came, failed=failed, owner=owner)


class AsSeen(Card):
    """The versions. `pictureCame` tells that one stands there now, or that a picture can't be had."""

    pictureCame = Signal()

    def __init__(self, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None) -> None:
        """Begin without a post."""
        super().__init__("", parent)
        self._words = words
        self._pictures = pictures
        self._shown: tuple[Version, ...] = ()
        self._left: deque[Version] = deque()
        self._sources: list[GoingPictures] = []
        self.posts: list[SeenPost] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(NEXT_TURN_MS)
        self._turn.timeout.connect(self._add_next)

    @property
    def undrawn(self) -> Message | None:
        """Why this isn't yet all that will go out; None once every version stands there."""
        if any(one.failed for one in self._sources):
            return say("approvalui.picture-unseen")
        drawing = bool(self._left) or any(one.coming for one in self._sources)
        return say("approvalui.versions-first") if drawing else None

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        """Show the versions of a post; the same ones stay as they are."""
        if versions == self._shown:
            return
        self.clear()
        self._shown, self._left = versions, deque(one for one in versions if not one.plain)
        self._sources, self.posts = [], []
        if plain := tuple(one.account for one in versions if one.plain):
            said = self._words.say("approvalui.as-above", platforms=platforms(plain))
            self.body.addWidget(PlainLabel(said, kind=TextKind.NOTE))
        self.setVisible(bool(versions))
        self._turn.start()

    def _add_next(self) -> None:
        if not self._left:
            return
        if self.body.count():
            self.body.addWidget(rule())
        self._add(self._left.popleft())
        if self._left:
            self._turn.start()
        self.pictureCame.emit()

    def _add(self, version: Version) -> None:
        words, account = self._words, version.account
        caption = words.say("compose.preview", platform=PLATFORM_NAMES[account.platform])
        self.body.addWidget(PlainLabel(caption, kind=TextKind.NOTE))
        self.body.addWidget(AccountLine(account))
        source = GoingPictures(self._pictures, version, self.pictureCame.emit)
        self._sources.append(source)
        post = SeenPost(words, source)
        post.show_seen(version.seen, dict(version.photos))
        self.posts.append(post)
        self.body.addWidget(post)
        for line in version.seen.told:
            self.body.addWidget(StateLine(line.state, words(line.says)))
        if version.made is not None:
            self.body.addWidget(PlainLabel(words(version.made), kind=TextKind.NOTE))
