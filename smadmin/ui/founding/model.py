"""What the set-up forms hold, and what is still missing. Pure, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.account_mail import PERSONAL_PROVIDERS
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.people import (
    EMPLOYED,
    Role,
    contact_blockers,
    employment_blockers,
    name_blockers,
)

ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
)
"""The zones of the United States' schools, east to west."""


def zone_name(zone: str) -> Message:
    """Name one of these zones as people do."""
    return say(f"founding.zone-{zone.rpartition('/')[2].lower().replace('_', '-')}")


@dataclass(frozen=True)
class SchoolForm:
    """What is asked about the school."""

    name: str = ""
    zone: str = ""
    policy: str = ""
    domains: tuple[str, ...] = ()
    shared: bool = False

    def missing(self, known_zones: frozenset[str]) -> tuple[Reason, ...]:
        """List what is missing or can't be."""
        reasons = []
        if not self.name.strip():
            reasons.append(Reason(say("founding.school-name"), None, "school"))
        if not self.policy:
            reasons.append(Reason(say("founding.policy-missing"), None, "policy"))
        if self.zone not in known_zones:
            reasons.append(Reason(say("founding.zone-unknown"), None, "zone"))
        if not self.domains:
            reasons.append(Reason(say("founding.domain-missing"), "BAL-D4", "domains"))
        return tuple(reasons)


@dataclass(frozen=True, repr=False)
class PersonForm:
    """What is asked about a person; the passphrase is typed twice, or one that was made is typed back.

    Args:
        role: None while it wasn't chosen.
        quoted: the clause that lets in employees only, and what it says; None where no policy is chosen yet.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    role: Role | None = Role.ADMINISTRATOR
    employed: bool = False
    passphrase: str = ""
    again: str = ""
    made: bool = False
    quoted: tuple[str, str] | None = None

    @property
    def statement(self) -> str:
        """The employment statement, as it is signed."""
        return EMPLOYED if self.employed else ""

    @property
    def begun(self) -> bool:
        """Whether anything was entered; a role may be chosen because no other can be."""
        typed = (self.name, self.email, self.phone, self.again if self.made else self.passphrase)
        return self.employed or any(one.strip() for one in typed)

    def missing(self) -> tuple[Reason, ...]:
        """List what is missing or can't be; how good the passphrase is, the services judge."""
        about = (*name_blockers(self.name), *contact_blockers(self.email.strip(), self.phone.strip()))
        return (*about, *employment_blockers(self.statement, self.quoted), *self.missing_passphrase())

    def missing_role(self) -> tuple[Reason, ...]:
        """Say that the role wasn't chosen yet."""
        return (Reason(say("founding.role-missing"), None, "role"),) if self.role is None else ()

    def missing_passphrase(self) -> tuple[Reason, ...]:
        """List what is missing of the passphrase alone."""
        reasons = []
        if self.made and self.passphrase != self.again:
            asked = "founding.phrase-differs" if self.again else "founding.phrase-missing"
            reasons.append(Reason(say(asked), None, "passphrase"))
        elif not self.passphrase:
            reasons.append(Reason(say("founding.passphrase-missing"), None, "passphrase"))
        elif self.passphrase != self.again:
            reasons.append(Reason(say("founding.passphrases-differ"), None, "again"))
        return tuple(reasons)


@dataclass(frozen=True)
class PlacesModel:
    """Where the school's data may lie.

    Args:
        own: the folder of this login alone.
        shared: the folder for all users of this computer.
        not_shared: why it can't be that one, or None.
    """

    own: str
    shared: str
    not_shared: Message | None = None


def split_domains(typed: str) -> tuple[str, ...]:
    """Take domains as people type them: with commas, blanks, an @ or a web address."""
    found = []
    for word in typed.replace(",", " ").replace(";", " ").split():
        bare = word.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")
        bare = bare.rpartition("@")[2].split("/")[0].strip(".")
        if "." in bare and bare not in found:
            found.append(bare)
    return tuple(found)


def school_domain(email: str) -> str:
    """Give the school's domain as somebody's e-mail there shows it; empty while it shows none."""
    domain = email.strip().casefold().rpartition("@")[2]
    whole = "@" in email and "." in domain.strip(".") and not domain.endswith(".")
    private = {domain, domain.split(".")[0]} & PERSONAL_PROVIDERS
    return domain if whole and not private else ""


def district_of(domain: str, districts: Mapping[str, str]) -> str | None:
    """Give the policy of the district whose own e-mail a domain is part of, or None.

    Args:
        domain: as `school_domain` gives it.
        districts: by the domain of a district's e-mail, its policy.
    """
    return next((one for own, one in districts.items() if domain == own or domain.endswith(f".{own}")), None)
