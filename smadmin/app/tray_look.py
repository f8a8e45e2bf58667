"""One look at the store for the tray's icon, in a process that ends with it: the icon itself stays small.

It gets a folder and gives one JSON document on its standard output; no key is there, and none is asked for.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from smadmin.app.choosing import look_arguments
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.warned import WarningView
from smadmin.services.autostart import own_command

PATIENCE_S = 120.0
DONE, NOTHING, FAILED = 0, 3, 4
"""Exit statuses: what there is to warn of was said; no school of one's own is here; it couldn't be read."""


class NothingToWatch(KnownError):
    """There is no school of one's own in this folder."""


class Looker:
    """Looks from the icon's process. `stop` ends a look that is under way."""

    def __init__(
        self, folder: Path | None, command: Sequence[str] = (), *, patience_s: float = PATIENCE_S
    ) -> None:
        """Take the folder that was named, or None for the usual one."""
        self._patience_s = patience_s
        self._command = tuple(command or own_command(*look_arguments(folder)))
        self._running: subprocess.Popen[bytes] | None = None

    def look(self) -> WarningView:
        """Look once; runs on a thread.

        Raises:
            KnownError: the store couldn't be read now.
            NothingToWatch: and never will be, from here.
        """
        try:
            with subprocess.Popen(  # noqa: S603 - our own program with our own words
                self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
            ) as running:
                self._running = running
                said = self._said(running)
        except OSError as error:
            raise KnownError(say("warnings.not-read")) from error
        if running.returncode == NOTHING:
            raise NothingToWatch(say("store.no-school"))
        try:
            return WarningView.from_plain(json.loads(said))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise KnownError(say("warnings.not-read")) from error

    def _said(self, running: subprocess.Popen[bytes]) -> bytes:
        try:
            return running.communicate(timeout=self._patience_s)[0]
        except subprocess.TimeoutExpired:
            running.kill()
            return b""

    def stop(self) -> None:
        """End a look that is under way."""
        if self._running is not None and self._running.poll() is None:
            self._running.kill()


def run_look(folder: Path | None) -> int:
    """Look once and print what there is; gives the exit status."""
    from smadmin.credentials.secrets import MemorySecrets  # noqa: PLC0415 - the icon's process needn't load it
    from smadmin.services.commanded import command_place, holds_sample  # noqa: PLC0415 - the same
    from smadmin.services.hygiene import harden  # noqa: PLC0415 - the same
    from smadmin.services.office import open_grounds  # noqa: PLC0415 - the same
    from smadmin.services.places import umask_for  # noqa: PLC0415 - the same

    place = command_place(folder)
    if not place.has_store or (folder is None and holds_sample(place)):
        return NOTHING
    harden(umask_for(place))
    try:
        grounds = open_grounds(place, lambda _store: MemorySecrets())
        try:
            view = grounds.office().warnings.look()
        finally:
            grounds.close()
    except KnownError:
        return FAILED
    sys.stdout.write(json.dumps(view.to_plain()))
    return DONE
