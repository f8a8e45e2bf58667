"""What a screen is handed: the office, the threads, the words, and the few doors of the window it may use.

A screen knows no other screen and no window; what it needs of them goes through these doors. `acting` and
`now` are answered from memory, so a screen may ask them while it renders.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.messages import Message
from smadmin.services.office import Office
from smadmin.services.session import Unlocked
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.wording import Wording


class Doors(Protocol):
    """The window's doors for screens."""

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Show the accounts of the open draft in the account bar."""
        ...

    def open(self, screen: str, subject: str | None = None) -> None:
        """Open a screen, at one of its things where `subject` names an id."""
        ...

    def with_passphrase(self, then: Callable[[], None], what: Message | None = None) -> None:
        """Go on with a weighty act; where the passphrase is older than five minutes, ask for it first.

        Args:
            then: the act.
            what: what was pressed for it, in the words of its button; None leaves it unnamed.
        """
        ...

    def hand_over(self, screen: str, subject: str | None = None) -> None:
        """Let a second person sit down and show them a screen; the first one's work stays as it is."""
        ...

    def go_beside(self) -> None:
        """Go to the school beside this one: from the sample to one's own, or to setting it up."""
        ...


@dataclass(frozen=True)
class Surroundings:
    """Everything a screen stands on."""

    office: Office
    performer: Performer
    words: Wording
    doors: Doors
    pocket: Pocket = field(default_factory=Pocket)

    @property
    def acting(self) -> Unlocked | None:
        """Who acts now, or None while the window is locked."""
        # A session that nobody began would ask the keyring, which can hang.
        return None if self.office.session_if_any is None else self.office.session.now_acting

    @property
    def by(self) -> Actor:
        """The actor for deeds.

        Raises:
            Locked: while the window is locked.
        """
        return self.office.session.actor

    @property
    def now(self) -> datetime:
        """The present moment, UTC."""
        return self.office.desk.now


SAMPLE_PHOTOS = "sample"
"""The subject of `open("photos", …)` that offers the sample school's own photos."""
REST_OF_PHOTOS = "rest"
"""The subject of `open("photos", …)` that goes on with a folder whose taking in was interrupted."""
FROM_ACCOUNT = "account:"
"""With the account's id after it, the subject of `open("newcomer", …)` that leads back to that account."""
_FILES = "files:"


def files_subject(paths: Sequence[Path]) -> str:
    """Give files that were dropped as the subject of `open("photos", …)`."""
    return _FILES + "\n".join(str(path) for path in paths)


def files_of(subject: str) -> tuple[Path, ...]:
    """Give the files that a subject stands for; none where it is an id."""
    if not subject.startswith(_FILES):
        return ()
    return tuple(Path(line) for line in subject.removeprefix(_FILES).splitlines())
