"""What Today says of words for visitors that aren't known to stand on an account. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import say
from smadmin.domain.visitor_rules import RulesStage
from smadmin.services.visitor_rules import RulesSheet
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_STATES = {RulesStage.SOON: State.NOTE, RulesStage.LATE: State.STOP}


def visitor_needs(found: Iterable[RulesSheet]) -> Iterator[Need]:
    """Say of each account that somebody is to look whether its words stand there (YEL-A3, WIC-P17)."""
    for one in found:
        key = "visitors.today-notice" if one.rules.notices else "visitors.today"
        title = say(f"{key}-{one.stage.value}", account=one.account.label)
        note = say("visitors.today-note")
        if one.posted is not None:
            note = say("visitors.today-posted", day=one.posted.on, name=one.posted.by)
        step = Step(say("visitors.today-do"), screen="accounts", subject=f"set-up:{one.account.id}")
        urgency = Urgency.STAFF if one.stage is RulesStage.SOON else Urgency.ACCOUNTS
        state = _STATES.get(one.stage, State.DOUBT)
        yield Need(urgency, f"visitors:{one.account.id}", state, title, note, step)
