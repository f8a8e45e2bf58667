"""Another computer of the sample school: its own folder and keyring, and a key that was let in by letters.

It shares nothing with the first one but files that somebody carries: a request, backups, a week. As a process
of its own it reads a week and signs it: `python -m tests.other_computer FOLDER ASKED ANSWER`.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from smadmin.services.asking import accept, ask, let_in
from smadmin.services.carried import bring_request, request_file
from smadmin.services.joining import Applicant, people_to_join
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.requested import waiting_for
from smadmin.services.restoring import restore_from
from smadmin.services.week_away import WeekVisit
from tests.faults.logging_in import KeptSecrets
from tests.logins import sit_down
from tests.sample import CHEAP, sample_root, sit

ELLEN, NEW = "Ellen Whitcomb", "four calm otters drift"


@dataclass
class OtherComputer:
    """The principal's computer at home."""

    folder: Path

    def office(self) -> Office:
        """Open the school there."""
        return open_grounds(self.place, self._ring).office()

    def put_back(self, backup: Path, *, typed: str | None = None) -> None:
        """Put a backup back there, with the envelope's letters or with what its own keyring opens."""
        restore_from(self.place, backup, typed=typed, secrets=self._ring)

    @property
    def place(self) -> Place:
        """Where its store lies."""
        return Place(self.folder / "school", self.folder / "school")

    def _ring(self, _store: str) -> KeptSecrets:
        return KeptSecrets(self.folder / "keyring.json")


def set_up(here: Office, folder: Path) -> OtherComputer:
    """Set up the principal's other computer from backups of the first one."""
    folder.mkdir()
    there = OtherComputer(folder)
    there.put_back(here.backups.write(folder / "first.smbackup").file, typed=sample_root().secret)
    asked = folder / "asked.smrequest"
    office = there.office()
    ellen = next(one for one in people_to_join(office) if one.name == ELLEN)
    letters = ask(office, Applicant(ellen, frozenset(), NEW), costs=CHEAP, floor=CHEAP).letters
    asked.write_bytes(request_file(office))
    office.close()
    sit(here, "ellen-whitcomb")
    bring_request(here, asked)
    root = let_in(here, waiting_for(here)[0], typed=letters, roles=frozenset()).value
    here.settle()
    there.put_back(here.backups.write(folder / "second.smbackup").file)
    office = there.office()
    accept(office, root)
    sit_down(office, ELLEN, NEW)
    office.take_record(
        office.session.actor
    )  # as the window asks of the principal after a backup was put back
    office.settle()
    office.close()
    return there


def sign_there(there: OtherComputer, asked: Path, answer: Path) -> str:
    """Sign a week there, its first post struck; gives who sent it."""
    office = there.office()
    sit_down(office, ELLEN, NEW)
    visit = office.week_away.open(office.session.actor, asked)
    assert isinstance(visit, WeekVisit)
    answer.write_bytes(office.week_away.sign(office.session.actor, visit, frozenset({visit.slots[0].id})))
    office.close()
    return visit.sender


if __name__ == "__main__":
    print(sign_there(OtherComputer(Path(sys.argv[1])), *map(Path, sys.argv[2:])))  # noqa: T201 - for the test
