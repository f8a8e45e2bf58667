"""What is said of a notice that waits for its countersignature: pure, no Qt."""

from smadmin.domain.messages import Message, say
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.approvals.queue import platforms


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
