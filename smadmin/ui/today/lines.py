"""What Today says of queued posts, as the signed rows have them: they go by themselves, or stay here.

Whoever answers for the school has them in one row, which opens the list; whoever queued a post has a row for
it. What stays here until somebody looks is named alone, to both. Pure, no Qt.
"""

from collections.abc import Iterator

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.messages import Message, say
from smadmin.services.queue_states import LineBrief, ListedInLine, QueueState
from smadmin.ui.theme import State
from smadmin.ui.today.need import Deed, Need, Step, Urgency, quoted

_STAYS = frozenset({QueueState.KEPT, QueueState.MISSED})


def line_needs(brief: LineBrief) -> Iterator[Need]:
    """Tell of what is queued; what missed its time is told at first sight (`under_way.py`)."""
    goes = [one for one in brief.lines if _waits(one)]
    for one in brief.lines:
        if one.line.state is QueueState.KEPT and not one.line.stopped and (one.mine or brief.oversees):
            yield _kept(one)
        if one.line.comes_back and (one.mine or brief.oversees):
            yield _back(one)
    if brief.oversees and goes:
        first = goes[0]
        words, account, at = quoted(first.words), first.account.name, first.line.queued.at
        held = all(one.line.stopped for one in goes)
        title = say("today.lines-stopped" if held else "today.lines", n=len(goes))
        kind = "today.lines-held" if first.line.stopped else "today.lines-next"
        note = say(kind, words=words, account=account, at=at)
        step = Step(say("today.lines-see"), Deed.SEE_LINES)
        yield Need(Urgency.WAITING, "lines", State.WAITS, title, note, step)
        return
    for one in goes:
        if one.mine:
            yield _goes(one)


def lines_said(brief: LineBrief) -> tuple[tuple[State, Message], ...]:
    """Word the list: which post, on which account, when, and what keeps one here."""
    return tuple(said for one in brief.lines for said in _said(one))


def _said(one: ListedInLine) -> Iterator[tuple[State, Message]]:
    line = one.line
    state = State.STOP if line.state in _STAYS else State.WAITS
    words, account, at = quoted(one.words), one.account.label, line.queued.at
    there = line.state is QueueState.ENTRUSTED
    if there and line.why:
        state = State.STOP
    kind = "entrust.line" if there else f"today.line-{line.state.value}"
    yield state, say(kind, words=words, account=account, at=at)
    for why in line.why:
        yield State.NOTE, why.message


def _back(one: ListedInLine) -> Need:
    title = say(
        "entrust.today-back", words=quoted(one.words), account=one.account.name, at=one.line.queued.at
    )
    step = Step(say("today.look-at-it"), screen="publish" if one.mine else "approvals", subject=one.post)
    key, platform = f"back:{one.post}:{one.account.name}", PLATFORM_NAMES[one.account.platform]
    kind = "entrust.said-alone" if one.line.alone else "entrust.said-back"
    note = say(kind, platform=platform, at=one.line.queued.at)
    return Need(Urgency.NOTICE, key, State.STOP, title, note, step)


def _waits(one: ListedInLine) -> bool:
    """Tell whether it waits for its time; what is on its way, or may be out, is told at first sight."""
    if one.line.comes_back or one.line.state is QueueState.GOING:
        return False
    return one.line.stopped or one.line.state not in _STAYS


def _goes(one: ListedInLine) -> Need:
    if one.line.state is QueueState.ENTRUSTED:
        return _goes_from_there(one)
    at, held = one.line.queued.at, "-held" if one.line.stopped else ""
    title = say(f"today.queued{held}", words=quoted(one.words), account=one.account.name, at=at)
    step = Step(say("today.look-at-it"), screen="publish", subject=one.post)
    note, key = say(f"today.queued{held}-note", at=at), f"queued:{one.post}:{one.account.name}"
    return Need(Urgency.WAITING, key, State.WAITS, title, note, step)


def _goes_from_there(one: ListedInLine) -> Need:
    at, platform = one.line.queued.at, PLATFORM_NAMES[one.account.platform]
    title = say("entrust.today", words=quoted(one.words), account=one.account.name, at=at)
    step = Step(say("today.look-at-it"), screen="publish", subject=one.post)
    note, key = say("entrust.said", platform=platform, at=at), f"queued:{one.post}:{one.account.name}"
    return Need(Urgency.WAITING, key, State.WAITS, title, note, step)


def _kept(one: ListedInLine) -> Need:
    title = say("today.kept-here", words=quoted(one.words), account=one.account.name)
    why = one.line.why
    note = why[0].message if why else say("queue.begun-kept", at=one.line.queued.at)
    screen = "publish" if one.mine else "approvals"
    step = Step(say("today.look-at-it"), screen=screen, subject=one.post)
    return Need(Urgency.HALFWAY, f"kept:{one.post}:{one.account.name}", State.STOP, title, note, step)
