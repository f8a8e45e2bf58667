"""What somebody entered of a week from paper, in words, for whoever countersigns it. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.services.week import WeekView
from smadmin.ui.stages import weekday_short


@dataclass(frozen=True)
class PaperModel:
    """A page that waits for its countersignature.

    Args:
        seq: of the row that entered it.
        entered_by: who did, by name.
        struck: what was struck on it, a line each.
        countersigns: whether this person may; who entered it never does.
        later: how many posts came after it was signed; they are approved afterwards. None without one.
    """

    monday: date
    seq: int
    entered_by: str
    struck: tuple[Message, ...]
    scan: MediaId
    countersigns: bool
    later: Message | None = None


def paper_of(view: WeekView, person: PersonId | None) -> PaperModel | None:
    """Arrange what waits for its countersignature, for who countersigns and for who entered it."""
    signature = view.signature
    paper = None if signature is None else signature.paper
    if signature is None or paper is None or not signature.owed:
        return None
    mine = paper.by == person
    if not view.office and not mine:
        return None
    called = {one.account.id: one.account.called for one in view.accounts}
    struck = tuple(
        say(
            "weekly.approve-post",
            weekday=weekday_short(one.day),
            day=one.day,
            topic=one.topic,
            account=called.get(one.account, ""),
        )
        for one in paper.struck
    )
    return PaperModel(
        monday=view.monday,
        seq=signature.seq,
        entered_by=paper.name,
        struck=struck,
        scan=paper.scan,
        countersigns=view.office and not mine,
        later=say("planui.paper-later", n=len(view.unsigned)) if view.unsigned else None,
    )
