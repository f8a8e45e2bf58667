"""One post as it stands before its release: what is read, on what it stands, and what it will prove.

Pure, no Qt: from a `Sheet` to messages. It decides nothing; the reasons are the service's own.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE
from smadmin.domain.photos.adults import AdultsShown
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content, PostStage
from smadmin.services.sheets import PictureSheet, Sheet, Signed
from smadmin.ui.adults_said import adults_words
from smadmin.ui.approvals.queue import ANOTHER_LOOK, SOMEBODY_ELSE
from smadmin.ui.approvals.rights import proves_of, right_of
from smadmin.ui.theme import State
from smadmin.ui.wording import age


@dataclass(frozen=True)
class Line:
    """A state and its sentence."""

    state: State
    said: Message


@dataclass(frozen=True)
class PictureLine:
    """A picture of the post. `photo` is None where it was removed."""

    photo: Photo | None
    number: int
    alt: str
    looked: Line


@dataclass(frozen=True)
class FindingLine:
    """What the policy says about some words. `reason` is the author's, empty where nobody spoke about it."""

    words: str
    said: Message | None
    citation: str
    reason: str


class Next(Enum):
    """What the main button does."""

    RELEASE = "release"
    PUBLISH = "publish"
    GIVE_BACK = "give-back"


class Help(Enum):
    """What else leads on from here."""

    HAND_OVER = "hand-over"
    PHOTOS = "photos"
    TAKE_BACK = "take-back"


@dataclass(frozen=True)
class SheetModel:
    """A post that is open.

    Args:
        voices: the words and the accounts that get them, each wording once.
        next: what the main button does; `missing` says why it can't yet.
        more: what else leads on.
        send_back_missing: why this person can't send it back; None where that isn't asked (released, own).
        may_void: whether a release stands that can still be taken back.
        right: by what right, in a sentence.
        proves: what the record says or will say; None where somebody else releases.
        proves_note: what that doesn't prove.
    """

    post: PostId
    accounts: tuple[Account, ...]
    topic: str
    voices: tuple[tuple[str, tuple[Account, ...]], ...]
    pictures: tuple[PictureLine, ...]
    people: tuple[Line, ...]
    findings: tuple[FindingLine, ...]
    next: Next
    missing: tuple[Reason, ...]
    stands: tuple[Line, ...]
    more: tuple[Help, ...]
    send_back_missing: tuple[Reason, ...] | None
    may_void: bool
    right: Message | None
    proves: Message | None
    proves_note: Message | None

    @property
    def photo_to_see(self) -> str | None:
        """The first photo that isn't looked at as it should be, for the Photos screen."""
        open_ones = [one.photo for one in self.pictures if one.looked.state is not State.FINE]
        first = next((one for one in open_ones if one is not None), None)
        return None if first is None else first.id


def sheet_model(
    sheet: Sheet, *, person: PersonId, name: str, confined: bool, first: str, now: datetime
) -> SheetModel:
    """Word a sheet.

    Args:
        sheet: from `Sheets.sheet`.
        person: who reads it.
        name: theirs.
        confined: whether they are the second person in the chair.
        first: who gets the chair back, by name; empty where nobody handed it over.
        now: UTC, from the clock.
    """
    content = sheet.draft.content
    released = sheet.draft.stage is PostStage.RELEASED
    step = Next.RELEASE if not released else Next.GIVE_BACK if confined else Next.PUBLISH
    mine = sheet.draft.author == person
    pictures = tuple(_picture(number, one) for number, one in enumerate(sheet.pictures, 1))
    proves, note = proves_of(sheet, name)
    return SheetModel(
        post=sheet.draft.id,
        accounts=sheet.accounts,
        topic=sheet.topic,
        voices=voices(content, sheet.accounts),
        pictures=pictures,
        people=(*_wrote(sheet.wrote, now), *_looks(sheet.pictures), *_adults(sheet.pictures), *_lost(sheet)),
        findings=_findings(sheet),
        next=step,
        missing=_missing(sheet, step),
        stands=_stands(sheet, step, first),
        more=_more(sheet, mine=mine, confined=confined),
        send_back_missing=None if released or mine else _send_back_missing(sheet),
        may_void=released
        and not sheet.going
        and (mine or bool(sheet.roles & OFFICE) or _released_by(sheet, person)),
        right=right_of(sheet.mandate if sheet.release is None else sheet.release.mandate, sheet.topic),
        proves=proves,
        proves_note=note,
    )


def _lost(sheet: Sheet) -> tuple[Line, ...]:
    return tuple(Line(State.DOUBT, message) for message in sheet.lost)


def voices(content: Content, accounts: tuple[Account, ...]) -> tuple[tuple[str, tuple[Account, ...]], ...]:
    """Group the accounts that get the same words, in order: what is read is read once."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        groups.setdefault(content.text_for(account.id), []).append(account)
    return tuple((text, tuple(together)) for text, together in groups.items())


def _missing(sheet: Sheet, step: Next) -> tuple[Reason, ...]:
    if step is Next.RELEASE:
        return tuple({one.message: one for one in sheet.blockers}.values())
    if step is Next.GIVE_BACK:
        return ()
    if sheet.release is None:
        return (Reason(say("approvalui.release-broken")),)
    return () if sheet.may_publish else (Reason(say("publications.no-role"), "BAL-A2"),)


def _stands(sheet: Sheet, step: Next, first: str) -> tuple[Line, ...]:
    """Say in lines whether it can be released, or what comes after its release."""
    if step is Next.RELEASE:
        if not sheet.blockers:
            return (Line(State.FINE, say("approvalui.you-can-release")),)
        waits = SOMEBODY_ELSE | ANOTHER_LOOK
        said = dict.fromkeys(one.message for one in sheet.blockers)
        return tuple(Line(State.WAITS if one.id in waits else State.STOP, one) for one in said)
    if sheet.release is None:
        return (Line(State.STOP, say("approvalui.release-broken")),)
    held = Line(State.FINE, say("approvalui.released-until", until=sheet.release.closes))
    if step is Next.GIVE_BACK:
        return (held, Line(State.WAITS, say("approvalui.next-give-back", first=first)))
    if sheet.going:
        return (held, Line(State.WAITS, say("approvalui.next-going")))
    return (held, Line(State.WAITS, say("approvalui.next-publish")))


def _more(sheet: Sheet, *, mine: bool, confined: bool) -> tuple[Help, ...]:
    if sheet.draft.stage is not PostStage.SUBMITTED:
        return ()
    ids = {one.message.id for one in sheet.blockers}
    helps = []
    if ids & SOMEBODY_ELSE and not confined:
        helps.append(Help.HAND_OVER)
    if ids & ANOTHER_LOOK:
        helps.append(Help.PHOTOS)
    if mine and not sheet.going and not confined:
        helps.append(Help.TAKE_BACK)
    return tuple(helps)


def _send_back_missing(sheet: Sheet) -> tuple[Reason, ...]:
    return () if sheet.roles else (Reason(say("approvals.no-role")),)


def _released_by(sheet: Sheet, person: PersonId) -> bool:
    return sheet.release is not None and sheet.release.signed.person == person


def _picture(number: int, one: PictureSheet) -> PictureLine:
    photo, alt = one.photo, one.picture.alt
    if photo is None:
        return PictureLine(None, number, alt, Line(State.STOP, say("approvalui.picture-gone")))
    if one.first is None:
        looked = Line(State.WAITS, say("approvalui.nobody-looked"))
    elif one.second is not None:
        names = {"first": one.first.name, "second": one.second.name}
        looked = Line(State.FINE, say("approvalui.seen-by-two", **names))
    elif photo.faces:
        looked = Line(State.WAITS, say("approvalui.seen-by-one", first=one.first.name))
    else:
        looked = Line(State.FINE, say("approvalui.no-faces", first=one.first.name))
    return PictureLine(photo, number, alt, looked)


def _wrote(wrote: Signed | None, now: datetime) -> tuple[Line, ...]:
    if wrote is None:
        return ()
    return (Line(State.FINE, say("approvalui.wrote", name=wrote.name, ago=age(wrote.at, now))),)


def _looks(pictures: tuple[PictureSheet, ...]) -> tuple[Line, ...]:
    if not pictures:
        return (Line(State.FINE, say("approvalui.no-pictures")),)
    lines = []
    for message, looks in (
        ("approvalui.first-look", [one.first for one in pictures]),
        ("approvalui.second-look", [one.second for one in pictures]),
    ):
        names = dict.fromkeys(look.name for look in looks if look is not None)
        missing = sum(
            look is None and one.photo is not None and bool(one.photo.faces)
            for look, one in zip(looks, pictures, strict=True)
        )
        if names:
            people = tuple(say("approvalui.name", name=name) for name in names)
            lines.append(Line(State.FINE, say(message, people=people)))
        if missing:
            lines.append(Line(State.WAITS, say(f"{message}-missing", n=missing)))
    return tuple(lines)


def _adults(pictures: tuple[PictureSheet, ...]) -> tuple[Line, ...]:
    """Say on what it rests that adults are shown, each thing once (SOC-M2)."""
    there = dict.fromkeys(one.adults for one in pictures if one.photo is not None and one.photo.faces)
    return tuple(
        Line(State.DOUBT if adults.shown is AdultsShown.UNSAID else State.FINE, adults_words(adults))
        for adults in there
    )


def _findings(sheet: Sheet) -> tuple[FindingLine, ...]:
    stand = [
        FindingLine(one.text, one.message, sheet.clauses.get(one.citation, ""), "") for one in sheet.warnings
    ]
    spoken = [
        FindingLine(
            one.words,
            None if finding is None else finding.message,
            "" if finding is None else sheet.clauses.get(finding.citation, ""),
            one.reason,
        )
        for one, finding in sheet.overrides
    ]
    return (*stand, *spoken)
