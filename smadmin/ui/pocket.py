"""What somebody typed and the store didn't take: kept in memory, beyond screens and locks, until it is.

Filled on the store's thread, looked into on the window's. Never written anywhere: words may be about
children, and what can be written at all is the store's.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message
from smadmin.domain.posts import Content, Draft


@dataclass(frozen=True, eq=False)
class Paper:
    """What somebody writes on, from the opening of a draft until another one is opened; compared as itself.

    Args:
        person: who writes; None while nobody sits here.
        held: tells, on the window's thread, whether whoever writes still has it at hand and saves it anew.
    """

    person: PersonId | None
    held: Callable[["Paper"], bool]


@dataclass(frozen=True)
class Kept:
    """What wasn't taken.

    Args:
        draft: as it was stored last; None where it never was.
        content: what was typed.
        why: what happened.
    """

    draft: Draft | None
    content: Content
    why: Message


class Pocket:
    """Everything of this window that waits to be stored."""

    def __init__(self) -> None:
        """Keep nothing."""
        self._kept: dict[Paper, Kept] = {}
        self._turn = threading.Lock()

    def put(self, paper: Paper, kept: Kept) -> None:
        """Keep what wasn't taken, in place of what was typed on the same paper before."""
        with self._turn:
            self._kept[paper] = kept

    def drop(self, paper: Paper) -> None:
        """Forget what is stored by now."""
        with self._turn:
            self._kept.pop(paper, None)

    @property
    def kept(self) -> tuple[tuple[Paper, Kept], ...]:
        """Everything that isn't stored yet, oldest first."""
        with self._turn:
            return tuple(self._kept.items())

    @property
    def left(self) -> tuple[tuple[Paper, Kept], ...]:
        """What no screen holds any more."""
        return tuple((paper, kept) for paper, kept in self.kept if not paper.held(paper))
