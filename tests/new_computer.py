"""A new computer, on which nobody has a key: an empty folder and a keyring of its own."""

from pathlib import Path

from smadmin.credentials.secrets import MemorySecrets, SecretStore
from smadmin.services.asking import accept, ask, let_in
from smadmin.services.carried import bring_request, request_file
from smadmin.services.coming import come, copy_for
from smadmin.services.joining import Applicant, people_to_join
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.requested import waiting_for
from smadmin.services.restoring import restore_from
from tests.logins import sit_down
from tests.sample import CHEAP, sit

OFFICE, MAYA, WORDS = "ellen-whitcomb", "Maya Ortega", "four calm otters drift"


class NewComputer:
    """An empty folder and a keyring of its own."""

    def __init__(self, folder: Path) -> None:
        self.rings: dict[str, SecretStore] = {}
        self.place = Place(folder / "new", folder / "new")
        self.file, self.copy = folder / "new.smcomputer", folder / "copy.smadmin-backup"
        self.coming = come(self.ring)
        self.file.write_bytes(self.coming.content)

    def ring(self, name: str) -> SecretStore:
        return self.rings.setdefault(name, MemorySecrets())

    def put_back(self) -> None:
        restore_from(self.place, self.copy, secrets=self.ring)

    def office(self) -> Office:
        return open_grounds(self.place, self.ring).office()

    def asks(self, name: str, request: Path) -> str:
        """Ask for somebody's key there, with a file; gives their letters."""
        office = self.office()
        person = next(one for one in people_to_join(office) if one.name == name)
        asked = ask(office, Applicant(person, frozenset(), WORDS), costs=CHEAP, floor=CHEAP)
        request.write_bytes(request_file(office))
        office.close()
        return asked.letters

    def sits_down(self, name: str, root: str) -> None:
        """Take up there what was signed for somebody, who then sits down."""
        office = self.office()
        accept(office, root)
        sit_down(office, name, WORDS)
        office.close()


def given(office: Office, new: NewComputer) -> None:
    sit(office, OFFICE)
    copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)


def let_in_there(office: Office, new: NewComputer, name: str, folder: Path) -> None:
    """Go the whole road from the first copy to somebody's seat on the new computer."""
    new.put_back()
    letters = new.asks(name, folder / "asked.smrequest")
    bring_request(office, folder / "asked.smrequest")
    root = let_in(office, waiting_for(office)[0], typed=letters, roles=frozenset()).value
    office.settle()
    new.copy = office.backups.write(folder / "second.smadmin-backup").file
    new.put_back()
    new.sits_down(name, root)
