"""What Today says of comments: what waits for an answer or advice, late rounds, who looks. Pure, no Qt."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from smadmin.domain.cases import About, Case
from smadmin.domain.messages import Message, say
from smadmin.domain.rounds import Standing
from smadmin.services.comment_desk import CommentSheet
from smadmin.services.rounds import RoundSheet
from smadmin.ui.comments.model import round_state
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency
from smadmin.ui.wording import age


def comment_needs(
    comments: Sequence[CommentSheet], rounds: Sequence[RoundSheet], now: datetime, cases: Sequence[Case] = ()
) -> Iterator[Need]:
    """Tell whom a comment or a round waits for (BAL-B1e2, BAL-B1f1, BAL-B1f2).

    Args:
        comments: those that wait for this person.
        rounds: the accounts whose comments this person is to care for.
        now: UTC.
        cases: the open cards; a comment that one is about waits for its card, and is told there.
    """
    carded = {one.opening.subject for one in cases if one.opening.about is About.COMMENT}
    for one in comments:
        if one.advises and one.comment.advice is not None:
            name = one.name(one.comment.advice.by)
            title = say("comments.today-advice", name=name)
            yield _need(Urgency.TO_RELEASE, f"advice:{one.comment.id}", State.DOUBT, title, one.comment.id)
    waiting = [one for one in comments if not one.advises and one.writes and one.comment.id not in carded]
    if waiting:
        yield _answers(waiting, now)
    for sheet in rounds:
        if sheet.standing is Standing.UNWATCHED:
            title = say("comments.today-unwatched", account=sheet.account.label)
            note = say("comments.today-unwatched-note")
            key, account = f"unwatched:{sheet.account.id}", sheet.account.id
            yield _need(Urgency.ACCOUNTS, key, State.STOP, title, account, note=note)
        elif sheet.standing is Standing.WATCHED and sheet.kept is not None:
            late = sheet.kept.late
            state, stage = round_state(sheet)
            title = say(f"comments.today-{'late' if late else 'due'}", account=sheet.account.label)
            note = say("comments.today-round-note", name=sheet.monitor, stage=stage)
            urgency = Urgency.LATE if late else Urgency.DUE
            yield _need(urgency, f"round:{sheet.account.id}", state, title, sheet.account.id, note=note)
    undecided = [one for one in rounds if one.standing is Standing.UNDECIDED]
    if undecided:
        title = say("comments.today-undecided", n=len(undecided))
        note = say("comments.today-undecided-note")
        account = undecided[0].account.id
        yield _need(Urgency.REMINDER, "comments-undecided", State.NOTE, title, account, note=note)


def _answers(waiting: Sequence[CommentSheet], now: datetime) -> Need:
    """Say in one line how many comments wait, and how long the oldest has; those that are late first."""
    late = [one for one in waiting if one.late_days]
    told = late or waiting
    oldest = min(told, key=lambda one: one.comment.at)
    title = say(f"comments.today-answer{'-late' if late else ''}", n=len(told))
    note = say("comments.today-oldest", age=age(oldest.comment.at, now))
    state, urgency = (State.STOP, Urgency.LATE) if late else (State.NOTE, Urgency.DUE)
    return _need(urgency, "comments-waiting", state, title, oldest.comment.id, note=note)


def _need(
    urgency: Urgency, key: str, state: State, title: Message, subject: str, *, note: Message | None = None
) -> Need:
    step = Step(say("comments.today-see"), screen="comments", subject=subject)
    return Need(urgency, key, state, title, note, step)
