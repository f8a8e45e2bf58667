"""What Today says of posts under way: what missed its time, what keeps one here, what may be out.

Pure, no Qt.
"""

from collections.abc import Iterator

from smadmin.domain.addresses import AddressDue
from smadmin.domain.messages import Message, say
from smadmin.services.today.view import Halfway, HiddenPost, TodayView
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Need, Step, Urgency, quoted


def under_way_needs(view: TodayView, beside: Beside) -> Iterator[Need]:
    """Tell whoever began them, and the office, of the posts under way; of hidden ones, too."""
    for one in view.halfway:
        if not one.mine and not view.office:
            continue
        if one.queued_at is not None and not one.missed and not one.handed_out:
            continue  # whether it really goes out is asked by itself (`lines.py`)
        notice = one.post in beside.unposted
        yield Need(
            Urgency.NOTICE if notice else Urgency.HALFWAY,
            f"halfway:{one.post}:{one.account}",
            State.STOP if notice or one.due is AddressDue.OVERDUE else State.DOUBT,
            say(_title(one), words=quoted(one.words), account=one.account),
            _note(one),
            Step(say("today.finish-it"), screen="publish", subject=one.post) if one.mine else None,
        )
    for hidden in view.hidden:
        if hidden.mine or view.office:
            yield _hidden(hidden)


def _title(one: Halfway) -> str:
    if one.handed_out and one.due is not AddressDue.LATER:
        return f"addresses.{one.due}"
    if one.handed_out:
        return "today.to-confirm" if one.kept else "today.halfway"
    return "today.missed" if one.missed else "today.not-out"


def _note(one: Halfway) -> Message:
    if one.due is AddressDue.OVERDUE and one.since is not None:
        return say("addresses.overdue-note", on=one.since)
    if one.due is AddressDue.REMIND:
        return say("addresses.remind-note")
    if one.kept:
        return say("today.halfway-kept")
    if one.sending:
        return say("directui.halfway")
    if one.handed_out:
        return say("today.halfway-handed")
    missed = None if one.queued_at is None else say("queue.today-missed", at=one.queued_at)
    if one.trouble:
        remedy = say(f"publishers.{one.trouble}-remedy") if missed is None else missed
        why = say(f"publishers.{one.trouble}", host=one.platform)
        return say("today.two-sentences", first=why, second=remedy)
    return say("today.halfway-begun") if missed is None else missed


def _hidden(one: HiddenPost) -> Need:
    """Say that a post is out and nobody sees it: the account stays as quiet to families as before."""
    title = say("today.hidden", words=quoted(one.words), account=one.account)
    step = Step(say("today.look-at-it"), screen="publish", subject=one.post) if one.mine else None
    note = say("today.hidden-note")
    return Need(Urgency.HALFWAY, f"hidden:{one.post}:{one.account}", State.DOUBT, title, note, step)
