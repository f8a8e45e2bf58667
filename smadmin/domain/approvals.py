"""Releasing a post: who may, what exactly is released, and what makes it void (`keys.md`, Approval).

A release is a row `approve` of the record whose parts (`smadmin.domain.manifests`) list what goes out. No
status is trusted: `release_blockers` is asked before, and `smadmin.domain.publications` rebuilds the manifest
from the outgoing bytes afterwards.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PhotoId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.videos.releasing import VideoLooks, video_reasons

RELEASE_DAYS = 7
"""How long a release stands where the pack says nothing; later the news is old and so is the look."""


class ReleaseBy(StrEnum):
    """By which mandate somebody releases (`product.md`, Approvals)."""

    WEEK = "week"
    EACH = "each"
    STANDING = "standing"
    NOTICE = "notice"  # a ready-made text, signed in advance
    PHONE = "phone"  # the principal's yes, which somebody else signed


PACK_MAY_SAY = (ReleaseBy.WEEK, ReleaseBy.EACH, ReleaseBy.STANDING)
"""Who releases, as a pack says it; the others come beside each of these."""


@dataclass(frozen=True)
class PhotoLooks:
    """Who looked at a photo of the post, and at which rows of the record they said so.

    Args:
        open_faces: faces that nobody decided, or opted-out ones that aren't covered.
        exported: SHA-256 (hex) of the covered, clean file.
        students: whether students' faces show (then a second look may be required).
        lacks_file: whether only the file for one of the accounts lacks: what its platform takes has changed.
    """

    photo: PhotoId
    exported: str | None
    first: PersonId | None
    first_seq: int | None
    second: PersonId | None
    second_seq: int | None
    open_faces: int = 0
    students: bool = True
    lacks_file: bool = False


@dataclass(frozen=True)
class Mandate:
    """What lets somebody release: a week's plan, a permission, a text signed before, or the office itself.

    Args:
        seq: the row that gave it (the signed plan, the permission, the text, the grant of the role).
        covers: whether it covers this post's accounts and topic today.
        used: whether another post that was planned for the same is out already.
    """

    by: ReleaseBy
    seq: int
    covers: bool = True
    used: bool = False


def mandate_of(
    *,
    wrote: bool,
    notice: int | None,
    office: int | None,
    permission: int | None,
    week: int | None,
    covered: bool,
    used: bool,
) -> Mandate | None:
    """Give by what somebody may release a post, or None (`product.md`, Approvals).

    Args:
        wrote: whether the post is theirs; then nothing but a notice or a standing permission helps.
        notice: the row of the signed text that it is, blanks filled, for which they are named, or None.
        office: the row that made them principal or deputy, or None.
        permission: the row of the standing permission that they hold for its accounts, or None.
        week: the row that signed the week's plan in force, or None.
        covered: whether that plan covers the post.
        used: whether another post that was planned for the same is out already.
    """
    if wrote and notice is not None:
        return Mandate(ReleaseBy.NOTICE, notice)
    if wrote:
        return None if permission is None else Mandate(ReleaseBy.STANDING, permission, covered, used)
    if office is not None:
        return Mandate(ReleaseBy.EACH, office)
    return None if week is None else Mandate(ReleaseBy.WEEK, week, covered)


@dataclass(frozen=True)
class ReleaseCase:
    """All facts that the decision needs, gathered by the service.

    Args:
        releaser, roles: who wants to release and what they are today.
        second_look_required: the pack's word where students' faces show.
        open_blocks: messages of block findings that nobody overrode.
        overridden_blocks: how many block findings were overridden with a reason.
        overriders: whom the pack names to let these stand, by releasing the post.
        warnings: how many warnings stand.
        account_reasons: why an account may not be posted from.
        roster_right: whether the children's list is what its last signed row says.
        head_right: whether the record ends where the computer's own note says, and every row is proven.
        clock_right: whether the clock isn't behind the record's last row (then nothing dated is decided).
        answered: whether the keyring, where that note lies, has answered.
        video: how the post's video stands, or None where it has none.
        leaves: whether the releaser's departure is under way.
    """

    post: PostId
    author: PersonId
    releaser: PersonId
    roles: frozenset[Role]
    pack_releases: ReleaseBy
    mandate: Mandate | None
    looks: tuple[PhotoLooks, ...]
    second_look_required: bool
    open_blocks: tuple[Reason, ...]
    overridden_blocks: int
    warnings: int
    account_reasons: tuple[Reason, ...]
    today: date
    roster_right: bool = True
    head_right: bool = True
    clock_right: bool = True
    answered: bool = True
    video: VideoLooks | None = None
    overriders: frozenset[Role] = frozenset()
    leaves: bool = False


OVERRIDERS = {Role.PRINCIPAL: OFFICE, Role.COMMUNICATIONS: frozenset({Role.COMMUNICATIONS})}
"""Whom a pack may name to let a block stand, and whose hand that is: a dated deputy's is the principal's."""

_BY_THE_AUTHOR = frozenset({ReleaseBy.STANDING, ReleaseBy.NOTICE})
"""By these somebody releases a text of their own."""

_BY_THE_OFFICE = frozenset({ReleaseBy.NOTICE, ReleaseBy.PHONE})
"""What the principal signed in advance (YEL-B1), or said yes to (`domain.spoken` asks the rest)."""

_STAFF = frozenset({Role.ADMINISTRATOR, Role.REVIEWER}) | OFFICE


def release_blockers(case: ReleaseCase) -> tuple[Reason, ...]:
    """List why this person may not release this post now, most important first.

    The same list stands beside the disabled button and in `NotAllowed`.
    """
    return (
        *_whole(case),
        *case.open_blocks,
        *_photo_reasons(case),
        *(() if case.video is None else video_reasons(case.video, case.author)),
        *case.account_reasons,
        *_person_reasons(case),
    )


def _whole(case: ReleaseCase) -> tuple[Reason, ...]:
    reasons = []
    if not case.answered:
        reasons.append(Reason(say("approvals.not-answered")))
    elif not case.head_right:
        reasons.append(Reason(say("approvals.record-short")))
    if not case.roster_right:
        reasons.append(Reason(say("approvals.roster-changed"), "BAL-B1i1"))
    if not case.clock_right:
        reasons.append(Reason(say("approvals.clock-behind")))
    return tuple(reasons)


def _photo_reasons(case: ReleaseCase) -> tuple[Reason, ...]:
    reasons = []
    for look in case.looks:
        place = f"photo:{look.photo}"
        if look.open_faces:
            reasons.append(Reason(say("approvals.faces-open", n=look.open_faces), "BAL-B1i1", place))
        elif look.first is None:
            reasons.append(Reason(say("approvals.first-look-missing"), "BAL-B1i1", place))
        elif look.students and case.second_look_required and look.second is None:
            reasons.append(Reason(say("approvals.second-look-missing"), "SOC-M4", place))
        elif look.second is not None and look.second == look.first:
            reasons.append(Reason(say("approvals.same-eyes"), "SOC-M4", place))
        elif look.lacks_file:
            reasons.append(Reason(say("approvals.file-missing"), None, place))
        elif look.exported is None:
            reasons.append(Reason(say("approvals.not-exported"), None, place))
    return tuple(reasons)


def _person_reasons(case: ReleaseCase) -> tuple[Reason, ...]:
    alone = case.mandate is not None and case.mandate.by in _BY_THE_AUTHOR
    if not case.roles & (_STAFF | (case.overriders & {Role.COMMUNICATIONS})):
        return (Reason(say("approvals.no-role")),)
    if case.leaves:
        return (Reason(say("approvals.releaser-leaves"), "BAL-B1b3"),)
    if case.releaser == case.author and not (alone and not case.looks and case.video is None):
        return (Reason(say("approvals.own-post")),)
    if any(case.releaser == look.first for look in case.looks):
        return (Reason(say("approvals.own-first-look"), "SOC-M4"),)
    if missing := _override_reasons(case):
        return missing
    if case.roles & OFFICE and case.releaser != case.author:
        return ()
    return _mandate_reasons(case)


def _override_reasons(case: ReleaseCase) -> tuple[Reason, ...]:
    """Say whose hand a block that was let stand still lacks."""
    lacking = sorted(role for role in case.overriders if not case.roles & OVERRIDERS[role])
    return tuple(Reason(say(f"approvals.override-needs-{role.value}")) for role in lacking)


def _principal_only(case: ReleaseCase) -> tuple[Reason, ...]:
    """Say what of a post nobody but the principal may release, whatever the plan covers."""
    if case.overridden_blocks and case.overriders != {Role.COMMUNICATIONS}:
        return (Reason(say("approvals.override-needs-principal")),)
    return () if case.video is None else (Reason(say("approvals.video-needs-principal")),)


def _mandate_reasons(case: ReleaseCase) -> tuple[Reason, ...]:
    """Say why somebody who isn't the principal lacks the mandate."""
    mandate = case.mandate
    if only := _principal_only(case):
        return only
    named = bool(case.overriders) and mandate is not None and mandate.by is ReleaseBy.EACH
    if named or (mandate is not None and mandate.by in _BY_THE_OFFICE):
        return ()
    if case.pack_releases is ReleaseBy.EACH or mandate is None or mandate.by is ReleaseBy.EACH:
        return (Reason(say("approvals.needs-principal")),)
    if not mandate.covers:
        return (Reason(say("approvals.not-in-plan")),)
    if mandate.by is ReleaseBy.STANDING:
        return _standing_reasons(case, mandate)
    if case.looks and any(look.second not in (None, case.releaser) for look in case.looks):
        return (Reason(say("approvals.second-looker-releases")),)
    return ()


def _standing_reasons(case: ReleaseCase, mandate: Mandate) -> tuple[Reason, ...]:
    """Say why a standing permission isn't enough: it is for one clean text a planned post."""
    if mandate.used:
        return (Reason(say("approvals.planned-post-is-out")),)
    if case.looks:
        return (Reason(say("approvals.standing-text-only")),)
    if case.warnings:
        return (Reason(say("approvals.standing-clean-only", n=case.warnings)),)
    return ()
