"""Adults who are shown or named: each consents once, or a folder is of a public event (SOC-M2, WIC-S1).

What a folder rests on is kept with it, with its day and its kind, as it was known then; a consent that is
withdrawn later ends for the folders to come.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.policy.reading import fold
from smadmin.domain.typed import tidy


class ConsentKind(StrEnum):
    """How somebody consented."""

    WRITTEN = "written"
    MAIL = "mail"
    SPOKEN = "spoken"


class AdultsShown(StrEnum):
    """What is said of a folder's adults."""

    UNSAID = "unsaid"
    NOBODY = "nobody"  # none can be recognised, none is named
    CONSENTED = "consented"
    PUBLIC_EVENT = "public-event"


@dataclass(frozen=True)
class AdultConsent:
    """Somebody's consent to be shown and named on the school's accounts, and its day."""

    name: str
    kind: ConsentKind
    on: date

    @property
    def part(self) -> dict[str, Plain]:
        """What a record's part says of it."""
        return {"name": self.name, "kind": self.kind.value, "on": self.on.isoformat()}


@dataclass(frozen=True)
class Adults:
    """What a folder rests on.

    Args:
        on: the day of a public event.
        named: who consented, where that is what it rests on.
    """

    shown: AdultsShown = AdultsShown.UNSAID
    on: date | None = None
    named: tuple[AdultConsent, ...] = ()

    @property
    def part(self) -> dict[str, Plain]:
        """What the record's part about a folder says of it; nothing where nothing was said."""
        if self.shown is AdultsShown.UNSAID:
            return {}
        named: list[Plain] = [consent.part for consent in self.named]
        on = None if self.on is None else self.on.isoformat()
        return {"adults": {"shown": self.shown.value, "on": on, "named": named}}


@dataclass(frozen=True)
class AdultsSaid:
    """What somebody says of a folder's adults.

    Args:
        names: of those who consented, as typed.
        kind: how those consented of whom no consent is recorded yet.
        on: the day of their consent, or of the public event.
    """

    shown: AdultsShown = AdultsShown.UNSAID
    names: tuple[str, ...] = ()
    kind: ConsentKind = ConsentKind.WRITTEN
    on: date | None = None


NOTHING_SAID, NOTHING_KNOWN = AdultsSaid(), Adults()


def names_in(text: str) -> tuple[str, ...]:
    """Give the names in a line, each once; commas or semicolons stand between them."""
    parts = (tidy(part) for part in text.replace(";", ",").split(","))
    return tuple({key_of(part): part for part in parts if part}.values())


def key_of(name: str) -> str:
    """Give what a person is known by, however their name is typed."""
    return " ".join(fold(word) for word in name.split())


def known(said: Iterable[str], recorded: Mapping[str, AdultConsent]) -> tuple[AdultConsent, ...]:
    """Give the recorded consents of those who are named: they aren't asked again."""
    return tuple(recorded[key_of(name)] for name in said if key_of(name) in recorded)


def unknown(said: Iterable[str], recorded: Mapping[str, AdultConsent]) -> tuple[str, ...]:
    """Give those of whom no consent is recorded."""
    return tuple(name for name in said if key_of(name) not in recorded)


def adults_of(said: AdultsSaid, recorded: Mapping[str, AdultConsent]) -> Adults:
    """Say what a folder rests on; new consents are of the day that was said."""
    if said.shown is AdultsShown.PUBLIC_EVENT:
        return Adults(said.shown, said.on)
    if said.shown is not AdultsShown.CONSENTED or said.on is None:
        return Adults(said.shown)
    new = {key_of(name): AdultConsent(tidy(name), said.kind, said.on) for name in said.names}
    return Adults(said.shown, None, tuple(recorded.get(key, consent) for key, consent in new.items()))


def said_of(adults: Adults) -> AdultsSaid:
    """Give what was said, to be corrected."""
    named = adults.named
    kind, on = (named[0].kind, named[0].on) if named else (ConsentKind.WRITTEN, adults.on)
    return AdultsSaid(adults.shown, tuple(one.name for one in named), kind, on)


def adults_blockers(said: AdultsSaid, *, today: date | None = None) -> tuple[Reason, ...]:
    """List what is still to be said about adults; `today` also refuses days to come."""
    if said.shown is AdultsShown.CONSENTED and not any(map(tidy, said.names)):
        return (Reason(say("adults.names-missing"), "SOC-M2", "adults"),)
    dated = said.shown in {AdultsShown.CONSENTED, AdultsShown.PUBLIC_EVENT}
    if dated and said.on is None:
        return (Reason(say("adults.day-missing"), "SOC-M2", "adults"),)
    to_come = said.on is not None and today is not None and said.on > today
    if said.shown is AdultsShown.CONSENTED and to_come:
        return (Reason(say("adults.day-to-come"), "SOC-M2", "adults"),)
    return ()
