"""What Today says of wished posts: those that wait, and what became of one's own (BAL-C1b). Pure, no Qt."""

from collections.abc import Iterator
from datetime import datetime

from smadmin.domain.messages import say
from smadmin.domain.post_requests import WishStage
from smadmin.services.post_requests import WishBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency, quoted
from smadmin.ui.wording import age

_WORDS_MOST = 60


def wish_needs(brief: WishBrief, now: datetime) -> Iterator[Need]:
    """Lead who answers to the wishes that wait, in one line, and who asked to their answer; `now` is UTC."""
    if brief.waiting:
        oldest = min(brief.waiting, key=lambda one: one.request.at)
        title = say("wishes.today-waiting", n=len(brief.waiting))
        note = say("wishes.today-oldest", asker=oldest.request.wish.asker, age=age(oldest.request.at, now))
        step = Step(say("wishes.today-see"), screen="wishes", subject=oldest.request.id)
        yield Need(Urgency.DUE, "wishes", State.WAITS, title, note, step)
    for one in brief.answered:
        taken = one.request.stage is WishStage.TAKEN
        words = quoted(one.request.wish.text[:_WORDS_MOST])
        title = say(f"wishes.today-{one.request.stage.value}", name=one.answered_by, words=words)
        note = say("wishes.today-taken-note") if taken else say("today.sentence", sentence=one.request.reason)
        step = Step(say("wishes.today-see"), screen="wishes", subject=one.request.id)
        state = State.FINE if taken else State.NOTE
        yield Need(Urgency.REMINDER, f"wish:{one.request.id}", state, title, note, step)
