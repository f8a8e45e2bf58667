"""Posts: what somebody writes for the school's accounts, from the first keystroke to its revisions.

A draft is saved all the time and leaves no trace in the record; submitting makes a numbered revision that
never changes. There is no trusted status: what a revision may do follows from the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SchoolId, SlotId, VideoId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import TEXT, Finding
from smadmin.domain.ready_made import blank_reasons
from smadmin.domain.versions import Earlier, Versions, written_over

_WORDS_SHOWN = 60
_OF_PICTURES = frozenset({"alt", "picture"})


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
    """A picture of a post: a reviewed photo and what it shows, in words."""

    photo: PhotoId
    alt: str = ""


@dataclass(frozen=True)
class Override:
    """A finding somebody let stand, with a reason. `rule`, and the words or else the picture it was about."""

    rule: str
    words: str
    reason: str
    by: PersonId

    @property
    def picture(self) -> PhotoId | None:
        """The picture that it is about; None where it is about words."""
        kind, _, photo = self.words.partition(":")
        return PhotoId(photo) if kind in _OF_PICTURES else None


@dataclass(frozen=True)
class Content:
    """What a post says. `wordings` holds an account's own text where it differs."""

    text: str = ""
    accounts: tuple[AccountId, ...] = ()
    wordings: Mapping[AccountId, str] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    overrides: tuple[Override, ...] = ()
    slot: SlotId | None = None
    video: VideoId | None = None

    def text_for(self, account: AccountId) -> str:
        """Give the words that go out on an account."""
        return self.wordings.get(account, self.text)

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as the record keeps them; rows from before there were videos stay true."""
        return {
            **({} if self.video is None else {"video": self.video}),
            "text": self.text,
            "accounts": list(self.accounts),
            "wordings": {str(account): words for account, words in self.wordings.items()},
            "pictures": [[picture.photo, picture.alt] for picture in self.pictures],
            "overrides": [[one.rule, one.words, one.reason, one.by] for one in self.overrides],
            "slot": self.slot,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Content":
        """Read what `to_plain` gave.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: it is something else.
        """
        slot = value["slot"]
        return cls(
            text=str(value["text"]),
            accounts=tuple(AccountId(str(one)) for one in value["accounts"]),
            wordings={AccountId(str(one)): str(words) for one, words in value["wordings"].items()},
            pictures=tuple(Picture(PhotoId(str(photo)), str(alt)) for photo, alt in value["pictures"]),
            overrides=tuple(
                Override(str(rule), str(words), str(reason), PersonId(str(by)))
                for rule, words, reason, by in value["overrides"]
            ),
            slot=None if slot is None else SlotId(str(slot)),
            video=VideoId(str(value["video"])) if "video" in value else None,
        )


@dataclass(frozen=True)
class Draft:
    """A post being written: one author, one content, saved as it is typed; `earlier` holds former words.

    Args:
        flagged: what the policy warned of while it was written: the check and the words.
    """

    id: PostId
    school: SchoolId
    author: PersonId
    content: Content
    stage: PostStage
    edited_at: datetime
    revision: int = 0
    sent_back: str = ""
    earlier: Versions = ()
    flagged: tuple[tuple[str, str], ...] = ()
    version: int = 1

    @property
    def as_earlier(self) -> Earlier:
        """Its words as they stand, as a version to keep."""
        return Earlier(self.author, self.edited_at, self.content.text, self.content.wordings)


def rewritten(kept: Draft, content: Content, at: datetime) -> Draft:
    """Give a stored draft with another content; words that are written over stay among its versions.

    Overrides are taken from the stored draft: they are acts of their own.
    """
    newer = replace(kept, content=replace(content, overrides=kept.content.overrides), edited_at=at)
    return replace(newer, earlier=written_over(kept.earlier, kept.as_earlier, newer.as_earlier))


def first_words(draft: Draft) -> str:
    """Give the first words of a post, for a list; empty where it has none."""
    return opening(draft.content)


def opening(content: Content) -> str:
    """Give the first words of what a post says, or said; empty where it has none."""
    texts = (content.text, *content.wordings.values())
    return shortened(next((text for text in texts if text.strip()), ""))


def shortened(text: str) -> str:
    """Give the first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[:_WORDS_SHOWN].rsplit(' ', 1)[0]}…"


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


WRITABLE = frozenset({PostStage.DRAFT, PostStage.SENT_BACK})
"""Stages in which the author writes; before a submitted post is changed it is taken back."""


def edit_blockers(draft: Draft, by: PersonId | None) -> tuple[Reason, ...]:
    """List why this person can't change the draft: only its author does, and only while it is one."""
    if by != draft.author:
        return (Reason(say("posts.not-the-author")),)
    if draft.stage not in WRITABLE:
        return (Reason(say("posts.take-back-first")),)
    return ()


def meant(finding: Finding) -> str:
    """Give what a reason is about: the words, or the place of a picture, which has none."""
    return finding.text or ("" if finding.place == TEXT else finding.place)


def overridden(finding: Finding, overrides: tuple[Override, ...]) -> bool:
    """Tell whether somebody let this finding stand: the same rule about the same words.

    What nobody may let stand doesn't, though it was only in doubt when its reason was given: the words around
    a name, the children's list and the policy change.
    """
    same = any(one.rule == finding.rule and one.words == meant(finding) for one in overrides)
    return same and finding.judgement


def override_blockers(finding: Finding, reason: str) -> tuple[Reason, ...]:
    """List why a finding can't be let stand: the policy leaves no judgement, or a reason is owed."""
    if not finding.judgement:
        return (Reason(say("posts.no-judgement-left"), finding.citation, "text"),)
    if not reason.strip():
        return (Reason(say("posts.reason-missing"), finding.citation, "text"),)
    return ()


def content_blockers(content: Content) -> tuple[Reason, ...]:
    """List what a post lacks before anybody needs to look at it: accounts, words, pictures or a video."""
    reasons = []
    if not content.accounts:
        reasons.append(Reason(say("posts.no-account"), "BAL-A2", "accounts"))
    reasons += blank_reasons(tuple(content.text_for(account) for account in content.accounts))
    if content.video is not None and content.pictures:
        reasons.append(Reason(say("videos.pictures-or-video"), None, "pictures"))
    if content.pictures or content.video is not None:
        return tuple(reasons)
    empty = [account for account in content.accounts if not content.text_for(account).strip()]
    if len(empty) == len(content.accounts) and not content.text.strip():
        reasons.append(Reason(say("posts.empty"), None, "text"))
    elif empty:
        reasons.append(Reason(say("posts.empty-for-some", n=len(empty)), None, "text"))
    return tuple(reasons)
