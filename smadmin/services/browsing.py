"""Working on a platform's page apart from personal log-ins: one browser folder for each account (BAL-D4).

Where people's own log-ins hold an account, each of them has a folder of their own for it. The folders lie in
this login's own data folder, for they hold live log-ins.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.publishing.browsers import Profiles


class Browsing:
    """The browsers of the school's accounts on this computer."""

    def __init__(self, profiles: Profiles, platforms: Callable[[], Mapping[Platform, PlatformFacts]]) -> None:
        """Stand on this login's folders and the platforms' facts."""
        self._profiles = profiles
        self._platforms = platforms

    def open(self, account: Account, address: str, person: PersonId | None) -> str:
        """Open a page in the account's own browser (an errand); gives the browser's name.

        Args:
            account: whose folder.
            address: a page that was checked.
            person: who works there; counts where the account is held by people's own log-ins.

        Raises:
            OutsideFailed: no browser of that kind is installed, or it didn't start.
        """
        own = person if self._platforms()[account.platform].held_by is not HeldBy.PASSWORD else None
        return self._profiles.start(account.id, address, own).name

    def of_person(self, person: PersonId | None) -> tuple[AccountId, ...]:
        """Give the accounts for which somebody's own log-in has a folder here.

        Raises:
            OutsideFailed: the folders can't be listed.
        """
        kept = self._profiles.kept() if person is not None else ()
        return tuple(account for account, whose in kept if whose == person)

    def counted(self, person: PersonId | None) -> int:
        """Count somebody's folders; 1 where they can't be listed, so that a departure asks about them."""
        try:
            return len(self.of_person(person))
        except OutsideFailed:
            return 1

    def remove_person(self, person: PersonId) -> int:
        """Remove somebody's folders (an errand); gives how many.

        Raises:
            OutsideFailed: one of them is still open; the others are gone. Or they can't be listed.
        """
        accounts, failed = self.of_person(person), None
        for account in accounts:
            try:
                self._profiles.remove(account, person)
            except OutsideFailed as error:
                failed = error
        if failed is not None:
            raise failed
        return len(accounts)

    def forget(self) -> None:
        """Remove every folder that isn't open (an errand): somebody's own computer keeps no live log-in."""
        with suppress(OutsideFailed):  # locking goes on where they can't be listed
            for account, person in self._profiles.kept():
                with suppress(OutsideFailed):
                    self._profiles.remove(account, person)

    def kept(self) -> tuple[tuple[AccountId, PersonId | None], ...]:
        """Give whose folders lie here.

        Raises:
            OutsideFailed: they can't be listed.
        """
        return self._profiles.kept()

    def empty(self, account: AccountId, person: PersonId | None) -> None:
        """Remove everything in one folder, which stays itself (an errand).

        Raises:
            OutsideFailed: as `remove`.
        """
        self._profiles.empty(account, person)

    def remove(self, account: AccountId, person: PersonId | None) -> None:
        """Remove one folder (an errand).

        Raises:
            OutsideFailed: it is still open, or the disk refuses.
        """
        self._profiles.remove(account, person)

    def remove_account(self, account: AccountId) -> None:
        """Remove every folder of an account (an errand), once it is closed or handed over.

        Raises:
            OutsideFailed: one of them is still open.
        """
        for one, person in self._profiles.kept():
            if one == account:
                self._profiles.remove(one, person)
