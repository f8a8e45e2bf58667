"""What is known of one child beside the opt-outs: number, notes, the consent to matching. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.messages import Message, say
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import CONSENT_DAYS, Student


@dataclass(frozen=True)
class Consent:
    """The guardian's consent to a face pattern.

    Args:
        offered: whether it can be entered here at all.
        said: how it stands, in a sentence.
        until: its last day, None where none stands.
        latest: the last day that may be entered.
        given_on, guardian: from when it is and who gave it, where that is known.
    """

    offered: bool
    said: Message
    until: date | None
    latest: date
    today: date
    given_on: date | None = None
    guardian: str = ""


def consent_of(student: Student, law: LawRecord | None, today: date) -> Consent:
    """Say how a child's consent stands."""
    offered = law is not None and law.matching
    until = student.matching_until
    if not offered:
        said = say("studentui.consent-not-asked")
    elif until is None:
        said = say("studentui.consent-none")
    else:
        said = say(f"studentui.consent-{'until' if student.may_match(today) else 'ended'}", day=until)
    latest = today + timedelta(days=CONSENT_DAYS)
    given_on, guardian = student.matching_from, student.guardian
    return Consent(offered, said, until, latest, today, given_on, guardian)


def known_of(student: Student) -> tuple[Message, ...]:
    """Say what else is known of a child."""
    lines = [say("studentui.number", number=student.number)] if student.number else []
    lines += [say("studentui.left-on", day=student.left_on)] if student.left_on is not None else []
    lines += [say("studentui.noted", text=student.notes)] if student.notes else []
    return tuple(lines)
