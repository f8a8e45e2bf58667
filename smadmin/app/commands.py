"""Makes what the commands need of the outside world and runs one of them."""

import importlib
from collections.abc import Sequence
from pathlib import Path

from smadmin.cli.asking import Doors, ask_on_terminal
from smadmin.cli.demo.command import DemoDoors, demo_command
from smadmin.cli.main import run
from smadmin.cli.photos import OpenFolders, photo_commands
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.services.commanded import command_place
from smadmin.services.founding import found_sample
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log, stop_log
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.photos.folders import open_photo_folders
from smadmin.services.places import Place, umask_for


def run_command(arguments: Sequence[str], open_folders: OpenFolders | None = None) -> int:
    """Run a command; gives the exit status.

    Args:
        arguments: as the program was called.
        open_folders: what sees photos, if it was started already.
    """
    try:
        return run(make_doors(open_folders or open_photo_folders), arguments)
    finally:
        stop_log()


def make_doors(open_folders: OpenFolders) -> Doors:
    """Make what the command line needs of the outside world."""
    return Doors(
        open_grounds=open_data_folder,
        catalogue=Catalogue.load(system_language()),
        ask_secret=ask_on_terminal,
        self_test=run_self_test,
        commands=(demo_command(DemoDoors(open_sample_school, photograph)), photo_commands(open_folders)),
    )


def photograph(office: Office, out: Path) -> list[tuple[str, str]]:
    """Photograph the real screens; gives file names and screens, none where Qt can't be loaded."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return []
    # Qt only where it is needed, and other commands do their work without it.
    from smadmin.app.pictures import Camera  # noqa: PLC0415 - see above
    from smadmin.app.stage import make_stage_application  # noqa: PLC0415 - see above

    return Camera(office, out, make_stage_application(), system_language()).take()


def run_self_test(_folder: Path | None) -> int:
    """Look whether everything the program needs is here; gives the exit status. No data folder is touched."""
    # Qt and the screens only where they are needed.
    from smadmin.app.selftest import self_test  # noqa: PLC0415 - see above
    from smadmin.app.stage import make_stage_application  # noqa: PLC0415 - see above

    return self_test(Catalogue.load(system_language()), make_stage_application())


def open_sample_school(folder: Path) -> Office:
    """Make the sample school in a throw-away folder, with a keyring in memory."""
    secrets = MemorySecrets()
    return found_sample(open_grounds(Place(folder, folder), lambda _store: secrets))


def open_data_folder(wanted: Path | None) -> Grounds:
    """Open the data folder that was asked for or is found, and begin its log.

    Raises:
        KnownError: if no store lies there; a command makes none.
    """
    place = command_place(wanted)
    if not place.has_store:
        raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
    harden(umask_for(place))
    grounds = open_grounds(place)
    start_log(place.seat)
    return grounds
