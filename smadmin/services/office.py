"""A data folder opened: the store, this seat, and every service on top of them, each made when first asked.

Window, commands, demo and tests get the same office. Asking `seat` or `session` first asks the keyring.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property

from typing_extensions import override

from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Tampered
from smadmin.services.alarm import Alarms
from smadmin.services.approvals import Approvals
from smadmin.services.backups import NotProven
from smadmin.services.clocks import Clocks
from smadmin.services.desk import Desk
from smadmin.services.drafting import Drafting
from smadmin.services.forgetting import Traces
from smadmin.services.grounds import DataFolder, open_folder
from smadmin.services.learning import Learning
from smadmin.services.links import Links
from smadmin.services.logs import teach_log
from smadmin.services.notices import Notices
from smadmin.services.own_numbers import OwnNumbers
from smadmin.services.places import Place
from smadmin.services.policies import Policies
from smadmin.services.post_room import PostRoom
from smadmin.services.posts import Posts
from smadmin.services.questions import Questions
from smadmin.services.records_requests import RecordsRequests
from smadmin.services.retention import Keeping
from smadmin.services.session import Unlocked
from smadmin.services.sheets import Sheets
from smadmin.services.spoken import SpokenYeses
from smadmin.services.standing import Standing
from smadmin.services.today.gather import Today
from smadmin.services.told import Teller
from smadmin.services.videos.watching import WatchingVideos
from smadmin.services.weekly_check import check_weekly
from smadmin.services.weekly_page import Beside, WeeklyPages
from smadmin.storage.openings import Openings


class Grounds(DataFolder):
    """An open data folder that gives the office of its school."""

    def office(self) -> "Office":
        """Give the office of the school that lives here.

        Raises:
            KnownError: if none does.
        """
        return Office(self, self.own_desk())


class Office(PostRoom):
    """One school's services."""

    def __init__(self, grounds: DataFolder, desk: Desk) -> None:
        """Stand on an open data folder and a school's desk."""
        super().__init__(grounds, desk)
        self._leaves_nothing = False

    @property
    def session_if_any(self) -> Unlocked | None:
        """Who signed in already, without asking the keyring for a session that nobody began."""
        return self.session.signed_in if "session" in self.__dict__ else None

    @cached_property
    def alarms(self) -> Alarms:
        """Whether this is the record that was here last."""
        return Alarms(self.desk, self.proof, self.restoring)

    @cached_property
    def clocks(self) -> Clocks:
        """The clock against the record."""
        return Clocks(self.desk, self.proof)

    @cached_property
    def policies(self) -> Policies:
        """The policy in force, and putting another there."""
        return Policies(self.desk, self.policy, self.proof, self.policy_changed)

    @cached_property
    def posts(self) -> Posts:
        """Posts being written."""
        return Posts(self.desk, self.reader)

    @cached_property
    def drafting(self) -> Drafting:
        """Help while a post is written."""
        return Drafting(self.desk, Openings(self.grounds.store.folder), self.policy)

    @cached_property
    def learning(self) -> Learning:
        """What the school teaches the checks."""
        return Learning(self.desk, self.reader)

    @cached_property
    def links(self) -> Links:
        """Trying a post's links."""
        return Links()

    @cached_property
    def own_numbers(self) -> OwnNumbers:
        """The school's own telephone numbers."""
        return OwnNumbers(self.desk, self.policy_changed)

    @cached_property
    def teller(self) -> Teller:
        """The record, told row by row."""
        return Teller(self.desk)

    @cached_property
    def today(self) -> Today:
        """What waits for whom."""
        return Today(self.desk, self.reader, self.proof)

    @cached_property
    def approvals(self) -> Approvals:
        """Releasing posts."""
        return Approvals(self.desk, self.reader, self.proof)

    @cached_property
    def sheets(self) -> Sheets:
        """What is read before a release."""
        return Sheets(self.desk, self.reader, self.proof, self.approvals)

    @cached_property
    def standing(self) -> Standing:
        """Standing permissions, with names."""
        return Standing(self.desk, self.reader, self.proof, self.approvals)

    @cached_property
    def notices(self) -> Notices:
        """Notices at once."""
        return Notices(self.desk, self.reader, self.proof, posts=self.posts, approvals=self.approvals)

    @cached_property
    def questions(self) -> Questions:
        """Asking the principal first."""
        return Questions(self.desk, self.reader, self.proof)

    @cached_property
    def spoken(self) -> SpokenYeses:
        """Yeses by phone."""
        return SpokenYeses(self.desk, self.reader, self.proof, self.media)

    @cached_property
    def video_watching(self) -> WatchingVideos:
        """Watching videos."""
        return WatchingVideos(
            self.desk,
            self.media,
            self.video_workers,
            self.reader,
            self.proof,
            mode=self.pack.roster_mode,
        )

    @cached_property
    def weekly_pages(self) -> WeeklyPages:
        """The weekly page."""
        beside = Beside(self.weeks, self.meetings, self.yearly, self.log_in_tasks)
        return WeeklyPages(
            self.desk, self.reader, self.proof, beside=beside, media=self.media, pictures=self.workers
        )

    @cached_property
    def records_requests(self) -> RecordsRequests:
        """Requests for public records."""
        return RecordsRequests(self.desk, self.reader, self.proof, self.media)

    @cached_property
    def keeping(self) -> Keeping:
        """Schedules, legal holds and destruction."""
        return Keeping(self.desk, self.reader, self.proof, self.media, self.backups.note_erased)

    def begin_work(self, by: Actor) -> None:
        """Do what follows every signing in (a chain): prove the record, let what is over expire, sweep files.

        The notes in the keyring are taken first, so that a rolled-back store is noticed before anything is
        built upon it.
        """
        self.note_outside()
        self._leave_trace()
        self.desk.proven, self.desk.proof = self.proof.trust, self.proof.now
        self.desk.computer = self.computers.at
        self.prove(by)
        self._leaves_nothing = not self.computers.keeps_log_ins(by)
        self._leave_nothing()
        self._leave_nothing_over()
        if by.cells is not None:
            self._end_what_is_over(by)
            with suppress(Tampered):
                children = self.students.roster(by).students
                teach_log(name for child in children for name in (child.first_name, child.last_name))
        self.media.sweep()
        self.past_posts.sweep(by)

    def _leave_trace(self) -> None:
        """Note outside the folder that a school lies in it, for when it is found empty (an errand)."""
        school = self.school
        if not school.sample:
            day = school.local(self.desk.now).date()
            Traces(self.grounds.keyring(Traces.PREFIX)).leave(self.grounds.place.store, day)

    @override
    def forget_log_ins(self) -> None:
        super().forget_log_ins()
        self._leaves_nothing = not self._keeps_log_ins()
        self._leave_nothing()

    def _leave_nothing(self) -> None:
        """Remove from somebody's own computer the live log-ins, and what lies ready for posts (BAL-B1g2)."""
        if self._leaves_nothing:
            self.browsing.forget()
            self.laid_ready.clear_all()

    @override
    def take_record(self, by: Actor, *, root: str = "") -> Changes:
        # What a restored backup brought back that was over ends before anything is built upon it.
        return super().take_record(by, root=root) | self._end_what_is_over(by)

    def vouch_clock(self, by: Actor) -> Changes:
        """Take somebody's word that the date is right (a chain); what is over by it ends now."""
        return self.clocks.vouch(by) | self._end_what_is_over(by)

    def confirm_clock(self, by: Actor, first: int) -> Changes:
        """Take the office's word that the record is dated ahead from a row on (a chain, as `vouch_clock`)."""
        return self.clocks.confirm(by, first) | self._end_what_is_over(by)

    def _end_what_is_over(self, by: Actor) -> Changes:
        """Let end what is over by its date, unless the date itself is in doubt (`keys.md`, Clock)."""
        found = Changes()
        if by.cells is None or by.lent or not self.clocks.right(by):
            return found
        # A spoilt cell of a child shuts nobody out: the alarm says it, and the principal can decide.
        with suppress(Tampered):
            found |= self.consents.end_again(by)
            found |= self.students.expire(by)
        with suppress(Tampered):
            found |= self.catch_up_queue(by)
        for remove in () if self.keeping.held(by) else (self.unpicked.remove, self.video_taking.tidy):
            with suppress(Tampered):
                found |= remove(by)
        self.renewal.go_on(by)  # what a kill left under an older school key
        return found | self.mark_log_ins_anew(by)

    def tend(self) -> None:
        """Make the backup that is due (an errand, beside the work).

        Where the record isn't proven none is made: the alarm says why, and the last good one stays the last.
        """
        if self.backups.state().due:
            with suppress(NotProven):
                self.backups.make()

    def check_signatures(self) -> None:
        """Check all signatures where that is due (an errand of its own: no full disk stops it)."""
        check_weekly(self)

    def lock(self) -> None:
        """Drop what signing in opened: identities, keys, children's names. Files of a post stay."""
        self.session.lock()
        self.forget_search()
        if self._leaves_nothing:
            self.browsing.forget()
        self.stop_taking()
        self.rest_workers()
        teach_log(())
        if "reader" in self.__dict__:
            self.reader.forget()
        if "recurring" in self.__dict__:
            self.recurring.forget()

    def close(self) -> None:
        """End the workers, leave nothing on somebody's own computer, and let go of the store."""
        self._leave_nothing()
        self.end_workers()
        self.grounds.close()


def open_grounds(place: Place, secrets: Callable[[str], SecretStore] = KeyringSecrets) -> Grounds:
    """Open a data folder with all of its school's services, as `open_folder` does."""
    return open_folder(Grounds, place, secrets)
