"""What happens with a post that was handed in: who releases it, what the author may do. Pure, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.ids import PersonId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.posts import Draft, PostStage
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Colleague:
    """Somebody who can sit down at this computer, with what they may do."""

    person: PersonId
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class StandingModel:
    """The page of a post that isn't written any more.

    Args:
        title: what became of it.
        next: what happens next, in a sentence.
        hand_over: whether somebody here can go on in the chair.
        publish: whether it can go out now.
        take_back: whether the author may take it back.
        look_at: the first photo that waits for the second look, to which a second person is led; or None.
    """

    state: State
    title: Message
    next: Message
    hand_over: bool = False
    publish: bool = False
    take_back: bool = True
    look_at: PhotoId | None = None


def releasers(
    colleagues: Iterable[Colleague],
    *,
    author: PersonId,
    first_lookers: frozenset[PersonId],
    planned: bool,
    releases: ReleaseBy,
) -> tuple[Colleague, ...]:
    """Give who may be asked for the release, the office last: it need not be asked where others may.

    Args:
        colleagues: everybody with a role here.
        author: who wrote it; never releases their own.
        first_lookers: who took a first look at its photos; never releases them (SOC-M4).
        planned: whether the signed week's plan covers it.
        releases: the pack's word.
    """
    by_plan = planned and releases is not ReleaseBy.EACH
    able = [one for one in colleagues if one.person != author and one.person not in first_lookers]
    office = [one for one in able if one.roles & OFFICE]
    helpers = [
        one
        for one in able
        if by_plan and one.roles & {Role.REVIEWER, Role.ADMINISTRATOR} and one not in office
    ]
    return (*helpers, *office)


def second_lookers(
    colleagues: Iterable[Colleague], *, author: PersonId, first_lookers: frozenset[PersonId]
) -> tuple[Colleague, ...]:
    """Give who may be asked for the second look, the office last: neither author nor first."""
    able = [
        one for one in colleagues if one.roles and one.person != author and one.person not in first_lookers
    ]
    return tuple(sorted(able, key=lambda one: bool(one.roles & OFFICE)))


def standing_of(
    draft: Draft,
    able: tuple[Colleague, ...],
    *,
    look_at: PhotoId | None,
    planned: bool,
    lookers: tuple[Colleague, ...] = (),
) -> StandingModel:
    """Say how a post stands that was handed in.

    Args:
        draft: the post.
        able: who may release it.
        lookers: who may take the second look.
        look_at: the first photo at which a second person still has to look, or None.
        planned: whether the signed plan covers it.
    """
    if draft.stage is PostStage.PUBLISHED:
        return StandingModel(
            State.FINE, say("compose.published"), say("compose.published-next"), take_back=False
        )
    if draft.stage is PostStage.DROPPED:
        return StandingModel(State.NOTE, say("compose.dropped"), say("compose.dropped-next"), take_back=False)
    if draft.stage is PostStage.RELEASED:
        return StandingModel(State.FINE, say("compose.released"), say("compose.released-next"), publish=True)
    names = _names(able)
    if look_at is not None and not set(lookers) <= set(able):
        says = _look_first(_names(lookers), names)
    elif not names:
        return StandingModel(State.WAITS, say("compose.handed-in"), say("compose.nobody-releases"))
    elif look_at is not None:
        says = say("compose.look-and-release", people=names)
    elif planned:
        says = say("compose.release-planned", people=names)
    else:
        says = say("compose.release-by", people=names)
    return StandingModel(State.WAITS, say("compose.handed-in"), says, hand_over=True, look_at=look_at)


def _look_first(lookers: tuple[Message, ...], able: tuple[Message, ...]) -> Message:
    """Say who looks where others have to release."""
    if not able:
        return say("compose.look-only", lookers=lookers)
    return say("compose.look-then-release", lookers=lookers, people=able)


def _names(colleagues: tuple[Colleague, ...]) -> tuple[Message, ...]:
    return tuple(say("compose.name", name=one.name) for one in colleagues)
