"""Reading a post back: as a visitor, and where visitors are shown less, with what the account itself is told.

Whether it can be seen at all, visitors' page alone decides.
"""

from typing import Protocol, runtime_checkable

from smadmin.domain.publishers import Access, Posted, Publisher, Seen


@runtime_checkable
class TellsOwner(Protocol):
    """A platform that tells the account itself more of a post than it shows visitors."""

    def told_to_owner(self, access: Access, posted: Posted, seen: Seen) -> Seen:
        """Add to what visitors see what they can't be shown to see.

        Raises:
            PublisherFailed: whatever went wrong there.
        """


def read_back(publisher: Publisher, access: Access, posted: Posted) -> Seen:
    """Read a post, as far as the platform shows it (network).

    Raises:
        PublisherFailed: whatever went wrong there.
    """
    return completed(publisher, access, posted, publisher.read_back(access.server, posted))


def completed(publisher: Publisher, access: Access, posted: Posted, seen: Seen) -> Seen:
    """Add what visitors of this platform aren't shown, where they see the post at all (network)."""
    if seen.public and isinstance(publisher, TellsOwner):
        return publisher.told_to_owner(access, posted, seen)
    return seen
