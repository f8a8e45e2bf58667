"""Opening the data folder for the window: runs on the store thread, where the heavy imports happen."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from smadmin.domain.errors import KnownError
from smadmin.domain.schools import School
from smadmin.services.hygiene import harden
from smadmin.services.logs import start_log
from smadmin.services.mending import require_store, require_writable
from smadmin.services.office import Grounds, Office, open_grounds
from smadmin.services.places import (
    Place,
    find_turned_place,
    remember_turn,
    sample_beside,
    school_beside,
    umask_for,
)
from smadmin.ui.screen import Screen
from smadmin.ui.shell.shell import Screens
from smadmin.ui.surroundings import Surroundings

OPEN_SAMPLE, OPEN_SCHOOL, SET_UP_SCHOOL = "open-sample", "open-school", "set-up-school"
"""Deeds of the *File* menu that lead to the school beside."""

_log = logging.getLogger(__name__)

_LATE = ("phonenumbers", "smadmin.domain.public_holidays")
"""What the domain imports only when it is asked."""
MOST_PHOTOS_AT_ONCE = 2
"""Each holds an engine of up to 1 GB; school computers have 8 GB and other programs."""


@dataclass(frozen=True)
class Way:
    """The way to the school beside: from the sample to one's own, from one's own to the sample.

    Args:
        deed: of the *File* menu.
        place: where the other school lies, or will.
    """

    deed: str
    place: Place


@dataclass(frozen=True)
class Opened:
    """An open data folder and, once a school was founded, its office.

    Args:
        screens: what can be shown, once somebody has signed in.
        way: to the school beside; None at the very first run, where nothing lies beside.
    """

    grounds: Grounds
    office: Office | None
    school: School | None
    screens: Screens
    way: Way | None = None


class LateScreens(Mapping[str, Callable[[Surroundings], Screen]]):
    """Every screen, imported when first asked for: the gate must not wait for them.

    `load_screens` asks while somebody types their passphrase.
    """

    def __getitem__(self, name: str) -> Callable[[Surroundings], Screen]:
        """Give what makes a screen."""
        return _screens()[name]

    def __iter__(self) -> Iterator[str]:
        """Give their names."""
        return iter(_screens())

    def __len__(self) -> int:
        """Count them."""
        return len(_screens())


def load_screens() -> None:
    """Import every screen (an errand), and what the first text and the first calendar would wait for."""
    _screens()
    for late in _LATE:
        import_module(late)


def _screens() -> Screens:
    from smadmin.app.screens import SCREENS  # noqa: PLC0415 - half as heavy as all the rest

    return SCREENS


def open_folder(wanted: Path | None) -> Opened:
    """Open the data folder that was asked for or is found; a fresh one is made.

    Raises:
        KnownError: no permission, a damaged or newer store, a network share.
    """
    return open_place(find_turned_place(wanted))


def open_place(place: Place) -> Opened:
    """Open a data folder that is known; as `open_folder`."""
    harden(umask_for(place))
    require_store(place)
    grounds = open_grounds(place)
    grounds.photos_at_once = min(MOST_PHOTOS_AT_ONCE, os.cpu_count() or 1)
    try:
        require_writable(place)
        start_log(place.seat)
        if not grounds.founded:
            return Opened(grounds, None, None, LateScreens(), way_back(place))
        return with_office(grounds, grounds.office())
    except KnownError:
        grounds.close()  # or nothing could be put in its place
        raise


def with_office(grounds: Grounds, office: Office) -> Opened:
    """Read what the window shows at once.

    Raises:
        KnownError: where neither the store nor the record says which school this is.
    """
    try:
        school = office.school
    except KnownError:  # its row was changed or taken out: the record puts it back
        office.mend_tables()
        school = office.school
    return Opened(grounds, office, school, LateScreens(), way_from(grounds.place, school))


def way_from(place: Place, school: School) -> Way:
    """Give the way from a school to the one beside it."""
    if not school.sample:
        return Way(OPEN_SAMPLE, sample_beside(place))
    own = school_beside(place)
    return Way(OPEN_SCHOOL if own.has_store else SET_UP_SCHOOL, own)


def way_back(place: Place) -> Way | None:
    """Give the way from a folder without a school to the school that somebody came from, if there is one."""
    sample, own = sample_beside(place), school_beside(place)
    if sample.has_store:
        return Way(OPEN_SAMPLE, sample)
    return Way(OPEN_SCHOOL, own) if own.has_store else None


def remember_way(way: Way) -> None:
    """Have the next start find the school beside (an errand).

    Raises:
        OutsideFailed: where it can't be noted.
    """
    remember_turn(way.place)


def leave(opened: Opened) -> None:
    """Let go of a school and of everything that a passphrase opened, for another to be opened."""
    try:
        let_go(opened)
    finally:
        if opened.office is not None:
            opened.office.lock()


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
