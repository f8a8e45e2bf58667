"""The planned post that a draft may be for, as one press; where no account is chosen it chooses them too.

None is ever chosen unasked: whoever may release a post depends on it. So the button names topic and accounts.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.ids import SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.composer.upper import shortened
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.wording import Wording

_MOST_NAMED = 2


def names_of(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Name accounts by their platforms, or by their handles where two stand on one."""
    names = dict.fromkeys(PLATFORM_NAMES[one.platform] for one in accounts)
    return tuple(names) if len(names) == len(accounts) else tuple(one.at_handle for one in accounts)


def offered_words(slot: Slot, accounts: Sequence[Account]) -> Message:
    """Word the button; `accounts` are those that it chooses too."""
    topic = shortened(slot.topic)
    if not accounts:
        return say("compose.for-planned", topic=topic)
    if len(accounts) > _MOST_NAMED:
        return say("compose.for-planned-many", topic=topic, n=len(accounts))
    return say("compose.for-planned-on", topic=topic, accounts=", ".join(names_of(accounts)))


class PlannedOffer(Button):
    """The button. `chosen` carries the planned post's id."""

    chosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Offer nothing yet; its place is kept, so that nothing moves when it goes."""
        super().__init__("", kind=ButtonKind.SMALL, icon="calendar-check", parent=parent)
        self._words = words
        self._slot = ""
        self.setObjectName("offer-planned")
        self.clicked.connect(lambda: self.chosen.emit(self._slot))
        staying = self.sizePolicy()
        staying.setRetainSizeWhenHidden(True)
        self.setSizePolicy(staying)

    def show_next(self, slot: Slot | None, accounts: Sequence[Account], chosen: SlotId | None) -> None:
        """Offer the next planned post, unless one is chosen."""
        self._slot = "" if slot is None else str(slot.id)
        self.setVisible(slot is not None and chosen is None)
        if slot is not None:
            words = self._words
            self.show_words(words(offered_words(slot, accounts)))
            when = one_line(words.say("compose.slot", topic=slot.topic, day=slot.day))
            where = (one_line(f"{one.name} {one.at_handle}") for one in accounts)
            self.setToolTip(for_tooltip("\n".join((when, *where))))
