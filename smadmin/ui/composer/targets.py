"""Where the open draft goes, and for which planned post it is written: what is pressed above the text.

What goes away by a press beside it (the planned post, with the last account that has it) is said, with the
way back. The way back brings only that: what was typed meanwhile stays.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import Content
from smadmin.ui.composer import sheet
from smadmin.ui.composer.readings import Grounds

Change = Callable[[Content], Content]


class Targets(QObject):
    """Accounts and planned post of the open draft.

    Signals:
        wanted: a `Change` of the content.
        gaveUp: a `Message` of what went away, and the `Change` that brings it back.
    """

    wanted = Signal(object)
    gaveUp = Signal(object, object)

    def __init__(
        self,
        known: Callable[[], Grounds],
        content: Callable[[], Content],
        parent: QObject | None = None,
    ) -> None:
        """Take who gives what composing stands on, and the content of the open draft."""
        super().__init__(parent)
        self._known = known
        self._content = content

    def toggle(self, account: str) -> None:
        """Choose an account, or take it away."""
        self._choose(sheet.toggled(self._content(), AccountId(account), self._known().order))

    def choose_last(self) -> None:
        """Choose the accounts of the post that was written last."""
        last = tuple(one.id for one in self._known().last_accounts())
        self._choose(replace(self._content(), accounts=last))

    def choose_slot(self, slot: str) -> None:
        """Choose a planned post, or none; where no account is chosen, with those that have it."""
        wanted, known = SlotId(slot) if slot else None, self._known()
        accounts = self._content().accounts or tuple(one.id for one in known.accounts_of(wanted))
        self.wanted.emit(lambda content: sheet.with_slot(replace(content, accounts=accounts), wanted))

    def _choose(self, content: Content) -> None:
        before, known = self._content(), self._known()
        slot = known.still_for(content.slot, content.accounts)
        self.wanted.emit(lambda _content: sheet.with_slot(content, slot))
        if before.slot is not None and slot is None:
            self.gaveUp.emit(_left(known, before.slot), _back_to(before, known.order))


def _left(known: Grounds, slot: SlotId) -> Message:
    found = next((one for one in known.slots if one.id == slot), None)
    if found is None:
        return say("compose.slot-left-unknown")
    return say("compose.slot-left", topic=found.topic)


def _back_to(before: Content, order: tuple[AccountId, ...]) -> Change:
    """Bring a planned post back with its accounts; whatever else changed since stays."""

    def back(now: Content) -> Content:
        accounts = {*before.accounts, *now.accounts}
        return replace(now, slot=before.slot, accounts=tuple(one for one in order if one in accounts))

    return back
