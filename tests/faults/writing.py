"""Does deeds on one store, for the test in which several processes write at once.

`python -m tests.faults.writing FOLDER COUNT` signs in and changes the one account COUNT times, each time from
the version it read; a conflict is read again. It says how many conflicts it met.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from smadmin.domain.errors import Conflict
from smadmin.services.accounts import Accounts
from tests.faults.acting import FORM, sign_in


def main() -> None:
    """Change the account COUNT times."""
    desk, by, account = sign_in(Path(sys.argv[1]))
    accounts, conflicts, done = Accounts(desk), 0, 0
    while done < int(sys.argv[2]):
        found = accounts.get(account)
        form = replace(FORM, promised_days=(found.promised_days or 0) + 1)
        try:
            accounts.change(by, found, form)
            done += 1
        except Conflict:
            conflicts += 1
    os.write(1, f"{conflicts}\n".encode())


if __name__ == "__main__":
    main()
