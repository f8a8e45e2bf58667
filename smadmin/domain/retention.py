"""How long details of the record are kept, by kind, and what a records request's answer may take. Pure.

Rows stay for ever; what is destroyed are their details, once the newest row about a thing is older than its
kind's years (`keys.md`, Retention). What lets people in, accounts and log-ins are no kind: the record stands
on them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from smadmin.domain.vocabulary import Noun


class Kind(StrEnum):
    """What is kept for a number of years."""

    POSTS = "posts"
    """What was published: words, approvals, pages as visitors saw them, corrections, removals, comments."""
    PHOTOS = "photos"
    """Who looked at which photo and what they decided."""
    REQUESTS = "requests"
    """Requests for public records, and what was given."""


NOUNS: Mapping[Noun, Kind] = {
    Noun.POSTS: Kind.POSTS,
    Noun.PUBLICATIONS: Kind.POSTS,
    Noun.CORRECTIONS: Kind.POSTS,
    Noun.REMOVALS: Kind.POSTS,
    Noun.QUESTIONS: Kind.POSTS,
    Noun.COMMENTS: Kind.POSTS,
    Noun.POST_REQUESTS: Kind.POSTS,
    Noun.PHOTOS: Kind.PHOTOS,
    Noun.VIDEOS: Kind.PHOTOS,
    Noun.SWEEPS: Kind.PHOTOS,
    Noun.RECORDS_REQUESTS: Kind.REQUESTS,
}
"""Nouns whose details end by a schedule; all others are kept."""

YEARS: Mapping[Kind, int] = {Kind.POSTS: 7, Kind.PHOTOS: 3, Kind.REQUESTS: 3}
"""The program's own years, where a policy says only that there are schedules."""
ANSWER_DAYS = 10
YEARS_MOST = 100


@dataclass(frozen=True)
class Retention:
    """A policy's schedule.

    Args:
        years: per kind, from the newest row about a thing on.
        answer_days: within how many days a records request is answered.
        answer_weekdays: whether Saturdays and Sundays don't count among them.
        source: the demand that speaks of schedules, or None where the policy doesn't.
    """

    years: Mapping[Kind, int] = field(default_factory=lambda: YEARS)
    answer_days: int = ANSWER_DAYS
    answer_weekdays: bool = True
    source: str | None = None


def years_before(day: date, years: int) -> date:
    """Give the same day so many years ago; February 29 becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
