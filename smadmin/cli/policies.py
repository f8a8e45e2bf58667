"""`smadmin policies`: the policies there are, and of one every clause with what keeps it.

The JSON is a contract: what keeps a clause is named as in the packs (`step:second-look`), in any language.
"""

from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import Clause, Pack
from smadmin.domain.policy.telling import name_of, values_of
from smadmin.services.policy import Policy

Json = dict[str, Any]


@click.command("policies")
@click.argument("policy_id", metavar="[ID]", required=False)
@pass_asked
def policies_command(state: Asked, *, policy_id: str | None) -> None:
    """List the policies; with an ID, every clause of that one and what keeps it."""
    policy = Policy.shipped()
    if policy_id is None:
        for pack in policy.packs.values():
            _tell_line(state, pack)
        state.document({"policies": [_line_json(pack) for pack in policy.packs.values()]})
        return
    pack = policy.pack(policy_id)
    _tell_whole(state, pack)
    state.document(_whole_json(pack))


def _tell_line(state: Asked, pack: Pack) -> None:
    state.tell(say("policies.cli-line", id=pack.id, name=pack.name, version=pack.version))
    state.tell(say("policies.cli-open", n=len(pack.clauses), open=len(pack.awaited)))


def _tell_whole(state: Asked, pack: Pack) -> None:
    _tell_line(state, pack)
    language = state.doors.catalogue.language
    for sentence in values_of(pack, language).values():
        state.tell(say("policies.cli-value", sentence=sentence))
    for clause in pack.clauses.values():
        says = clause.said(language)
        state.tell(say("policies.cli-clause", demand=clause.demand, number=clause.number, says=says))
        if clause.enforced_by:
            names = tuple(name_of(one) for one in clause.enforced_by)
            state.tell(say("policies.cli-kept", names=names))
        if clause.awaits:
            state.tell(say("policies.cli-awaits", names=tuple(name_of(one) for one in clause.awaits)))


def _line_json(pack: Pack) -> Json:
    return {
        "id": pack.id,
        "name": pack.name,
        "version": pack.version,
        "document": pack.document,
        "demands": len(pack.clauses),
        "open": len(pack.awaited),
    }


def _whole_json(pack: Pack) -> Json:
    return {
        **_line_json(pack),
        "values": _values_json(pack),
        "rules": [
            {
                "rule": one.rule,
                "severity": one.severity.value,
                "demands": one.demands,
                "override_by": None if one.override_by is None else one.override_by.value,
            }
            for one in pack.rules.values()
        ],
        "clauses": [_clause_json(one) for one in pack.clauses.values()],
        "removals": [
            {
                "kind": one.kind,
                "says": one.told.words,
                "demands": one.demands,
                "caution": one.caution,
                "second": one.second,
            }
            for one in pack.removals
        ],
        "statements": [
            {"says": one.told.words, "demands": one.demands, "verbatim": one.verbatim}
            for one in pack.statements
        ],
        "notices": [
            {"kind": one.kind.value, "says": one.told.words, "demands": one.demands} for one in pack.notices
        ],
        "contacts": [
            {
                "office": one.office,
                "email": one.email,
                "phones": one.phones,
                "page": one.page,
                "about": one.about,
            }
            for one in pack.contacts
        ],
    }


def _values_json(pack: Pack) -> Json:
    return {
        "releases": pack.releases.value,
        "release_days": pack.release_days,
        "yes_by_phone": pack.yes_by_phone,
        "locked_copies": pack.locked_copies.value,
        "password_months": pack.password_months,
        "second_look": pack.second_look.value,
        "roster_age_days": pack.roster_age_days,
        "roster_mode": pack.roster_mode.value,
        "unpicked_photo_days": pack.unpicked_photo_days,
        "video_seen_by": pack.video_seen_by,
        "alt_text": pack.alt_text.value,
        "cadence": {
            "due_days": pack.cadence_days,
            "warn_day": pack.cadence_warn_day,
            "source": pack.cadence.source,
        },
        "platforms": [one.value for one in pack.platforms],
        "languages": pack.languages,
        "mail_domains": pack.mail_domains,
        "elections": [day.isoformat() for day in pack.elections],
        "speakers": pack.speakers,
        "licence": pack.licence,
        "follow": [one.kind for one in pack.follow],
        "questions": [{"demand": one.demand, "asks": one.told.words} for one in pack.questions],
        "governing": pack.governing,
    }


def _clause_json(clause: Clause) -> Json:
    return {
        "id": clause.demand,
        "clause": clause.number,
        "says": clause.says,
        "verbatim": clause.verbatim,
        "enforced_by": [str(one) for one in clause.enforced_by],
        "open": [str(one) for one in clause.awaits],
    }
