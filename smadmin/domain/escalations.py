"""When something goes wrong: the cards for emergencies, and who was told of it when.

On watched sites (BLO-IV-C6), in comments and anywhere else (`cases.py`) they are the same. None asks for a
child's name: whom it is about is said to those who are told, not written here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.policy.enforcement import Card, Enforcer, Means
from smadmin.domain.policy.packs import Clause, Pack
from smadmin.domain.policy.values import Contact

TOLD_PART = "told"


class Trouble(StrEnum):
    """What seems to be wrong; each has its card."""

    THREAT = Card.THREAT.value
    BULLYING = Card.BULLYING.value
    ABUSE = Card.ABUSE.value
    MISUSE = Card.MISUSE.value  # demeaning, harassing, unlawful
    MEDIA = Card.MEDIA_QUESTIONS.value
    EMPLOYEE = Card.EMPLOYEE.value  # one who breaks the policy
    PRIVATE_OUT = Card.PRIVATE_DATA_OUT.value
    CHILD_OUT = Card.CHILD_OUT.value  # a child's picture or data


ON_SITES = (Trouble.THREAT, Trouble.BULLYING, Trouble.ABUSE)
"""What is noted at a watched site itself."""


class Whom(StrEnum):
    """Who was told."""

    PRINCIPAL = "principal"
    EMERGENCY = "emergency"  # 911
    POLICE = "police"  # school police and the sheriff too
    CHILD_PROTECTION = "child-protection"  # the county's
    OFFICE = "office"  # one that the policy names
    COMMUNICATIONS = "communications"
    PARENTS = "parents"


REPORTED_TO = frozenset({Whom.EMERGENCY, Whom.POLICE, Whom.CHILD_PROTECTION})
"""Who acts on suspected abuse; whoever told others only hasn't reported it yet."""

_SAME_CLAUSES = {Trouble.CHILD_OUT: (Card.PRIVATE_DATA_OUT.value,)}
"""What a policy says of one, it says of the other too."""
_SAME_MATTER = timedelta(days=1)
"""So long after a report others are still told of the same thing."""


@dataclass(frozen=True)
class Telling:
    """That somebody was told.

    Args:
        at: the school's own time, to the minute, without a zone.
        office: which of the policy's offices, empty for others.
    """

    trouble: Trouble
    whom: Whom
    at: datetime
    office: str = ""

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "card": self.trouble.value,
            "whom": self.whom.value,
            "office": self.office,
            "at": self.at.isoformat(timespec="minutes"),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Telling":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no telling.
        """
        at = datetime.fromisoformat(str(value["at"])).replace(tzinfo=None)
        return cls(Trouble(value["card"]), Whom(value["whom"]), at, str(value["office"]))


@dataclass(frozen=True)
class Told:
    """A telling as the record has it: who noted it, and on which day."""

    telling: Telling
    by: PersonId | None
    noted_on: date


def telling_blockers(telling: Telling, now: datetime, offices: Collection[str]) -> tuple[Reason, ...]:
    """List why a telling can't be noted; `now` is the school's own time without a zone."""
    if telling.at > now:
        return (
            Reason(
                say("sites.told-ahead"), "BLO-IV-C6", "time" if telling.at.date() == now.date() else "day"
            ),
        )
    if (telling.whom is Whom.OFFICE) != bool(telling.office) or (
        telling.office and telling.office not in offices
    ):
        return (Reason(say("sites.told-nobody"), "BLO-IV-C6", "whom"),)
    return ()


def unreported(told: Collection[Told]) -> bool:
    """Tell whether suspected abuse was told here, and to nobody who acts on it.

    What is told more than a day after the last report may be another child's matter: a report from last
    month doesn't answer it, and the card asks for no name by which to know.
    """
    abuse = [one.telling for one in told if one.telling.trouble is Trouble.ABUSE]
    reported = [one.at for one in abuse if one.whom in REPORTED_TO]
    return any(all(at < one.at - _SAME_MATTER for at in reported) for one in abuse)


def clauses_on(pack: Pack, trouble: Trouble) -> tuple[Clause, ...]:
    """Give the clauses of a policy that ask for such a card, on accounts or on other sites."""
    cards = {Enforcer(Means.CARD, one) for one in (trouble.value, *_SAME_CLAUSES.get(trouble, ()))}
    return tuple(one for one in pack.clauses.values() if cards & {*one.enforced_by, *one.awaits})


def contacts_on(pack: Pack, trouble: Trouble) -> tuple[Contact, ...]:
    """Give whom the policy names for it, and whom it names for everything.

    The latter not for suspected abuse: that is nobody's matter who answers for accounts only.
    """
    about = {one.demand for one in clauses_on(pack, trouble)}
    if trouble is not Trouble.ABUSE:
        about.add("")
    return tuple(one for one in pack.contacts if one.about in about)
