"""What comes after the release, as lines: for which day, how far it is, whose turn it is. Pure, no Qt."""

from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import PostStage
from smadmin.services.how_far import HowFar
from smadmin.services.sheets import Sheet
from smadmin.ui.approvals.lines import Line
from smadmin.ui.stages import planned_said
from smadmin.ui.theme import State


def when_lines(sheet: Sheet, now: datetime) -> tuple[Line, ...]:
    """Say what a post corrects, and for which day it is planned; where its release ends before, that too.

    Args:
        sheet: the post.
        now: UTC.
    """
    corrects = () if sheet.corrects is None else (_corrects(sheet.corrects),)
    return (*corrects, *_planned(sheet, now))


def _corrects(words: str) -> Line:
    quoted = say("approvalui.name", name=words)
    return Line(State.NOTE, say("corrections.corrects", words=quoted))


def _planned(sheet: Sheet, now: datetime) -> tuple[Line, ...]:
    planned, released = sheet.planned, sheet.draft.stage is PostStage.RELEASED
    if planned is None:
        return ()
    if sheet.far.by_itself_at(now) is not None and planned.day > planned.today:
        return (Line(State.NOTE, say("approvalui.planned-for", day=planned.day)),)
    if sheet.release is not None and sheet.release.closes.date() < planned.day:
        return (Line(State.DOUBT, say("approvalui.planned-too-late", day=planned.day)),)
    return (Line(State.NOTE, planned_said(planned, released=released)),)


def far_lines(far: HowFar) -> tuple[Line, ...]:
    """Say per account what is out and what is missing, once any is out; and what keeps a queued post here."""
    kept = tuple(Line(State.STOP, one.message) for one in far.why)
    if not far.half:
        return kept
    return (
        *kept,
        Line(State.FINE, say("approvalui.far-out", accounts=_labels(far.out))),
        Line(State.WAITS, say("approvalui.far-missing", accounts=_labels(far.missing))),
    )


def comes_next(far: HowFar, back_to: str | None, now: datetime) -> Message:
    """Say what comes next, by name where somebody is at it.

    Args:
        far: how far the post is.
        back_to: who gets the chair back, for the second person in it; else None.
        now: UTC.
    """
    by_itself = far.by_itself_at(now)
    if by_itself is not None and far.waits_on:
        return say("entrust.said", platform=far.waits_on, at=by_itself)
    if by_itself is not None:
        return say("approvalui.next-by-itself", at=by_itself)
    if far.kept_here:
        return say("approvalui.next-kept")
    if back_to is not None and far.by not in {"", back_to}:
        return say("approvalui.next-give-back-only", first=back_to, name=far.by)
    if back_to is not None:
        return say(f"approvalui.next-give-back{'-rest' if far.half else ''}", first=back_to)
    if far.by:
        return say("approvalui.next-rest" if far.half else "approvalui.next-going", name=far.by)
    return say("approvalui.next-publish")


def _labels(accounts: tuple[Account, ...]) -> tuple[Message, ...]:
    return tuple(say("approvalui.name", name=one.label) for one in accounts)
