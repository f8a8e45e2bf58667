"""Posts: what somebody writes for the school's accounts, from the first keystroke to its revisions.

A draft is saved all the time and leaves no trace in the record; submitting makes a numbered revision that
never changes. There is no trusted status: what a revision may do follows from the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SchoolId, SlotId


class PostStage(StrEnum):
    """Where a post is, for lists. Whether it may go out is judged by the record, never by this."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SENT_BACK = "sent-back"
    RELEASED = "released"
    PUBLISHED = "published"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Picture:
    """A picture of a post: a reviewed photo and what it shows, in words.

    Args:
        exported: SHA-256 (hex) of the covered, clean file that goes out, once it was made.
    """

    photo: PhotoId
    alt: str = ""
    exported: str | None = None


@dataclass(frozen=True)
class Override:
    """A finding somebody let stand, with a reason. `rule` and the words it was about."""

    rule: str
    words: str
    reason: str
    by: PersonId


@dataclass(frozen=True)
class Content:
    """What a post says. `wordings` holds an account's own text where it differs."""

    text: str = ""
    accounts: tuple[AccountId, ...] = ()
    wordings: Mapping[AccountId, str] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    overrides: tuple[Override, ...] = ()
    slot: SlotId | None = None

    def text_for(self, account: AccountId) -> str:
        """Give the words that go out on an account."""
        return self.wordings.get(account, self.text)


@dataclass(frozen=True)
class Draft:
    """A post being written: one author, one content, saved as it is typed."""

    id: PostId
    school: SchoolId
    author: PersonId
    content: Content
    stage: PostStage
    edited_at: datetime
    revision: int = 0
    sent_back: str = ""
    version: int = 1


@dataclass(frozen=True)
class Revision:
    """A submitted content, numbered from 1; it never changes.

    Args:
        seq: the record's row that submitted it.
        findings: rule ids of warnings that stood when it was submitted.
    """

    id: str
    school: SchoolId
    post: PostId
    number: int
    author: PersonId
    content: Content
    submitted_at: datetime
    seq: int
    findings: tuple[str, ...] = ()
    version: int = 1
