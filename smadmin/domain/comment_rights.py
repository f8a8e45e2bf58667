"""Who may sign what about visitors' comments: a part of the one table (`domain/rights.py`)."""

from collections.abc import Mapping

from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act, Noun

_STAFF = frozenset(Role)
_WORKING = LEADING | {Role.ADMINISTRATOR}

ON_COMMENTS: Mapping[Noun, Mapping[Act, frozenset[Role]]] = {
    Noun.CARDS: {Act.READ_CARDS: _STAFF},
    Noun.COMMENTS: {
        **dict.fromkeys((Act.ENTER_COMMENT, Act.CHANGE, Act.SEEK_ADVICE, Act.CLOSE_COMMENT), _STAFF),
        Act.ANSWER_COMMENT: _WORKING,
        Act.GIVE_ADVICE: LEADING,
    },
    Noun.ROUNDS: {
        Act.DECIDE_COMMENTS: _WORKING,
        **dict.fromkeys((Act.START_ROUND, Act.END_ROUND), _STAFF),
    },
}
