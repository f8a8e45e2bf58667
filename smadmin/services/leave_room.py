"""What an office has for somebody who leaves and for working apart from personal log-ins."""

from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.departures import SETTLED_BY, Leaving, LineKind
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn, only_like
from smadmin.domain.messages import say
from smadmin.publishing.browsers import Profiles
from smadmin.publishing.laid_ready import LaidReady
from smadmin.services.browsing import Browsing
from smadmin.services.comment_room import CommentRoom
from smadmin.services.departed import keys_of
from smadmin.services.departure_views import DepartureViews
from smadmin.services.departures import Departures
from smadmin.services.handing_over import HandOvers
from smadmin.services.kept_rows import Password, newest_of_all
from smadmin.services.left_folders import LeftFolders
from smadmin.services.renewal import Renewal
from smadmin.services.sealed import beside, marked_anew, marked_before


class LeaveRoom(CommentRoom):
    """Departures, the school's new keys, browser profiles."""

    @cached_property
    def departures(self) -> Departures:
        """Departures, deed by deed."""
        return Departures(self.desk, self.proof, lambda: self.policy.platforms)

    @cached_property
    def departure_views(self) -> DepartureViews:
        """Departures, as they are shown."""
        return DepartureViews(self.desk, self.proof)

    @cached_property
    def hand_overs(self) -> HandOvers:
        """Accounts that go from one colleague to another."""
        return HandOvers(self.desk)

    @cached_property
    def browsing(self) -> Browsing:
        """The browsers of the accounts."""
        return Browsing(Profiles(self.grounds.place.private), lambda: self.policy.platforms)

    def clear_left_folders(self) -> Changes:
        """Remove the browser folders of who left at this login (a chain, while nobody has signed in).

        It holds nobody up: what stands in its way, unlisted folders too, waits for the next start.
        """
        with suppress(KnownError, OSError):
            noted = replace(self.noted, head=self.last_note())
            return LeftFolders(self.desk, self.browsing, self.seat, lambda: noted).clear()
        return Changes()

    @cached_property
    def laid_ready(self) -> LaidReady:
        """What lies ready for posts outside the data folder."""
        return LaidReady(self.grounds.place.seat)

    @cached_property
    def renewal(self) -> Renewal:
        """Bringing everything under a new school key."""
        return Renewal(self.desk)

    def end_rights(self, by: Actor, departure: str) -> Changes:
        """End who leaves here, with all that follows (a chain; what was not reached stands as a line).

        Raises:
            NotAllowed: as `Departures.end_rights`.
        """
        changes = self.departures.end_rights(by, departure)
        self.session.take_new_key()
        fresh = self.session.actor
        self.renewal.go_on(fresh)
        changes |= self.mark_log_ins_anew(fresh)
        seen = self.departure_views.see(fresh, departure)
        if seen is not None and seen.departure.leaving.person is not None:
            self.keys.drop_lock(seen.departure.leaving.person)  # it opens nothing any more
        return changes | self.lock_copies_anew(fresh, departure)

    def mark_log_ins_anew(self, by: Actor) -> Changes:
        """Mark the passwords under the newest school key, so that one used twice is known again (a deed)."""
        with self.desk.look(by) as unit:
            if not marked_before(by, self.proof.now(unit)):
                return Changes()
        with self.desk.deed(by) as deed:
            proven = self.proof.now(deed.unit)
            return Changes.of("credentials", marked_anew(deed, self.desk, proven))

    def keep_changed(self, by: Actor, account: Account, password: str, codes: tuple[str, ...]) -> Changes:
        """Keep an account's changed password and recovery codes, and leave the rest of its log-in (a chain).

        Old codes aren't kept: whoever leaves may have them.

        Raises:
            NotAllowed: as `Vault.reveal` and `Vault.keep`; for a password that it had before, or one like it,
                which whoever leaves knows or guesses.
        """
        log_in, before = LogIn(account.login, password, codes), None
        if self.vault.kept(account.id) is not None:
            before = self.vault.reveal(by, self.vault.fetch(account.id), why="departure").value
            log_in = replace(before, password=password, recovery=codes, made="")
        with self.desk.look(by) as unit:
            told = beside(by, self.proof.now(unit), account.id, log_in, before)
        if told is Password.FORMER or (before is not None and only_like(before, password)):
            raise NotAllowed((Reason(say("departures.former-password"), "BAL-B1b3", "password"),))
        kept = self.vault.keep(by, account.id, log_in)
        self.vault.shelve(kept.value)
        return kept.changes

    def lock_copies_anew(self, by: Actor, departure: str) -> Changes:
        """Lock the log-ins anew that a key of who leaves opens, and settle that line (a chain).

        What this person can't open stays, and so does the line.
        """
        seen = self.departure_views.see(by, departure)
        line = (
            None
            if seen is None
            else next((i for i in seen.departure.left if i.kind is LineKind.COPIES), None)
        )
        if seen is None or line is None:
            return Changes()
        changes = Changes()
        for account in self._still_open(by, seen.departure.leaving):
            with suppress(KnownError):
                resealed = self.vault.reseal(by, self.vault.fetch(account))
                self.vault.shelve(resealed.value)
                changes |= resealed.changes
        if not self._still_open(by, seen.departure.leaving):
            with suppress(NotAllowed):  # somebody else settled it meanwhile
                how = SETTLED_BY[LineKind.COPIES]
                changes |= self.departures.settle(by, departure, line.key, how)
        return changes

    def _still_open(self, by: Actor, leaving: Leaving) -> tuple[AccountId, ...]:
        """Give the log-ins that a key of who leaves opens as they were signed; the table may say anything."""
        with self.desk.look(by) as unit:
            proven = self.proof.now(unit)
            theirs = keys_of(proven.trust, leaving)
            return tuple(
                account for account, kept in newest_of_all(proven).items() if not kept.sealed_without(theirs)
            )
