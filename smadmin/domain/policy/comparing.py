"""Two packs side by side: what would change, and what would be looser than before.

A school may only make its district's policy stricter (`product.md`, Approvals). Looser is whatever lets more
out, with fewer eyes on it, for longer, or with less said.
"""

from collections.abc import Mapping

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.messages import Message, say
from smadmin.domain.password_age import MOST_MONTHS
from smadmin.domain.people import Role
from smadmin.domain.photos.matching import MATCH_AT_MOST
from smadmin.domain.policy.enforcement import Enforcer, Means
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Cadence, CopiesOpen, Duty, Pack, RosterMode, RuleSetting
from smadmin.domain.policy.telling import name_of, values_of
from smadmin.domain.policy.values import Removal

_RELEASES = {ReleaseBy.STANDING: 0, ReleaseBy.WEEK: 1, ReleaseBy.EACH: 2}
_DUTIES = {Duty.ADVISED: 0, Duty.REQUIRED: 1}
_COPIES = {CopiesOpen.AT_WILL: 0, CopiesOpen.EMERGENCY: 1}
_MODES = {RosterMode.OPT_OUT: 0, RosterMode.OPT_IN: 1}
_SEVERITIES = {Severity.HINT: 1, Severity.WARN: 2, Severity.BLOCK: 3}
_OFF = 0
_HANDS = {Role.PRINCIPAL: 0, Role.COMMUNICATIONS: 1, None: 2}


def changes_of(old: Pack, new: Pack, language: str) -> tuple[Message, ...]:
    """Tell what a pack would change: values as they would be, checks that bite otherwise, clauses."""
    before, after = values_of(old, language), values_of(new, language)
    return (
        *(after[value] for value in after if after[value] != before[value]),
        *((say("policies.match-changed"),) if _match_of(old) != _match_of(new) else ()),
        *((say("policies.contacts-changed"),) if set(old.contacts) != set(new.contacts) else ()),
        *((say("policies.removals-changed"),) if _removals(old) != _removals(new) else ()),
        *(_rule(new, rule) for rule in _rules(old, new) if _weight(old, rule) != _weight(new, rule)),
        *_gone(old, new),
        *(say("policies.clause-new", demand=one) for one in sorted(new.clauses.keys() - old.clauses.keys())),
    )


def looser_than(base: Pack, new: Pack, language: str) -> tuple[Message, ...]:
    """Tell what of a pack would be looser than the district's own; empty where nothing is."""
    told = values_of(new, language)
    mandated = [one for one in base.statements if one.verbatim and one not in new.statements]
    return (
        *(told[value] for value, looser in _values(base, new).items() if looser),
        *((say("policies.match-changed"),) if _match_of(new) < _match_of(base) else ()),
        # Numbers and addresses of a contact aren't found in posts any more.
        *((say("policies.contacts-changed"),) if set(new.contacts) - set(base.contacts) else ()),
        *((say("policies.removals-changed"),) if _removes_more(base, new) else ()),
        *(_rule(new, rule) for rule in _rules(base, new) if _weight(new, rule) < _weight(base, rule)),
        *(
            say("policies.clause-gone", demand=one)
            for one in sorted(base.clauses.keys() - new.clauses.keys())
        ),
        *(say("policies.notice-gone") for _ in mandated),
    )


def _removals(pack: Pack) -> dict[str, Removal]:
    return {one.kind: one for one in pack.removals}


def _removes_more(base: Pack, new: Pack) -> bool:
    """Tell whether visitors' comments go on more grounds, in other words, or with less care (YEL-U2)."""
    known = _removals(base)
    for kind, one in _removals(new).items():
        before = known.get(kind)
        if before is None or before.told.words.items() - one.told.words.items():
            return True
        if (before.caution and not one.caution) or (before.second and not one.second):
            return True
    return False


def _gone(old: Pack, new: Pack) -> tuple[Message, ...]:
    return tuple(say("policies.clause-gone", demand=one) for one in old.clauses if one not in new.clauses)


def _values(base: Pack, new: Pack) -> Mapping[str, bool]:
    """Say of each value whether it is looser, by the names of `values_of`."""
    return {
        "releases": _RELEASES[new.releases] < _RELEASES[base.releases],
        "release-days": new.release_days > base.release_days,
        "phone": new.yes_by_phone and not base.yes_by_phone,
        "copies": _COPIES[new.locked_copies] < _COPIES[base.locked_copies],
        "passwords": _months_of(new) > _months_of(base),
        "mode": _MODES[new.roster_mode] < _MODES[base.roster_mode],
        "second": _DUTIES[new.second_look] < _DUTIES[base.second_look],
        "roster-age": new.roster_age_days > base.roster_age_days,
        "unpicked": new.unpicked_photo_days > base.unpicked_photo_days,
        "keeps": any(new.retention.years[kind] < years for kind, years in base.retention.years.items()),
        "video": new.video_seen_by < base.video_seen_by,
        "alt": _DUTIES[new.alt_text] < _DUTIES[base.alt_text],
        "cadence": _fewer_posts(base.cadence, new.cadence),
        "rests": new.cadence.rests and not base.cadence.rests,
        "rounds": new.comments.round_days > base.comments.round_days,
        "answers": new.comments.answer_days > base.comments.answer_days,
        "calm": new.comments.calm_hours < base.comments.calm_hours,
        "replies": bool(new.comments.lacks(base.comments)),
        "platforms": bool(set(new.platforms) - set(base.platforms)),
        "speakers": bool(set(new.speakers) - set(base.speakers)),
        "follow": _follows_more(base, new),
        "approvals": not _asks_as_many(base, new),
        "adoption": new.opening.adoption_days > base.opening.adoption_days,
        "kinds": bool(set(base.opening.refused) - set(new.opening.refused)),
        "domains": bool(set(new.mail_domains) - set(base.mail_domains)),
        "questions": bool({one.demand for one in base.questions} - {one.demand for one in new.questions}),
    }


def _months_of(pack: Pack) -> int:
    """Give how old a password may grow; without a number older than any."""
    return MOST_MONTHS + 1 if pack.password_months is None else pack.password_months


def _fewer_posts(base: Cadence, new: Cadence) -> bool:
    """Tell whether accounts may be silent for longer, or post less often in the same time."""
    return new.due_days > base.due_days or new.posts * base.due_days < base.posts * new.due_days


def _follows_more(base: Pack, new: Pack) -> bool:
    """Tell whether the district's accounts may follow kinds that they might not; no list lets in all."""
    before, after = ({one.kind for one in pack.follow} for pack in (base, new))
    return bool(before) and (not after or bool(after - before))


def _asks_as_many(base: Pack, new: Pack) -> bool:
    """Tell whether a new account needs every yes that it needed, in that order and from no wider hands."""
    steps = iter(new.opening.approvals)
    return all(any(set(now) <= set(before) for now in steps) for before in base.opening.approvals)


def _match_of(pack: Pack) -> int:
    """Give the largest distance of a match in hundredths: the smaller, the fewer faces are asked about."""
    usual = round(MATCH_AT_MOST * 100)
    return usual if pack.match_hundredths is None else pack.match_hundredths


def _rules(old: Pack, new: Pack) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old.rules, *new.rules)))


def _weight(pack: Pack, rule: str) -> tuple[int, int]:
    """Weigh a check under a pack: how hard it bites, then how far away who lets a block stand is."""
    setting: RuleSetting | None = pack.rules.get(rule)
    if setting is None:
        return _OFF, 0
    if setting.severity is not Severity.BLOCK:
        return _SEVERITIES[setting.severity], 0
    return _SEVERITIES[setting.severity], _HANDS[setting.override_by]


def _rule(pack: Pack, rule: str) -> Message:
    name = name_of(Enforcer(Means.CHECK, rule))
    setting = pack.rules.get(rule)
    if setting is None:
        return say("policies.rule-off", name=name)
    return say("policies.rule-weighs", name=name, weight=say(f"policy.severity-{setting.severity.value}"))
