"""Correcting a post that is out: another post with the right words, released like any, that names the first.

Where the platform can, its words take the place of those that are out; else it is out beside them. Either way
it says of itself that something was corrected and when, and everything but the words stays.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import regex

from smadmin.domain.blanks import between_blanks, blanks_in, filled
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.policy.values import Told

CORRECTS_PART = "corrects"


@dataclass(frozen=True)
class Correction:
    """A post that corrects another one.

    Args:
        post: the correcting one.
        original: what it corrects, itself perhaps a correction.
        by: who found that something is wrong; `found` is when, UTC.
    """

    post: PostId
    original: PostId
    by: PersonId | None
    found: datetime


@dataclass(frozen=True)
class CorrectionFacts:
    """What decides whether a correction may leave for an account.

    Args:
        out: whether what it corrects is out there.
        gone: whether that was taken down meanwhile.
        same_media: whether pictures and video are those that were released first.
        states: whether its words say that something was corrected.
        elsewhere: whether what it corrects is on a page to which the account isn't connected any more.
    """

    out: bool
    gone: bool
    same_media: bool
    states: bool
    elsewhere: bool = False


def correction_blockers(facts: CorrectionFacts) -> tuple[Reason, ...]:
    """List why a correction may not leave as it is."""
    checks = (
        (facts.out, "corrections.not-out", None),
        (not facts.elsewhere, "corrections.elsewhere", None),
        (not facts.gone, "corrections.gone", None),
        (facts.same_media, "corrections.pictures-stay", None),
        (facts.states, "corrections.states-nothing", "BLO-A5"),
    )
    return tuple(Reason(say(message), demand) for holds, message, demand in checks if not holds)


def statement(told: Told, language: str, day: str) -> str:
    """Give what a post says of itself once it was corrected; `day` is worded already."""
    words = told.said(language)
    return filled(words, dict.fromkeys(blanks_in(words), day))


def states_correction(text: str, told: Told) -> bool:
    """Tell whether a text says of itself that it was corrected, in any of the policy's languages."""
    return any(_pattern(words).search(text) for words in told.words.values())


def with_statement(text: str, said: str, told: Told) -> str:
    """Give a text that says once, at its end, that it was corrected; an earlier day of that goes."""
    for words in told.words.values():
        text = _pattern(words).sub("", text)
    return f"{text.rstrip()}\n\n{said}" if text.strip() else said


def time_taken(correction: Correction, ended: datetime | None) -> timedelta | None:
    """Give how long it took from found to corrected; None while it isn't."""
    return None if ended is None else max(timedelta(), ended - correction.found)


def _pattern(words: str) -> regex.Pattern[str]:
    before, after = (regex.escape(one) for one in between_blanks(words)[:2])
    return regex.compile(rf"(?<!\S){before}[^\n]{{1,40}}?{after}")
