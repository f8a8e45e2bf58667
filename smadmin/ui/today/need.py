"""A need: something that waits for this person, as one sentence with one button. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, PostId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.services.backups import BackupState
from smadmin.services.clocks import ClockView
from smadmin.services.notices import NoticeBrief
from smadmin.services.questions import QuestionBrief
from smadmin.ui.theme import State


class Deed(Enum):
    """What a need's button does."""

    OPEN = "open"
    HAND_OVER = "hand-over"
    WRITE = "write"
    BACK_UP = "back-up"
    SAVE_BACKUP = "save-backup"
    CONFIRM_CLOCK = "confirm-clock"
    VOUCH_CLOCK = "vouch-clock"
    WAKE_CHECK = "wake-check"
    HELD_MEETING = "held-meeting"
    SEE_LINES = "see-lines"


@dataclass(frozen=True)
class Step:
    """A button: its words, and where it leads.

    Args:
        screen: the screen to open, or to lead a second person to.
        subject: one of that screen's things.
        account, slot: what a new draft is for.
    """

    words: Message
    deed: Deed = Deed.OPEN
    screen: str = ""
    subject: str | None = None
    account: AccountId | None = None
    slot: SlotId | None = None


class Urgency(IntEnum):
    """The order in which needs stand."""

    ALARM = auto()
    OFFICE = auto()
    NOTICE = auto()
    HALFWAY = auto()
    LATE = auto()
    SENT_BACK = auto()
    SIGN = auto()
    TO_PUBLISH = auto()
    TO_RELEASE = auto()
    GAP = auto()
    DUE = auto()
    PHOTOS = auto()
    CHILDREN = auto()
    ACCOUNTS = auto()
    BACKUP = auto()
    KEYRING = auto()
    PLAN = auto()
    STAFF = auto()
    WAITING = auto()
    DRAFTS = auto()
    REMINDER = auto()


@dataclass(frozen=True)
class Need:
    """Something that needs this person. `key` names it, so that focus stays on it over a reload."""

    urgency: Urgency
    key: str
    state: State
    title: Message
    note: Message | None = None
    step: Step | None = None


@dataclass(frozen=True)
class Beside:
    """What is known later than the store: backups, keyring, notices, what is wrong with record or clock.

    Args:
        further: what other parts of the program found (`sources.py`).
    """

    backup: BackupState | None = None
    keyring: KnownError | None = None
    alarms: tuple[Message, ...] = ()
    notices: NoticeBrief | None = None
    questions: QuestionBrief | None = None
    owed_yeses: int = 0
    clock: ClockView | None = None
    further: Mapping[str, tuple["Need", ...]] = field(default_factory=dict)

    @property
    def unposted(self) -> frozenset[PostId]:
        """The released notices that families don't know of yet."""
        return frozenset() if self.notices is None else self.notices.unposted

    def told(self, part: str, needs: tuple["Need", ...]) -> "Beside":
        """Take what a part of the program found, instead of what it found before."""
        found = {**self.further, part: needs}
        return replace(self, further={name: these for name, these in found.items() if these})


def quoted(words: str) -> Message:
    """Quote a post's first words, or say that it has none."""
    return say("today.quoted", words=words) if words else say("today.without-words")
