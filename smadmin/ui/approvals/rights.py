"""By what right a post is released, and what the record will prove of it, as words. Pure, no Qt."""

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.messages import Message, Value, say
from smadmin.services.sheets import MandateSheet, Sheet
from smadmin.services.signers import Signed
from smadmin.ui.approvals.queue import SOMEBODY_ELSE, platforms


def right_of(mandate: MandateSheet | None, topic: str) -> Message | None:
    """Say by what right a post is released, or what its mandate lacks; None where nothing is to be said."""
    if mandate is None:
        return None
    if mandate.by is ReleaseBy.EACH:
        return say("approvalui.right-office")
    if mandate.given is None:
        return None
    given: dict[str, Value] = {"name": mandate.given.name, "on": mandate.given.at}
    if mandate.by is ReleaseBy.PHONE:
        return say("approvalui.right-phone", **given)
    if mandate.by is ReleaseBy.STANDING:
        return say("approvalui.right-standing", **given)
    if mandate.by is ReleaseBy.NOTICE:
        return say("approvalui.right-notice", **given)
    return _week(mandate.given) if mandate.covers else _off_plan(mandate, topic, given)


def _week(given: Signed) -> Message:
    """Say whose plan it is: what somebody entered from paper isn't the principal's own signature."""
    paper = given.paper
    if paper is None:
        return say("approvalui.right-week", name=given.name, on=given.at)
    owed = "" if paper.countersigned else "-owed"
    return say(f"approvalui.right-week-paper{owed}", name=given.name, on=paper.day, by=paper.name)


def _off_plan(mandate: MandateSheet, topic: str, given: dict[str, Value]) -> Message:
    """Say what of a post the signed week lacks."""
    if not topic:
        return say("approvalui.off-plan-none", **given)
    if not mandate.lacking:
        return say("approvalui.off-plan-over", **given)
    return say("approvalui.off-plan-lacks", topic=topic, accounts=platforms(mandate.lacking), **given)


def proves_of(sheet: Sheet, name: str) -> tuple[Message | None, Message | None]:
    """Say what the record says or will say of a release by somebody, and what that doesn't prove."""
    released = sheet.release
    if released is None and any(one.message.id in SOMEBODY_ELSE for one in sheet.blockers):
        return None, None
    seat = sheet.seat if released is None else released.signed.seat
    who = name if released is None else released.signed.name
    pin = "-pin" if (sheet.pin if released is None else released.signed.pin) else ""
    kind = f"{'will' if released is None else 'was'}-prove{pin}"
    if sheet.wrote is None or seat is None or sheet.wrote.seat is None:
        return say(f"approvalui.{kind}", name=who), None
    if seat == sheet.wrote.seat:
        alone = sheet.wrote.name == who
        note = None if alone else say(f"approvalui.one-computer{pin}")
        return say(f"approvalui.{kind}-same", name=who), note
    return say(f"approvalui.{kind}-other", name=who), None
