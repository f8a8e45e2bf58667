"""One post as it stands before its release: what is read, on what it stands, and what it will prove.

Pure, no Qt: from a `Sheet` to messages. It decides nothing; the reasons are the service's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId, VideoId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Content, Draft, PostStage
from smadmin.services.held import photo_of
from smadmin.services.questions import QuestionSheet
from smadmin.services.sheets import Sheet
from smadmin.services.spoken import YesSheet
from smadmin.ui.approvals.let_stand import let_stand_findings, let_stand_lines
from smadmin.ui.approvals.lines import FindingLine, Line, PictureLine
from smadmin.ui.approvals.onward import comes_next, far_lines, when_lines
from smadmin.ui.approvals.people import adult_lines, look_lines, picture_line, wrote_lines
from smadmin.ui.approvals.queue import ANOTHER_LOOK, SOMEBODY_ELSE
from smadmin.ui.approvals.rights import proves_of, right_of
from smadmin.ui.approvals.versions import Version, versions_of
from smadmin.ui.asked_said import asked_lines
from smadmin.ui.theme import State


class Next(Enum):
    """What the main button does."""

    RELEASE = "release"
    PUBLISH = "publish"
    SEE = "see"  # it goes out by itself: *Publish* shows when, and cancels it
    GIVE_BACK = "give-back"


class Help(Enum):
    """What else leads on from here."""

    HAND_OVER = "hand-over"
    PHOTOS = "photos"
    TAKE_BACK = "take-back"


@dataclass(frozen=True)
class YesModel:
    """A yes by phone that is offered. `local` is now, on the school's own clock."""

    sheet: YesSheet
    local: datetime


def yes_offered(sheet: Sheet, yes: YesSheet | None, local: datetime) -> YesModel | None:
    """Offer a yes by phone where the post waits for somebody else, and nothing but that keeps it."""
    ids = {one.message.id for one in sheet.blockers}
    forbidden = yes is None or "spoken.forbidden" in {one.message.id for one in yes.prepare_reasons}
    if yes is None or forbidden or not yes.people or not ids or not ids <= SOMEBODY_ELSE:
        return None
    return YesModel(yes, local)


@dataclass(frozen=True)
class SheetModel:
    """A post that is open.

    Args:
        draft: as it was read; nothing else is released or sent back.
        voices: the words and the accounts that get them, each wording once.
        next: what the main button does; `missing` says why it can't yet.
        more: what else leads on.
        send_back_missing: why this person can't send it back; None where that isn't asked (released, own).
        may_void: whether a release stands that can still be taken back.
        may_leave: whether it is out on some accounts and may be left at that.
        right: by what right, in a sentence.
        proves: what the record says or will say; None where somebody else releases.
        proves_note: what that doesn't prove.
        yes: how it stands to a yes by phone; None where that isn't offered.
        video: the post's, or None; `author` has seen it first.
        versions: how readers on each account see it.
        held_photo: the first photo that keeps the post; None where none does.
    """

    draft: Draft
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
    yes: YesModel | None = None
    video: VideoId | None = None
    author: PersonId | None = None
    versions: tuple[Version, ...] = ()
    held_photo: str | None = None
    may_leave: bool = False

    @property
    def post(self) -> PostId:
        """Which post it is."""
        return self.draft.id

    @property
    def photo_to_see(self) -> str | None:
        """The first photo that isn't looked at as it should be, for the Photos screen."""
        open_ones = [one.photo for one in self.pictures if one.looked.state is not State.FINE]
        first = next((one for one in open_ones if one is not None), None)
        return self.held_photo if first is None else first.id


def sheet_model(
    sheet: Sheet,
    *,
    person: PersonId,
    name: str,
    confined: bool,
    first: str,
    now: datetime,
    platforms: Mapping[Platform, PlatformFacts],
    asked: tuple[QuestionSheet, ...] = (),
    changed: tuple[Message, ...] = (),
) -> SheetModel:
    """Word a sheet.

    Args:
        sheet: from `Sheets.sheet`.
        person: who reads it.
        name: theirs.
        confined: whether they are the second person in the chair.
        first: who gets the chair back, by name; empty where nobody handed it over.
        now: UTC, from the clock.
        platforms: what each takes and shows.
        asked: what the principal was asked about it.
        changed: what of it changed since it was released before.
    """
    content = sheet.draft.content
    released = sheet.draft.stage is PostStage.RELEASED
    step = Next.RELEASE if not released else _released_next(sheet, now, confined=confined)
    mine = sheet.draft.author == person
    pictures = tuple(picture_line(number, one) for number, one in enumerate(sheet.pictures, 1))
    proves, note = proves_of(sheet, name)
    return SheetModel(
        video=content.video,
        author=sheet.draft.author,
        draft=sheet.draft,
        accounts=sheet.accounts,
        topic=sheet.topic,
        voices=voices(content, sheet.accounts),
        pictures=pictures,
        versions=versions_of(sheet, platforms),
        held_photo=photo_of(sheet.blockers),
        people=(
            *wrote_lines(sheet.wrote, now),
            *look_lines(sheet.pictures, video=sheet.draft.content.video is not None),
            *adult_lines(sheet.pictures),
        ),
        findings=_findings(sheet),
        next=step,
        missing=_missing(sheet, step, now),
        stands=(*_stands(sheet, step, first, now), *_changed(changed), *_doubts(sheet), *_asked(asked, now)),
        more=_more(sheet, mine=mine, confined=confined),
        send_back_missing=None if released or mine else _send_back_missing(sheet),
        may_void=released
        and not sheet.far.under_way
        and (mine or bool(sheet.roles & OFFICE) or _released_by(sheet, person)),
        may_leave=sheet.far.half and not sheet.far.under_way and (mine or bool(sheet.roles & OFFICE)),
        right=right_of(sheet.mandate if sheet.release is None else sheet.release.mandate, sheet.topic),
        proves=proves,
        proves_note=note,
    )


def voices(content: Content, accounts: tuple[Account, ...]) -> tuple[tuple[str, tuple[Account, ...]], ...]:
    """Group the accounts that get the same words, in order: what is read is read once."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        groups.setdefault(content.text_for(account.id), []).append(account)
    return tuple((text, tuple(together)) for text, together in groups.items())


def _released_next(sheet: Sheet, now: datetime, *, confined: bool) -> Next:
    if confined:
        return Next.GIVE_BACK
    by_itself = sheet.far.by_itself_at(now) is not None and not sheet.blockers
    return Next.SEE if by_itself else Next.PUBLISH


def _missing(sheet: Sheet, step: Next, now: datetime) -> tuple[Reason, ...]:
    if step is Next.RELEASE:
        return tuple({one.message: one for one in sheet.blockers}.values())
    if step is Next.GIVE_BACK:
        return ()
    if sheet.release is None:
        return (Reason(say("approvalui.release-broken")),)
    if now > sheet.release.closes:
        return (Reason(say("approvalui.release-over", until=sheet.release.closes)),)
    stopped = any(one.message.id == "crisis.stopped" for one in sheet.blockers)
    if sheet.blockers and not (sheet.far.perhaps_out if stopped else sheet.far.going):
        return sheet.blockers  # what was handed out is ended at Publish
    return () if sheet.may_publish else (Reason(say("publications.no-role"), "BAL-A2"),)


def _stands(sheet: Sheet, step: Next, first: str, now: datetime) -> tuple[Line, ...]:
    return (*_can_go_out(sheet, step, first, now), *when_lines(sheet, now))


def _can_go_out(sheet: Sheet, step: Next, first: str, now: datetime) -> tuple[Line, ...]:
    """Say in lines whether it can be released, or what comes after its release."""
    if step is Next.RELEASE:
        if not sheet.blockers and sheet.warnings:
            return (Line(State.NOTE, say("approvalui.you-can-release-in-doubt", n=len(sheet.warnings))),)
        if not sheet.blockers:
            return (Line(State.FINE, say("approvalui.you-can-release")),)
        waits = SOMEBODY_ELSE | ANOTHER_LOOK
        said = dict.fromkeys(one.message for one in sheet.blockers)
        return tuple(Line(State.WAITS if one.id in waits else State.STOP, one) for one in said)
    if sheet.release is None:
        return (Line(State.STOP, say("approvalui.release-broken")),)
    if now > sheet.release.closes:
        return (Line(State.STOP, say("approvalui.release-over", until=sheet.release.closes)),)
    if sheet.blockers:
        stop = Line(State.STOP, say("approvalui.released-stopped"))
        stopped = (Line(State.STOP, one.message) for one in sheet.blockers)
        return tuple(dict.fromkeys((*far_lines(sheet.far), stop, *stopped)))
    held = Line(State.FINE, say("approvalui.released-until", until=sheet.release.closes))
    back_to = first if step is Next.GIVE_BACK else None
    return (*far_lines(sheet.far), held, Line(State.WAITS, comes_next(sheet.far, back_to, now)))


def _doubts(sheet: Sheet) -> tuple[Line, ...]:
    """Name what the policy warns of and what the author let stand, before anybody releases it."""
    if sheet.draft.stage is not PostStage.SUBMITTED:
        return ()
    open_ones = (
        Line(State.DOUBT, say("approvalui.doubt-stands", words=one.text, says=one.message))
        if one.text
        else Line(State.DOUBT, one.message)
        for one in sheet.warnings
    )
    guards = (Line(State.DOUBT, one) for one in (*sheet.named, *sheet.unnamed))
    return (*dict.fromkeys(open_ones), *guards, *let_stand_lines(sheet))


def _changed(changed: tuple[Message, ...]) -> tuple[Line, ...]:
    return (Line(State.NOTE, say("approvalui.changed-since", what=changed)),) if changed else ()


def _asked(asked: tuple[QuestionSheet, ...], now: datetime) -> tuple[Line, ...]:
    return tuple(Line(one.state, one.said) for one in asked_lines(asked, now))


def _more(sheet: Sheet, *, mine: bool, confined: bool) -> tuple[Help, ...]:
    ids = {one.message.id for one in sheet.blockers}
    if sheet.draft.stage is not PostStage.SUBMITTED:
        return (Help.PHOTOS,) if ids & ANOTHER_LOOK else ()
    helps = []
    if ids & SOMEBODY_ELSE and not confined:
        helps.append(Help.HAND_OVER)
    if ids & ANOTHER_LOOK:
        helps.append(Help.PHOTOS)
    if mine and not sheet.far.going and not confined:
        helps.append(Help.TAKE_BACK)
    return tuple(helps)


def _send_back_missing(sheet: Sheet) -> tuple[Reason, ...]:
    if not sheet.roles:
        return (Reason(say("approvals.no-role")),)
    return (Reason(say("posts.partly-out")),) if sheet.far.going else ()


def _released_by(sheet: Sheet, person: PersonId) -> bool:
    return sheet.release is not None and sheet.release.signed.person == person


def _findings(sheet: Sheet) -> tuple[FindingLine, ...]:
    stand = [
        FindingLine(one.text, one.message, sheet.clauses.get(one.citation, ""), "") for one in sheet.warnings
    ]
    stand += [FindingLine("", one, "", "") for one in sheet.unnamed]
    return (*stand, *let_stand_findings(sheet))
