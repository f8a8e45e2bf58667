"""A pack's values as sentences for people, the same on the command line and on the screen."""

from collections.abc import Mapping

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.enforcement import Enforcer
from smadmin.domain.policy.packs import Pack

_NAMED_LANGUAGES = frozenset({"en", "es"})


def values_of(pack: Pack, language: str) -> Mapping[str, Message]:
    """Tell what a pack asks by its values, most weighty first, each under a name of its own.

    Args:
        pack: the pack.
        language: in which the district's own questions are told (ISO 639-1).
    """
    phone = "yes" if pack.yes_by_phone else "no"
    asked = tuple(say("policies.question", words=one.told.said(language)) for one in pack.questions)
    domains = tuple(say("policies.domain", domain=one) for one in pack.mail_domains)
    return {
        "releases": say(f"policies.releases-{pack.releases.value}"),
        "release-days": say("policies.release-days", n=pack.release_days),
        "phone": say(f"policies.phone-{phone}"),
        "copies": say(f"policies.copies-{pack.locked_copies.value}"),
        "passwords": _passwords(pack),
        "mode": say(f"policies.mode-{pack.roster_mode.value}"),
        "second": say(f"policies.second-{pack.second_look.value}"),
        "roster-age": say("policies.roster-age", n=pack.roster_age_days),
        "unpicked": say("policies.unpicked", n=pack.unpicked_photo_days),
        "keeps": say("policies.keeps", **{kind.value: years for kind, years in pack.retention.years.items()}),
        "video": say("policies.video", n=pack.video_seen_by),
        "alt": say(f"policies.alt-{pack.alt_text.value}"),
        "cadence": _cadence(pack),
        "rests": say(f"policies.rests-{'yes' if pack.cadence.rests else 'no'}"),
        "rounds": say("policies.rounds", n=pack.comments.round_days),
        "answers": say("policies.answers", n=pack.comments.answer_days),
        "calm": say("policies.calm", n=pack.comments.calm_hours),
        "replies": _replies(pack),
        "platforms": say("policies.platforms", platforms=_platforms(pack)),
        "languages": say("policies.languages", languages=tuple(_language(code) for code in pack.languages)),
        "elections": _elections(pack),
        "speakers": _speakers(pack),
        "licence": _licence(pack),
        "follow": say("policies.follow", n=len(pack.follow)) if pack.follow else say("policies.follow-any"),
        "approvals": say("policies.approvals", steps=_approvals(pack)),
        "adoption": say("policies.adoption", n=pack.opening.adoption_days),
        "kinds": _kinds(pack),
        "domains": say("policies.domains", domains=domains),
        "questions": say("policies.questions", questions=asked),
    }


def _approvals(pack: Pack) -> tuple[Message, ...]:
    return tuple(
        say(f"accounts.step-{'either' if len(step) > 1 else step[0].value}")
        for step in pack.opening.approvals
    )


def _cadence(pack: Pack) -> Message:
    days, warn, posts = pack.cadence_days, pack.cadence_warn_day, pack.cadence.posts
    if posts == 1:
        return say("policies.cadence", n=days, warn=warn)
    return say("policies.cadence-posts", posts=posts, n=days, warn=warn)


def _kinds(pack: Pack) -> Message:
    refused = tuple(say(f"policies.kind-{kind.value}") for kind in pack.opening.refused)
    return say("policies.kinds", kinds=refused) if refused else say("policies.kinds-all")


def _replies(pack: Pack) -> Message:
    kinds = tuple(say(f"policies.reply-{one.kind.value}") for one in pack.comments.replies)
    return say("policies.replies", kinds=kinds) if kinds else say("policies.replies-none")


def _passwords(pack: Pack) -> Message:
    months = pack.password_months
    return say("policies.passwords-any") if months is None else say("policies.passwords", n=months)


def _elections(pack: Pack) -> Message:
    if not pack.elections:
        return say("policies.elections-none")
    return say("policies.elections", days=", ".join(day.isoformat() for day in pack.elections))


def _speakers(pack: Pack) -> Message:
    if not pack.speakers:
        return say("policies.speakers-none")
    return say("policies.speakers", names=", ".join(pack.speakers))


def _licence(pack: Pack) -> Message:
    return say("policies.licence", licence=pack.licence) if pack.licence else say("policies.licence-none")


def name_of(enforcer: Enforcer) -> Message:
    """Name what keeps a clause, with what kind of thing it is."""
    means = enforcer.means.value
    return say(f"enforced.{means}", name=say(f"enforced.{means}-{enforcer.name}"))


def _platforms(pack: Pack) -> tuple[Message, ...]:
    return tuple(say(f"accounts.platform-{one.value}") for one in pack.platforms)


def _language(code: str) -> Message:
    return (
        say(f"policies.language-{code}")
        if code in _NAMED_LANGUAGES
        else say("policies.language-other", code=code)
    )
