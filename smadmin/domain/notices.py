"""Notices at once: closures, delays, safety, in words that the principal signed in advance (`YEL-B1`).

A signed text lives in the record alone, as a permission does. Whoever it names fills its blanks
(`domain/blanks.py`) and releases it to its accounts alone, at any hour, with nothing else changed.
What went out is countersigned within a day.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from smadmin.domain.blanks import between_blanks, blanks_in, filled, stray_marks
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.permissions import LONGEST_PERMISSION
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.posts import Content

COUNTERSIGNED_WITHIN = timedelta(days=1)
BLANK_MOST = 80
"""So many characters fill a blank: a day, a time, a place, a reason; never a text of its own."""

TEXT_MOST = 1_000
BLANKS_MOST = 12
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


@dataclass(frozen=True)
class NoticeText:
    """A ready-made text that the principal signed.

    Args:
        people: who may fill and release it.
        accounts: where it goes, all at once.
        starts, ends: first and last day, in the school's zone; at most a school year.
        seq: the record's row that signed it.
    """

    id: str
    kind: NoticeKind
    text: str
    people: tuple[PersonId, ...]
    accounts: tuple[AccountId, ...]
    starts: date
    ends: date
    seq: int = 0

    @property
    def blanks(self) -> tuple[str, ...]:
        """The blanks' names, each once, in the text's order."""
        return tuple(dict.fromkeys(blanks_in(self.text)))

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "kind": self.kind.value,
            "text": self.text,
            "people": list(self.people),
            "accounts": list(self.accounts),
            "starts": self.starts.isoformat(),
            "ends": self.ends.isoformat(),
        }

    @classmethod
    def from_plain(cls, notice: str, part: Mapping[str, Plain], seq: int) -> "NoticeText":
        """Read what was signed.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no text.
        """
        people, accounts, text = part["people"], part["accounts"], str(part["text"])
        if not isinstance(people, list) or not isinstance(accounts, list):
            raise TypeError("lists are meant")
        if stray_marks(text):
            raise ValueError("what looks like a blank would go out as it stands")
        return cls(
            id=notice,
            kind=NoticeKind(str(part["kind"])),
            text=text,
            people=tuple(PersonId(str(one)) for one in people),
            accounts=tuple(AccountId(str(one)) for one in accounts),
            starts=date.fromisoformat(str(part["starts"])),
            ends=date.fromisoformat(str(part["ends"])),
            seq=seq,
        )

    def filled(self, values: Mapping[str, str]) -> str:
        """Give the text with its blanks filled; a blank without a value stays as it is."""
        return filled(self.text, values)

    def covers(self, person: PersonId, content: Content, on: date) -> bool:
        """Tell whether it lets this person release this on a day: its words, its accounts, no picture."""
        return (
            person in self.people
            and self.starts <= on <= self.ends
            and bool(content.accounts)
            and set(content.accounts) <= set(self.accounts)
            and not content.pictures
            and all(fits(self.text, content.text_for(account)) for account in content.accounts)
        )


def fits(text: str, words: str) -> bool:
    """Tell whether these words are this text with each blank filled by one short line.

    Every way to fill it is followed at once, place by place, so nothing that is typed makes it slow.
    """
    first, *rest = between_blanks(text)
    if (
        len(rest) > BLANKS_MOST
        or len(words) > TEXT_MOST + BLANK_MOST * len(rest)
        or not words.startswith(first)
    ):
        return False
    ends = {len(first)}
    for piece in rest:
        starts = {place for end in ends for place in _after_blank(words, end)}
        ends = {place + len(piece) for place in starts if words.startswith(piece, place)}
    return len(words) in ends


def _after_blank(words: str, start: int) -> range:
    """Give where a blank that begins here can end; an unfilled one, and one with brackets, can't."""
    line = words[start : start + BLANK_MOST]
    broken = next((place for place, letter in enumerate(line) if _unfit(letter)), len(line))
    return range(start + 1, start + broken + 1)


def _unfit(letter: str) -> bool:
    """Tell whether a letter can't fill a blank: brackets, breaks, what is invisible or turns words."""
    return letter in "[]{}\u2039\u203a" or unicodedata.category(letter) in _UNSEEN


def fill_blockers(text: NoticeText, values: Mapping[str, str]) -> tuple[Reason, ...]:
    """List which blanks are empty, or too long."""
    reasons = []
    for blank in text.blanks:
        value = " ".join(values.get(blank, "").split())
        if any(_unfit(letter) for letter in value):
            reasons.append(Reason(say("notices.blank-brackets", blank=blank), None, f"blank:{blank}"))
        elif not value:
            reasons.append(Reason(say("notices.blank-empty", blank=blank), None, f"blank:{blank}"))
        elif len(value) > BLANK_MOST:
            told = say("notices.blank-long", blank=blank, n=BLANK_MOST)
            reasons.append(Reason(told, None, f"blank:{blank}"))
    return tuple(reasons)


def sign_blockers(text: NoticeText) -> tuple[Reason, ...]:
    """List why a principal can't sign a text like this."""
    reasons = []
    if not text.text.strip():
        reasons.append(Reason(say("notices.text-missing"), "YEL-B1", "text"))
    elif len(text.text) > TEXT_MOST:
        reasons.append(Reason(say("notices.text-long", n=TEXT_MOST), None, "text"))
    elif len(blanks_in(text.text)) > BLANKS_MOST:
        reasons.append(Reason(say("notices.blanks-many", n=BLANKS_MOST), None, "text"))
    elif stray_marks(text.text):
        reasons.append(Reason(say("notices.brackets-stray"), None, "text"))
    elif not "".join(between_blanks(text.text)).strip():
        reasons.append(Reason(say("notices.only-blanks"), "YEL-B1", "text"))
    if not text.people:
        reasons.append(Reason(say("notices.nobody-named"), "YEL-B1", "people"))
    if not text.accounts:
        reasons.append(Reason(say("posts.no-account"), None, "accounts"))
    if text.ends < text.starts:
        reasons.append(Reason(say("approvals.permission-ends-first"), None, "ends"))
    elif text.ends - text.starts >= LONGEST_PERMISSION:
        reasons.append(Reason(say("approvals.permission-too-long"), None, "ends"))
    return tuple(reasons)


class Side(StrEnum):
    """Who countersigns what went out as a notice."""

    OFFICE = "office"
    COMMUNICATIONS = "communications"


@dataclass(frozen=True)
class SentNotice:
    """A notice that was released, and who hasn't countersigned it yet.

    Args:
        words: what went out.
        sent_at: UTC.
        elsewhere: where else it was published, as whoever sent it said (`WIC-P4`).
        owed: whose countersignature is still due.
    """

    post: PostId
    words: str
    by: PersonId | None
    sent_at: datetime
    elsewhere: tuple[str, ...]
    owed: frozenset[Side]

    def overdue(self, now: datetime) -> bool:
        """Tell whether a countersignature is late."""
        return bool(self.owed) and now - self.sent_at > COUNTERSIGNED_WITHIN
