"""Opening the data folder for the window: runs on the store thread, where the heavy imports happen."""

from dataclasses import dataclass
from pathlib import Path

from smadmin.app.screens import SCREENS
from smadmin.domain.schools import School
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.places import find_place, umask_for
from smadmin.ui.shell.shell import Screens


@dataclass(frozen=True)
class Opened:
    """An open data folder and, once a school was founded, its office.

    Args:
        screens: what can be shown; here, because importing them is heavy.
    """

    grounds: Grounds
    office: Office | None
    school: School | None
    screens: Screens


def open_folder(wanted: Path | None) -> Opened:
    """Open the data folder that was asked for or is found; a fresh one is made.

    Raises:
        KnownError: no permission, a damaged or newer store, a network share.
    """
    place = find_place(wanted)
    harden(umask_for(place))
    grounds = open_grounds(place)
    start_log(place.seat)
    if not grounds.founded:
        return Opened(grounds, None, None, SCREENS)
    return with_office(grounds, grounds.office())


def with_office(grounds: Grounds, office: Office) -> Opened:
    """Read what the window shows at once."""
    return Opened(grounds, office, office.school, SCREENS)
