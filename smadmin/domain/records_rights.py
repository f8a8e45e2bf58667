"""Who may sign what about the record itself: its lines of the one table (`rights.py`)."""

from collections.abc import Mapping

from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act, Noun

ANSWERING = LEADING | {Role.ADMINISTRATOR}
"""Who answers a records request, as they may export the record."""

Roles = frozenset[Role] | None

ABOUT_RECORDS: Mapping[Noun, Mapping[Act, Roles]] = {
    Noun.DESTRUCTIONS: dict.fromkeys((Act.ORDER_DESTRUCTION, Act.SIGN_DESTRUCTION, Act.TAKE_BACK), LEADING),
    Noun.LEGAL_HOLDS: {
        Act.PUT_ON_LEGAL_HOLD: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
        Act.LIFT_LEGAL_HOLD: LEADING,
    },
    Noun.RECORDS: {
        # The rest of the office where the principal leaves.
        **dict.fromkeys((Act.RESTORE, Act.ERASE, Act.SET_ASIDE, Act.GIVE_COPY), LEADING),
        Act.CONFIRM_CLOCK: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS}),
        Act.VOUCH_CLOCK: frozenset(Role),
    },
    Noun.RECORDS_REQUESTS: dict.fromkeys((Act.ENTER_RECORDS_REQUEST, Act.ANSWER_RECORDS_REQUEST), ANSWERING),
}
