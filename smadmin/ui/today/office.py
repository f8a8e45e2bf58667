"""What Today says of what communications asked for, and of accounts whose principal left. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import say
from smadmin.services.district_hand import Unanswered
from smadmin.services.office_requests import OfficeBrief
from smadmin.services.stops import Stop
from smadmin.ui.stopped import stop_said
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def office_needs(brief: OfficeBrief) -> Iterator[Need]:
    """Put what communications asked for first, until it is done or answered (BAL-B1f4)."""
    for one in brief.waiting:
        key = f"office:{one.request.account}:{one.request.seq}"
        title = say(f"powers.today-{one.request.wish.value}", account=one.account.label)
        note = say("powers.reason", sentence=one.request.reason)
        step = Step(say("powers.today-see"), screen="accounts", subject=f"office:{one.account.id}")
        yield Need(Urgency.OFFICE, key, State.STOP, title, note, step)
    for one in brief.refused:
        key = f"office:{one.request.account}:{one.request.seq}"
        title = say("powers.today-refused", name=one.answered_by, account=one.account.label)
        sentence = "" if one.request.answer is None else one.request.answer.sentence
        step = Step(say("powers.today-read"), screen="accounts", subject=f"office:{one.account.id}")
        yield Need(Urgency.SIGN, key, State.DOUBT, title, say("today.sentence", sentence=sentence), step)


def unanswered_needs(found: Unanswered) -> Iterator[Need]:
    """Name the accounts for which nobody in office answers, and those that wait for a successor (BAL-A1)."""
    if found.left:
        title = say("powers.today-left", n=len(found.left))
        step = Step(say("powers.today-look"), screen="accounts", subject=f"office:{found.left[0].id}")
        yield Need(Urgency.SIGN, "left", State.STOP, title, say("powers.today-left-note"), step)
    if found.stands_in:
        title = say("powers.today-stands-in", n=len(found.stands_in))
        step = Step(say("powers.today-look"), screen="accounts", subject=found.stands_in[0].id)
        note = say("powers.today-stands-in-note")
        yield Need(Urgency.ACCOUNTS, "stands-in", State.WAITS, title, note, step)


def stop_needs(stops: Sequence[Stop], *, communications: bool) -> Iterator[Need]:
    """Say what was stopped, by whom and why: those that were stopped together in one line.

    Args:
        stops: every account on hold.
        communications: whether this person may let all of them go on, which stands on another page.
    """
    together: dict[tuple[object, ...], list[Stop]] = {}
    for one in stops:
        if one.wrong:
            yield _wrong_need(one)
            continue
        together.setdefault((one.district, one.whole, one.by, one.on, one.why), []).append(one)
    for group in together.values():
        first = group[0]
        account = first.account.id
        title = say("powers.today-stopped", account=first.account.label)
        if len(group) > 1:
            title = say("powers.today-stopped-n", n=len(group))
        subject = f"office:{account}" if communications and first.whole else account
        step = Step(say("powers.today-look"), screen="accounts", subject=subject)
        urgency = Urgency.OFFICE if first.comes_first else Urgency.ACCOUNTS
        state = State.STOP if first.comes_first else State.DOUBT
        yield Need(urgency, f"stopped:{account}", state, title, stop_said(first), step)


def _wrong_need(stop: Stop) -> Need:
    """Put before everything else that another account was logged in where the school's posts go out."""
    title = say("powers.today-wrong", account=stop.account.label)
    step = Step(say("powers.today-look"), screen="accounts", subject=stop.account.id)
    return Need(Urgency.ALARM, f"stopped:{stop.account.id}", State.STOP, title, stop_said(stop), step)
