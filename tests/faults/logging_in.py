"""One login's turn at the shared store, as a process of that login's user: `DEED FOLDER NAME [WORDS]`."""

import json
import sys
from pathlib import Path

from typing_extensions import override

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.asking import accept, ask, let_in
from smadmin.services.joining import Applicant, people_to_join
from smadmin.services.requested import waiting_for
from tests.logins import PAT, Login, found_shared, sit_down
from tests.school import CHEAP

NEW = "four calm otters drift"


class KeptSecrets(MemorySecrets):
    """A keyring of one login: a file that nobody else can read."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        if file.exists():
            self._items = json.loads(file.read_text("utf-8"))

    @override
    def set(self, item: str, secret: str) -> None:
        super().set(item, secret)
        self._file.write_text(json.dumps(self._items), "utf-8")


def main(deed: str, folder: Path, name: str, words: str) -> str:
    """Do one deed and give what the next login has to be told."""
    here = Login(folder / name, KeptSecrets(folder / name / "keyring.json"), folder / "shared")
    if deed == "found":
        found_shared(folder, here)
        return ""
    with here.office() as office:
        if deed == "ask":
            ana = next(one for one in people_to_join(office) if one.name == "Ana Brooks")
            return ask(office, Applicant(ana, frozenset(), NEW), costs=CHEAP, floor=CHEAP).letters
        if deed == "let-in":
            sit_down(office, "Pat Winters", PAT)
            waiting = waiting_for(office)[0]
            letters = let_in(office, waiting, typed=words, roles=frozenset()).value
            office.settle()
            return letters
        if deed == "accept":
            accept(office, words)
        sit_down(office, *(("Pat Winters", PAT) if name == "first" else ("Ana Brooks", NEW)))
        alarm = office.alarms.look(office.session.actor)
        office.settle()
        return "whole" if alarm is None and office.verify().whole else f"not whole: {alarm}"


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4]))  # noqa: T201 - for the test that began it
