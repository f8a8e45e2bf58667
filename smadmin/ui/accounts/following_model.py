"""Whom the open account follows, as the page shows it. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.following import Followed, Guard
from smadmin.domain.messages import Message, say
from smadmin.services.followed import FollowedSheet
from smadmin.services.office import Office


@dataclass(frozen=True)
class FollowingSeen:
    """One account as one reading found it."""

    account: Account
    guard: Guard
    sheets: tuple[FollowedSheet, ...]
    may: tuple[Reason, ...]


@dataclass(frozen=True)
class FollowedLine:
    """Somebody who is followed, in words."""

    followed: Followed
    title: str
    why: str
    note: Message


@dataclass(frozen=True)
class FollowingModel:
    """The page; `kinds` are the pack's, with their words, for an account of the district."""

    lines: tuple[FollowedLine, ...]
    advice: Message
    kinds: tuple[tuple[str, str], ...]
    may: tuple[Reason, ...]


def read_following(office: Office, by: Actor, account: Account, language: str) -> FollowingSeen:
    """Read whom an account follows (on the store's thread)."""
    follow = office.follow_guard
    return FollowingSeen(
        account=account,
        guard=follow.guard(account.id, language),
        sheets=follow.all(by, account.id),
        may=follow.blockers(by, account.id),
    )


def following_model(seen: FollowingSeen, language: str) -> FollowingModel:
    """Put what was read into words."""
    kinds = tuple((one.kind, one.told.said(language)) for one in seen.guard.kinds)
    named = dict(kinds)
    strict = say("following.strict", number=seen.guard.number, says=seen.guard.says)
    return FollowingModel(
        lines=tuple(_line(one, named) for one in seen.sheets),
        advice=strict if seen.guard.strict else say("following.advice"),
        kinds=kinds,
        may=seen.may,
    )


def _line(sheet: FollowedSheet, kinds: dict[str, str]) -> FollowedLine:
    one, form = sheet.followed, sheet.followed.form
    note = say("following.entered", name=sheet.by, day=one.on)
    if form.kind in kinds:
        note = say("following.entered-kind", kind=kinds[form.kind], name=sheet.by, day=one.on)
    title = f"{form.name} ({form.office})" if form.office else form.name
    return FollowedLine(one, title, form.why, note)
