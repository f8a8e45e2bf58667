"""Taking past posts of one account from a list or a platform's archive: all of a file or nothing.

The posts come in turns, so that nobody waits long for the store, and count only once the last deed has signed
the import. Whatever ends it before that, nothing was taken; what a kill left goes with the next import.
"""

import time
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Conflict, KnownError, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.known_posts import Known
from smadmin.domain.messages import say
from smadmin.domain.past_posts import Columns, PastImport, PastPost, RawFile, Reading, Step, digest_of
from smadmin.domain.post_links import LinkVerdict
from smadmin.domain.publications import PublicationStep
from smadmin.domain.rights import who_may
from smadmin.domain.told_posts import file_blockers, read_posts
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.jobs import Progress
from smadmin.services.past_rows import PAST_PART
from smadmin.services.roles import refuse, roles_preparing, today_of
from smadmin.storage.unit import Unit

_A_TURN = 2_500
"""So many rows are written in one deed; about 20 ms."""
_DEAD_AFTER = timedelta(hours=1)
"""An import takes seconds; one that still comes after that was killed."""
_BREATH_S, _LONGEST_BREATH_S = 0.02, 0.3
"""How long the store is left alone between two deeds, and at most while somebody waits for it."""


class Files(Protocol):
    """What opens lists and archives."""

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        """Give what a file tells."""
        ...


class LinkJudge(Protocol):
    """Says whether a link is a post of an account."""

    def __call__(self, link: str, platform: Platform, *, handle: str, page: str) -> LinkVerdict:
        """Judge one link."""
        ...


@dataclass(frozen=True)
class Told:
    """What taking a file would do to an account; nothing was changed.

    Args:
        new: the posts that would be taken.
        blockers: why nothing of it can be.
        file: without its rows, which are judged by now.
        standing: which imports and how many own posts it was held against.
    """

    account: Account
    file: RawFile
    reading: Reading
    new: tuple[PastPost, ...]
    blockers: tuple[Reason, ...]
    standing: tuple[frozenset[str], int]

    @property
    def known(self) -> int:
        """How many of its posts are known already."""
        return len(self.reading.posts) - len(self.new)


class PastPosts:
    """Posts from before the program, or made outside it, of one school."""

    def __init__(self, desk: Desk, files: Files, judge: LinkJudge) -> None:
        """Stand on the desk, what opens files, and what judges links."""
        self._desk, self._files, self._judge = desk, files, judge

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        """Open a file (an errand; it is parsed in a jailed process).

        Raises:
            UnknownTitles: somebody has to say which column is the day; then ask again with `columns`.
            BadInput: it can't be read, or tells of no post.
        """
        return self._files.read(path, columns)

    def blockers(self, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        """List why this person may not bring in past posts of an account, or take them back."""
        with self._desk.look() as unit:
            return self._not_theirs(unit, unit.trust.read(), by, account)

    def compare(self, by: Actor, account: AccountId, file: RawFile) -> Told:
        """Say which of a file's rows are posts of an account, and which of these are new."""
        with self._desk.look() as unit:
            found, school = unit.accounts.get(account), unit.schools.get(self._desk.school)
            blockers = self._not_theirs(unit, unit.trust.read(), by, account)
            standing = _standing(unit, account)
            earlier = tuple(unit.past_posts.of_account(account))
            own = unit.publications.find(account_id=account, step=PublicationStep.CONFIRMED.value)
        out = [(one, school.local(one.published_at).date()) for one in own if one.published_at is not None]

        def judge(link: str) -> LinkVerdict:
            return self._judge(link, found.platform, handle=found.handle, page=found.page)

        reading = read_posts(file, found, judge=judge, zone=ZoneInfo(school.zone), now=self._desk.now)
        new = Known(earlier, out).new(reading.posts)
        blockers = (*blockers, *file_blockers(file, found))
        if not blockers and not new:
            blockers = (Reason(say("pastposts.nothing-known" if reading.posts else "pastposts.nothing")),)
        return Told(found, replace(file, rows=()), reading, new, blockers, standing)

    def take(self, by: Actor, told: Told) -> Generator[Progress, None, None]:
        """Take a file's new posts (a job): closing it before its end changes nothing.

        Raises:
            NotAllowed: for the reasons that `compare` gave.
            Conflict: if the account's posts aren't those that the person was shown.
        """
        refuse(told.blockers)
        total, done = len(told.new), 0
        self._sweep(by, told.account.id)
        coming = self._begin(by, told)
        try:
            yield Progress(0, total)
            for start in range(0, total, _A_TURN):
                part = told.new[start : start + _A_TURN]
                self._write(by, coming, part)
                self._let_others()
                done += len(part)
                if done < total:
                    yield Progress(done, total)
            changes = self._finish(by, told, coming, digest_of(told.new))
        except BaseException:  # also where somebody stops it
            with suppress(KnownError):  # a full disk: the next import clears it away
                self._remove(by, coming.id)
            raise
        yield Progress(total, total, changes)

    def take_back(self, by: Actor, import_id: str) -> Generator[Progress, None, None]:
        """Take back all posts of an import (a job): from its first step on none of them counts.

        Raises:
            NotAllowed: for whoever doesn't work with the account.
        """
        with self._desk.deed(by) as deed:
            found = deed.unit.past_imports.get(import_id)
            refuse(self._not_theirs(deed.unit, deed.trust, by, found.account))
            if found.step is not Step.DONE:
                raise _changed()
            deed.unit.past_imports.change(replace(found, step=Step.GOING))
            self._record(deed, Act.TAKE_BACK_POSTS, found)
        yield Progress(0, found.posts, _changes(found))
        self._remove(by, import_id)
        yield Progress(found.posts, found.posts)

    def sweep(self, by: Actor) -> None:
        """Clear away what kills left (a chain, after signing in, which it never keeps anybody from).

        An import that is young may be under way in another window.
        """
        young = self._desk.now - _DEAD_AFTER
        with self._desk.look() as unit:
            steps = (Step.COMING, Step.GOING)
            left = [one for step in steps for one in unit.past_imports.find(step=step.value)]
        for one in left:
            if one.step is Step.GOING or one.taken_at < young:
                with suppress(KnownError):  # a full disk, a forged row: others say so
                    self._remove(by, one.id)

    def imports(self, account: AccountId) -> tuple[PastImport, ...]:
        """Give what was taken for an account, the newest first."""
        with self._desk.look() as unit:
            found = unit.past_imports.find(account_id=account, step=Step.DONE.value)
        return tuple(sorted(found, key=lambda one: one.taken_at, reverse=True))

    def _begin(self, by: Actor, told: Told) -> PastImport:
        with self._desk.deed(by) as deed:
            refuse(self._not_theirs(deed.unit, deed.trust, by, told.account.id))
            coming = PastImport(
                id=self._desk.ids.new(),
                school=self._desk.school,
                account=told.account.id,
                step=Step.COMING,
                source=told.file.source,
                digest=told.file.digest,
                posts=len(told.new),
                refused=len(told.reading.refused),
                first=told.new[0].day,
                last=told.new[-1].day,
                taken_at=self._desk.now,
            )
            return deed.unit.past_imports.add(coming)

    def _write(self, by: Actor, coming: PastImport, part: tuple[PastPost, ...]) -> None:
        with self._desk.deed(by) as deed:
            if deed.unit.past_imports.maybe(coming.id) is None:  # another window cleared it away
                raise _changed()
            deed.unit.past_posts.add(coming.id, part)

    def _finish(self, by: Actor, told: Told, coming: PastImport, digest: str) -> Changes:
        with self._desk.deed(by) as deed:
            refuse(self._not_theirs(deed.unit, deed.trust, by, told.account.id))
            whole = deed.unit.past_posts.count(coming.id) == coming.posts
            if not whole or _standing(deed.unit, told.account.id) != told.standing:
                raise _changed()
            deed.unit.past_imports.change(replace(coming, step=Step.DONE))
            self._record(deed, Act.IMPORT_POSTS, coming, digest)
        return _changes(coming)

    def _record(self, deed: Deed, act: Act, found: PastImport, digest: str = "") -> None:
        parts: dict[str, Plain] = {PAST_PART: found.to_plain(digest)}
        deed.record(act, Noun.PAST_POSTS, found.account, parts=parts)

    def _sweep(self, by: Actor, account: AccountId) -> None:
        """Clear away what a kill left of imports of an account."""
        with self._desk.look() as unit:
            left = [one.id for one in unit.past_imports.find(account_id=account) if one.step is not Step.DONE]
        for one in left:
            self._remove(by, one)

    def _remove(self, by: Actor, import_id: str) -> None:
        more = True
        while more:
            with self._desk.deed(by) as deed:
                more = deed.unit.past_posts.remove_some(import_id, _A_TURN)
                if not more:
                    deed.unit.past_imports.remove(import_id)
            self._let_others()

    def _let_others(self) -> None:
        """Leave the store alone for a moment: SQLite knows no queue, and would let us write without end."""
        time.sleep(_BREATH_S)
        until = time.monotonic() + _LONGEST_BREATH_S
        while self._desk.store.turns.waits_s and time.monotonic() < until:
            time.sleep(_BREATH_S)

    def _not_theirs(self, unit: Unit, trust: Trust, by: Actor, account: AccountId) -> tuple[Reason, ...]:
        today, allowed = today_of(unit, self._desk), who_may(Noun.PAST_POSTS, Act.IMPORT_POSTS)
        if roles_preparing(trust, by.person, today, account) & allowed:
            return ()
        return (Reason(say("accounts.no-role")),)


def _standing(unit: Unit, account: AccountId) -> tuple[frozenset[str], int]:
    done = unit.past_imports.find(account_id=account, step=Step.DONE.value)
    own = unit.publications.find(account_id=account, step=PublicationStep.CONFIRMED.value)
    return frozenset(one.id for one in done), len(own)


def _changes(found: PastImport) -> Changes:
    return Changes.of("past_posts", [found.id]) | Changes.of("publications", [found.id])


def _changed() -> Conflict:
    return Conflict(say("pastposts.changed"), kept=say("pastposts.kept"), remedy=say("pastposts.look-again"))
