"""What happens with a post that was handed in: who releases it, what the author may do. Pure, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.ids import PersonId, PhotoId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE, Person, Role
from smadmin.domain.posts import Draft, PostStage
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Colleague:
    """Somebody who can sit down at this computer, with what they may do.

    Args:
        coded: whether the reviewers' list names them and they have yet to use their code.
    """

    person: PersonId
    name: str
    roles: frozenset[Role]
    coded: bool = False


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


_NAMED_CODES = 2
"""So many who have a code are named; a whole list of them is counted."""


def with_listed(colleagues: Iterable[Colleague], coded: Iterable[Person]) -> tuple[Colleague, ...]:
    """Add whom the reviewers' list names and nobody has seen sitting here."""
    here = tuple(colleagues)
    known = {one.person for one in here}
    listed = (one for one in coded if one.id not in known)
    return (*here, *(Colleague(one.id, one.name, frozenset({Role.REVIEWER}), coded=True) for one in listed))


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
    return (*_codes_last(helpers), *office)


def second_lookers(
    colleagues: Iterable[Colleague], *, author: PersonId, first_lookers: frozenset[PersonId]
) -> tuple[Colleague, ...]:
    """Give who may be asked for the second look, the office last: neither author nor first."""
    able = [
        one for one in colleagues if one.roles and one.person != author and one.person not in first_lookers
    ]
    return tuple(sorted(_codes_last(able), key=lambda one: bool(one.roles & OFFICE)))


def standing_of(
    draft: Draft,
    able: tuple[Colleague, ...],
    *,
    look_at: PhotoId | None,
    planned: bool,
    by_plan: bool = True,
    lookers: tuple[Colleague, ...] = (),
) -> StandingModel:
    """Say how a post stands that was handed in.

    Args:
        draft: the post.
        able: who may release it.
        lookers: who may take the second look.
        look_at: the first photo at which a second person still has to look, or None.
        planned: whether the signed plan covers it.
        by_plan: whether that lets others than the office release it, as the pack and what it shows allow.
    """
    if draft.stage is PostStage.PUBLISHED:
        return StandingModel(
            State.FINE, say("compose.published"), say("compose.published-next"), take_back=False
        )
    if draft.stage is PostStage.DROPPED:
        return StandingModel(State.NOTE, say("compose.dropped"), say("compose.dropped-next"), take_back=False)
    if draft.stage is PostStage.RELEASED:
        return StandingModel(State.FINE, say("compose.released"), say("compose.released-next"), publish=True)
    says = _waits(able, lookers, look_at=look_at, planned=planned, by_plan=planned and by_plan)
    if says is None:
        return StandingModel(State.WAITS, say("compose.handed-in"), say("compose.nobody-releases"))
    return StandingModel(State.WAITS, say("compose.handed-in"), says, hand_over=True, look_at=look_at)


def _waits(
    able: tuple[Colleague, ...],
    lookers: tuple[Colleague, ...],
    *,
    look_at: PhotoId | None,
    planned: bool,
    by_plan: bool,
) -> Message | None:
    """Say for whom it waits; None where nobody here can go on.

    Under the plan whoever takes the second look releases it too: who could only look isn't sent there.
    """
    names = _names(able)
    if look_at is not None and (not names or (not by_plan and not set(lookers) <= set(able))):
        return _look_first(_names(lookers), names, planned=planned)
    if not names:
        return None
    if look_at is not None:
        return say("compose.look-and-release", people=names)
    if by_plan:
        return say("compose.release-planned", people=names)
    return say("compose.release-office" if planned else "compose.release-by", people=names)


def _look_first(lookers: tuple[Message, ...], able: tuple[Message, ...], *, planned: bool) -> Message | None:
    """Say who looks where others have to release."""
    if not lookers:
        return None
    if not able:
        return say("compose.look-only", lookers=lookers)
    said = "compose.look-then-office" if planned else "compose.look-then-release"
    return say(said, lookers=lookers, people=able)


def _codes_last(colleagues: Iterable[Colleague]) -> tuple[Colleague, ...]:
    return tuple(sorted(colleagues, key=lambda one: one.coded))


def _names(colleagues: tuple[Colleague, ...]) -> tuple[Message, ...]:
    """Name people in turn; many who have yet to use their code are counted."""
    coded = [one for one in colleagues if one.coded]
    many = len(coded) > _NAMED_CODES
    found = []
    for one in colleagues:
        if not one.coded:
            found.append(say("compose.name", name=one.name))
        elif not many:
            found.append(say("compose.name-with-code", name=one.name))
        elif one is coded[0]:
            found.append(say("compose.of-list", n=len(coded)))
    return tuple(found)
