"""What an office has for people and accounts: who works here, and for which accounts the school answers."""

from collections.abc import Collection
from functools import cached_property

from smadmin.domain.accounts import Platform
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.publishing.direct import direct_publishers
from smadmin.publishing.web import Web
from smadmin.services.accounts import Accounts
from smadmin.services.computers import Computers
from smadmin.services.connections import Connections, Publishers
from smadmin.services.copies import Rules
from smadmin.services.district_hand import DistrictHand
from smadmin.services.escalations import Escalations
from smadmin.services.excuses import Excuses
from smadmin.services.followed import FollowGuard
from smadmin.services.lives import Lives
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.log_in_tasks import LogInTasks
from smadmin.services.office_requests import OfficeRequests
from smadmin.services.opening import Opening
from smadmin.services.password_ages import PasswordAges
from smadmin.services.past_posts import PastPosts
from smadmin.services.people import People
from smadmin.services.photo_room import PhotoRoom
from smadmin.services.photos.from_before import FromBefore
from smadmin.services.proven_as import ProvenAs
from smadmin.services.reading import Reader
from smadmin.services.register import RegisterList
from smadmin.services.reported import ReportedAccounts
from smadmin.services.reviewers import Reviewers
from smadmin.services.rhythms import Rhythms
from smadmin.services.role_holdings import RoleHoldings
from smadmin.services.scans import Scans
from smadmin.services.school_calendar import SchoolCalendar
from smadmin.services.sites import Sites
from smadmin.services.staff_pages import StaffPages
from smadmin.services.stops import Stops
from smadmin.services.strategies import Strategies
from smadmin.services.vault import Vault
from smadmin.services.wrong_identity import WrongIdentities
from smadmin.services.yearly import YearlyConfirmations
from smadmin.storage.unit import Unit


class StaffRoom(PhotoRoom):
    """The services for people and accounts of one school; `Office` adds those for posts."""

    def _page_fits(self, platform: Platform, page: str) -> bool:
        # The policy's files are read once somebody enters a page, not to list accounts.
        return self.policy.page_fits(platform, page)

    def _facts(self, platform: Platform) -> PlatformFacts:
        return self.policy.platforms[platform]

    def _held_by_roles(self, platform: Platform) -> bool:
        return self._facts(platform).held_by is HeldBy.ROLES

    @cached_property
    def reader(self) -> Reader:
        """Reads contents by the policy, with the children's names at hand."""
        return Reader(self.desk, self.policy, self._agreed_on)

    def _agreed_on(self, unit: Unit, account: AccountId) -> bool:
        return self.lives.platform_agreed(unit, account)

    @cached_property
    def accounts(self) -> Accounts:
        """The register of accounts."""
        held = self.district_hand.held_blockers
        lives = self.lives
        return Accounts(
            self.desk,
            self._page_fits,
            held,
            lives.live_blockers,
            lives.refused_kinds,
            by_roles=self._held_by_roles,
            proof=self.proof,
        )

    @cached_property
    def lives(self) -> Lives:
        """How far each account has come."""
        return Lives(self.desk, self.reader, self.proof)

    @cached_property
    def opening(self) -> Opening:
        """Asking for an account, and bringing it to ready."""
        return Opening(self.desk, self.reader, self.proof, self.lives)

    @cached_property
    def scans(self) -> Scans:
        """Pictures of letters and e-mails that were entered."""
        return Scans(self.media, self.workers)

    @cached_property
    def vault(self) -> Vault:
        """The accounts' log-ins, by what policy and platforms say."""
        rules = Rules(
            copies=lambda unit: self.reader.pack(unit).locked_copies,
            facts=self._facts,
            keeps_here=self._keeps_log_ins,
        )
        return Vault(self.desk, self.grounds.secrets, rules, self.proof)

    @cached_property
    def publishers(self) -> Publishers:
        """The platforms to which the program itself posts; from the sample school nothing goes out."""
        return {} if self.school.sample else direct_publishers(self.web, self._facts)

    @cached_property
    def web(self) -> Web:
        """The way to the platforms' servers."""
        return Web()

    def stop_sending(self, but: Collection[int] = ()) -> None:
        """End what is under way there, but on some threads: whether it went out, the next start looks."""
        if "web" in self.__dict__:
            self.web.stop(but)

    def end_sending(self) -> None:
        """End the same for good, what waits for a thread too: who closes the program waits for no server."""
        self.web.end()

    @cached_property
    def connections(self) -> Connections:
        """Which accounts of the platforms the log-ins belong to."""
        return Connections(self.desk, self.proof, self.vault, self.publishers)

    @cached_property
    def proven_as(self) -> ProvenAs:
        """How each account's identity was proven last."""
        return ProvenAs(self.desk, self.proof)

    def _keeps_log_ins(self) -> bool:
        first = self.session.signed_in
        return first is not None and self.computers.keeps_log_ins(first.actor)

    def forget_log_ins(self) -> None:
        """Take out of the keyring of somebody's own computer what lies there from before (an errand).

        What the store lacks stays: nobody else may have it.
        """
        if self._keeps_log_ins():
            return
        with self.desk.look() as unit:
            kept = tuple(one.id for one in unit.credentials.all())
        for account in kept:
            self.vault.fetch(account)

    @cached_property
    def log_in_standings(self) -> LogInStandings:
        """Who can open which log-in, whether communications has it, and who still knows it."""
        return LogInStandings(self.desk, self.proof)

    @cached_property
    def log_in_tasks(self) -> LogInTasks:
        """What the log-ins ask of whom today."""
        return LogInTasks(self.desk, self.log_in_standings, self.role_holdings)

    @cached_property
    def role_holdings(self) -> RoleHoldings:
        """Who holds the accounts that have no password of their own."""
        return RoleHoldings(self.desk, self.proof)

    @cached_property
    def district_hand(self) -> DistrictHand:
        """What communications may do with the school's accounts."""
        return DistrictHand(self.desk, self.proof)

    @cached_property
    def stops(self) -> Stops:
        """Who stopped the accounts that are on hold, and why."""
        return Stops(self.desk, self.proof)

    @cached_property
    def wrong_identities(self) -> WrongIdentities:
        """Reports that another account was logged in where a post goes out."""
        return WrongIdentities(self.desk)

    @cached_property
    def office_requests(self) -> OfficeRequests:
        """What communications asked of the school."""
        return OfficeRequests(self.desk, self.proof)

    @cached_property
    def register(self) -> RegisterList:
        """The register for communications."""
        return RegisterList(
            self.desk,
            self.accounts,
            self.reader,
            self.district_hand,
            by_roles=self._held_by_roles,
            opened_by=self._opened_by,
        )

    def _opened_by(self, by: Actor) -> dict[AccountId, frozenset[PersonId]]:
        """Tell who gets into which account: by its locked log-in, or as one who holds its page."""
        opened = {account: one.openers for account, one in self.log_in_standings.here(by).items()}
        for held in self.role_holdings.all(by):
            if held.signed:
                account, people = held.holding.id, {one.person for one in held.holding.holders}
                opened[account] = opened.get(account, frozenset()) | (people - held.gone)
        return opened

    @cached_property
    def follow_guard(self) -> FollowGuard:
        """Whom the accounts follow."""
        return FollowGuard(self.desk, self.reader, self.proof)

    @cached_property
    def past_posts(self) -> PastPosts:
        """Posts from before the program."""
        return PastPosts(self.desk, self.past_files, self.policy.judge_link)

    @cached_property
    def rhythms(self) -> Rhythms:
        """An account's year."""
        return Rhythms(self.desk, self.reader, self.past_posts)

    @cached_property
    def school_calendar(self) -> SchoolCalendar:
        """Breaks, snow days, exams."""
        return SchoolCalendar(self.desk, self.reader, self.calendar_files)

    @cached_property
    def strategies(self) -> Strategies:
        """What each account is for."""
        return Strategies(self.desk, self.proof)

    @cached_property
    def excuses(self) -> Excuses:
        """Silent accounts, excused up to a day."""
        return Excuses(self.desk, self.proof)

    @cached_property
    def sites(self) -> Sites:
        """Sites of clubs and boosters, and who watches them."""
        return Sites(self.desk, self.proof)

    @cached_property
    def escalations(self) -> Escalations:
        """Whom to call when something is wrong on such a site, and who was told."""
        return Escalations(self.desk, self.reader, self.proof)

    @cached_property
    def reported_accounts(self) -> ReportedAccounts:
        """Accounts that pretend to be the school's."""
        return ReportedAccounts(self.desk, self.proof)

    @cached_property
    def computers(self) -> Computers:
        """Whose the computers are."""
        return Computers(self.desk, self.proof)

    @property
    def from_before(self) -> FromBefore:
        """Photos and portraits that lie on somebody's own computer."""
        return FromBefore(self.desk, self.computers, self.unpicked, self.portraits)

    @cached_property
    def people(self) -> People:
        """Who may do what, from when."""
        return People(self.desk, self.proof, admit=self.keys.admit_blockers)

    @cached_property
    def reviewers(self) -> Reviewers:
        """The signed lists of who may take second looks."""
        return Reviewers(self.desk, self.proof)

    @cached_property
    def staff_pages(self) -> StaffPages:
        """The page for staff."""
        return StaffPages(self.desk, self.reader, self.proof)

    @cached_property
    def yearly(self) -> YearlyConfirmations:
        """The yearly confirmation of log-ins."""
        return YearlyConfirmations(self.desk, self.proof)

    @cached_property
    def password_ages(self) -> PasswordAges:
        """How old the accounts' passwords are."""
        return PasswordAges(self.desk, self.proof, self.reader)
