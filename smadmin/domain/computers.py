"""A computer that the school's work is done on: whose it is, and whether it is protected. Pure.

Work belongs on the school's own computers; a personal one is for when none is at hand, and says why each day
(BAL-B1g2). Nothing of a child is taken in there, and its keyring keeps no log-in, so none is left behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import SeatId
from smadmin.domain.messages import say
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
        why_on: the last day on which each person said why they work at this personal one.
    """

    seat: SeatId
    owner: Owner
    name: str
    protected_on: date | None = None
    why_on: Mapping[str, date] | None = None

    def needs_why(self, person: str, today: date) -> bool:
        """Tell whether somebody has to say today why no school computer is at hand."""
        return self.owner is Owner.PERSONAL and (self.why_on or {}).get(person) != today


def description(owner: Owner, name: str) -> dict[str, Plain]:
    """Give what is signed of a computer."""
    return {"owner": owner.value, "name": tidy(name).strip()}


def act_reasons(
    computer: Computer | None, act: Act, noun: Noun, *, person: str, today: date
) -> tuple[Reason, ...]:
    """List why an act can't be done at a computer (BAL-B1g2). One that nobody described is the school's."""
    if computer is None or computer.owner is Owner.SCHOOL:
        return ()
    if (noun, act) in _LEAVES_SOMETHING:
        return (Reason(say("computers.nothing-left-behind"), "BAL-B1g2", "computer"),)
    if act in _WORK and computer.needs_why(person, today):
        return (Reason(say("computers.say-why-first"), "BAL-B1g2", "computer"),)
    return ()
