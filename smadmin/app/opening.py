"""Opening the data folder for the window: runs on the store thread, where the heavy imports happen."""

import logging
from dataclasses import dataclass
from pathlib import Path

from smadmin.app.screens import SCREENS
from smadmin.domain.errors import KnownError
from smadmin.domain.schools import School
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log
from smadmin.services.mending import require_store, require_writable
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.places import find_place, umask_for
from smadmin.ui.shell.shell import Screens

_log = logging.getLogger(__name__)


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
    require_store(place)
    grounds = open_grounds(place)
    try:
        require_writable(place)
        start_log(place.seat)
        if not grounds.founded:
            return Opened(grounds, None, None, SCREENS)
        return with_office(grounds, grounds.office())
    except KnownError:
        grounds.close()  # or nothing could be put in its place
        raise


def with_office(grounds: Grounds, office: Office) -> Opened:
    """Read what the window shows at once."""
    return Opened(grounds, office, office.school, SCREENS)


def let_go(opened: Opened) -> None:
    """Note where the record ends and close everything; a store that is broken by now keeps nobody here."""
    if opened.office is None:
        opened.grounds.close()
        return
    try:
        opened.office.settle()
    except KnownError as error:
        _log.warning("the record's end was not noted: %s", error.happened.id)
    opened.office.close()
