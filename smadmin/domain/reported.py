"""Accounts that pretend to be the school's, or double one: reported and followed until closed (SOC-C2).

Whoever finds one writes down where it is; somebody looks after it, with a state and a day to look again. What
was decided stays on the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.sites import is_address
from smadmin.domain.typed import tidy

REPORT_PART, STEP_PART = "report", "step"
LOOK_AGAIN = timedelta(days=7)
"""The program's default: after so long somebody looks what became of it."""
NOTE_MOST = 1_000


class Found(StrEnum):
    """What it seems to be."""

    DOUBLE = "double"  # of an official account
    UNOFFICIAL = "unofficial"  # in the school's name, by somebody else
    PRETENDER = "pretender"  # pretends to be the school, or one of the staff


class ReportState(StrEnum):
    """How far it is."""

    REPORTED = "reported"
    LOOKED_INTO = "looked-into"
    OWNER_ASKED = "owner-asked"
    PLATFORM_TOLD = "platform-told"
    GONE = "gone"
    OURS = "ours"
    LEFT = "left"


ENDED = frozenset({ReportState.GONE, ReportState.OURS, ReportState.LEFT})
"""Taken down, found to be the school's own, or left standing for a reason."""


@dataclass(frozen=True)
class Report:
    """What somebody found: its address, what it calls itself, what was seen."""

    page: str
    name: str
    found: Found
    note: str = ""

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "page": tidy(self.page),
            "name": tidy(self.name),
            "found": self.found.value,
            "note": self.note.strip(),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Report":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no report.
        """
        return cls(str(value["page"]), str(value["name"]), Found(value["found"]), str(value["note"]))


@dataclass(frozen=True)
class Step:
    """What was done about it, by whom and when; `again_on` is when to look again, `after` who does."""

    state: ReportState
    note: str
    after: PersonId | None
    again_on: date | None
    by: PersonId | None = None
    on: date | None = None

    def to_plain(self) -> dict[str, Plain]:
        """Give what is signed; who and when stand in the row."""
        again = None if self.again_on is None else self.again_on.isoformat()
        return {"state": self.state.value, "note": self.note.strip(), "after": self.after, "again_on": again}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any], by: PersonId | None, on: date) -> "Step":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no step.
        """
        after, again = value["after"], value["again_on"]
        return cls(
            ReportState(value["state"]),
            str(value["note"]),
            None if after is None else PersonId(str(after)),
            None if again is None else date.fromisoformat(str(again)),
            by,
            on,
        )


@dataclass(frozen=True)
class Reported:
    """A reported account with everything that was done about it; the first step is the report itself."""

    id: str
    report: Report
    steps: tuple[Step, ...]

    @property
    def now(self) -> Step:
        """Give the newest step."""
        return self.steps[-1]

    @property
    def open(self) -> bool:
        """Tell whether somebody still follows it."""
        return self.now.state not in ENDED


def report_blockers(report: Report, official: frozenset[str]) -> tuple[Reason, ...]:
    """List why an account can't be reported; `official` are the pages of the register, `plain_page`d."""
    if not is_address(report.page):
        return (Reason(say("sites.page-missing"), None, "page"),)
    if plain_page(report.page) in official:
        return (Reason(say("sites.it-is-ours"), "SOC-C2", "page"),)
    return _note_blockers(report.note)


def step_blockers(one: Reported, step: Step, today: date, staff: frozenset[PersonId]) -> tuple[Reason, ...]:
    """List why a step can't be noted; while it goes on, somebody looks again on a day that comes."""
    if not one.open:
        return (Reason(say("sites.ended-already")),)
    if step.state in ENDED:
        missing = (Reason(say("sites.ending-why"), "SOC-C2", "note"),) if not step.note.strip() else ()
        return (*missing, *_note_blockers(step.note))
    reasons = []
    if step.after not in staff:
        reasons.append(Reason(say("sites.after-missing"), None, "after"))
    if step.again_on is None or step.again_on <= today:
        reasons.append(Reason(say("sites.again-missing"), None, "again"))
    return (*reasons, *_note_blockers(step.note))


def plain_page(page: str) -> str:
    """Give an address as two are compared: no scheme, no www, no slash at the end, no case."""
    bare = page.strip().casefold().partition("://")[2] or page.strip().casefold()
    return bare.removeprefix("www.").rstrip("/")


def _note_blockers(note: str) -> tuple[Reason, ...]:
    long = len(note) > NOTE_MOST
    return (Reason(say("sites.note-long", n=NOTE_MOST), None, "note"),) if long else ()
