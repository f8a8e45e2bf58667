"""The deeds of a departure, each a few rows within one transaction: stop, hand on, end, retire.

Only `departures.py` calls these, after it asked whether somebody may.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from smadmin.domain.accounts import Account
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.departing import settle_blockers
from smadmin.domain.departures import Departure, How, Leaving, Line
from smadmin.domain.handing_over import HandOver
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.leavers import roles_with_a_say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.strategies import STRATEGY_PART, Strategy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import LINE_PART, is_of
from smadmin.services.desk import Deed
from smadmin.services.duties import pass_watching
from smadmin.services.handing_over import hand_on_answering, record_hand_over
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.leaving import Gone
from smadmin.services.roles import refuse


def hold(deed: Deed, draft: Draft, departure: str) -> None:
    """Take a release back, where nothing is under way by it; what is halfway stands on Today as before."""
    if deed.unit.publications.find(post_id=draft.id):
        return
    deed.record(Act.VOID, Noun.POSTS, draft.id, parts={"reason": f"departure {departure}"})
    deed.unit.posts.change(replace(draft, stage=PostStage.SUBMITTED))


def hand_on(deed: Deed, post: str, leaving: Leaving) -> None:
    """Give a draft to the successor, who reads it and hands it in as their own."""
    draft, successor = deed.unit.posts.get(post), leaving.successor
    if successor is None or deed.unit.publications.find(post_id=draft.id):
        return
    part = {"from": leaving.person, "person": successor}
    deed.record(Act.HAND_ON, Noun.POSTS, draft.id, parts={"hand-on": part})
    stage = PostStage.DRAFT if draft.stage is PostStage.SUBMITTED else draft.stage
    deed.unit.posts.change(replace(draft, author=successor, stage=stage))


def pass_on(deed: Deed, gone: Gone, leaving: Leaving, departure: str) -> Changes:
    """Stop what they released, and give drafts and watching to the successor; a lost computer has none."""
    if leaving.person is None:
        return Changes()
    held, drafts = gone.queue(), gone.drafts()
    sites, reported = gone.duties.sites(), gone.duties.reported()
    for draft in held:
        hold(deed, draft, departure)
    for draft in drafts:
        hand_on(deed, draft.id, leaving)
    if leaving.successor is not None:
        pass_watching(deed, sites, reported, leaving.successor)
    watched = Changes.of("sites", [*(one.id for one in sites), *(one.id for one in reported)])
    return watched | Changes.of("posts", [draft.id for draft in (*held, *drafts)])


def set_leaving(deed: Deed, leaving: Leaving, departure: str) -> None:
    """Let nobody come in or release any more by what they sign from here on; a lost computer signs nothing.

    Somebody whose name only stands on a page's list may never have had a key.
    """
    who = leaving.person
    if who is not None and who in deed.trust.people:
        deed.record_trust(TrustAct.LEAVING, Noun.PEOPLE, who, {"person": who, "departure": departure})


def set_out(deed: Deed, gone: Gone, leaving: Leaving, departure: str) -> Changes:
    """Set somebody on the way out; where the office does it, the codes they gave out end at once.

    Below the office nobody ends a code: whoever is let in by one meanwhile goes with their rights.
    """
    set_leaving(deed, leaving, departure)
    codes = gone.codes() if is_office(deed) else frozenset[str]()
    strike_codes(deed, codes)
    return Changes.of("people", codes)


def is_office(deed: Deed) -> bool:
    """Tell whether who does this leads the school, and isn't on the way out themselves."""
    return bool(roles_with_a_say(deed.trust, deed.by.person, deed.trust.day_of(deed.now)) & LEADING)


def confirm_leaving(deed: Deed, found: Departure) -> None:
    """Let a departure be the office's from here on, whoever began it: it ends rights in it."""
    left = None if found.leaving.person is None else deed.trust.leaving.get(found.leaving.person)
    if left is None or not left.by_office:
        set_leaving(deed, found.leaving, found.id)


def no_longer_leaving(deed: Deed, found: Departure, going: Collection[str]) -> None:
    """Give somebody their say back: they stay after all, or it is over, and they may be let in anew.

    Whichever departure the row names that set them on the way out: it may be one that there isn't.

    Args:
        deed: of the office.
        found: which they stay after, or which is over.
        going: the departures by which somebody is still on the way out.
    """
    who = found.leaving.person
    left = None if who is None else deed.trust.leaving.get(who)
    if left is not None and left.departure not in {*going} - {found.id}:
        entry: dict[str, Plain] = {"person": who, "departure": left.departure}
        deed.record_trust(TrustAct.NOT_LEAVING, Noun.PEOPLE, str(who), entry)


@dataclass(frozen=True)
class Going:
    """The accounts that go on with somebody else: each with who has it then.

    Args:
        all: run, answered for or read by who leaves.
        takers: of each, in the same order.
        orphans: those that nobody else administers.
        answered_for: those whose principal the successor becomes, each with its details to be signed.
        strategies: those that who leaves keeps up, None for the others, in the order of `all`.
    """

    all: tuple[Account, ...]
    takers: tuple[tuple[PersonId, ...], ...]
    orphans: tuple[Account, ...]
    answered_for: tuple[tuple[Account, Mapping[str, Plain]], ...]
    strategies: tuple[Strategy | None, ...]


def accounts_going(gone: Gone) -> Going:
    """Read what the deed needs before it writes its first row."""
    duties = gone.duties
    every = duties.accounts()
    return Going(
        all=every,
        takers=tuple(duties.takers(one) for one in every),
        orphans=gone.orphans(),
        answered_for=duties.answering_then(),
        strategies=tuple(duties.keeps_up(one) for one in every),
    )


def hand_accounts_over(deed: Deed, going: Going, leaving: Leaving, *, since: int) -> None:
    """Write who has each account from now on; what was changed since the beginning needn't be anew."""
    if leaving.person is None:
        return
    for account, takers, strategy in zip(going.all, going.takers, going.strategies, strict=True):
        record_hand_over(deed, account.id, HandOver(leaving.person, takers, since))
        if strategy is not None and takers:
            kept_up = replace(strategy, owner=takers[0])
            part = {STRATEGY_PART: kept_up.to_plain()}
            deed.record(Act.WRITE_STRATEGY, Noun.STRATEGIES, account.id, parts=part)
    for account, said in going.answered_for:
        hand_on_answering(deed, account, leaving, said)


def settle_line(
    deed: Deed,
    found: Departure,
    line: Line | None,
    how: How,
    *,
    roles: frozenset[Role],
    reason: str,
    opened: bool,
) -> None:
    """Write a receipt, and whether the platform's page was opened for it.

    Raises:
        NotAllowed: as `settle_blockers` says.
    """
    by, seat = deed.by.person, deed.by.seat
    refuse(settle_blockers(found, line, how, by=by, roles=roles, reason=reason, opened=opened, seat=seat))
    key = "" if line is None else line.key
    part: dict[str, Plain] = {"key": key, "how": how.value, "reason": reason.strip(), "opened": opened}
    deed.record(Act.SETTLE, Noun.DEPARTURES, found.id, parts={LINE_PART: part})


def end_grants(deed: Deed, leaving: Leaving) -> None:
    """End every role of who leaves, and the codes that would let them sit down; a lost computer has none."""
    for held in list(deed.trust.lists.held.values()):
        for place in held.places:
            if place.person == leaving.person and not place.struck:
                entry: dict[str, Plain] = {"list": held.id, "place": place.id}
                deed.record_trust(TrustAct.STRIKE_REVIEWER, Noun.REVIEWERS, held.id, entry)
    for grant in list(deed.trust.grants.values()):
        if leaving.person is not None and grant.person == leaving.person:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})


def strike_codes(deed: Deed, places: Collection[str]) -> None:
    """Strike names from the lists whose codes who leaves knows: they could sit down as one of them.

    Args:
        deed: of the office.
        places: as `let_in.codes_to_end` gives them.
    """
    today = deed.trust.day_of(deed.now)
    for held in list(deed.trust.lists.held.values()):
        for place in held.places if not held.withdrawn and held.ends >= today else ():
            if place.id in places and not place.struck:
                entry: dict[str, Plain] = {"list": held.id, "place": place.id}
                deed.record_trust(TrustAct.STRIKE_REVIEWER, Noun.REVIEWERS, held.id, entry)


def retire_keys(deed: Deed, leaving: Leaving) -> None:
    """Retire the keys that go along, and take the school's key from them."""
    for id_, key in list(deed.trust.keys.items()):
        if key.retired or not is_of(key, leaving):
            continue
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, id_, {"key": id_})
        for number in deed.unit.wraps.of(id_):
            if number != ROOT_SECRET:
                deed.unit.wraps.remove(id_, number)
