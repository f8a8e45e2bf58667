"""A school in which Ana leaves: what a departure's tests stand on."""

from pathlib import Path

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.departures import WITH_RIGHTS, Departure, How, Leaving, LineKind
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.people import Role
from smadmin.services.accounts import Accounts
from smadmin.services.departure_views import DepartureViews, Seen
from smadmin.services.departures import Departures
from smadmin.services.handing_over import HandOvers
from smadmin.services.policy import Policy
from smadmin.services.posts import Posts
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.renewal import Renewal
from smadmin.services.reported import ReportedAccounts
from smadmin.services.role_holdings import RoleHoldings
from smadmin.services.sites import Sites
from smadmin.services.vault import Vault
from tests.school import make_school

SECRET = LogIn("social@lincoln.example", "canary-Falcon-42")


class Drill:
    """A school in which Ana leaves, and Pat, Cem and Kim (another administrator) stay."""

    def __init__(self, folder: Path) -> None:
        self.school = make_school(folder)
        self.school.admit("kim", "Kim Nakamura", {Role.ADMINISTRATOR}, by="pat")
        policy = Policy.shipped()
        self.proof = Proof(self.school.desk, lambda: self.school.noted)
        self.school.desk.proven = self.proof.trust
        self.accounts = Accounts(self.school.desk)
        self.posts = Posts(self.school.desk, Reader(self.school.desk, policy))
        self.vault = Vault(self.school.desk, self.school.secrets)
        self.departures = Departures(self.school.desk, self.proof, lambda: policy.platforms)
        self.views = DepartureViews(self.school.desk, self.proof)
        self.renewal = Renewal(self.school.desk)
        self.sites = Sites(self.school.desk, self.proof)
        self.reported = ReportedAccounts(self.school.desk, self.proof)
        self.hand_overs = HandOvers(self.school.desk)
        self.holdings = RoleHoldings(self.school.desk, self.proof)

    def account(
        self, platform: Platform, handle: str, *, login: str = "social@lincoln.example", by: str = "pat"
    ) -> AccountId:
        form = AccountForm(platform, "Lincoln", handle, f"https://example.org/{handle}", login)
        account = self.accounts.adopt(self.school.by(by), form).value
        for name in ("ana", "kim"):
            self.school.designate(name, account)
        return account

    def leave(self, by: str = "cem", *, who: str = "ana", to: str = "kim") -> str:
        people = self.school.people
        leaving = Leaving(person=people[who], successor=people[to])
        return self.departures.begin(self.school.by(by), leaving).value

    def see(self, departure: str, by: str = "cem") -> Seen:
        seen = self.views.see(self.school.by(by), departure)
        assert seen is not None
        return seen

    def settle_all(self, departure: str, by: str = "cem") -> Departure:
        for line in self.see(departure, by).departure.left:
            if line.kind is LineKind.RIGHTS:
                self.end_rights(departure, by)
            elif line.kind not in WITH_RIGHTS:
                self.departures.settle(self.school.by(by), departure, line.key, How.WAIVED, reason="told")
        return self.see(departure, by).departure

    def end_rights(self, departure: str, by: str = "cem") -> None:
        self.departures.end_rights(self.school.by(by), departure)
        self.renewal.go_on(self.school.by(by))
