"""The school itself: official name, zone, policy pack, its own domains and calendar facts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import SchoolId


@dataclass(frozen=True)
class School:
    """A school (or the district's office).

    Args:
        zone: IANA zone name; all planned times are wall time in it.
        policy: id of the policy pack in force (`baltimore-city-md`).
        domains: the school's own e-mail and web domains; log-in addresses must lie in them (BAL-D4).
        sample: the drawn sample school, in which no real child is.
    """

    id: SchoolId
    name: str
    zone: str
    policy: str
    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    sample: bool = False
    version: int = 1

    def __post_init__(self) -> None:
        """Refuse a zone that isn't one, before every screen that asks for today stumbles over it.

        Raises:
            ValueError: if the zone's name isn't known.
        """
        try:
            ZoneInfo(self.zone)
        except (LookupError, OSError) as error:
            raise ValueError("no such time zone") from error

    def moment(self, day: date, at: time) -> datetime:
        """Give a time of the school's own clock in UTC.

        One that comes twice, when clocks go back, is the first; one that is left out is as late after it.
        """
        return datetime.combine(day, at, ZoneInfo(self.zone)).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        """Give a moment as the school's wall clock shows it."""
        return moment.astimezone(ZoneInfo(self.zone))

    def begins(self, day: date) -> datetime:
        """Give the moment (UTC) at which a day of the school begins."""
        return datetime.combine(day, time(), ZoneInfo(self.zone)).astimezone(UTC)

    def to_plain(self) -> dict[str, Plain]:
        """Give the facts as they are stored and signed."""
        return {
            "v": 1,
            "id": self.id,
            "name": self.name,
            "zone": self.zone,
            "policy": self.policy,
            "domains": list(self.domains),
            "phones": list(self.phones),
            "languages": list(self.languages),
            "sample": self.sample,
        }

    @classmethod
    def from_plain(cls, value: dict[str, Plain]) -> "School":
        """Read what `to_plain` gave.

        Raises:
            ValueError: if it is anything else: no reader may take it for other facts than this one.
        """
        school = cls(
            id=SchoolId(str(value["id"])),
            name=str(value["name"]),
            zone=str(value["zone"]),
            policy=str(value["policy"]),
            domains=_words(value["domains"]),
            phones=_words(value["phones"]),
            languages=_words(value["languages"]),
            sample=value["sample"] is True,
        )
        if school.to_plain() != value:
            raise ValueError("not a school's facts")
        return school


def _words(value: Plain) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


@dataclass(frozen=True)
class LawRecord:
    """Why matching faces is allowed here: state, who decided, on what basis, from when (`law.md`).

    Without it, or with `matching` false, faces are found and compared with nobody.
    """

    id: str
    school: SchoolId
    state: str
    decided_by: str
    basis: str
    decided_on: datetime
    matching: bool
    sample: bool = False
    seq: int = 0
    version: int = 1
