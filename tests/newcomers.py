"""Somebody who asks for a key on another login, and the principal who signs at the first one."""

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.people import Person, Role
from smadmin.services.asking import Pending, ask, let_in
from smadmin.services.founding import new_person
from smadmin.services.joining import Applicant, let_in_by_envelope, people_to_join
from smadmin.services.office import Office
from smadmin.services.requested import waiting_for
from tests.logins import PAT, Login, sit_down
from tests.school import CHEAP

NEW = "four calm otters drift"
WHY = "Ana has a login of her own now."
LARKS = AccountForm(Platform.X, "Larks", "larks", "https://x.com/larks", "x@lincoln.example")
REVIEWER = frozenset({Role.REVIEWER})


def newcomer(office: Office, name: str = "Ana Brooks") -> Person:
    known = next((one for one in people_to_join(office) if one.name == name), None)
    return known or new_person(office.grounds, name, email="", statement="employed")


def asked(second: Login, name: str = "Ana Brooks", *, lost: bool = False) -> Pending:
    with second.office() as office:
        roles = frozenset[Role]() if name == "Ana Brooks" else REVIEWER
        applicant = Applicant(newcomer(office, name), roles, NEW, lost=lost)
        return ask(office, applicant, costs=CHEAP, floor=CHEAP)


def signed(first: Login, letters: str, *, roles: frozenset[Role] = frozenset()) -> str:
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        return let_in(office, waiting_for(office)[0], typed=letters, roles=roles).value


def enveloped(office: Office, person: Person, root: Identity) -> None:
    """Let somebody in with the school's envelope."""
    applicant = Applicant(person, frozenset(), NEW)
    let_in_by_envelope(office, applicant, typed=root.secret, reason=WHY, costs=CHEAP, floor=CHEAP)
