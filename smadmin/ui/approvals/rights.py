"""By what right a post is released, and what the record will prove of it, as words. Pure, no Qt."""

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.messages import Message, Value, say
from smadmin.services.sheets import MandateSheet, Sheet
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
    return say("approvalui.right-week", **given) if mandate.covers else _off_plan(mandate, topic, given)


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
    kind = "will" if released is None else "was"
    if sheet.wrote is None or seat is None or sheet.wrote.seat is None:
        return say(f"approvalui.{kind}-prove", name=who), None
    if seat == sheet.wrote.seat:
        alone = sheet.wrote.name == who
        note = None if alone else say("approvalui.one-computer")
        return say(f"approvalui.{kind}-prove-same", name=who), note
    return say(f"approvalui.{kind}-prove-other", name=who), None
