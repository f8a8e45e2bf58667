"""Who can sit down, and what the window says about who does. Pure, no Qt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.services.sitting import Expected

RELEASE = "approvals"
"""What everybody in the chair sees: the posts that wait for a release."""

_ORDER = (Role.PRINCIPAL, Role.DEPUTY, Role.ADMINISTRATOR, Role.REVIEWER, Role.COMMUNICATIONS)


@dataclass(frozen=True)
class Errand:
    """Where a second person is led once they sit: a screen, and one of its things."""

    screen: str
    subject: str | None


@dataclass(frozen=True)
class Seated:
    """Somebody who can sit down here.

    Args:
        by_pin: whether six digits are asked for, instead of a passphrase.
        alone: why they can't sit down with nobody beside them, or None.
        told: whether they still have the passphrase that the sample school gave everybody.
    """

    person: PersonId
    name: str
    role: Message
    by_pin: bool = False
    alone: Message | None = None
    told: bool = False


@dataclass(frozen=True)
class SitDownModel:
    """The card at which people sit down.

    Args:
        title: what it asks.
        people: who can, by name.
        note: a sentence below, or None.
        chosen: who is chosen from the start (alone there, or here last), or None.
        sample_passphrase: the sample school's own, which is no secret; empty in a real school.
        expected: whom the signed list lets sit down for the first time, with a code.
    """

    title: Message
    people: tuple[Seated, ...]
    note: Message | None = None
    chosen: PersonId | None = None
    sample_passphrase: str = ""
    expected: tuple[Expected, ...] = ()

    @property
    def some_told(self) -> bool:
        """Whether anybody still has the sample school's passphrase."""
        return bool(self.sample_passphrase) and any(one.told for one in self.people)

    @property
    def all_told(self) -> bool:
        """Whether nobody has a passphrase of their own."""
        return all(one.told or one.by_pin for one in self.people)


def landing_of(confined: Collection[str]) -> str:
    """Name where a second person is led when nothing else is named: where all that waits for them stands."""
    return "today" if "today" in confined else RELEASE


def in_sample(error: KnownError, folder: str) -> KnownError:
    """Say it as the sample school needs it: nobody there gives anybody a new key from outside."""
    if error.happened.id != "session.keyring-emptied":
        return error
    return KnownError(
        say("session.sample-foreign"),
        kept=say("session.sample-foreign-kept"),
        remedy=say("session.sample-foreign-remedy", folder=folder),
    )


def role_of(roles: frozenset[Role]) -> Message:
    """Name what somebody is, by the weightiest of their roles."""
    first = next((role for role in _ORDER if role in roles), None)
    return say("shell.role-none") if first is None else say(f"shell.role-{first}")


def sit_down_model(
    title: Message,
    people: Sequence[tuple[PersonId, str, frozenset[Role]]],
    *,
    without: PersonId | None = None,
    last: PersonId | None = None,
    note: Message | None = None,
    sample_passphrase: str = "",
    by_pin: frozenset[PersonId] = frozenset(),
    told: frozenset[PersonId] = frozenset(),
    expected: Sequence[Expected] = (),
) -> SitDownModel:
    """Say who can sit down.

    Args:
        title: what is asked.
        people: everybody with a lock on this computer: id, real name, roles.
        without: who can't (who hands over).
        last: who sat here last.
        note: a sentence below.
        sample_passphrase: shown where nothing is secret.
        by_pin: who has six digits; with nobody who hands over (`without`) they are told what to do.
        told: who still has the passphrase that the sample school gave everybody.
        expected: whom the signed list still expects.
    """
    alone = say("sitdown.beside") if without is None else None
    seated = tuple(
        Seated(
            person,
            name,
            role_of(roles),
            by_pin=person in by_pin,
            alone=alone if person in by_pin else None,
            told=bool(sample_passphrase) and person in told,
        )
        for person, name, roles in sorted(people, key=lambda one: one[1])
        if person != without
    )
    ids = {one.person for one in seated}
    chosen = last if last in ids else seated[0].person if len(seated) == 1 else None
    return SitDownModel(title, seated, note, chosen, sample_passphrase, tuple(expected))
