"""Where commands act when nobody names a folder: at one's own school, and never unsaid at the sample.

A task that runs at night must not begin to look after the sample because somebody looked around in the
window; so the window's last turn isn't asked for, only which schools there are.
"""

from pathlib import Path

from smadmin.domain.errors import BadInput, KnownError
from smadmin.domain.messages import say
from smadmin.domain.schools import School
from smadmin.services.places import Place, find_place, school_beside


def command_place(wanted: Path | None) -> Place:
    """Find the store that a command is about; of the sample and one's own school beside it, one's own."""
    found = find_place(wanted)
    if wanted is not None or not holds_sample(found):
        return found
    own = school_beside(found)
    try:
        return own if _school_in(own) is not None else found
    except (KnownError, OSError):  # one's own all the same: what is wrong there has to be said
        return own


def holds_sample(place: Place) -> bool:
    """Tell whether the sample lives in a folder; what can't be read isn't called one."""
    try:
        school = _school_in(place)
    except (KnownError, OSError):
        return False
    return school is not None and school.sample


def require_no_sample(wanted: Path | None) -> None:
    """Refuse to write or replace the sample where nobody named it.

    Raises:
        BadInput: if there is no school of one's own here.
    """
    place = command_place(wanted)
    if wanted is None and holds_sample(place):
        raise BadInput(
            say("store.only-sample", folder=str(place.store)), remedy=say("store.only-sample-remedy")
        )


def _school_in(place: Place) -> School | None:
    if not place.has_store:
        return None
    from smadmin.storage.store import Store  # noqa: PLC0415 - where there is none, nothing waits for it

    with Store.peek(place.store) as store:
        for id_ in store.schools():
            with store.look(id_) as unit:
                return unit.schools.get(id_)
    return None
