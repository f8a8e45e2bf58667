"""A real Secret Service that stops or dies while a call is under way: run by `test_real_ring` on its own bus.

The daemon is stopped first, so that the call waits for certain, and killed or let go on while it does. Prints
a line for each thing it found.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from typing_extensions import override

from smadmin.credentials.secrets import KeyringSecrets, NoKeyring
from smadmin.domain.log_ins import LogIn
from smadmin.services.accounts import Accounts
from smadmin.services.vault import Vault
from tests.faults.acting import FORM
from tests.faults.real_ring import LONG, daemons, tell
from tests.school import make_school

BEFORE, AFTER = "canary-Falcon-42", "canary-Otter-43"
LIMIT_S = 2.0
_FOURTH = 4
GONE = {"keys.no-keyring", "keys.keyring-locked"}
"""There is none, or the bus was quick to start another one, which is locked."""
_UNLOCK = ("gnome-keyring-daemon", "--replace", "--unlock", "--components=secrets")


class DiesAtCall(KeyringSecrets):
    """Its daemon dies under the hands of the fourth call: after asking what lies there, and two pieces."""

    calls = 0

    @override
    def _call(self, deed: str, item: str, secret: str = "") -> str | None:
        self.calls += 1
        if self.calls != _FOURTH:
            return super()._call(deed, item, secret)
        with dying():
            return super()._call(deed, item, secret)


def main() -> None:
    """Read and keep while the daemon is stopped, while it dies, and when another one has come."""
    secrets = KeyringSecrets("s", LIMIT_S, longest=1200)
    secrets.set("seat", LONG)
    signal_all(signal.SIGSTOP)
    tell("stopped, read:", came_of(lambda: found(secrets)))
    tell("stopped, kept:", came_of(lambda: secrets.set("other", "new")))
    signal_all(signal.SIGCONT)
    tell("goes on:", came_of(lambda: found(secrets)))
    with dying():
        tell("killed while it reads:", came_of(lambda: found(secrets)))
    start_another()
    tell("another one has:", came_of(lambda: found(secrets)))
    midway = DiesAtCall("s", LIMIT_S, longest=1200)
    tell("killed after two of five pieces:", came_of(lambda: midway.set("seat", "z" * 5000)))
    start_another()
    tell("another one has:", came_of(lambda: found(secrets)))
    keep_a_log_in()


def keep_a_log_in() -> None:
    """Keep a changed password while the keyring dies; the store has it, and fills another keyring."""
    with tempfile.TemporaryDirectory() as folder:
        school = make_school(Path(folder))
        pat, ring = school.by("pat"), KeyringSecrets(school.store.id, LIMIT_S)
        account = Accounts(school.desk).adopt(pat, FORM).value
        vault = Vault(school.desk, ring)
        vault.shelve(vault.keep(pat, account, LogIn("a@lincoln.example", BEFORE)).value)
        changed = vault.keep(pat, account, LogIn("a@lincoln.example", AFTER)).value
        with dying():
            tell("a changed password:", came_of(lambda: notice(vault.shelve(changed).notice)))
        start_another()
        shown = vault.reveal(pat, vault.fetch(account)).value.password
        tell("shown later:", "the changed one" if shown == AFTER else "another")
        tell("in the keyring again:", str((ring.get(f"account/{account}") or "").partition(":")[0]))
        school.store.close()


def came_of(deed: Callable[[], object]) -> str:
    """Give what became of a deed, and whether in time."""
    began = time.monotonic()
    try:
        answer = str(deed() or "done")
    except NoKeyring as error:
        answer = "gone" if error.happened.id in GONE else error.happened.id
    took = time.monotonic() - began
    return f"{answer}, {'in time' if took < LIMIT_S + 0.5 else f'after {took:.1f} s'}"


@contextmanager
def dying() -> Iterator[None]:
    """Kill the daemon while what is done here waits for it."""
    signal_all(signal.SIGSTOP)
    killer = threading.Timer(0.3, lambda: signal_all(signal.SIGKILL))
    killer.start()
    try:
        yield
    finally:
        killer.join()


def found(secrets: KeyringSecrets) -> str:
    """Read the long secret."""
    read = secrets.get("seat")
    return {None: "nothing", LONG: "all of it"}.get(read, f"{len(read or '')} other characters")


def notice(said: object) -> str:
    """Give which sentence goes with a copy."""
    return str(getattr(said, "id", "no notice"))


def signal_all(number: signal.Signals) -> None:
    """Send a signal to the keyrings of this bus."""
    for process in daemons():
        os.kill(process, number)


def start_another() -> None:
    """Start a keyring with the same passphrase, and wait until it answers."""
    signal_all(signal.SIGKILL)
    subprocess.run(_UNLOCK, input="pw\n", text=True, check=True, stdout=subprocess.DEVNULL)
    secrets, until = KeyringSecrets("s", LIMIT_S), time.monotonic() + 20
    while time.monotonic() < until:
        try:
            secrets.get("seat")
        except NoKeyring:
            time.sleep(0.1)
        else:
            return
    sys.stdout.write("no other one came\n")


if __name__ == "__main__":
    main()
