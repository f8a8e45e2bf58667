"""Makes what the commands need of the outside world and runs one of them."""

import importlib
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from smadmin.cli.asking import Doors, ask_on_terminal
from smadmin.cli.main import run
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.services.commanded import command_place
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log, stop_log
from smadmin.services.places import Place, umask_for

if TYPE_CHECKING:
    import click
    from PySide6.QtWidgets import QApplication

    from smadmin.cli.photos import OpenFolders
    from smadmin.domain.actors import Actor
    from smadmin.services.grounds import DataFolder
    from smadmin.services.office import Grounds, Office


def run_command(arguments: Sequence[str], open_folders: "OpenFolders | None" = None) -> int:
    """Run a command; gives the exit status.

    Args:
        arguments: as the program was called.
        open_folders: what sees photos, if it was started already.
    """
    try:
        return run(make_doors(open_folders), arguments)
    finally:
        stop_log()


def make_doors(open_folders: "OpenFolders | None") -> Doors:
    """Make what the command line needs of the outside world."""
    return Doors(
        open_grounds=open_data_folder,
        open_folder=open_plain_folder,
        catalogue=Catalogue.load(system_language()),
        ask_secret=ask_on_terminal,
        self_test=run_self_test,
        commands={"demo": _demo, "photos": partial(_photos, open_folders)},
    )


def _demo() -> "click.Command":
    from smadmin.cli.demo.command import DemoDoors, demo_command  # noqa: PLC0415 - loaded when asked for

    return demo_command(DemoDoors(open_sample_school, photograph, print_page))


def _photos(open_folders: "OpenFolders | None") -> "click.Command":
    from smadmin.cli.photos import photo_commands  # noqa: PLC0415 - loaded when asked for

    return photo_commands() if open_folders is None else photo_commands(open_folders)


def photograph(office: "Office", out: Path) -> list[tuple[str, str]]:
    """Photograph the real screens; gives file names and screens, none where Qt can't be loaded."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return []
    # Qt only where it is needed, and other commands do their work without it.
    from smadmin.app.pictures import Camera  # noqa: PLC0415 - see above

    return Camera(office, out, _application(), system_language()).take()


def print_page(office: "Office", by: "Actor", out: Path) -> list[str]:
    """Print the weekly page into a folder; gives file names, none where Qt can't be loaded."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return []
    from smadmin.app.paper import print_week  # noqa: PLC0415 - see above

    _application()  # letters are measured by it
    return print_week(office, by, out, language=system_language())


@cache
def _application() -> "QApplication":
    """Make the one application object that a command needs, once."""
    from smadmin.app.stage import make_stage_application  # noqa: PLC0415 - Qt only where it is needed

    return make_stage_application()


def run_self_test(_folder: Path | None) -> int:
    """Look whether everything the program needs is here; gives the exit status. No data folder is touched."""
    # Qt and the screens only where they are needed.
    from smadmin.app.selftest import self_test  # noqa: PLC0415 - see above
    from smadmin.app.stage import make_stage_application  # noqa: PLC0415 - see above

    return self_test(Catalogue.load(system_language()), make_stage_application())


def open_sample_school(folder: Path) -> "Office":
    """Make the sample school in a throw-away folder, with a keyring in memory."""
    # The whole school only where it is asked for: loading it takes a second.
    from smadmin.credentials.secrets import MemorySecrets  # noqa: PLC0415 - see above
    from smadmin.services.founding import found_sample  # noqa: PLC0415 - see above
    from smadmin.services.office import open_grounds  # noqa: PLC0415 - see above

    secrets = MemorySecrets()
    return found_sample(open_grounds(Place(folder, folder), lambda _store: secrets))


def open_data_folder(wanted: Path | None) -> "Grounds":
    """Open the data folder that was asked for or is found, and begin its log.

    Raises:
        KnownError: if no store lies there; a command makes none.
    """
    place = _found(wanted)
    from smadmin.services.office import open_grounds  # noqa: PLC0415 - where no store is, nothing waits for it

    grounds = open_grounds(place)
    start_log(place.seat)
    return grounds


def open_plain_folder(wanted: Path | None) -> "DataFolder":
    """Open the same for a command that needs no school's office, which takes a second to load.

    Raises:
        KnownError: if no store lies there; a command makes none.
    """
    place = _found(wanted)
    from smadmin.services.grounds import DataFolder, open_folder  # noqa: PLC0415 - as above

    folder = open_folder(DataFolder, place)
    start_log(place.seat)
    return folder


def _found(wanted: Path | None) -> Place:
    place = command_place(wanted)
    if not place.has_store:
        raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
    harden(umask_for(place))
    return place
