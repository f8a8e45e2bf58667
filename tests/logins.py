"""Several OS logins of one computer: one store in the folder for all, a home and a keyring each."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.ids import SchoolId
from smadmin.domain.people import Role
from smadmin.domain.schools import School
from smadmin.services.founding import admit_beside, found_school, new_person
from smadmin.services.hygiene import harden
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place, umask_for
from tests.school import CHEAP

ANA, PAT = "seven quiet herons wade", "nine loud geese fly by"


@dataclass
class Login:
    """One login's own folder and keyring."""

    home: Path
    secrets: MemorySecrets
    store: Path

    @contextmanager
    def office(self) -> Iterator[Office]:
        """Open the shared school as this login does."""
        place = Place(self.store, self.home)
        before = os.umask(0)
        harden(umask_for(place))
        office = open_grounds(place, lambda _store: self.secrets).office()
        try:
            yield office
        finally:
            office.close()
            os.umask(before)


def login(folder: Path, name: str) -> Login:
    """Give a login of the computer whose shared folder lies in `folder`."""
    return Login(folder / name, MemorySecrets(), folder / "shared")


def found_shared(folder: Path, at: Login | None = None) -> tuple[Login, Identity]:
    """Found a school for all logins, with Ana (administrator) and Pat (principal) at the first one.

    Args:
        folder: in which the shared folder lies or is made.
        at: the first login, where its folders are there already.
    """
    first = at or login(folder, "first")
    if at is None:
        first.store.mkdir(parents=True)
        first.store.chmod(0o2770)
    place = Place(first.store, first.home)
    before = os.umask(umask_for(place))
    grounds = open_grounds(place, lambda _store: first.secrets)
    school = School(
        SchoolId(grounds.ids.new()), "Lincoln", "America/Denver", "baltimore-city-md", ("lincoln.example",)
    )
    ana = new_person(grounds, "Ana Brooks", email="", statement="employed")
    office, root = found_school(
        grounds, school, ana, role=Role.ADMINISTRATOR, passphrase=ANA, costs=CHEAP, floor=CHEAP
    )
    office.begin_work(office.session.sign_in(ana.id, ANA).actor)
    pat = new_person(grounds, "Pat Winters", email="", statement="employed")
    roles = frozenset({Role.PRINCIPAL})
    admit_beside(office, pat, roles=roles, passphrase=PAT, costs=CHEAP, floor=CHEAP)
    office.settle()
    office.close()
    os.umask(before)
    return first, root


def sit_down(office: Office, name: str, passphrase: str) -> None:
    """Sign somebody in as the window does."""
    person = next(one.person for one in office.session.sitters() if one.name == name)
    office.begin_work(office.session.sign_in(person, passphrase).actor)
