"""Which rows of a file are posts of one account, and why the others aren't.

What isn't certainly a post of the account isn't taken, and each such row is named with its reason, never with
its words; only a day that no calendar has is repeated, where it is nothing but one in figures.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from smadmin.domain.accounts import PLATFORM_NAMES, Account, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.past_posts import (
    LONGEST_LINK,
    Flaw,
    PastPost,
    RawFile,
    RawPost,
    Reading,
    Refused,
    Source,
    mark_of,
    one_link,
)
from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.domain.written_times import Written, day_goes_first, is_either, read_written

_LONGEST_NAMED = 60
_HANDLE = re.compile(r"(?=.*[@_.\d])@?\w[\w.@-]{1,38}", re.ASCII)
"""A name that no person has: of what else may stand in a column nothing is repeated."""
_IN_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_BEGAN = {
    Platform.X: date(2006, 3, 21),
    Platform.FACEBOOK: date(2004, 2, 4),
    Platform.INSTAGRAM: date(2010, 7, 16),
    Platform.MASTODON: date(2016, 3, 16),
    Platform.BLUESKY: date(2022, 11, 17),
    Platform.YOUTUBE: date(2005, 4, 23),
    Platform.LINKEDIN: date(2003, 5, 5),
    Platform.VIMEO: date(2004, 11, 1),
}
"""The day of each platform's first post. A WordPress blog brings along what it wrote elsewhere before."""
_FIRST_BLOG = date(1994, 1, 1)


class JudgesLinks(Protocol):
    """Says whether a link is a post of an account."""

    def __call__(self, link: str) -> LinkVerdict:
        """Judge one link."""
        ...


def file_blockers(raw: RawFile, account: Account) -> tuple[Reason, ...]:
    """List why a whole file can't be the account's: another platform's archive, or somebody else's."""
    if raw.source is not Source.LIST and raw.source.value != account.platform.value:
        platform = PLATFORM_NAMES[Platform(raw.source.value)]
        return (Reason(say("pastposts.other-platform", platform=platform, account=account.label)),)
    if raw.whose and not any(names_account(one, account) for one in raw.whose):
        named = raw.whose[0][:_LONGEST_NAMED]
        return (Reason(say("pastposts.other-archive", other=named, account=account.label)),)
    return ()


def names_account(said: str, account: Account) -> bool:
    """Tell whether a cell names an account: by handle, name, label or the address of its page."""
    known = {account.handle, account.name, account.label, account.page, account.page.rpartition("/")[2]}
    return _same(said) in {_same(one) for one in known if one}


def read_posts(
    raw: RawFile, account: Account, *, judge: JudgesLinks, zone: ZoneInfo, now: datetime
) -> Reading:
    """Say which rows of a file are posts of an account, and why the others aren't.

    Args:
        raw: the file.
        account: the one that somebody chose.
        judge: judges links.
        zone: the school's.
        now: nothing is posted after it (UTC).
    """
    seen_first = day_goes_first(row.when for row in raw.rows)
    day_first = raw.spanish if seen_first is None else seen_first
    begun = _Judging(account, judge, zone, now, day_first=day_first)
    for row in raw.rows:
        begun.take(row)
    posts = _in_order(begun.posts.values())
    named = bool(raw.whose) or any(row.account or row.link for row in raw.rows)
    guessed = seen_first is None and any(is_either(row.when) for row in raw.rows)
    return Reading(posts, tuple(begun.refused), begun.twice, guessed, day_first, named)


def _in_order(posts: Iterable[PastPost]) -> tuple[PastPost, ...]:
    """Sort by day and mark, day by day: sorting 100,000 at once would keep every other thread waiting."""
    by_day: dict[date, list[PastPost]] = {}
    for one in posts:
        by_day.setdefault(one.day, []).append(one)
    return tuple(one for day in sorted(by_day) for one in sorted(by_day[day], key=lambda post: post.mark))


class _Judging:
    """Row after row; the same post is told of once."""

    def __init__(
        self, account: Account, judge: JudgesLinks, zone: ZoneInfo, now: datetime, *, day_first: bool
    ) -> None:
        self._account, self._judge, self._zone = account, judge, zone
        self._now, self._day_first = now, day_first
        self._today = now.astimezone(zone).date()
        self._accounts: dict[str, bool] = {}
        self._on_day: dict[date, int] = {}
        self.posts: dict[int, PastPost] = {}
        self.refused: list[Refused] = []
        self.twice = 0

    def take(self, row: RawPost) -> None:
        written = read_written(row.when, self._zone, day_first=self._day_first)
        why = self._flaw(row, written)
        if why is not None or written is None:
            self.refused.append(Refused(row.number, row.part, why or say("pastposts.no-day")))
            return
        key = one_link(row.link) or (None if written.moment is None else written.moment.isoformat())
        if key is None:  # a list of days: as many posts as rows
            self._on_day[written.day] = self._on_day.get(written.day, -1) + 1
            key = f"{written.day.isoformat()} {self._on_day[written.day]}"
        mark = mark_of(key)
        if mark in self.posts:
            self.twice += 1
            return
        self.posts[mark] = PastPost(written.day, written.moment, row.link.strip(), mark)

    def _flaw(self, row: RawPost, written: Written | None) -> Message | None:
        if row.flaw is not Flaw.NONE:
            return say(f"pastposts.flaw-{row.flaw.value}")
        if written is None:
            return _unread_day(row.when.strip())
        if written.day > self._today or (written.moment is not None and written.moment > self._now):
            return say("pastposts.future", day=written.day)
        platform = self._account.platform
        began = _BEGAN.get(platform, _FIRST_BLOG)
        if written.day < began:
            told = "too-early" if platform in _BEGAN else "before-blogs"
            return say(f"pastposts.{told}", platform=PLATFORM_NAMES[platform], began=began)
        if row.account.strip() and not self._is_own(row.account):
            return _other(row.account)
        return self._link_flaw(row.link.strip())

    def _is_own(self, said: str) -> bool:
        if said not in self._accounts:
            self._accounts[said] = names_account(said, self._account)
        return self._accounts[said]

    def _link_flaw(self, link: str) -> Message | None:
        if not link:
            return None
        if len(link) > LONGEST_LINK or not link.isprintable():
            return say("pastposts.bad-link")
        verdict = self._judge(link)
        if verdict.answer is LinkAnswer.OTHER_ACCOUNT:
            return _other("" if verdict.seen is None else f"@{verdict.seen}")
        return say("pastposts.bad-link") if verdict.answer is LinkAnswer.NOT_A_POST else None


def _same(said: str) -> str:
    return one_link(" ".join(said.split())).removeprefix("@").casefold()


def _other(said: str) -> Message:
    """Say whose a row is, where that is written like a handle."""
    handle = one_link(said.strip())
    if _HANDLE.fullmatch(handle):
        return say("pastposts.other-account-as", other=f"@{handle.removeprefix('@')}")
    return say("pastposts.other-account")


def _unread_day(typed: str) -> Message:
    if not typed:
        return say("pastposts.no-day")
    if _IN_FIGURES.fullmatch(typed):
        return say("pastposts.bad-day-as", typed=typed)
    return say("pastposts.bad-day")
