"""What a person did at this start, account by account, and what that does outside the window.

Nothing here counts as published; it only spares people acts.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PersonId
from smadmin.services.laid_out import HandedOut
from smadmin.services.outgoing import Lane
from smadmin.ui.publish.lane import Hand, LaneModel, Opened
from smadmin.ui.publish.later_part import kept_link
from smadmin.ui.publish.outside import Outside


class Bench:
    """The hands of one screen, and the folder that the pictures go into."""

    def __init__(self, outside: Outside) -> None:
        """Begin with nothing done."""
        self._outside = outside
        self._hands: dict[AccountId, Hand] = {}
        self.folder: Path = outside.first_folder()
        self._person: PersonId | None = None

    def works(self, by: Actor) -> Actor:
        """Take who works here: a page held by people's own log-ins has a browser for each."""
        self._person = by.person
        return by

    def clear(self) -> None:
        """Begin another post; the folder stays."""
        self._hands = {}

    def hand(self, account: AccountId) -> Hand:
        """Give what was done for an account."""
        return self._hands.get(account, Hand())

    def hand_at(self, lane: Lane) -> Hand:
        """Give the same; before anything was done, with the address that was kept for later."""
        return self._hands.get(lane.account.id) or Hand(link=kept_link(lane))

    def put(self, account: AccountId, hand: Hand) -> None:
        """Take what was done."""
        self._hands[account] = hand

    def drop(self, account: AccountId) -> None:
        """Begin an account anew."""
        self._hands.pop(account, None)

    def open_page(self, lane: LaneModel) -> None:
        """Open where the account writes in its own browser, or put the address on the clipboard."""
        opened = self._outside.open_apart(lane.account, lane.lane.address, self._person)
        if opened is Opened.NO_BROWSER:
            self._outside.copy(lane.lane.address)
        elif opened is Opened.BROWSER and not lane.lane.writing:
            opened = Opened.PUBLIC_PAGE
        self.put(lane.account.id, replace(lane.hand, opened=opened))

    def open_post(self, account: Account, link: str) -> None:
        """Open a post that is out in its account's own browser, or put its address on the clipboard."""
        if self._outside.open_apart(account, link, self._person) is Opened.NO_BROWSER:
            self._outside.copy(link)

    def copy_address(self, lane: LaneModel) -> None:
        """Put the address on the clipboard at which the account writes."""
        self._outside.copy(lane.lane.address)
        self.put(lane.account.id, replace(lane.hand, opened=Opened.COPIED))

    def handed(self, lane: LaneModel, handed: HandedOut) -> None:
        """Take what lies ready; the words come onto the clipboard at once."""
        self._outside.copy(handed.text)
        self.put(lane.account.id, replace(lane.hand, handed=handed, copied=1))

    def link_came(self, lane: LaneModel, link: str) -> None:
        """Take the post's address that was copied in the browser."""
        self.put(lane.account.id, replace(lane.hand, link=link, seen=""))

    def copy_turn(self, lane: LaneModel, turn: int) -> None:
        """Copy the words (0) or the description of picture n; the next one in turn follows it."""
        self._outside.copy(lane.turns[turn])
        self.put(lane.account.id, replace(lane.hand, copied=max(lane.hand.copied, turn + 1)))

    def copy_files(self, lane: LaneModel) -> None:
        """Put the pictures on the clipboard."""
        if lane.hand.handed is not None:
            self._outside.copy_files([path for path, _ in lane.hand.handed.files])

    def open_folder(self, lane: LaneModel) -> Path | None:
        """Show the folder; gives it back where that wasn't possible."""
        folder = self.folder if lane.hand.handed is None else lane.hand.handed.folder
        return None if self._outside.open_folder(folder) else folder

    def choose_folder(self, title: str, parent: QWidget) -> None:
        """Let the person choose where pictures go from now on."""
        self.folder = self._outside.choose_folder(self.folder, title, parent) or self.folder
