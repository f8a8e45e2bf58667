"""A week that is signed on paper or by e-mail (`keys.md`).

What was said names the place and the letters of the record's end that were printed on the page, so it holds
for that page.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import MediaId, PersonId, SlotId
from smadmin.domain.messages import say
from smadmin.domain.page_letters import HEAD_LETTERS
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.plainly import number_of, text_of
from smadmin.domain.week import WEEK

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


def late_page_reasons(monday: date, today: date) -> tuple[Reason, ...]:
    """Say that a week's page is entered no more: it is in its week, or in the seven days after it."""
    last = monday + 2 * WEEK - timedelta(days=1)
    return () if today <= last else (Reason(say("weeksign.page-late", day=last)),)


def given_week_blockers(
    given: GivenWeek,
    monday: date,
    *,
    by: PersonId | None,
    planners: Collection[PersonId],
    roles: frozenset[Role],
    today: date,
    printed: date | None,
    letters: str | None,
    changed: bool,
    scan: MediaId | None,
) -> tuple[Reason, ...]:
    """List why a week that was signed outside can't be entered.

    Args:
        given: what was said.
        monday: the week's first day.
        by: who enters it.
        planners: who planned the posts in it; another employee enters it.
        roles: what whoever said it may do at the school, on that day.
        today: the school's own date, when it is entered.
        printed: the day of the record's end on the page, the earliest it can have been signed on, if known.
        letters: this week's page's, by the record at the named place; None where it has no such place.
        changed: whether one of the posts came or changed after that place.
        scan: of the page or the e-mail.
    """
    reasons = list(late_page_reasons(monday, today))
    if by == given.said_by or by in planners:
        reasons.append(Reason(say("weeksign.other-enters")))
    if not roles & OFFICE:
        reasons.append(Reason(say("weeksign.not-office"), None, "said_by"))
    if given.how not in HOWS:
        reasons.append(Reason(say("weeksign.how-missing"), None, "how"))
    reasons.extend(_day_reasons(given.day, monday, today=today, printed=printed))
    if letters is None or given.letters[:HEAD_LETTERS] != letters[:HEAD_LETTERS]:
        reasons.append(Reason(say("weeksign.letters-wrong"), None, "letters"))
    elif given.letters != letters:
        reasons.append(Reason(say("weeksign.other-weeks-page"), None, "week"))
    elif changed:
        reasons.append(Reason(say("weeksign.changed-since-page"), None, "letters"))
    if scan is None:
        reasons.append(Reason(say("weeksign.scan-missing"), None, "scan"))
    return tuple(reasons)


def _day_reasons(day: date, monday: date, *, today: date, printed: date | None) -> tuple[Reason, ...]:
    """Say why a page can't have been signed on a day, or approves nothing by then."""
    sunday = monday + WEEK - timedelta(days=1)
    if day > today:
        said = say("weeksign.day-ahead")
    elif day > sunday:
        said = say("weeksign.day-after-week", day=sunday)
    elif printed is not None and day < printed:
        said = say("weeksign.day-before-page", day=printed)
    else:
        return ()
    return (Reason(said, None, "day"),)
