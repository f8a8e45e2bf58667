"""The composition root: makes the real clock, store and keyring and hands them to commands or window.

Nothing heavy is imported here before it is known what the program was asked for.
"""

import sys
from pathlib import Path

from smadmin.cli.asking import Doors, ask_on_terminal
from smadmin.cli.main import run
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log, stop_log
from smadmin.services.office import Grounds, open_grounds
from smadmin.services.places import find_place, umask_for


def main() -> int:
    """Run smadmin with the arguments it was started with; gives the exit status."""
    harden()
    try:
        return run(make_doors(), sys.argv[1:])
    finally:
        stop_log()


def make_doors() -> Doors:
    """Make what the command line needs of the outside world."""
    return Doors(
        open_grounds=open_data_folder,
        catalogue=Catalogue.load(system_language()),
        ask_secret=ask_on_terminal,
    )


def open_data_folder(wanted: Path | None) -> Grounds:
    """Open the data folder that was asked for or is found, and begin its log.

    Raises:
        KnownError: if no store lies there; a command makes none.
    """
    place = find_place(wanted)
    if not place.has_store:
        raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
    harden(umask_for(place))
    grounds = open_grounds(place)
    start_log(place.seat)
    return grounds
