"""What Today says of comments that are to go and of blocks: a second look, the deed, a block's end. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from smadmin.domain.messages import say
from smadmin.domain.moderating import Measure, Stage
from smadmin.services.moderated import ModeratedSheet
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency
from smadmin.ui.wording import age


def moderated_needs(sheets: Sequence[ModeratedSheet], now: datetime) -> Iterator[Need]:
    """Tell what waits for this person (SOC-M7); a block's end is reminded of. `now` is UTC."""
    for sheet in sheets:
        one, block = sheet.one, "-block" if sheet.one.measure is Measure.BLOCK else ""
        account = "" if sheet.account is None else sheet.account.label
        key = f"{one.measure.value}:{one.comment}"
        found = None if sheet.found_at is None else say("moderating.ready-age", age=age(sheet.found_at, now))
        if sheet.over:
            title = say("moderating.today-over", account=account)
            note = say("moderating.today-over-note", until=one.until or "")
            yield Need(Urgency.DUE, key, State.DOUBT, title, note, _see("removed"))
        elif one.stage is Stage.ASKED:
            title = say(f"moderating.today-second{block}", name=sheet.name(one.by))
            yield Need(Urgency.TO_RELEASE, key, State.DOUBT, title, found, _see(one.comment))
        else:
            title = say(f"moderating.today-ready{block}", account=account)
            yield Need(Urgency.LATE, key, State.STOP, title, found, _see(one.comment))


def _see(comment: str) -> Step:
    return Step(say("moderating.today-see"), screen="comments", subject=comment)
