"""One line of a list beside its panels, before anybody has worded it: what a screen's view model gives."""

from dataclasses import dataclass

from smadmin.domain.accounts import Platform
from smadmin.domain.messages import Message
from smadmin.ui.theme import State


@dataclass(frozen=True)
class ListLine:
    """One line.

    Args:
        key: what it stands for.
        title: the first line; a name is a text of its own.
        note: the second line, in small print.
        state: the shape before the second line, with `chip` as its word.
        chip: how it stands.
        platform: its icon stands before both lines.
    """

    key: str
    title: Message | str
    note: Message
    state: State
    chip: Message
    platform: Platform | None = None
