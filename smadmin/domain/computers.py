"""A computer that the school's work is done on: whose it is, and whether it is protected. Pure.

Work belongs on the school's own computers; a personal one is for when none is at hand, and whoever sits down
there says why, each time (BAL-B1g2). Nothing of a child is taken in there, and its keyring keeps no log-in:
none is left behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.typed import tidy
from smadmin.domain.vocabulary import Act, Noun

_LEAVES_SOMETHING = frozenset(
    {
        (Noun.PHOTO_SETS, Act.TAKE_IN),
        (Noun.VIDEOS, Act.TAKE_IN_VIDEO),
        (Noun.STUDENTS, Act.ADD_PORTRAIT),
        (Noun.STUDENTS, Act.MAKE_PATTERN),
    }
)
"""Acts after which a child's picture lies on the computer where they were done.

A log-in may be kept from there, or a departure would wait for a school computer; the keyring takes none.
"""

_WORK = frozenset(
    {
        Act.SUBMIT,
        Act.APPROVE,
        Act.SEND_BACK,
        Act.INTEND,
        Act.HAND_OUT,
        Act.REVEAL,
        Act.COPY,
        Act.FIRST_LOOK,
        Act.SECOND_LOOK,
        Act.SIGN_WEEK,
        Act.SIGN_NOTICE,
    }
)
"""Acts that somebody begins knowingly. What follows signing in by itself waits for no reason."""


class Owner(StrEnum):
    """Whose a computer is."""

    SCHOOL = "school"
    PERSONAL = "personal"


@dataclass(frozen=True)
class Computer:
    """A computer login as its people described it.

    Args:
        seat: the login.
        name: what people call it ("Office PC").
        protected_on: the day on which somebody last said that it is protected against viruses, or None.
        whys: when each person last said why they work at this personal one (UTC, by its clock).
    """

    seat: SeatId
    owner: Owner
    name: str
    protected_on: date | None = None
    whys: Mapping[str, datetime] = field(default_factory=dict)

    def needs_why(self, person: str, since: datetime | None, now: datetime) -> bool:
        """Tell whether somebody has yet to say why no school computer is at hand.

        Args:
            person: who sits there.
            since: when they sat down; what they said before then was of another time.
            now: what is said later than that was said by another clock.
        """
        if self.owner is not Owner.PERSONAL:
            return False
        said = self.whys.get(person)
        return said is None or since is None or not since <= said <= now


def may_describe(before: Computer | None, owner: Owner, roles: frozenset[Role]) -> bool:
    """Tell whether somebody may say whose a computer is.

    Whoever sits at it may say that it is somebody's own, since that only forbids. That it is the school's
    says who works with accounts, and whoever answers for the school puts either right.
    """
    if before is not None:
        return bool(roles & LEADING)
    return bool(roles) if owner is Owner.PERSONAL else bool(roles & (LEADING | {Role.ADMINISTRATOR}))


def description(owner: Owner, name: str) -> dict[str, Plain]:
    """Give what is signed of a computer."""
    return {"owner": owner.value, "name": tidy(name).strip()}


def act_reasons(
    computer: Computer | None, act: Act, noun: Noun, *, person: str, since: datetime | None, now: datetime
) -> tuple[Reason, ...]:
    """List why an act can't be done at a computer (BAL-B1g2). One that nobody described is the school's."""
    if computer is None or computer.owner is Owner.SCHOOL:
        return ()
    if (noun, act) in _LEAVES_SOMETHING:
        return (Reason(say("computers.nothing-left-behind"), "BAL-B1g2", "computer"),)
    if act in _WORK and computer.needs_why(person, since, now):
        return (Reason(say("computers.say-why-first"), "BAL-B1g2", "computer"),)
    return ()
