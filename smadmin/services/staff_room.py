"""What an office has for people and accounts: who works here, and for which accounts the school answers."""

from functools import cached_property

from smadmin.domain.accounts import Platform
from smadmin.services.accounts import Accounts
from smadmin.services.photo_room import PhotoRoom
from smadmin.services.reading import Reader
from smadmin.services.staff_pages import StaffPages


class StaffRoom(PhotoRoom):
    """The services for people and accounts of one school; `Office` adds those for posts."""

    def _page_fits(self, platform: Platform, page: str) -> bool:
        # The policy's files are read once somebody enters a page, not to list accounts.
        return self.policy.page_fits(platform, page)

    @cached_property
    def reader(self) -> Reader:
        """Reads contents by the policy, with the children's names at hand."""
        return Reader(self.desk, self.policy)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        return Accounts(self.desk, self._page_fits)

    @cached_property
    def staff_pages(self) -> StaffPages:
        """The page for staff."""
        return StaffPages(self.desk, self.reader, self.proof)
