"""What Today says of emergencies: each open card, for everybody who works here. Pure, no Qt."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from smadmin.domain.cases import About, Case
from smadmin.domain.messages import say
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency
from smadmin.ui.wording import age


def case_needs(cases: Sequence[Case], now: datetime) -> Iterator[Need]:
    """Tell that a card is open; `now` is UTC."""
    for case in cases:
        what = say(f"sites.trouble-{case.trouble.value}")
        title = say("cases.today-open", what=what, age=age(case.at, now))
        step = Step(say("cases.today-see"), screen="cases", subject=case.id)
        about = "comment-note" if case.opening.about is About.COMMENT else "open-note"
        note = say(f"cases.today-{about}")
        yield Need(Urgency.ALARM, f"case:{case.id}", State.STOP, title, note, step)
