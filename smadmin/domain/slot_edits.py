"""Edits of the plan: each planned post as it was and as it is to be, so that everything is undone alike.

Pure. An edit without a `before` plans a post, one without an `after` takes it out, one with both moves it or
changes what it says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.ids import SlotId
from smadmin.domain.plan import Slot


@dataclass(frozen=True)
class SlotEdit:
    """A planned post before and after.

    Raises:
        ValueError: if it is neither before nor after, or two different ones, or on two accounts.
    """

    before: Slot | None
    after: Slot | None

    def __post_init__(self) -> None:
        """Hold both to one planned post."""
        if self.before is None and self.after is None:
            raise ValueError("an edit of nothing")
        if self.before is not None and self.after is not None:
            one, other = self.before, self.after
            if (one.id, one.account) != (other.id, other.account):
                raise ValueError("an edit is of one planned post, which stays with its account")

    @property
    def slot(self) -> Slot:
        """The planned post as it is afterwards, or as it was where it is taken out."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  as __post_init__ holds it
        return found


def back(edits: Iterable[SlotEdit]) -> tuple[SlotEdit, ...]:
    """Give what takes edits back, the last one first."""
    return tuple(SlotEdit(one.after, one.before) for one in reversed(tuple(edits)))


def as_known(edits: Iterable[SlotEdit], versions: Mapping[SlotId, int]) -> tuple[SlotEdit, ...]:
    """Give edits with the versions that their posts have by now, as far as whoever made them changed those.

    Args:
        edits: as they were noted, perhaps several edits ago.
        versions: the version that each of them was left at last.
    """
    return tuple(
        edit
        if edit.before is None or edit.before.id not in versions
        else replace(edit, before=replace(edit.before, version=versions[edit.before.id]))
        for edit in edits
    )
