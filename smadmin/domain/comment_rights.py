"""Who may sign what about comments and emergencies: a part of the one table (`domain/rights.py`)."""

from collections.abc import Mapping

from smadmin.domain.people import LEADING, Role
from smadmin.domain.vocabulary import Act, Noun

_STAFF = frozenset(Role)
_WORKING = LEADING | {Role.ADMINISTRATOR}

ON_COMMENTS: Mapping[Noun, Mapping[Act, frozenset[Role]]] = {
    Noun.CARDS: {Act.READ_CARDS: _STAFF},
    Noun.CASES: dict.fromkeys((Act.OPEN_CASE, Act.ESCALATE, Act.CLOSE_CASE), _STAFF),
    Noun.COMMENTS: {
        **dict.fromkeys((Act.ENTER_COMMENT, Act.CHANGE, Act.SEEK_ADVICE, Act.CLOSE_COMMENT), _STAFF),
        Act.REOPEN_COMMENT: _STAFF,
        Act.ANSWER_COMMENT: _WORKING,
        Act.GIVE_ADVICE: LEADING,
        **dict.fromkeys(
            (Act.REMOVE_COMMENT, Act.AGREE_REMOVAL, Act.SPARE_COMMENT, Act.COMMENT_GONE), _WORKING
        ),
        **dict.fromkeys((Act.BLOCK_VISITOR, Act.AGREE_BLOCK, Act.SPARE_VISITOR), _WORKING),
        **dict.fromkeys((Act.VISITOR_BLOCKED, Act.UNBLOCK_VISITOR), _WORKING),
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
