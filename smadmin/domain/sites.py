"""Sites of clubs, teams and boosters that aren't the school's own, and who of the staff watches them.

Staff who take part there do so as employees and protect the children there (BLO-IV-C6). Nothing is posted
from here; the list says who looks, and when somebody looked last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.escalations import Told
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.typed import tidy

SITE_PART, WATCH_PART = "site", "watch"
EVERY_DAYS = 14
"""The program's default: so often somebody looks at a site."""
MOST_DAYS = 92


class SiteKind(StrEnum):
    """Whose a site is."""

    CLUB = "club"
    TEAM = "team"
    BOOSTERS = "boosters"
    PARENTS = "parents"
    OTHER = "other"


@dataclass(frozen=True)
class SiteForm:
    """What is filled in about a site: who watches it, and how often (days)."""

    name: str
    page: str
    kind: SiteKind
    watcher: PersonId | None
    every_days: int = EVERY_DAYS

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        return {
            "name": tidy(self.name),
            "page": tidy(self.page),
            "kind": self.kind.value,
            "watcher": self.watcher,
            "every_days": self.every_days,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "SiteForm":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no site.
        """
        watcher = value["watcher"]
        return cls(
            name=str(value["name"]),
            page=str(value["page"]),
            kind=SiteKind(value["kind"]),
            watcher=None if watcher is None else PersonId(str(watcher)),
            every_days=int(value["every_days"]),
        )


@dataclass(frozen=True)
class Site:
    """A site that is watched.

    Args:
        added_on: the school's day on which it came on the list.
        watched_on: the day on which somebody looked last, or None; `note` is what they saw.
        told: who was told of something that is wrong there, oldest first.
    """

    id: str
    form: SiteForm
    added_on: date
    watched_on: date | None = None
    note: str = ""
    told: tuple[Told, ...] = ()

    @property
    def due_on(self) -> date:
        """The day on which somebody should look again."""
        return (self.watched_on or self.added_on) + timedelta(days=self.form.every_days)


def site_blockers(form: SiteForm, staff: frozenset[PersonId]) -> tuple[Reason, ...]:
    """List what a site lacks; its watcher is somebody who works here (`staff`)."""
    reasons = []
    if not form.name.strip():
        reasons.append(Reason(say("sites.name-missing"), None, "name"))
    if not is_address(form.page):
        reasons.append(Reason(say("sites.page-missing"), None, "page"))
    if form.watcher not in staff:
        reasons.append(Reason(say("sites.watcher-missing"), "BLO-IV-C6", "watcher"))
    if not 1 <= form.every_days <= MOST_DAYS:
        reasons.append(Reason(say("sites.days-wrong", n=MOST_DAYS), None, "days"))
    return tuple(reasons)


def is_address(page: str) -> bool:
    """Tell whether something can be opened in a browser; a site that isn't ours may be an insecure one."""
    scheme, between, host = page.strip().partition("://")
    return bool(between) and scheme.casefold() in {"http", "https"} and "." in host and " " not in host
