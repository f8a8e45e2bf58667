"""What Today tells of corrections and of posts that were taken down (SOC-O2). Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.messages import say
from smadmin.domain.removals import RemovalStage
from smadmin.domain.took import took_said
from smadmin.services.corrections import CorrectionBrief, ToldCorrection, ToldRemoval
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency, quoted


def corrected_needs(brief: CorrectionBrief) -> Iterator[Need]:
    """Put first what nobody saw to be gone; the rest is told for a week, below what waits for a hand."""
    for removal in brief.removals:
        yield _removal_need(removal)
    for correction in brief.corrections:
        yield _correction_need(correction)


def _removal_need(told: ToldRemoval) -> Need:
    gone = told.removal.stage is RemovalStage.GONE
    word = "removed" if gone else "not-gone"
    title = say(f"afterui.today-{word}", account=told.account.label, words=quoted(told.words))
    why = say(f"afterui.ground-{told.removal.ground.value}")
    note = say("afterui.today-why", name=told.by, why=why)
    step = Step(say("afterui.today-see"), screen="publish", subject=told.post)
    urgency, state = (Urgency.WAITING, State.NOTE) if gone else (Urgency.HALFWAY, State.STOP)
    return Need(urgency, f"removal:{told.removal.publication}", state, title, note, step)


def _correction_need(told: ToldCorrection) -> Need:
    post = told.correction.post
    title = say(
        "afterui.today-corrected" if told.took is not None else "afterui.today-correcting",
        words=quoted(told.words),
    )
    note = say("afterui.today-found", name=told.by, when=told.correction.found)
    if told.took is not None:
        note = say("afterui.today-took", name=told.by, took=took_said(told.took))
    step = Step(say("afterui.today-see"), screen="publish", subject=post)
    state = State.WAITS if told.took is None else State.NOTE
    return Need(Urgency.WAITING, f"correction:{post}", state, title, note, step)
