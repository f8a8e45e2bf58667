"""The drawn sample school for tests: made once per run into a template folder, copied for each test.

`sample_office(folder)` gives an office on a copy; `sit(office, "maya-ortega")` signs somebody in.
"""

import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from smadmin import resources
from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.ids import SchoolId
from smadmin.importing.sample import read_sample
from smadmin.services.heads import BEFORE_ALL
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.sample.making import PASSPHRASE, SampleMaker
from smadmin.services.seats import take_seat
from smadmin.services.session import Unlocked
from tests import school

CHEAP = school.CHEAP


def grounds_in(folder: Path, secrets: MemorySecrets) -> Grounds:
    """Open a data folder with secrets in memory."""
    return open_grounds(Place(folder, folder), lambda _store: secrets)


@cache
def _template() -> tuple[Path, dict[str, str], Identity]:
    folder, secrets = school.template_folder(), MemorySecrets()
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


def sample_office(folder: Path, done: Callable[[Office], None] | None = None) -> Office:
    """Give an office on a fresh copy of the sample school.

    Args:
        folder: where the copy lies.
        done: what was done at the school already, with nobody sitting there any more. It is done once an
            hour, because at the beginning of one a new day may begin at the school.
    """
    if done is None:
        template, kept, _ = _template()
    else:
        template, kept = _after(done, int(time.time() // 3600))
    return _copied(template, kept, folder, MemorySecrets())


@cache
def _after(done: Callable[[Office], None], _hour: int) -> tuple[Path, dict[str, str]]:
    folder, secrets, (template, kept, _) = school.template_folder(), MemorySecrets(), _template()
    office = _copied(template, kept, folder, secrets)
    done(office)
    office.settle()
    office.close()
    return folder, dict(secrets._items)


def _copied(template: Path, kept: dict[str, str], folder: Path, secrets: MemorySecrets) -> Office:
    shutil.copytree(template, folder, dirs_exist_ok=True)
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
