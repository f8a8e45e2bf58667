"""What the program says to people, before anybody has chosen the words.

A `Message` names a sentence of the gettext catalogues and carries the values that go into it. Only
`ui` and `cli` word it (`smadmin.language.catalogue`); everything below them passes messages on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Union

Value = Union[str, int, date, datetime, time, "Message", tuple["Message", ...]]
"""What may stand in a sentence. A tuple of messages is joined as a list ("a, b and c")."""


@dataclass(frozen=True)
class Message:
    """A sentence to be worded later.

    Args:
        id: the catalogue's key, `noun.what` in lower case (`posts.empty-text`).
        values: named values of the sentence. A value named `n` is a count and picks the plural.
    """

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze the values, so that a message can be shared between threads."""
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def __hash__(self) -> int:
        """Hash by id and values, as equality does."""
        return hash((self.id, tuple(sorted((k, str(v)) for k, v in self.values.items()))))

    def __reduce__(self) -> tuple[type["Message"], tuple[str, dict[str, Value]]]:
        """Let a message cross a process border, which a mapping proxy can't."""
        return Message, (self.id, dict(self.values))


def say(message_id: str, **values: Value) -> Message:
    """Make a message: `say("photos.left", n=3)`."""
    return Message(message_id, values)
