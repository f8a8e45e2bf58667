"""Who may sign what about the record itself: its lines of the one table (`rights.py`)."""

from collections.abc import Mapping

from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act

ANSWERING = LEADING | {Role.ADMINISTRATOR}
"""Who answers a records request, as they may export the record."""

Roles = frozenset[Role] | None

ON_RECORDS: Mapping[Act, Roles] = {
    # The rest of the office where the principal leaves.
    **dict.fromkeys((Act.RESTORE, Act.ERASE, Act.SET_ASIDE, Act.GIVE_COPY), LEADING),
    Act.CONFIRM_CLOCK: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
    Act.VOUCH_CLOCK: frozenset(Role),
}
ON_RECORDS_REQUESTS: Mapping[Act, Roles] = {
    Act.ENTER_RECORDS_REQUEST: ANSWERING,
    Act.ANSWER_RECORDS_REQUEST: ANSWERING,
}
