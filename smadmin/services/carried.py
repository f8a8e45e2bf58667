"""A request to be let in that travels as a file: between two computers which share no folder.

Nothing in the file is believed: its letters are typed all the same (`asking.let_in`). What was signed for it
comes to the other computer with the next backup that is put back there.
"""

from pathlib import Path

from smadmin.domain.canonical import canonical
from smadmin.domain.errors import BadInput, KnownError
from smadmin.domain.messages import say
from smadmin.services.asking import pending
from smadmin.services.locks_here import identities_here
from smadmin.services.office import Office
from smadmin.services.requested import is_new, read_request
from smadmin.storage.regular import open_regular
from smadmin.storage.requests import MOST_BYTES, RequestFolder

ENDING = ".smrequest"


def request_file(office: Office) -> bytes:
    """Give this login's own request as a file (an errand).

    Raises:
        KnownError: if none waits.
    """
    asked = pending(office)
    lock = None if asked is None else identities_here(office).waiting().get(asked.person)
    text = None if lock is None else RequestFolder(office.grounds.place.store).one(str(lock.fields["key"]))
    if text is None:
        raise KnownError(say("joining.not-yet"), remedy=say("joining.not-yet-remedy"))
    return text.encode()


def bring_request(office: Office, file: Path) -> None:
    """Lay a request that somebody brought beside the store, where it waits as any other (an errand).

    Raises:
        BadInput: if it is no request to this school that still waits.
        OutsideFailed: no permission, no space.
    """
    try:
        with open_regular(file) as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(say("away.not-readable"), remedy=say("joining.save-anew")) from error
    text = None if len(content) > MOST_BYTES else content.decode("utf-8", errors="replace")
    request = read_request(office, text)
    if request is None or not is_new(request, office.proven().trust):
        raise BadInput(say("joining.not-a-request"), remedy=say("joining.save-anew"))
    folder = RequestFolder(office.grounds.place.store)
    folder.keep(request.key.id, canonical(request.to_plain()).decode())
