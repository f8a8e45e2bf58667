"""The drawn sample school for tests: made once per run into a template folder, copied for each test.

`sample_office(folder)` gives an office on a copy; `sit(office, "maya-ortega")` signs somebody in.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from smadmin import resources
from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import Costs
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.ids import SchoolId
from smadmin.importing.sample import read_sample
from smadmin.services.heads import BEFORE_ALL
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.sample.making import PASSPHRASE, SampleMaker
from smadmin.services.seats import take_seat
from smadmin.services.session import Unlocked

CHEAP = Costs(memory_kib=8 * 1024, passes=1, lanes=1)


def grounds_in(folder: Path, secrets: MemorySecrets) -> Grounds:
    """Open a data folder with secrets in memory."""
    return open_grounds(Place(folder, folder), lambda _store: secrets)


@cache
def _template() -> tuple[Path, dict[str, str], Identity]:
    folder = Path(tempfile.mkdtemp(prefix="smadmin-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    secrets = MemorySecrets()
    grounds = grounds_in(folder, secrets)
    office = Office(grounds, grounds.desk(SchoolId(grounds.ids.new())))
    seat = take_seat(secrets, found=True)
    sample = read_sample(resources.find("sample"))
    root = Identity.new()
    office.seat = seat
    office.begin_notes(BEFORE_ALL, root.key)
    SampleMaker(
        office.desk,
        office.keys,
        office.media,
        office.law,
        office.plan,
        seat,
        sample,
        costs=CHEAP,
        floor=CHEAP,
    ).make(root)
    office.settle()
    office.close()
    return folder, dict(secrets._items), root


def sample_office(folder: Path) -> Office:
    """Give an office on a fresh copy of the sample school."""
    template, kept, _ = _template()
    shutil.copytree(template, folder, dirs_exist_ok=True)
    secrets = MemorySecrets()
    for item, secret in kept.items():
        secrets.set(item, secret)
    return grounds_in(folder, secrets).office()


def sample_root() -> Identity:
    """Give what stands in the sample school's envelope."""
    return _template()[2]


def sit(office: Office, slug: str) -> Unlocked:
    """Sign somebody of the sample's staff in, by slug (`maya-ortega`)."""
    name = slug.replace("-", " ").title()
    person = next(sitter.person for sitter in office.session.sitters() if sitter.name == name)
    unlocked = office.session.sign_in(person, PASSPHRASE)
    office.begin_work(unlocked.actor)
    return unlocked
