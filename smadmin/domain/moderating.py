"""Hiding or removing a visitor's comment, blocking a visitor: on which ground, and never for a view. Pure.

A comment is kept before it goes. Whoever asks for it answers first whether the view that it expresses is the
reason; if so, nobody can do it here (YEL-U2). What may hide a view (a ground with a caution) takes words and
a second person, and so does every block, which has an end besides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import Plain
from smadmin.domain.comments import CommentForm, CommentId
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.policy.values import Removal, Told
from smadmin.domain.rounds import Spot
from smadmin.domain.typed import says_something

MEASURE_PART, KEPT_PART, WORDS_PART, DONE_PART = "measure", "kept", "reason", "done"
WORDS_MOST = 1_000
BLOCK_DAYS = 366
"""The program's own limit: a block that nobody looks at again for longer than a year is one for ever."""
MODERATORS = LEADING | {Role.ADMINISTRATOR}
"""Whose matter it is, as first or as second person."""


class Measure(StrEnum):
    """What is done. Signed for ever by name: never rename one."""

    REMOVAL = "removal"
    BLOCK = "block"


class Way(StrEnum):
    """How a comment goes. Signed for ever by name."""

    HIDE = "hide"  # its author still sees it, and it can be shown again
    DELETE = "delete"
    REPORT = "report"  # only the platform can take it away


class Stage(StrEnum):
    """How far a measure is."""

    ASKED = "asked"  # a second person is to look
    READY = "ready"  # somebody does it on the platform
    DONE = "done"
    SPARED = "spared"  # the comment stays, the visitor isn't blocked
    ENDED = "ended"  # a block was lifted


_HIDES = {
    Platform.X: (Way.HIDE, Way.REPORT),
    Platform.FACEBOOK: (Way.HIDE, Way.DELETE),
    Platform.INSTAGRAM: (Way.HIDE, Way.DELETE),
    Platform.MASTODON: (Way.REPORT,),
    Platform.BLUESKY: (Way.HIDE, Way.REPORT),
    Platform.YOUTUBE: (Way.HIDE, Way.DELETE),
    Platform.LINKEDIN: (Way.DELETE,),
    Platform.VIMEO: (Way.DELETE,),
    Platform.WORDPRESS: (Way.HIDE, Way.DELETE),
}


def ways_on(platform: Platform | None) -> tuple[Way, ...]:
    """Give how a visitor's comment can go on a platform, the mildest first; on an unknown one all."""
    return tuple(Way) if platform is None else _HIDES[platform]


@dataclass(frozen=True)
class Wish:
    """What somebody asks for.

    Args:
        kind: the ground, by its name in the pack.
        viewpoint: whether the view expressed is the reason; None until it is answered.
        way: how a comment goes; None for a block.
        words: why, in their own words.
        until: the last day of a block.
        unpictured: that no picture of it could be made.
    """

    measure: Measure
    kind: str
    viewpoint: bool | None
    way: Way | None = None
    words: str = ""
    until: date | None = None
    unpictured: bool = False


@dataclass(frozen=True)
class Moderated:
    """A measure as the record tells it.

    Args:
        told: the ground's words, as the pack said them then.
        by: who asked, `at` when (UTC).
        second: whether a second person had to look.
        pictured: whether a picture of it was kept.
        agreed_by: that second person, or None.
        done_by: who saw that it was done; `done` in which way, `done_at` when.
        ended_at: when it was given up, or a block was lifted.
    """

    measure: Measure
    comment: CommentId
    account: AccountId
    kind: str
    told: Told
    way: Way | None
    words: str
    until: date | None
    second: bool
    pictured: bool
    by: PersonId | None
    at: datetime
    stage: Stage
    agreed_by: PersonId | None = None
    done_by: PersonId | None = None
    done_at: datetime | None = None
    done: Way | None = None
    ended_by: PersonId | None = None
    ended_at: datetime | None = None

    @property
    def under_way(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.stage in {Stage.ASKED, Stage.READY}

    def over_on(self, today: date) -> bool:
        """Tell whether a block is to be lifted by now."""
        return self.stage is Stage.DONE and self.until is not None and today > self.until


def needs_second(measure: Measure, ground: Removal) -> bool:
    """Tell whether a second person has to look."""
    return measure is Measure.BLOCK or ground.second


def needs_words(wish: Wish, ground: Removal | None, ways: Sequence[Way]) -> bool:
    """Tell whether a ground alone doesn't say enough: a caution, a block, deleting where hiding would do."""
    harder = wish.way is Way.DELETE and Way.HIDE in ways
    return wish.measure is Measure.BLOCK or harder or (ground is not None and ground.caution)


def ground_of(kind: str, grounds: Sequence[Removal]) -> Removal | None:
    """Give a ground by its name."""
    return next((one for one in grounds if one.kind == kind), None)


def wish_blockers(
    wish: Wish, grounds: Sequence[Removal], ways: Sequence[Way], *, pictured: bool, today: date
) -> tuple[Reason, ...]:
    """List why nobody can do what is wished; a view as the reason stands alone, and nothing mends it.

    Args:
        wish: what is asked for.
        grounds: the policy's.
        ways: those of the platform.
        pictured: whether a picture of it was chosen.
        today: the school's own day.
    """
    if wish.viewpoint is None:
        return (Reason(say("moderating.view-unanswered"), "YEL-U2", "view"),)
    if wish.viewpoint:
        return (Reason(say("moderating.view"), "YEL-U2", "view"),)
    reasons = []
    ground = ground_of(wish.kind, grounds)
    if ground is None:
        reasons.append(Reason(say("moderating.kind-missing"), "YEL-U1", "kind"))
    if wish.measure is Measure.REMOVAL and wish.way not in ways:
        reasons.append(Reason(say("moderating.way-missing"), None, "way"))
    if wish.measure is Measure.BLOCK:
        reasons.extend(_until_reasons(wish.until, today))
    if needs_words(wish, ground, ways) and not says_something(wish.words):
        reasons.append(Reason(say("moderating.words-missing"), None, "words"))
    if len(wish.words) > WORDS_MOST:
        reasons.append(Reason(say("comments.too-long", n=WORDS_MOST), None, "words"))
    if not pictured and not wish.unpictured:
        reasons.append(Reason(say("moderating.keep-first"), "BAL-B1f3", "shot"))
    return tuple(reasons)


def begin_blockers(
    measure: Measure, form: CommentForm, before: Moderated | None, *, gone: bool, speaks: bool
) -> tuple[Reason, ...]:
    """List why somebody can't begin.

    Args:
        measure: what would be done.
        form: the comment, as it was entered.
        before: the newest such measure about it.
        gone: whether it was hidden or removed.
        speaks: whether they may speak for the account.
    """
    if not speaks:
        return (Reason(say("comments.not-yours"), "BAL-A2"),)
    if before is not None and before.under_way:
        return (Reason(say("moderating.under-way")),)
    if measure is Measure.REMOVAL and form.spot is Spot.MESSAGES:
        return (Reason(say("moderating.private")),)
    if measure is Measure.REMOVAL and gone:
        return (Reason(say("moderating.gone-already")),)
    if measure is Measure.BLOCK and before is not None and before.stage is Stage.DONE:
        return (Reason(say("moderating.blocked-already")),)
    missing = [name for name in ("text", "author") if not getattr(form, name).strip()]
    return tuple(Reason(say(f"moderating.{name}-first"), "BAL-B1f3") for name in missing)


def agree_blockers(found: Moderated | None, person: PersonId | None, *, speaks: bool) -> tuple[Reason, ...]:
    """List why somebody can't be the second person."""
    if found is None or found.stage is not Stage.ASKED:
        return (Reason(say("moderating.not-asked")),)
    if person is None or person == found.by:
        return (Reason(say("moderating.second-other")),)
    return () if speaks else (Reason(say("comments.not-yours"), "BAL-A2"),)


def done_blockers(found: Moderated | None, *, speaks: bool) -> tuple[Reason, ...]:
    """List why nobody can say yet that it is done."""
    if not speaks:
        return (Reason(say("comments.not-yours"), "BAL-A2"),)
    if found is None or found.stage is not Stage.READY:
        waits = found is not None and found.stage is Stage.ASKED
        return (Reason(say("moderating.second-first" if waits else "moderating.not-begun")),)
    return ()


def kept_plain(form: CommentForm, shot: MediaFile | None) -> dict[str, Plain]:
    """Give what is kept of a comment before it goes, as it is signed."""
    picture: Plain = None if shot is None else {"file": str(shot.id), "sha256": shot.sha256}
    return {**form.to_plain(), "shot": picture}


def measure_plain(wish: Wish, ground: Removal, account: AccountId, *, pictured: bool) -> dict[str, Plain]:
    """Give a wish as it is signed; the person's own words are a part of their own."""
    return {
        "measure": wish.measure.value,
        "account": account,
        "kind": ground.kind,
        "told": dict(ground.told.words),
        "viewpoint": wish.viewpoint,
        "way": None if wish.way is None else wish.way.value,
        "until": None if wish.until is None else wish.until.isoformat(),
        "second": needs_second(wish.measure, ground),
        "pictured": pictured,
    }


def begun_of(
    part: Mapping[str, Any], comment: CommentId, words: str, *, by: PersonId | None, at: datetime
) -> Moderated:
    """Read what `measure_plain` gave.

    Raises:
        KeyError, TypeError, ValueError: signed, and yet none; also one for a view, or a block without an end.
    """
    if part["viewpoint"] is not False:
        raise ValueError("for a view")
    measure, second = Measure(part["measure"]), part["second"] is not False
    until = None if part["until"] is None else date.fromisoformat(str(part["until"]))
    last = at.date() + timedelta(days=BLOCK_DAYS + 1)  # the school's day may be another one than UTC's
    if measure is Measure.BLOCK and (until is None or until > last):
        raise ValueError("a block without an end")
    return Moderated(
        measure=measure,
        comment=comment,
        account=AccountId(str(part["account"])),
        kind=str(part["kind"]),
        told=Told({str(key): str(one) for key, one in part["told"].items()}),
        way=None if part["way"] is None else Way(part["way"]),
        words=words,
        until=until,
        second=second or measure is Measure.BLOCK,
        pictured=part["pictured"] is True,
        by=by,
        at=at,
        stage=Stage.ASKED if second or measure is Measure.BLOCK else Stage.READY,
    )


def _until_reasons(until: date | None, today: date) -> tuple[Reason, ...]:
    if until is None or until < today:
        return (Reason(say("moderating.until-missing"), None, "until"),)
    if until > today + timedelta(days=BLOCK_DAYS):
        return (Reason(say("moderating.until-far", n=BLOCK_DAYS), None, "until"),)
    return ()
