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
    Noun.POST_REQUESTS: {
        Act.ASK_POST: _STAFF,
        Act.TAKE_BACK: _STAFF,
        Act.TAKE_POST: _WORKING,
        Act.DECLINE_POST: _WORKING,
    },
    Noun.ROUNDS: {
        Act.DECIDE_COMMENTS: _WORKING,
        **dict.fromkeys((Act.START_ROUND, Act.END_ROUND), _STAFF),
    },
    Noun.VISITOR_RULES: {Act.POST_RULES: _WORKING},
}
