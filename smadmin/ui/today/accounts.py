"""What Today says of accounts on their way to live, and of what existing ones lack. Pure, no Qt."""

from collections.abc import Iterator
from datetime import timedelta

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.messages import say
from smadmin.services.lives import LifeBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_SOONER = timedelta(days=7)
"""From so long before its day on it is said with more weight."""


def life_needs(brief: LifeBrief) -> Iterator[Need]:
    """Ask for a yes in one's turn, lead on to the set-up, and remind of what is missing in stages."""
    for one in brief.to_approve:
        title = say("openingui.today-approve", name=one.name, platform=PLATFORM_NAMES[one.platform])
        step = Step(say("openingui.today-approve-do"), screen="accounts", subject=f"set-up:{one.id}")
        note = say("openingui.today-approve-note")
        yield Need(Urgency.SIGN, f"approve:{one.id}", State.WAITS, title, note, step)
    for one in brief.to_set_up:
        title = say("openingui.today-set-up", name=one.name)
        step = Step(say("openingui.today-set-up-do"), screen="accounts", subject=f"set-up:{one.id}")
        note = say("openingui.today-set-up-note")
        yield Need(Urgency.ACCOUNTS, f"set-up:{one.id}", State.WAITS, title, note, step)
    for one in brief.sent_back:
        title = say("openingui.today-sent-back", name=one.name)
        step = Step(say("openingui.today-sent-back-do"), screen="accounts", subject=f"set-up:{one.id}")
        note = say("openingui.today-sent-back-note")
        yield Need(Urgency.SENT_BACK, f"set-up:{one.id}", State.STOP, title, note, step)
    due = brief.lacking
    if due:
        first, day = min(due, key=lambda pair: pair[1])
        late, near = day < brief.today, day - brief.today <= _SOONER
        title = say(f"openingui.today-lacking{'-past' if late else ''}", n=len(due), day=day)
        step = Step(say("openingui.today-lacking-do"), screen="accounts", subject=f"set-up:{first.id}")
        urgency = Urgency.ACCOUNTS if near else Urgency.PLAN
        state = State.DOUBT if near else State.NOTE
        yield Need(urgency, "lacking", state, title, say("openingui.today-lacking-note"), step)
