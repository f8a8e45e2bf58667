"""A computer with one tiny school, on which commands are run in this process."""

from dataclasses import dataclass
from pathlib import Path

from smadmin.cli.asking import Doors
from smadmin.cli.main import run
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.accounts import Accounts
from smadmin.services.office import Grounds
from smadmin.services.places import Place
from smadmin.services.restored import Restored
from smadmin.services.restoring import restore_from
from smadmin.storage.store import Store
from tests.school import TinySchool, make_school, passphrase


@dataclass
class Desktop:
    """A computer with one tiny school, its keyring in memory, and somebody who types one passphrase."""

    school: TinySchool
    types: str = passphrase("pat")
    asked: tuple[str, ...] = ()

    def run(self, *arguments: str) -> int:
        doors = Doors(self._grounds, Catalogue.load("en"), self._type, self._restore)
        return run(doors, [*arguments, "--data", str(self.school.folder)])

    def _grounds(self, folder: Path | None) -> Grounds:
        assert folder == self.school.folder
        if not (folder / "store.db").exists():
            raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
        school = self.school
        place = Place(folder, folder)
        return Grounds(
            place,
            Store.open(folder),
            school.secrets,
            school.clock,
            school.desk.ids,
            keyring=lambda _: school.secrets,
        )

    def _type(self, prompt: str) -> str:
        self.asked = (*self.asked, prompt)
        return self.types

    def _restore(self, place: Place, file: Path, typed: str | None) -> Restored:
        self.school.rest()
        return restore_from(place, file, typed=typed, secrets=lambda _store: self.school.secrets)


def make_desktop(folder: Path) -> Desktop:
    """Make one whose school has a live account."""
    school = make_school(folder)
    form = AccountForm(
        Platform.X,
        "Lincoln Elementary",
        "lincoln_es",
        "https://x.com/lincoln_es",
        "social@lincoln.example",
        school.people["pat"],
    )
    accounts = Accounts(school.desk)
    account = accounts.adopt(school.by("ana"), form).value
    school.designate("ana", account)
    accounts.go_live(school.by("ana"), account, handle_seen="lincoln_es")
    school.note()
    return Desktop(school)
