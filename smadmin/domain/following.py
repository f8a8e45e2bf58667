"""Whom an official account follows, and why (BAL-C1c, BAL-D5).

A district's pack may list the kinds of accounts that its own accounts follow; then nobody else is followed,
least of all a private person. For a school's account there is advice, and the same list of who and why.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.values import FollowKind
from smadmin.domain.typed import tidy

FOLLOW_PART, ENDED_PART = "followed", "ended"
WHY_MOST = 500

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAMPAIGN = re.compile(
    r"vote|(?:re)?elect|campaign|republicans?|democrat(?:s|ic)?|libertarian|gop|[dr]nc|maga|pac"
    r"|vota|(?:re)?elige|candidat[oa]|campana|republican[oa]s?|democratas?"
)
_RUNS_FOR = re.compile(
    r"(?:for|4|para)(?:mayor|congress|senate|governor|(?:city)?council|schoolboard|president|sheriff|judge"
    r"|alcalde|alcaldesa|gobernador|gobernadora|congreso|senado|presidente|presidenta)"
)


class Whose(StrEnum):
    """Who speaks there."""

    ORGANISATION = "organisation"
    OFFICE = "office"  # a person in a public office, speaking as such
    PRIVATE = "private"


@dataclass(frozen=True)
class FollowForm:
    """The short form.

    Args:
        name: whom; `page` is where, if known.
        office: of somebody in a public office (governor, superintendent).
        kind: the pack's kind that it is of, or empty.
        why: what the school has of it.
        weighed: that somebody thought of what `doubts_of` says, and follows all the same.
    """

    name: str
    whose: Whose
    why: str
    kind: str = ""
    office: str = ""
    page: str = ""
    weighed: bool = False

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are signed."""
        texts = {"name": self.name, "why": self.why, "office": self.office, "page": self.page}
        return {
            **{key: tidy(text) for key, text in texts.items()},
            "whose": self.whose.value,
            "kind": self.kind,
            **({"weighed": True} if self.weighed else {}),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "FollowForm":
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no form.
        """
        texts = {key: str(value[key]) for key in ("name", "why", "kind", "office", "page")}
        return cls(whose=Whose(value["whose"]), weighed=value.get("weighed") is True, **texts)


@dataclass(frozen=True)
class Followed:
    """Somebody whom an account follows; `seq` is the row that says so, and its name."""

    seq: int
    account: AccountId
    form: FollowForm
    by: PersonId | None
    on: date


@dataclass(frozen=True)
class Guard:
    """By what an account's following is judged.

    Args:
        kinds: the pack's kinds, for an account of the district; none: nothing but advice.
        demand: the clause that lists them, `number` its place and `says` what it says.
    """

    kinds: tuple[FollowKind, ...] = ()
    demand: str = ""
    number: str = ""
    says: str = ""

    @property
    def strict(self) -> bool:
        """Tell whether only listed kinds are followed."""
        return bool(self.kinds)


def follow_blockers(form: FollowForm, guard: Guard) -> tuple[Reason, ...]:
    """List why somebody isn't followed, each with the clause that says so."""
    reasons = []
    if not form.name.strip():
        reasons.append(Reason(say("following.name-missing"), None, "name"))
    if guard.strict and form.whose is Whose.PRIVATE:
        refused = say("following.private", number=guard.number, says=guard.says)
        return (*reasons, Reason(refused, guard.demand, "whose"))
    if form.whose is Whose.OFFICE and not form.office.strip():
        reasons.append(Reason(say("following.office-missing"), guard.demand or None, "office"))
    if guard.strict and form.kind not in {one.kind for one in guard.kinds}:
        refused = say("following.no-kind", number=guard.number, says=guard.says)
        reasons.append(Reason(refused, guard.demand, "kind"))
    if not form.why.strip():
        reasons.append(Reason(say("following.why-missing"), guard.demand or "BAL-D5", "why"))
    elif len(form.why) > WHY_MOST:
        reasons.append(Reason(say("following.why-long", n=WHY_MOST), None, "why"))
    if not form.weighed and doubts_of(form, guard):
        reasons.append(Reason(say("following.weigh"), guard.demand or "BAL-D5", "weighed"))
    return tuple(reasons)


def doubts_of(form: FollowForm, guard: Guard) -> tuple[Message, ...]:
    """Say what somebody weighs before the school seems to approve of this: no rule forbids it (BAL-D5).

    Args:
        form: whom and why.
        guard: a strict one refuses private people anyway.
    """
    doubts = []
    if form.whose is Whose.PRIVATE and not guard.strict:
        doubts.append(say("following.doubt-private"))
    if _like_a_campaign(form.name):
        doubts.append(say("following.doubt-campaign"))
    return tuple(doubts)


def _like_a_campaign(name: str) -> bool:
    """Tell whether a name reads like an election campaign's or a party's; a hint, and never more."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    joined = re.sub(r"[^a-z0-9]", "", plain.lower())
    named = any(_CAMPAIGN.fullmatch(one.lower()) for one in _WORDS.findall(plain))
    return named or _RUNS_FOR.search(joined) is not None


def answer_of(form: FollowForm, guard: Guard, language: str) -> Message:
    """Give the reasoned answer where nothing speaks against it: the kind and the clause, or the advice."""
    kind = next((one for one in guard.kinds if one.kind == form.kind), None)
    if kind is None:
        return say("following.advice")
    return say("following.allowed", number=guard.number, kind=kind.told.said(language))


def already_followed(name: str, followed: Sequence[Followed]) -> Followed | None:
    """Give the entry that says already that somebody of this name is followed."""
    wanted = tidy(name).casefold().removeprefix("@")
    return next((one for one in followed if one.form.name.casefold().removeprefix("@") == wanted), None)
