"""What Today says of comments that are to go and of blocks: a second look, the deed, a block's end. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from smadmin.domain.messages import Message, say
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
            yield _need(Urgency.DUE, key, State.DOUBT, title, "removed", note)
        elif one.stage is Stage.ASKED:
            title = say(f"moderating.today-second{block}", name=sheet.name(one.by))
            yield _need(Urgency.TO_RELEASE, key, State.DOUBT, title, one.comment, found)
        else:
            title = say(f"moderating.today-ready{block}", account=account)
            yield _need(Urgency.LATE, key, State.STOP, title, one.comment, found)


def _need(
    urgency: Urgency, key: str, state: State, title: Message, subject: str, note: Message | None
) -> Need:
    step = Step(say("moderating.today-see"), screen="comments", subject=subject)
    return Need(urgency, key, state, title, note, step)
