"""What who leaves may still do, by what it is about and what is done to it: nothing else. Pure.

Whoever has no say any more (`Leaver.SILENCED`) tightens only: a child's no, a hold, an act taken back, what
is wrong somewhere, how something ended that was under way, and what they read. An act that is new to the
program is barred until it stands here. Where the office keeps its say (`Leaver.RELEASES_NOTHING`), only that
is barred by which others release. At its place a row of any other act is as good as none, for ever: once
somebody can have left, neither table changes (BAL-B1b3).
"""

from collections.abc import Mapping

from smadmin.domain.canonical import Plain
from smadmin.domain.vocabulary import Act, Noun

STILL_FREE: Mapping[Noun, frozenset[Act]] = {
    Noun.ACCOUNTS: frozenset({Act.HOLD, Act.END_EXCUSE, Act.ASK_ACCOUNT}),
    Noun.ADULTS: frozenset({Act.WITHDRAW_CONSENT}),
    Noun.CARDS: frozenset({Act.READ_CARDS}),
    Noun.CASES: frozenset({Act.OPEN_CASE, Act.ESCALATE}),
    Noun.COMMENTS: frozenset({Act.ENTER_COMMENT, Act.SEEK_ADVICE}),
    Noun.COMPUTERS: frozenset({Act.SAY_WHY_HERE}),
    Noun.CREDENTIALS: frozenset({Act.REVEAL, Act.COPY}),  # what somebody saw is to be told
    Noun.CRISES: frozenset({Act.HOLD}),
    Noun.NOTICES: frozenset({Act.WITHDRAW_NOTICE}),
    Noun.OFFICE_REQUESTS: frozenset({Act.ASK_REMOVAL}),
    Noun.PEOPLE: frozenset({Act.READ_STAFF_PAGE}),
    Noun.PERMISSIONS: frozenset({Act.WITHDRAW_PERMISSION}),
    Noun.PHOTO_SETS: frozenset({Act.REMOVE}),  # ends by its date, whoever sits down
    Noun.POSTS: frozenset(
        {Act.SUBMIT, Act.TAKE_BACK, Act.DROP, Act.SEND_BACK, Act.VOID, Act.GIVE_UP}  # others release it
    ),
    Noun.PUBLICATIONS: frozenset(  # how what was intended ended
        {Act.HAND_OUT, Act.PUBLISH, Act.GIVE_UP, Act.NOT_OUT, Act.READ_BACK, Act.UNQUEUE, Act.RECALL}
    ),
    Noun.QUESTIONS: frozenset({Act.ASK}),
    Noun.REMOVALS: frozenset({Act.TAKEN_DOWN, Act.NOT_DOWN}),  # how what was begun ended
    Noun.REPORTED: frozenset({Act.REPORT, Act.WATCH}),
    Noun.ROUNDS: frozenset({Act.START_ROUND, Act.END_ROUND}),
    Noun.SITES: frozenset({Act.WATCH, Act.ESCALATE}),
    Noun.STUDENTS: frozenset({Act.OPT_OUT, Act.PHOTO_CONSENT, Act.EXPIRE_PATTERNS}),  # see `loosens`
    Noun.VIDEOS: frozenset({Act.REMOVE}),
    Noun.WEEKS: frozenset({Act.WITHDRAW_WEEK}),
}
"""What stays free for whoever has no say any more."""

LETS_RELEASE: Mapping[Noun, frozenset[Act]] = {
    Noun.NOTICES: frozenset({Act.SIGN_NOTICE, Act.COUNTERSIGN}),
    Noun.PERMISSIONS: frozenset({Act.STANDING_PERMISSION}),
    Noun.PHOTOS: frozenset({Act.FIRST_LOOK, Act.SECOND_LOOK, Act.TAKE_LOOK}),
    Noun.SPOKEN_YESES: frozenset({Act.COUNTERSIGN}),
    Noun.VIDEOS: frozenset({Act.SEEN_TO_END}),
    Noun.WEEKS: frozenset({Act.SIGN_WEEK, Act.ENTER_WEEK, Act.COUNTERSIGN}),
}
"""Acts by which others release: barred for everybody who leaves."""


def loosens(act: Act, said: Mapping[str, Plain] | None) -> bool:
    """Tell whether a row about a child takes a no away, or says a yes; what it doesn't say, it doesn't.

    Args:
        act: about the noun students.
        said: the row's parts, as they are about to be signed.
    """
    told = (said or {}).get("student")
    if not isinstance(told, dict):
        return False
    if act is Act.PHOTO_CONSENT:
        return told.get("photo_consent") is True
    before, now = told.get("before"), told.get("opt_outs")
    kept = isinstance(before, list) and isinstance(now, list) and all(one in now for one in before)
    return act is Act.OPT_OUT and not kept
