"""What accounts need: a post, or somebody who answers for them. One row an account. Pure, no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.school_days import DAY
from smadmin.domain.week import Planned, SlotStage
from smadmin.services.today.view import AccountToday, PostToday, TodayView
from smadmin.ui.stages import weekday
from smadmin.ui.theme import State
from smadmin.ui.today.need import Deed, Need, Step, Urgency, quoted

_TOPIC_SHOWN = 28
_SAID = {
    PostStage.RELEASED: "today.quiet-released",
    PostStage.SUBMITTED: "today.quiet-waits",
    PostStage.DRAFT: "today.quiet-draft",
    PostStage.SENT_BACK: "today.quiet-draft",
}


def account_needs(view: TodayView) -> Iterator[Need]:
    """Give what the accounts need of this person: writers write, office and communications see to it."""
    overseeing = view.office or Role.COMMUNICATIONS in view.roles
    told: set[SlotId] = set()
    for every in view.accounts:
        one = replace(every, next=_next_standing(view, every))
        if overseeing and one.account.principal is None:
            step = Step(say("today.open-account"), screen="accounts", subject=one.account.id)
            title, note = say("today.no-principal", account=one.account.label), say("today.no-principal-note")
            yield Need(Urgency.ACCOUNTS, f"principal:{one.account.id}", State.DOUBT, title, note, step)
        if not one.cadence.needs_somebody or not (one.mine or overseeing):
            continue
        if one.next is not None:
            told.add(one.next.slot.id)
        late = one.cadence.late
        yield Need(
            Urgency.LATE if late else Urgency.DUE,
            f"account:{one.account.id}",
            State.STOP if late else State.DOUBT,
            _quiet(one, view.today),
            _quiet_note(view, one),
            _write(view, one),
        )
    yield from _gaps(view, told)


def _next_standing(view: TodayView, one: AccountToday) -> Planned | None:
    """Give the next planned post that whoever signed hasn't left out; None without."""
    if one.next is None or one.next.slot.id not in view.struck:
        return one.next
    later = (
        planned
        for planned in sorted(view.week, key=lambda planned: planned.slot.day)
        if planned.slot.account == one.account.id and planned.slot.day >= view.today
    )
    return next((one for one in later if one.stage.empty and one.slot.id not in view.struck), None)


def _gaps(view: TodayView, told: set[SlotId]) -> Iterator[Need]:
    mine = {one.account.id: one for one in view.accounts if one.mine}
    for planned in view.week:
        slot = planned.slot
        if planned.stage is not SlotStage.GAP or slot.id in told | view.struck or slot.account not in mine:
            continue
        when = say("today.when-today" if slot.day == view.today else "today.when-tomorrow")
        yield Need(
            Urgency.GAP,
            f"slot:{slot.id}",
            State.DOUBT,
            say("today.gap", topic=slot.topic, when=when),
            say("today.gap-note", account=mine[slot.account].account.label),
            _new_draft(slot.account, slot.topic, slot.id),
        )


def _quiet(one: AccountToday, today: date) -> Message:
    name = one.account.label
    if one.cadence.stage is CadenceStage.DUE_SOON and one.cadence.due_on is not None:
        if one.cadence.closed and one.next is not None and one.next.slot.day == one.cadence.due_on + DAY:
            topic, day = one.next.slot.topic, one.next.slot.day
            return say("today.account-open-planned", account=name, topic=topic, weekday=weekday(day))
        if one.cadence.closed:
            return say("today.account-due-closed", account=name, day=one.cadence.due_on)
        return _due(name, (one.cadence.due_on - today).days)
    if one.cadence.stage is CadenceStage.OVERDUE and one.cadence.due_on is not None:
        quiet = say("today.no-post-for", n=one.cadence.quiet_days)
        late = (today - one.cadence.due_on).days
        return say("today.account-overdue", account=name, n=late, quiet=quiet)
    silent = one.cadence.stage is not CadenceStage.ABANDONED
    kind = "today.account-silent" if silent else "today.account-abandoned"
    return say(kind, account=name, n=one.cadence.quiet_days)


def _due(name: str, days: int) -> Message:
    if days <= 0:
        return say("today.account-due-today", account=name)
    return say("today.account-due-in", account=name, n=days)


def _quiet_note(view: TodayView, one: AccountToday) -> Message:
    rule = say("today.rule-days", n=one.days)
    under_way = _under_way(view, one)
    if under_way is not None:
        words = quoted(under_way.words)
        late = "today.quiet-run-out" if under_way.run_out else _SAID[under_way.stage]
        held = view.stopped and late == _SAID[PostStage.RELEASED]
        how = "today.quiet-searched-before" if under_way.look_at else "today.quiet-held" if held else late
        return say("today.two-sentences", first=rule, second=say(how, words=words))
    if one.next is not None:
        planned = say(
            "today.planned-not-written", topic=one.next.slot.topic, weekday=weekday(one.next.slot.day)
        )
        return say("today.two-sentences", first=rule, second=planned)
    if view.office and one.cadence.stage is CadenceStage.ABANDONED:
        return say("today.two-sentences", first=rule, second=say("excuses.today-choose"))
    if not one.mine and one.writers:
        writers = say("today.written-by", people=tuple(say("today.name", name=name) for name in one.writers))
        return say("today.two-sentences", first=rule, second=writers)
    kind = "today.all-struck" if _has_struck(view, one) else "today.nothing-planned"
    return say("today.two-sentences", first=rule, second=say(kind))


def _has_struck(view: TodayView, one: AccountToday) -> bool:
    return any(
        planned.slot.id in view.struck
        for planned in view.week
        if planned.slot.account == one.account.id and planned.slot.day >= view.today
    )


def _under_way(view: TodayView, one: AccountToday) -> PostToday | None:
    """Give the post that is nearest to going out on this account and that this person can carry on."""
    if not one.mine:
        return None
    found = [post for post in view.posts if one.account.id in post.accounts]
    near = [
        post
        for post in found
        if post.stage is PostStage.RELEASED
        or (post.mine and post.stage in {PostStage.DRAFT, PostStage.SENT_BACK})
    ]
    waiting = (post for post in found if post.mine and post.stage is PostStage.SUBMITTED)
    return next(iter(near), next(waiting, None))


def _write(view: TodayView, one: AccountToday) -> Step:
    """Give what brings the next post nearest: what is under way for this account, else a new draft."""
    if not one.mine and view.office and one.cadence.late:
        return Step(say("excuses.today-do"), screen="accounts", subject=one.account.id)
    if not one.mine:
        return Step(say("today.see-plan"), screen="plan")
    post = _under_way(view, one)
    if post is None:
        slot = None if one.next is None else one.next.slot
        topic, planned = ("", None) if slot is None else (slot.topic, slot.id)
        return _new_draft(one.account.id, topic, planned)
    if post.look_at is not None:
        return Step(say("today.look-again"), screen=post.look_at[0], subject=post.look_at[1])
    if post.run_out:
        return Step(say("today.look-at-it"), screen="approvals", subject=post.id)
    if post.stage is PostStage.RELEASED:  # on hold nothing goes out, whoever presses
        stopped = Step(say("today.look-at-it"), screen="approvals", subject=post.id)
        return stopped if view.stopped else Step(say("today.publish-it"), screen="publish", subject=post.id)
    if post.stage is PostStage.SUBMITTED:
        return Step(say("shell.hand-over"), Deed.HAND_OVER, "approvals", post.id)
    return Step(say("today.go-on"), screen="compose", subject=post.id)


def _new_draft(account: AccountId, topic: str, slot: SlotId | None) -> Step:
    words = say("today.write-topic", topic=_shortened(topic)) if topic else say("today.write-one")
    return Step(words, Deed.WRITE, "compose", account=account, slot=slot)


def _shortened(topic: str) -> str:
    """Give a topic short enough for a button; its row says it whole."""
    return topic if len(topic) <= _TOPIC_SHOWN else f"{topic[:_TOPIC_SHOWN].rstrip()}…"
