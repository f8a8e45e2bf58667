"""A tiny school whose accounts are asked for, approved and set up: `School(folder)`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.lives import Lives
from smadmin.services.opening import Opening
from smadmin.services.registered import unproven
from tests.road import Road, make_road

ANSWERS = ("Families ask for it", "Closings and events", "Two of us have the time", "Bo does")
TODAY, YESTERDAY = date(2026, 11, 16), date(2026, 11, 15)
CHESS = {
    "platform": Platform.X,
    "name": "Lincoln Chess Club",
    "handle": "@lincoln_chess",
    "page": "https://x.com/lincoln_chess",
    "login": "chess@lincoln.example",
    "kind": AccountKind.CLUB,
}


class School:
    """The tiny school, with what opens accounts there."""

    def __init__(self, folder: Path, policy: str = "baltimore-city-md") -> None:
        self.road: Road = make_road(folder, policy=policy)
        self.desk = self.road.school.desk
        self._seated: dict[str, Actor] = {}
        self.lives = Lives(self.desk, self.road.reader, self.road.proof)
        self.opening = Opening(self.desk, self.road.reader, self.road.proof, self.lives)
        self.hand = DistrictHand(self.desk, self.road.proof)
        self.accounts = Accounts(self.desk, opened=self.lives.live_blockers)

    def by(self, name: str) -> Actor:
        """Sign somebody in, once."""
        if name not in self._seated:
            self._seated[name] = self.road.by(name)
        return self._seated[name]

    def form(self, **changed: object) -> AccountForm:
        fields = CHESS | {"principal": self.road.school.people["pat"]} | changed
        return AccountForm(**fields)  # type: ignore[arg-type]  # fields by name

    def request(self, **changed: object) -> AccountRequest:
        bo = self.road.school.people["bo"]
        whole = AccountRequest(ANSWERS, "Families", 45, comments=True, monitor=bo, administrator=bo)
        return replace(whole, **changed)  # type: ignore[arg-type]  # fields by name

    def asked(self, by: str = "ana") -> AccountId:
        """Ask for an account, which Ana sets up; who asks names somebody else as well."""
        account = self.opening.ask(self.by(by), self.form(), self.request()).value
        self.road.school.designate("ana", account)
        return account

    def approved(self) -> AccountId:
        account = self.asked()
        for who in ("pat", "cem"):
            self.opening.approve(self.by(who), account)
        return account

    def ready(self) -> AccountId:
        account = self.approved()
        self.hand.confirm(self.by("cem"), account)
        self.tick_all(account)
        return account

    def tick_all(self, account: AccountId) -> None:
        for step in self.sheet(account).steps:
            self.opening.tick(self.by("ana"), account, step.item)

    def sheet(self, account: AccountId, by: str = "ana"):  # type: ignore[no-untyped-def]  # what the service gives
        return self.lives.sheet(self.by(by), account)

    def go_live(self, account: AccountId) -> None:
        self.accounts.go_live(self.by("ana"), account, handle_seen="lincoln_chess")

    def doubts(self, account: AccountId) -> list[str]:
        with self.desk.look(self.by("ana")) as unit:
            proven = self.road.proof.now(unit)
            found = unproven(proven, unit.accounts.get(account), self.road.reader, unit)
        return [one.message.id for one in found]
