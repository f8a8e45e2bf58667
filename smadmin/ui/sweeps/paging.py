"""The looking list page by page: what is on the page, what was marked, what comes next. Pure, no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.ids import PhotoId, PhotoSetId, StudentId
from smadmin.domain.messages import Message
from smadmin.services.sweep_views import Looking, LookPicture


@dataclass(frozen=True)
class Narrowed:
    """Which pictures are gone through first.

    Args:
        since, until: days on which they came in; None: from the first, to the last.
        event: of one event; None: of every event.
    """

    since: date | None = None
    until: date | None = None
    event: PhotoSetId | None = None


@dataclass(frozen=True)
class LookShown:
    """What the list shows.

    Args:
        child: whose sweep it is, and how they are called.
        why: why a person looks, and no engine.
    """

    child: StudentId
    name: str
    looking: Looking
    why: Message | None


@dataclass(frozen=True)
class LookPages:
    """Where somebody is.

    Args:
        waiting: what is still to be looked through, in order; its first ones are on the page.
        size: how many pictures fit on a page.
        behind: the pages that were looked through since the screen was opened, the newest last.
        back: how many of these pages somebody has gone back.
        marked: on which of them the child is.
    """

    waiting: tuple[LookPicture, ...] = ()
    size: int = 1
    behind: tuple[tuple[LookPicture, ...], ...] = ()
    back: int = 0
    marked: frozenset[PhotoId] = frozenset()

    @property
    def page(self) -> tuple[LookPicture, ...]:
        """What is seen now."""
        if self.back:
            return self.behind[-self.back]
        return self.waiting[: self.size]

    @property
    def ahead(self) -> tuple[LookPicture, ...]:
        """The page after this one, to be fetched meanwhile."""
        return self.waiting[: self.size] if self.back else self.waiting[self.size : 2 * self.size]

    @property
    def may_go_back(self) -> bool:
        """Tell whether there is a page before."""
        return self.back < len(self.behind)

    def with_waiting(self, waiting: Sequence[LookPicture]) -> "LookPages":
        """Take what is still to be looked through as it was just read; what lies behind isn't there again."""
        gone = {one.photo for page in self.behind for one in page}
        return replace(self, waiting=tuple(one for one in waiting if one.photo not in gone))

    def sized(self, size: int) -> "LookPages":
        """Take how many fit on a page now."""
        return replace(self, size=max(size, 1))

    def turned(self, photo: PhotoId) -> "LookPages":
        """Mark a picture, or take its mark away."""
        return replace(self, marked=self.marked ^ {photo})

    def with_marks(self, marked: Iterable[PhotoId]) -> "LookPages":
        """Take the marks as they were read."""
        return replace(self, marked=frozenset(marked))

    def passed(self) -> "LookPages":
        """Have looked through this page: the next one is seen."""
        if self.back:
            return replace(self, back=self.back - 1)
        return replace(self, waiting=self.waiting[self.size :], behind=(*self.behind, self.page))

    def before(self) -> "LookPages":
        """Go back a page."""
        return replace(self, back=self.back + 1) if self.may_go_back else self
