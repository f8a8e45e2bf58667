"""The port through which the program itself posts: one adapter per platform, the same questions to each.

What goes out is given as bytes and goes out as these bytes. What comes back was said by somebody else's
server: its words are text to show, never to trust. An adapter takes no decision: what follows from a failure
is decided by whoever sent it, from `PublisherFailed.kind`.
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import regex

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import Message, say
from smadmin.domain.typed import straight

_HOST = regex.compile(r"https?://([^/?#@:\\\s]+)", regex.IGNORECASE)
LONGEST_SAID = 200
"""Characters of a server's own words that are shown."""


@dataclass(frozen=True, repr=False)
class Access:
    """How a program logs in. It has no `repr` that shows the secret, on purpose.

    Args:
        server: the address that the account lives at (`https://blog.school.example`, a path may follow).
        user: the log-in's name or address; empty where the secret alone says who it is.
        secret: a token or an application password; never the account's own password.
    """

    server: str
    user: str
    secret: str

    @property
    def host(self) -> str:
        """The server's name alone, as a failure names it; empty where the address has none."""
        found = _HOST.match(self.server)
        return "" if found is None else found[1]

    def __repr__(self) -> str:
        """Name the server alone."""
        return f"Access({self.server!r})"


@dataclass(frozen=True)
class Who:
    """Whom the platform takes a log-in for.

    Args:
        id: the platform's own id of the account, which stays when it is renamed.
        handle: its @name, without the @.
        name: as readers see it.
        page: the address of its public page.
        server_time: what the server's own clock said as it answered, UTC; None where it doesn't say.
    """

    id: str
    handle: str
    name: str
    page: str
    server_time: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, repr=False)
class Picture:
    """A covered picture: its very bytes, `image/jpeg` or the like, and what it shows in words."""

    content: bytes
    media_type: str
    alt: str


@dataclass(frozen=True, repr=False)
class Outgoing:
    """What goes out, exactly as it was released.

    Args:
        key: the publication's id: the same key is never posted twice.
        text: all the words.
        pictures: in their order.
        link: the page that the post is to lead to, which stands in the text as well, or None.
        language: ISO 639-1.
        since: when it was begun: no post that is older is it; None where nobody knows.
    """

    key: str
    text: str
    pictures: tuple[Picture, ...] = ()
    link: str | None = None
    language: str = "en"
    since: datetime | None = None


@dataclass(frozen=True)
class Posted:
    """A post as the platform keeps it: its id and address there; whether it `waits` for its time."""

    id: str
    link: str
    waits: bool = field(default=False, compare=False)


@dataclass(frozen=True, repr=False)
class Seen:
    """A post as somebody reads it who isn't signed in.

    Args:
        text: all the words.
        alts: of each picture what it shows in words, in the order shown.
        pictures: how many pictures are shown.
        link_target: where the first link leads, as the platform kept it; empty where none can be pressed.
        public: whether a visitor gets to see it at all; if not, the rest is empty.
        id, link: of the post.
        captured: what the platform answered, byte for byte, to be kept with the record.
        begins: the byte in it with which the post itself begins, where the rest is a page around it.
        further_targets: where its further links lead; the post's own may stand behind another.
    """

    text: str
    alts: tuple[str, ...]
    pictures: int
    link_target: str
    public: bool
    id: str
    link: str
    captured: bytes
    begins: int = 0
    further_targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServerLimits:
    """What a server says of itself; None where it says nothing.

    Args:
        text: the longest text, in the platform's own unit.
        pictures: how many a post carries.
        alt: the longest description of a picture, in characters.
        picture_bytes: how large each may be.
        picture_types: of their files, as `jpeg`; empty where it doesn't say.
    """

    text: int | None = None
    pictures: int | None = None
    alt: int | None = None
    picture_bytes: int | None = None
    picture_types: tuple[str, ...] = ()


class Trouble(StrEnum):
    """What went wrong with a platform."""

    REFUSED = "refused"
    """The log-in is wrong, ended, or may not do this (401, 403)."""
    BUSY = "busy"
    """It asks to come back later (429, 503)."""
    UNREACHABLE = "unreachable"
    """Nothing of what should go out left, or what was only asked got no answer: it can be tried again."""
    LOST = "lost"
    """It was sent and no usable answer came: it may be out. Look, never post again blindly."""
    NOT_THE_PLATFORM = "not-the-platform"
    """Something else answered: a log-in page of the network, an error page, another address."""
    TOO_LARGE = "too-large"
    """A file or the text is too much for it (413)."""
    INVALID = "invalid"
    """It understood and won't take it (400, 404, 409, 410, 422)."""
    CERTIFICATE = "certificate"
    """Its certificate doesn't hold."""
    CLOCK = "clock"
    """This computer's clock isn't the platform's: nothing is sent by it."""
    STOPPED = "stopped"
    """Somebody here stopped it on its way."""


NOTHING_WENT_OUT = frozenset(
    {Trouble.REFUSED, Trouble.UNREACHABLE, Trouble.TOO_LARGE, Trouble.INVALID, Trouble.CERTIFICATE}
    | {Trouble.CLOCK}
)
"""After these the post surely isn't out. After all others `Publisher.find` is asked before it is sent again:
a page of errors may come after the post was made."""


class PublisherFailed(OutsideFailed):
    """A platform didn't do what was asked.

    Args:
        kind: what went wrong.
        host: whose server, for the sentence; never a whole address.
        said: the server's own words, unchecked; they are cleaned and shortened here.
        retry_after_s: after how many seconds it wants to be asked again; None where it didn't say.
    """

    def __init__(self, kind: Trouble, host: str, *, said: str = "", retry_after_s: int | None = None) -> None:
        """Say what happened and what to do; the server's words are quoted as its own."""
        self.kind = kind
        self.host = straight(host)
        self.said = shown_words(said)
        self.retry_after_s = retry_after_s
        super().__init__(_happened(kind, self.host, self.said), remedy=say(f"publishers.{kind.value}-remedy"))

    @property
    def perhaps_out(self) -> bool:
        """Whether the post may be out there in spite of it, so that looking comes before anything else."""
        return self.kind not in NOTHING_WENT_OUT


def _happened(kind: Trouble, host: str, said: str) -> Message:
    happened = say(f"publishers.{kind.value}", host=host)
    return say("publishers.said", happened=happened, said=said) if said else happened


def shown_words(untrusted_words: str) -> str:
    """Give a server's words as they may be shown: one line, without marks that turn or hide, shortened."""
    cut = untrusted_words[: LONGEST_SAID * 20]
    seen = "".join(one for one in cut if unicodedata.category(one) != "Cf" or one == "\u200d")
    line = straight(" ".join(seen.split()))
    return line if len(line) <= LONGEST_SAID else line[: LONGEST_SAID - 1].rstrip() + "…"


class Publisher(Protocol):
    """A platform that lets a program post. All of it is network: errands, never on the window's thread.

    Every method raises `PublisherFailed`, and nothing else that a server could cause.
    """

    @property
    def platform(self) -> Platform:
        """Which."""

    @property
    def can_schedule(self) -> bool:
        """Whether the platform itself can keep a post until its time."""

    @property
    def can_correct(self) -> bool:
        """Whether the words of a post that is out can be changed."""

    def who_am_i(self, access: Access) -> Who:
        """Ask whom the platform takes this log-in for."""

    def limits(self, access: Access) -> ServerLimits | None:
        """Ask what the server says of itself; None where it says nothing."""

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        """Post, once: where a post with this key is there already, it is given and none is made."""

    def schedule(self, access: Access, outgoing: Outgoing, at: datetime) -> Posted:
        """Have it posted at a time (with its zone), once; without `can_schedule` it fails as `INVALID`."""

    def find(self, access: Access, outgoing: Outgoing) -> Posted | None:
        """Look whether this was taken, by its key: out, waiting for its time, or taken down again since."""

    def waiting(
        self, access: Access, outgoing: Outgoing, *, at: datetime | None = None, id: str = ""
    ) -> Posted | None:
        """Look whether this waits there: by its own `id` there, else its key, or its words and time `at`."""

    def read_back(self, server: str, posted: Posted) -> Seen:
        """Read a post as somebody who isn't signed in; no log-in is at hand, so none can be sent."""

    def correct(self, access: Access, posted: Posted, text: str) -> None:
        """Change the words of a post that is out; its pictures stay."""

    def remove(self, access: Access, posted: Posted) -> None:
        """Take a post down, so that it can be brought back where possible; gone already is no error."""


class Difference(StrEnum):
    """What readers see otherwise than it was sent."""

    HIDDEN = "hidden"
    TEXT = "text"
    PICTURES = "pictures"
    ALTS = "alts"
    LINK = "link"


def differences(sent: Outgoing, seen: Seen) -> tuple[Difference, ...]:
    """List what readers see otherwise than it was sent; spaces and composed letters make no difference."""
    if not seen.public:
        return (Difference.HIDDEN,)
    sent_alts = tuple(_plain(one.alt) for one in sent.pictures)
    checks = (
        (Difference.TEXT, _plain(sent.text) != _plain(seen.text)),
        (Difference.PICTURES, len(sent.pictures) != seen.pictures),
        (Difference.ALTS, sent_alts != tuple(_plain(one) for one in seen.alts)),
        (Difference.LINK, bool(sent.link) and sent.link not in (seen.link_target, *seen.further_targets)),
    )
    return tuple(difference for difference, differs in checks if differs)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
