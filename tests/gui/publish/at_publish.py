"""Somebody at *Publish*, with a computer around the window that only notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.ui.banners import BannerModel
from smadmin.ui.labels import PlainLabel
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.lanecard import LaneCard
from smadmin.ui.publish.screen import PublishScreen
from tests.gui.seated import Seat

X_LINK = "https://x.com/lincoln_larks/status/1990000000000000001"
FACEBOOK_LINK = "https://www.facebook.com/LincolnElementaryLarks/posts/1990000000000001"


@dataclass
class NotedOutside:
    """A computer that notes what was asked of it."""

    folder: Path
    clipboard: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    apart: list[tuple[AccountId, PersonId | None]] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    chosen: Path | None = None
    has_browser: bool = True

    def copy(self, text: str) -> None:
        self.clipboard.append(text)

    def copied(self) -> str:
        return self.clipboard[-1] if self.clipboard else ""

    def copy_files(self, files: Sequence[Path]) -> None:
        self.clipboard += [path.name for path in files]

    def open_page(self, address: str) -> Opened:
        self.pages.append(address)
        return Opened.BROWSER if self.has_browser else Opened.NO_BROWSER

    def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
        self.apart.append((account.id, person))
        return self.open_page(address)

    def open_folder(self, folder: Path) -> bool:
        self.folders.append(folder)
        return folder.exists()

    def choose_folder(self, start: Path, title: str, parent: QWidget) -> Path | None:
        return self.chosen

    def first_folder(self) -> Path:
        return self.folder


@dataclass
class AtPublish:
    """Somebody at Publish."""

    seat: Seat
    screen: PublishScreen
    outside: NotedOutside
    banners: list[BannerModel] = field(default_factory=list)

    def open(self, post: PostId, window: QWidget) -> None:
        """Open a post."""
        self.seat.show(self.screen, window)
        self.screen.open_subject(post)
        self.seat.settle()

    def card(self, platform: str) -> LaneCard:
        """Give an account's card."""
        cards = self.screen.lanes.cards
        return next(card for card in cards.values() if card._model.account.platform.value == platform)

    def press(self) -> None:
        """Press the main button."""
        assert self.screen.main.isEnabled(), self.screen.header.missing
        self.screen.main.click()
        self.seat.settle()

    def hand_out(self, platform: str) -> None:
        """Say that the page shows the right handle, which hands out."""
        card = self.card(platform)
        card.choice.buttons[card._model.account.at_handle].click()
        self.seat.settle()

    def copy_in_browser(self, text: str) -> None:
        """Copy something outside of the window."""
        self.outside.clipboard.append(text)
        QGuiApplication.clipboard().dataChanged.emit()

    def paste(self, platform: str, link: str) -> None:
        """Paste an address."""
        QTest.keyClicks(self.card(platform).link, link)


def texts(widget: QWidget) -> str:
    shown = [one.whole_text for one in widget.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(shown).replace("\u200b", "")
