"""What visitors may read on an account: the district's notice, and the rules for who writes there. Pure.

The words are the policy's: a mandated notice stands as it was written (YEL-A3), the reasons for which a
comment goes are its categories (WIC-P17, WIC-P19, YEL-U1), its further sentences come last (WIC-P21, YEL-U3).
Between them stands what the program adds (`resources/visitor-rules.toml`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.values import Told
from smadmin.domain.yearly import Stage, stage

POSTED_PART = "posted"


class SeenBy(StrEnum):
    """Who found the words there. Signed for ever by name: never rename one."""

    PERSON = "person"
    PROGRAM = "program"  # on the public page, as a visitor is sent it


@dataclass(frozen=True)
class RulesFrame:
    """What stands between the policy's own words.

    Args:
        title: with `{account}`.
        reasons: the line before the categories.
        views: that nothing is removed for its view.
    """

    title: Told
    reasons: Told
    views: Told


@dataclass(frozen=True)
class VisitorRules:
    """The words for one account.

    Args:
        notices: mandated word for word; each is to stand as it is.
        texts: all of it, by language, the school's first one first.
        demands: the clauses that ask for it.
    """

    notices: tuple[str, ...]
    texts: Mapping[str, str]
    demands: tuple[str, ...]

    @property
    def asked(self) -> bool:
        """Whether the policy wants words to stand on each account."""
        return bool(self.demands)

    @property
    def digest(self) -> str:
        """SHA-256 of all of it: other words are to be posted anew."""
        return hashlib.sha256(canonical([[one, self.texts[one]] for one in sorted(self.texts)])).hexdigest()


def rules_for(pack: Pack, frame: RulesFrame, account: str) -> VisitorRules:
    """Make the words for an account of this name, in each of the policy's languages."""
    notices = tuple(one.told.said(pack.languages[0]) for one in pack.statements if one.verbatim)
    demands = dict.fromkeys(demand for one in pack.statements for demand in one.demands)
    texts = {one: _text(pack, frame, account, one) for one in pack.languages}
    return VisitorRules(notices, {one: text for one, text in texts.items() if text}, tuple(demands))


def _text(pack: Pack, frame: RulesFrame, account: str, language: str) -> str:
    notices = [one.told.said(language) for one in pack.statements if one.verbatim]
    further = [one.told.said(language) for one in pack.statements if not one.verbatim]
    rules = []
    if pack.removals:
        rules = [
            frame.title.said(language).replace("{account}", account),
            frame.reasons.said(language),
            *(f"• {one.told.said(language)}" for one in pack.removals),
            frame.views.said(language),
        ]
    return "\n\n".join("\n".join(block) for block in (notices, rules, further) if block)


@dataclass(frozen=True)
class Posted:
    """Somebody saw that the words stand there.

    Args:
        on: the school's day.
        by: the name of who saw to it.
        seen_by: whether they saw it themselves, or the program on the public page.
        digest: of the words; empty where the set-up list says it, which keeps none.
    """

    on: date
    by: str
    seen_by: SeenBy = SeenBy.PERSON
    digest: str = ""


class RulesStage(StrEnum):
    """How an account's words for visitors stand."""

    FINE = "fine"
    SOON = "soon"  # the year is nearly over
    DUE = "due"
    LATE = "late"
    NEVER = "never"
    CHANGED = "changed"  # the policy's words are others since


def rules_stage(rules: VisitorRules, posted: Posted | None, today: date) -> RulesStage:
    """Judge whether the words stand there, as of the school's day."""
    if posted is None:
        return RulesStage.NEVER
    if posted.digest and posted.digest != rules.digest:
        return RulesStage.CHANGED
    found: Stage = stage(posted.on, today)
    return RulesStage(found.name.lower())


def posted_plain(rules: VisitorRules, seen_by: SeenBy, address: str) -> dict[str, Plain]:
    """Give it as it is signed: which words, who saw them, and where."""
    return {"digest": rules.digest, "seen_by": seen_by.value, "address": address}


def posted_of(part: Mapping[str, Any]) -> tuple[str, SeenBy]:
    """Read what `posted_plain` gave: the words' digest, and who saw them.

    Raises:
        KeyError, TypeError, ValueError: signed, and yet nothing of the kind.
    """
    return str(part["digest"]), SeenBy(part["seen_by"])


def stands_in(rules: VisitorRules, page: str) -> bool:
    """Tell whether a page shows the words: the mandated notice as it is, else all of it in one language."""
    shown = " ".join(page.split())
    if rules.notices:
        return all(" ".join(one.split()) in shown for one in rules.notices)
    return any(
        all(" ".join(line.split()) in shown for line in text.splitlines() if line)
        for text in rules.texts.values()
    )


def post_blockers(rules: VisitorRules, *, works: bool) -> tuple[Reason, ...]:
    """List why somebody can't say that the words stand there; `works`: they work with the account."""
    if not works:
        return (Reason(say("accounts.no-role")),)
    return () if rules.texts else (Reason(say("visitors.no-words")),)
