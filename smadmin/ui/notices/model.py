"""What is said of notices: what somebody lacks to send one, and of one that went out. Pure, no Qt."""

from smadmin.domain.messages import Message, say
from smadmin.services.notices import NoticeSheet
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.approvals.queue import platforms


def lacking(sheet: NoticeSheet) -> Message | None:
    """Tell what somebody waits for before they can send a notice; None where they can, or sign texts."""
    if sheet.may_sign or any(line.mine for line in sheet.lines):
        return None
    return say("noticeui.lacks-name" if sheet.lines else "noticeui.lacks-text")


def how_far(line: OwedNotice) -> tuple[Message, ...]:
    """Tell who released it, where families can read it already and where not, and where else it was told."""
    told = [say("noticeui.sent-by", name=line.by)] if line.by else []
    if line.waiting:
        told.append(say("noticeui.sent-waits", accounts=platforms(line.waiting)))
    if line.out:
        told.append(say("noticeui.sent-out", accounts=platforms(line.out)))
    if line.sent.elsewhere:
        told.append(say("noticeui.sent-where", places=", ".join(line.sent.elsewhere)))
    return tuple(told)
