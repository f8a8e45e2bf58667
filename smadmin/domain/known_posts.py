"""Whether a post that a file tells of is known already: by its link, its moment, or its day.

Files tell of the same post in different ways: a list by link and day, an archive by its second. Two posts
that both have links, or both have moments, are told apart by these; else their day is all that is left. Each
known post answers for one told post at most.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.past_posts import PastPost, mark_of, one_link
from smadmin.domain.publications import Publication

FILE_SLACK_S = timedelta(minutes=1).total_seconds()
"""Lists write minutes, archives seconds."""
OWN_SLACK_S = timedelta(hours=1).total_seconds()
"""What went out by the program was confirmed a while after it was posted."""


@dataclass(frozen=True, slots=True)
class _One:
    """A known post; `at` in seconds since 1970, or None."""

    day: date
    at: float | None
    linked: bool
    mark: int
    slack_s: float

    @property
    def kind(self) -> tuple[date, bool, bool]:
        return self.day, self.at is not None, self.linked


class Known:
    """The posts of one account that are known before a file is taken."""

    def __init__(self, posts: Iterable[PastPost], out: Iterable[tuple[Publication, date]]) -> None:
        """Take what earlier files told, and what went out by the program with the school's own day."""
        known = [_One(one.day, _seconds(one), bool(one.link), one.mark, FILE_SLACK_S) for one in posts] + [
            _One(day, one.published_at.timestamp(), bool(one.link), mark_of(one_link(one.link)), OWN_SLACK_S)
            for one, day in out
            if one.published_at is not None
        ]
        self._by_mark = {one.mark: one for one in known}
        self._left = Counter(one.kind for one in known)
        self._timed = sorted((one for one in known if one.at is not None), key=lambda one: one.at or 0)
        self._moments = [one.at or 0 for one in self._timed]
        self._answered: set[int] = set()

    def new(self, posts: Iterable[PastPost]) -> tuple[PastPost, ...]:
        """Give those that aren't known yet; asked once."""
        told = tuple(posts)
        for post in told:
            if post.mark in self._by_mark:
                self._answer(self._by_mark[post.mark])
        unmarked = (one for one in told if one.mark not in self._by_mark)
        # All moments before any day: a day that answered for one post might be the moment of another.
        apart = [one for one in unmarked if not self._near(one)]
        return tuple(one for one in apart if not self._same_day(one))

    def _answer(self, known: _One) -> None:
        self._answered.add(known.mark)
        self._left[known.kind] -= 1

    def _near(self, post: PastPost) -> bool:
        """Let the nearest known post of that moment answer."""
        moment = _seconds(post)
        if moment is None:
            return False
        first = bisect_left(self._moments, moment - OWN_SLACK_S)
        last = bisect_left(self._moments, moment + OWN_SLACK_S + 1)
        near = [
            (abs((one.at or 0) - moment), number)
            for number, one in enumerate(self._timed[first:last], first)
            if abs((one.at or 0) - moment) <= one.slack_s
            and not (post.link and one.linked)
            and one.mark not in self._answered
        ]
        if near:
            self._answer(self._timed[min(near)[1]])
        return bool(near)

    def _same_day(self, post: PastPost) -> bool:
        """Let a known post of that day answer that can't be told from it."""
        for timed in (False, True):
            for linked in (False, True):
                kind = (post.day, timed, linked)
                apart = (timed and post.moment is not None) or (linked and bool(post.link))
                if not apart and self._left[kind] > 0:
                    self._left[kind] -= 1
                    return True
        return False


def _seconds(post: PastPost) -> float | None:
    return None if post.moment is None else post.moment.timestamp()
