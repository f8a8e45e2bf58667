"""Who may sign what: the one table of acts and roles.

The services refuse by it, the desk writes no row against it, and whoever proves the record judges each row by
it as rights stood at that row's place, so the three can't drift apart (`keys.md`, The record). Change a line
only to a wider set: rows that were signed under it are judged by it for ever. Trust rows aren't here:
`Trust.after` judges what they say. A seat signs only what its own program did at its own login (`BY_SEAT`):
what else `keys.md` allows it (retention) needs an order that two persons signed. A noun or an act
of another version is judged by that version.
"""

from collections.abc import Mapping
from datetime import date

from smadmin.domain.comment_rights import ON_COMMENTS
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.crisis import MAY_END, MAY_STOP
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import KeyKind, Trust, TrustAct
from smadmin.domain.law import LAW_ROLES
from smadmin.domain.people import LEADING, OFFICE, PUBLISHERS, WRITERS, Role
from smadmin.domain.plan import PLANNERS
from smadmin.domain.records import Body
from smadmin.domain.records_rights import ABOUT_RECORDS
from smadmin.domain.reviewers import reviews
from smadmin.domain.seating import may_review
from smadmin.domain.students import LIST_ACTS, ROSTER_ROLES
from smadmin.domain.sweeps import SWEEP_ACTS
from smadmin.domain.timeline import Timeline
from smadmin.domain.vocabulary import Act, Noun

WORKING = LEADING | {Role.ADMINISTRATOR}
"""Who works with an account."""

STAFF = frozenset(Role)
_PRINCIPAL, _DISTRICT = frozenset({Role.PRINCIPAL}), frozenset({Role.COMMUNICATIONS})
_ANY_KEY = None
"""Whoever has a key: what somebody takes back of their own, or what only does less."""

Roles = frozenset[Role] | None

_ON_ACCOUNTS: dict[Act, Roles] = {
    Act.ADOPT: WORKING,
    Act.CHANGE: WORKING,
    Act.GO_LIVE: WORKING,
    Act.CONFIRM: WORKING | {Role.REVIEWER},
    Act.CONNECT: WORKING,
    Act.HOLD: WORKING | {Role.REVIEWER},  # who carries a post out sees who is logged in there
    Act.GO_ON: LEADING,
    Act.CLOSE: LEADING,
    Act.ASK_ACCOUNT: STAFF,
    Act.APPROVE_ACCOUNT: LEADING,
    Act.DECLINE_ACCOUNT: LEADING,
    Act.ENTER_APPROVAL: STAFF,
    Act.TICK: WORKING,
    Act.UNTICK: WORKING,
    Act.STAND_IN: _DISTRICT,
    Act.CONFIRM_OFFICE: _DISTRICT,
    Act.EXCUSE: OFFICE,
    Act.END_EXCUSE: OFFICE,
    Act.HAND_OVER: LEADING,
}
_ON_OFFICE_REQUESTS: dict[Act, Roles] = {
    **dict.fromkeys((Act.ASK_REMOVAL, Act.ASK_CLOSING, Act.TAKE_BACK), _DISTRICT),
    Act.ANSWER_OFFICE: WORKING,
}
_ON_REPORTED: dict[Act, Roles] = {Act.REPORT: STAFF, Act.WATCH: STAFF}
_ON_SITES: dict[Act, Roles] = {
    **dict.fromkeys((Act.ADD, Act.CHANGE, Act.REMOVE), WORKING),
    **dict.fromkeys((Act.WATCH, Act.ESCALATE), STAFF),
}
_ON_CREDENTIALS: dict[Act, Roles] = {
    Act.KEEP_LOG_IN: HOLDERS,
    Act.REVEAL: HOLDERS,
    Act.COPY: HOLDERS,
    Act.CONFIRM_LOG_IN: HOLDERS,
    Act.HAND_LOG_IN: HOLDERS,
    Act.TELL_LOG_IN: LEADING,
    Act.NAME_HOLDERS: HOLDERS,
    Act.CONFIRM_HOLDERS: HOLDERS,
}
_ON_PHOTOS: dict[Act, Roles] = {
    Act.REMOVE: ROSTER_ROLES,
    Act.DECIDE_FACES: STAFF,
    Act.UNDO: STAFF,
    Act.FIRST_LOOK: STAFF,
    Act.SECOND_LOOK: STAFF,
    Act.TAKE_LOOK: STAFF,
    Act.EXPORT: STAFF,
}
_ON_PHOTO_SETS: dict[Act, Roles] = {
    Act.TAKE_IN: ROSTER_ROLES,
    Act.CHANGE: ROSTER_ROLES,
    Act.SEND_LOOK: STAFF,
    Act.RESTYLE: STAFF,
    Act.REMOVE: _ANY_KEY,  # what nobody picked ends by its date, whoever sits down
}
_ON_POSTS: dict[Act, Roles] = {
    Act.OVERRIDE: _ANY_KEY,
    Act.SUBMIT: WRITERS,
    Act.TAKE_BACK: _ANY_KEY,
    Act.DROP: _ANY_KEY,
    Act.HAND_ON: WORKING,
    Act.UNDO_DROP: _ANY_KEY,
    Act.APPROVE: STAFF,
    Act.SEND_BACK: STAFF,
    Act.VOID: _ANY_KEY,
    Act.GIVE_UP: _ANY_KEY,  # what is out of it stays, and it goes nowhere else
}
_ON_VIDEOS: dict[Act, Roles] = {
    Act.TAKE_IN_VIDEO: STAFF,
    Act.CHANGE: STAFF,
    Act.ANSWER_VIDEO_FACES: STAFF,
    Act.SEEN_TO_END: STAFF,
    Act.REMOVE: _ANY_KEY,  # what stands under no post
}
_ON_PUBLICATIONS: dict[Act, Roles] = {
    **dict.fromkeys((Act.INTEND, Act.QUEUE, Act.HAND_OUT, Act.SEND), PUBLISHERS),
    **dict.fromkeys((Act.UNQUEUE, Act.RECALL, Act.NOT_OUT), _ANY_KEY),
    Act.PUBLISH: _ANY_KEY,  # who handed it out says how it ended, even if a role ended meanwhile
    **dict.fromkeys((Act.READ_BACK, Act.GIVE_UP, Act.ENTRUST), _ANY_KEY),
    Act.REMEMBER_POSTS: PUBLISHERS,
}

RIGHTS: Mapping[Noun, Mapping[Act, Roles]] = {
    **ON_COMMENTS,
    Noun.ACCOUNTS: _ON_ACCOUNTS,
    Noun.ADULTS: dict.fromkeys((Act.ADULT_CONSENT, Act.WITHDRAW_CONSENT), ROSTER_ROLES),
    Noun.COMPUTERS: dict.fromkeys((Act.REGISTER_COMPUTER, Act.SAY_PROTECTED, Act.SAY_WHY_HERE), STAFF),
    Noun.CORRECTIONS: {Act.CORRECT: WRITERS},
    Noun.CREDENTIALS: _ON_CREDENTIALS,
    Noun.CRISES: {**dict.fromkeys((Act.HOLD, Act.SAY_WHY), MAY_STOP), Act.GO_ON: MAY_END},
    Noun.DEPARTURES: {
        Act.BEGIN_DEPARTURE: WORKING,
        Act.SETTLE: WORKING,
        Act.CLEAR_FOLDERS: frozenset(),
        Act.END_DEPARTURE: LEADING,
    },
    Noun.FOLLOWED: dict.fromkeys((Act.FOLLOW, Act.UNFOLLOW), WORKING),
    Noun.KEYS: {Act.PROVE_ENVELOPE: _ANY_KEY, Act.USE_ENVELOPE: frozenset()},
    Noun.LAW: {Act.DECIDE_MATCHING: LAW_ROLES},
    Noun.MEETINGS: dict.fromkeys((Act.SET_MEETING, Act.HELD_MEETING), OFFICE | {Role.ADMINISTRATOR}),
    Noun.NOTICES: {
        Act.SIGN_NOTICE: _PRINCIPAL,
        **dict.fromkeys((Act.WITHDRAW_NOTICE, Act.COUNTERSIGN), LEADING),
    },
    Noun.OFFICE_REQUESTS: _ON_OFFICE_REQUESTS,
    Noun.PAST_POSTS: dict.fromkeys((Act.IMPORT_POSTS, Act.TAKE_BACK_POSTS), WORKING),
    Noun.PEOPLE: {Act.READ_STAFF_PAGE: _ANY_KEY},
    Noun.PERMISSIONS: dict.fromkeys((Act.STANDING_PERMISSION, Act.WITHDRAW_PERMISSION), _PRINCIPAL),
    Noun.PHOTOS: _ON_PHOTOS,
    Noun.PHOTO_SETS: _ON_PHOTO_SETS,
    Noun.POLICIES: {Act.PUT_IN_FORCE: frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS})},
    Noun.POSTS: _ON_POSTS,
    Noun.PUBLICATIONS: _ON_PUBLICATIONS,
    Noun.QUESTIONS: {Act.ASK: WRITERS, Act.ANSWER: OFFICE},
    **ABOUT_RECORDS,
    Noun.REMOVALS: {Act.TAKE_DOWN: PUBLISHERS, Act.TAKEN_DOWN: _ANY_KEY, Act.NOT_DOWN: _ANY_KEY},
    Noun.REPORTED: _ON_REPORTED,
    Noun.SCHOOL_DAYS: dict.fromkeys((Act.ADD, Act.IMPORT_DAYS, Act.REMOVE), LEADING),
    Noun.SCHOOL_KEYS: dict.fromkeys((Act.RENEW_CELLS, Act.END_OLD_KEYS), ROSTER_ROLES),
    Noun.SITES: _ON_SITES,
    Noun.SLOTS: dict.fromkeys((Act.ADD_SLOT, Act.CHANGE_SLOT, Act.REMOVE_SLOT), PLANNERS),
    Noun.SPOKEN_YESES: {Act.PREPARE_YES: WORKING | {Role.REVIEWER}, Act.COUNTERSIGN: OFFICE},
    Noun.STRATEGIES: {Act.WRITE_STRATEGY: WORKING},
    Noun.STUDENTS: dict.fromkeys(LIST_ACTS, ROSTER_ROLES),
    Noun.SWEEPS: {**dict.fromkeys(SWEEP_ACTS, ROSTER_ROLES), Act.SWEEP_PART: frozenset()},
    Noun.VIDEOS: _ON_VIDEOS,
    Noun.WEEKS: {
        **dict.fromkeys((Act.SIGN_WEEK, Act.WITHDRAW_WEEK, Act.UNDO_WEEK, Act.COUNTERSIGN), OFFICE),
        **dict.fromkeys((Act.TAKE_WEEK, Act.ENTER_WEEK), STAFF),  # what they bring proves who signed
    },
}
"""Whose signature an act on a noun takes; None: any person's key."""

BY_ROOT = frozenset(
    {
        (Noun.KEYS, Act.PROVE_ENVELOPE),
        (Noun.KEYS, Act.USE_ENVELOPE),
        (Noun.CREDENTIALS, Act.KEEP_LOG_IN),  # log-ins are handed on to whom the envelope let in
        (Noun.RECORDS, Act.CONFIRM_CLOCK),  # where nobody's office lasts as long as the record's time says
    }
)
"""What the school's root signs besides trust rows: recovery."""

_SENDING = (Act.SEND, Act.ENTRUST, Act.NOT_OUT, Act.PUBLISH, Act.READ_BACK)
_OF_A_TASK = {(Noun.DEPARTURES, Act.CLEAR_FOLDERS), (Noun.SWEEPS, Act.SWEEP_PART)}
BY_SEAT = frozenset({*_OF_A_TASK, *((Noun.PUBLICATIONS, act) for act in _SENDING)})
"""What a computer login signs by itself: of its folders, of posts queued and of searches sealed there."""

FOR_ONE_ACCOUNT = frozenset(
    {
        *(Noun.ACCOUNTS, Noun.CREDENTIALS, Noun.FOLLOWED),
        *(Noun.OFFICE_REQUESTS, Noun.PAST_POSTS, Noun.ROUNDS, Noun.STRATEGIES, Noun.VISITOR_RULES),
    }
)
"""Nouns whose id is an account's: a role for that account is enough there, one for another isn't."""
PREPARING = frozenset(
    {
        *((Noun.ACCOUNTS, act) for act in (Act.ADOPT, Act.CHANGE, Act.CONFIRM, Act.HOLD, Act.ASK_ACCOUNT)),
        *((Noun.ACCOUNTS, act) for act in (Act.ENTER_APPROVAL, Act.TICK, Act.UNTICK)),
        *((noun, act) for noun in (Noun.PAST_POSTS, Noun.ROUNDS) for act in RIGHTS[noun]),
        (Noun.STRATEGIES, Act.WRITE_STRATEGY),
        (Noun.VISITOR_RULES, Act.POST_RULES),
    }
)
"""What administrators of the school do for any of its accounts, named for it or not: nothing that speaks."""
_TRUST_ACTS = frozenset(act.value for act in TrustAct)
# As plain text and made once: every row of the record is held against them at each start.
_ACTS = frozenset(act.value for act in Act)
_KNOWN = frozenset((noun.value, act.value) for noun, acts in RIGHTS.items() for act in acts)


def who_may(noun: Noun, act: Act) -> frozenset[Role]:
    """Give the roles of which one is needed; every role where any person's key will do."""
    roles = RIGHTS[noun][act]
    return STAFF if roles is None else roles


def roles_for_act(
    trust: Trust, person: PersonId, on: date, *, noun: Noun, act: Act, account: AccountId | None
) -> frozenset[Role]:
    """Give the roles that count for an act about one account: the school's too where it only prepares."""
    if account is not None and (noun, act) in PREPARING:
        return trust.roles_preparing(person, on, account)
    return trust.roles(person, on, account)


def is_told(body: Body) -> bool:
    """Tell whether a row counts among those about its thing: not a known act under a noun that lacks it.

    Anybody's key signs such a row, and who asks for the act alone would believe it. An act of another version
    is believed by nobody, but it is something done since: a release before it doesn't hold.
    """
    return (body.noun, body.act) in _KNOWN or body.act in _TRUST_ACTS or body.act not in _ACTS


def entitled(trust: Trust, body: Body) -> bool:
    """Tell whether a row's key had the right to its act.

    Args:
        trust: as it stood at the row's place.
        body: the row; who signed it is proven elsewhere.
    """
    if body.act in _TRUST_ACTS or (body.noun, body.act) not in _KNOWN:
        return True
    noun, act = Noun(body.noun), Act(body.act)
    if body.key == trust.root:
        return (noun, act) in BY_ROOT
    key, roles = trust.key_alive(body.key), RIGHTS[noun][act]
    if key is not None and key.kind is KeyKind.REVIEWER:
        own = key.person == body.person and may_review(trust, key.id, trust.day_of(body.utc))
        return own and reviews(noun, act)
    if key is not None and key.kind is KeyKind.SEAT:
        return key.seat == body.seat and body.person is None and (noun, act) in BY_SEAT
    if key is None or key.kind is not KeyKind.PERSON or key.person is None:
        return False
    return roles is None or bool(roles & _roles(trust, body, noun))


def counts(trust: Trust, body: Body) -> bool:
    """Tell whether a row's time holds others up: its signer had some right left as of then.

    Nobody's role ends because somebody whose own is over wrote a year into a row.

    Args:
        trust: as it stood at the row's place.
        body: the row, as it is judged (`Timeline.judged`).
    """
    if body.key == trust.root:
        return True
    key = trust.key_alive(body.key)
    if key is None or key.kind not in {KeyKind.PERSON, KeyKind.REVIEWER} or body.person is None:
        return False
    return bool(trust.grants_of(body.person, trust.day_of(body.utc)))


def sets_right(trust: Trust, timeline: Timeline, body: Body) -> bool:
    """Tell whether a row may say that rows before it are dated ahead (`keys.md`, Clock).

    Its signer has the office as of the disturbed time, or somebody whose office is over would only have to
    date a row back; and as of the time that the row says, or the record would go back to a time without them.

    Args:
        trust: as it stood at the row's place.
        timeline: of the rows before it.
        body: the row as it stands.
    """
    judged = entitled(trust, timeline.judged(body)) and entitled(trust, body)
    return judged and timeline.names(body)


def _roles(trust: Trust, body: Body, noun: Noun) -> frozenset[Role]:
    on = trust.day_of(body.utc)
    if body.person is None:
        return frozenset()
    if noun in FOR_ONE_ACCOUNT:
        account = None if body.id is None else AccountId(body.id)
        return roles_for_act(trust, body.person, on, noun=noun, act=Act(body.act), account=account)
    return trust.any_roles(body.person, on)
