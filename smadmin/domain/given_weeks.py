"""A week that is signed on paper or by e-mail (`keys.md`).

What was said names the place and the letters of the record's end that were printed on the page, so it holds
for that page.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.page_letters import HEAD_LETTERS
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.plainly import number_of, text_of

HOWS = ("paper", "e-mail")


@dataclass(frozen=True)
class GivenWeek:
    """A week that was signed on paper or by e-mail.

    Args:
        said_by: the principal or deputy who did.
        how: one of `HOWS`.
        day: on which they did.
        seq, letters: of the record's end as the page has them, and the week's own (`page_letters`).
        struck: the posts that they struck on it.
    """

    said_by: PersonId
    how: str
    day: date
    seq: int
    letters: str
    struck: frozenset[SlotId] = frozenset()

    def to_plain(self, scan: MediaId | None) -> dict[str, Plain]:
        """Give the fields as they are signed; the struck posts stand in the plan's part."""
        return {
            "said_by": self.said_by,
            "how": self.how,
            "day": self.day.isoformat(),
            "seq": self.seq,
            "letters": self.letters,
            "scan": scan,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Plain]) -> "GivenWeek":
        """Read what `to_plain` gave, without the struck posts.

        Raises:
            KeyError, TypeError, ValueError: if it isn't one, or has no scan.
        """
        text_of(value["scan"])
        return cls(
            PersonId(text_of(value["said_by"])),
            text_of(value["how"]),
            date.fromisoformat(text_of(value["day"])),
            number_of(value["seq"]),
            text_of(value["letters"]),
        )


def given_week_blockers(
    given: GivenWeek,
    *,
    by: PersonId | None,
    planners: Collection[PersonId],
    roles: frozenset[Role],
    today: date,
    letters: str | None,
    changed: bool,
    scan: MediaId | None,
) -> tuple[Reason, ...]:
    """List why a week that was signed outside can't be entered.

    Args:
        given: what was said.
        by: who enters it.
        planners: who planned the posts in it; another employee enters it.
        roles: what whoever said it may do at the school, on that day.
        today: the school's own date.
        letters: this week's page's, by the record at the named place; None where it has no such place.
        changed: whether one of the posts came or changed after that place.
        scan: of the page or the e-mail.
    """
    reasons = []
    if by == given.said_by or by in planners:
        reasons.append(Reason(say("weeksign.other-enters")))
    if not roles & OFFICE:
        reasons.append(Reason(say("weeksign.not-office"), None, "said_by"))
    if given.how not in HOWS:
        reasons.append(Reason(say("weeksign.how-missing"), None, "how"))
    if given.day > today:
        reasons.append(Reason(say("weeksign.day-ahead"), None, "day"))
    if letters is None or given.letters[:HEAD_LETTERS] != letters[:HEAD_LETTERS]:
        reasons.append(Reason(say("weeksign.letters-wrong"), None, "letters"))
    elif given.letters != letters:
        reasons.append(Reason(say("weeksign.other-weeks-page"), None, "week"))
    elif changed:
        reasons.append(Reason(say("weeksign.changed-since-page"), None, "letters"))
    if scan is None:
        reasons.append(Reason(say("weeksign.scan-missing"), None, "scan"))
    return tuple(reasons)
