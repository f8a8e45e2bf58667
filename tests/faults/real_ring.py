"""What becomes of a real Secret Service: run by `test_real_ring` on a bus and in a home of its own.

Prints one line for each thing it found.
"""

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import secretstorage

from smadmin.credentials.secrets import KeyringSecrets, NoKeyring

LONG = "x" * 5000
OURS = {"service": "smadmin", "username": "s/elsewhere"}


def said(secrets: KeyringSecrets, item: str = "seat") -> str:
    """Give what reading comes to, and in how many seconds at most."""
    began = time.monotonic()
    try:
        found = secrets.get(item)
        answer = "nothing" if found is None else f"{len(found)} characters"
    except NoKeyring as error:
        answer = error.happened.id
    return f"{answer}, {'quick' if time.monotonic() - began <= 5.5 else 'slow'}"


def daemons() -> list[int]:
    """Give the keyrings of this bus, which are this process's own session's."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            mine = f"DBUS_SESSION_BUS_ADDRESS={os.environ['DBUS_SESSION_BUS_ADDRESS']}".encode()
            command = (place / "cmdline").read_bytes().split(b"\0")[0]
            home = f"HOME={os.environ['HOME']}".encode()
            environment = (place / "environ").read_bytes().split(b"\0")
            if command.endswith(b"gnome-keyring-daemon") and (mine in environment or home in environment):
                found.append(int(place.name))
    return found


def tell(what: str, found: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{what} {found}\n")


def main() -> None:
    """Store, read, look into the wrong collection, lock, and kill the daemon midway."""
    secrets = KeyringSecrets("s", longest=1200)
    secrets.set("seat", LONG)
    tell("kept:", said(secrets))
    bus = secretstorage.dbus_init()
    other = secretstorage.Collection(bus, "/org/freedesktop/secrets/collection/session")
    other.create_item("elsewhere", OURS, b"planted")
    tell("in another collection:", said(secrets, "elsewhere"))
    secretstorage.get_default_collection(bus).lock()
    tell("locked:", said(secrets))
    for process in daemons():
        os.kill(process, signal.SIGKILL)
    tell("killed:", said(secrets))


if __name__ == "__main__":
    main()
