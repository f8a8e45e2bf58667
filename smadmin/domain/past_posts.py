"""Posts from before the program, or made outside it: what a list or a platform's archive says of them.

Only when each was posted and its link is kept, no words; nothing here proves that anything was released.
`told_posts.py` says which rows of a file are posts, `known_posts.py` which of these are new.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import BadInput
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.messages import Message

LONGEST_LINK = 400
"""Letters; the table has room for no more, and no platform's link to a post is that long."""


class Source(StrEnum):
    """What a file is."""

    LIST = "list"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"


class Step(StrEnum):
    """How far an import is. Only the posts of a done one count."""

    COMING = "coming"
    DONE = "done"
    GOING = "going"


class Flaw(StrEnum):
    """Why what reads an archive found no post in a row of it."""

    NONE = ""
    SHAPE = "shape"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class RawPost:
    """A row as the file has it.

    Args:
        number: the row's, as a person counts it in the file.
        part: the archive's file that it stands in; empty in a list.
        when: day and time as written, or seconds since 1970.
        account: what the row says of its account; empty where it says nothing.
    """

    number: int
    when: str
    account: str = ""
    link: str = ""
    flaw: Flaw = Flaw.NONE
    part: str = ""


@dataclass(frozen=True)
class RawFile:
    """A file as it was read.

    Args:
        digest: SHA-256 of its bytes, hex.
        whose: what the archive itself says of its account: names, handle, address; empty where nothing.
        spanish: whether its titles are Spanish, for days that can be read in two ways.
    """

    source: Source
    digest: str
    rows: tuple[RawPost, ...]
    whose: tuple[str, ...] = ()
    spanish: bool = False


@dataclass(frozen=True)
class Columns:
    """Which column of a list says what, as somebody chose it, counted from 0; None: no column does."""

    when: int
    account: int | None = None
    link: int | None = None


class UnknownTitles(BadInput):
    """No title of a list is known; `titles` are what stands there, for a person to choose from."""

    def __init__(self, happened: Message, titles: tuple[str, ...], *, kept: Message, remedy: Message) -> None:
        """Say so."""
        super().__init__(happened, kept=kept, remedy=remedy)
        self.titles = titles


@dataclass(frozen=True, slots=True)
class PastPost:
    """A post: the school's own day, the moment (UTC) where it is known, its link or nothing.

    `mark` is the same for the same post, whichever file told of it.
    """

    day: date
    moment: datetime | None
    link: str
    mark: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that isn't taken, and why. It holds none of the post's words."""

    number: int
    part: str
    why: Message


@dataclass(frozen=True)
class Reading:
    """What a file tells of one account.

    Args:
        posts: oldest first, each once.
        refused: in the file's order.
        twice: how many rows told of a post that another row had told of.
        guessed: whether `3/4` could have been read both ways and nothing in the file said how.
        day_first: how it was read.
        names_account: whether anything in the file says whose posts these are.
    """

    posts: tuple[PastPost, ...]
    refused: tuple[Refused, ...]
    twice: int = 0
    guessed: bool = False
    day_first: bool = False
    names_account: bool = True


@dataclass(frozen=True)
class PastImport:
    """One file that was taken for an account; it holds counts and no name of the file."""

    id: str
    school: SchoolId
    account: AccountId
    step: Step
    source: Source
    digest: str
    posts: int
    refused: int
    first: date
    last: date
    taken_at: datetime
    version: int = 1

    def to_plain(self, told: str = "") -> dict[str, Plain]:
        """Give what the record's row says of it; `told` digests its posts (`digest_of`)."""
        return {
            "import": self.id,
            "source": self.source.value,
            "file": self.digest,
            "posts": self.posts,
            "not_taken": self.refused,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "told": told,
        }


def digest_of(posts: Iterable[PastPost]) -> str:
    """Digest posts in the order of day and mark (SHA-256, hex); a signed row holds them to it."""
    whole = hashlib.sha256()
    for one in posts:
        moment = "" if one.moment is None else one.moment.isoformat(timespec="seconds")
        whole.update(f"{one.day.isoformat()} {one.mark} {moment} {one.link}\n".encode("utf-8", "replace"))
    return whole.hexdigest()


def one_link(link: str) -> str:
    """Give one spelling of an address, or nothing for nothing."""
    found = link.strip().partition("#")[0]
    for beginning in ("https://", "http://"):
        if found[: len(beginning)].casefold() == beginning:
            found = found[len(beginning) :]
    host, slash, path = found.partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")


def mark_of(key: str) -> int:
    """Give the number by which a post is told from others of its account (63 bits)."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:8]) >> 1
