"""What needs somebody today, most urgent first: each a sentence with one button. Pure, no Qt.

Who sees what follows from their roles: whoever writes is told to write, the principal sees the school,
communications the accounts. A thing stands here once, where it can be acted on.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.students import ROSTER_ROLES
from smadmin.services.questions import QuestionSheet
from smadmin.services.today.view import PhotosToday, TodayView
from smadmin.ui.theme import State
from smadmin.ui.today.clock import clock_needs
from smadmin.ui.today.need import Beside, Deed, Need, Step, Urgency, quoted
from smadmin.ui.today.quiet import account_needs
from smadmin.ui.today.under_way import under_way_needs


def needs_of(view: TodayView, beside: Beside) -> tuple[Need, ...]:
    """Give what needs this person, most urgent first."""
    accounts = tuple(account_needs(view))
    found = [
        *_alarms(beside),
        *clock_needs(beside.clock),
        *under_way_needs(view, beside),
        *_countersignatures(beside),
        *_asked_first(beside),
        *accounts,
        *_posts(view, beside, told=_led_to(accounts)),
        *_photos(view),
        *_plan(view),
        *_list(view),
        *_hushed(view),
        *_computer(view, beside),
        *chain.from_iterable(beside.further.values()),
    ]
    return tuple(sorted(found, key=lambda need: need.urgency))


def _alarms(beside: Beside) -> Iterator[Need]:
    for alarm in beside.alarms:
        step = Step(say("today.see-record"), screen="alarm")
        yield Need(Urgency.ALARM, alarm.id, State.STOP, alarm, say("today.alarm-note"), step)


def _hushed(view: TodayView) -> Iterator[Need]:
    """Tell communications which checks only hint, and why; one press lets them warn again."""
    if Role.COMMUNICATIONS not in view.roles:
        return
    for rule in view.hushed:
        title = say("today.check-hushed", check=say(f"enforced.check-{rule}"))
        step = Step(say("today.wake-check"), Deed.WAKE_CHECK, subject=rule)
        yield Need(Urgency.PLAN, f"check-{rule}", State.NOTE, title, say("today.check-hushed-note"), step)


def _countersignatures(beside: Beside) -> Iterator[Need]:
    owed = 0 if beside.notices is None else beside.notices.owed
    if owed:
        step = Step(say("today.countersign-do"), screen="notices")
        title, note = say("today.countersign", n=owed), say("today.countersign-note")
        yield Need(Urgency.SIGN, "notices", State.WAITS, title, note, step)
    if beside.owed_yeses:
        step = Step(say("spokenui.today-owed-do"), screen="approvals")
        title, note = say("spokenui.today-owed", n=beside.owed_yeses), say("spokenui.today-owed-note")
        yield Need(Urgency.SIGN, "yeses", State.WAITS, title, note, step)


def _asked_first(beside: Beside) -> Iterator[Need]:
    if beside.questions is None:
        return
    for one in beside.questions.waiting:
        step = Step(say("questionui.today-answer"), screen="approvals", subject=f"question:{one.question.id}")
        title = say("questionui.today-waiting", name=one.asked_by, words=quoted(one.words))
        note = _by_when(one)
        state = State.STOP if one.late_days else State.WAITS
        yield Need(Urgency.SIGN, f"question:{one.question.id}", state, title, note, step)
    for one in beside.questions.asked:
        step = Step(say("today.go-on"), screen="compose", subject=one.question.post)
        title, note = say("questionui.today-asked", words=quoted(one.words)), _by_when(one)
        state = State.DOUBT if one.late_days else State.WAITS
        yield Need(Urgency.WAITING, f"question:{one.question.id}", state, title, note, step)
    for one in beside.questions.answered:
        told = "" if one.question.answer is None else one.question.answer.sentence
        step = Step(say("today.go-on"), screen="compose", subject=one.question.post)
        title = say("questionui.today-answered", name=one.answered_by, words=quoted(one.words))
        note = say("today.sentence", sentence=told)
        yield Need(Urgency.SENT_BACK, f"question:{one.question.id}", State.FINE, title, note, step)


def _by_when(sheet: QuestionSheet) -> Message:
    """Repeat the question, and say by when it has its answer (WIC-P11)."""
    sentence = say("today.sentence", sentence=sheet.question.sentence)
    if sheet.due_on is None:
        return sentence
    due = say(f"questionui.due{'-late' if sheet.late_days else ''}", day=sheet.due_on)
    return say("today.two-sentences", first=due, second=sentence)


def _led_to(accounts: Iterable[Need]) -> frozenset[str | None]:
    """Give the released posts to which a quiet account's row leads already."""
    steps = (need.step for need in accounts if need.step is not None)
    return frozenset(step.subject for step in steps if step.screen in {"publish", "approvals"})


def _posts(view: TodayView, beside: Beside, *, told: frozenset[str | None]) -> Iterator[Need]:
    for post in view.posts:
        if post.mine and post.stage is PostStage.SENT_BACK:
            step = Step(say("today.open-post"), screen="compose", subject=post.id)
            title = say("today.sent-back", words=quoted(post.words))
            note = say("today.sentence", sentence=post.sentence)
            yield Need(Urgency.SENT_BACK, f"post:{post.id}", State.STOP, title, note, step)
    if view.writes or view.office or Role.REVIEWER in view.roles:
        for post in view.to_publish:
            step = Step(say("today.publish-it"), screen="publish", subject=post.id)
            if post.id in beside.unposted:
                title, note = say("today.notice", words=quoted(post.words)), say("today.notice-note")
                yield Need(Urgency.NOTICE, f"post:{post.id}", State.STOP, title, note, step)
                continue
            if post.id in told or post.look_at:
                continue
            if view.stopped:
                title, note = say("today.held", words=quoted(post.words)), say("today.held-note")
                yield Need(Urgency.WAITING, f"post:{post.id}", State.WAITS, title, note)
                continue
            title = say("today.released", words=quoted(post.words))
            note = say("today.released-note", author=post.author)
            yield Need(Urgency.TO_PUBLISH, f"post:{post.id}", State.FINE, title, note, step)
        yield from _release_anew(view, told)
        yield from _look_again(view)
    for post in view.to_release:
        step = Step(say("today.look-at-it"), screen="approvals", subject=post.id)
        title = say("today.to-release", words=quoted(post.words))
        note = say("today.to-release-note", author=post.author)
        yield Need(Urgency.TO_RELEASE, f"post:{post.id}", State.WAITS, title, note, step)
    yield from _own(view)


def _release_anew(view: TodayView, told: frozenset[str | None]) -> Iterator[Need]:
    """Name the released posts that can't go out by that release any more; Approvals says why."""
    for post in view.to_release_anew:
        if post.id not in told and not post.look_at:
            step = Step(say("today.look-at-it"), screen="approvals", subject=post.id)
            title, note = say("today.run-out", words=quoted(post.words)), say("today.run-out-note")
            yield Need(Urgency.TO_PUBLISH, f"post:{post.id}", State.STOP, title, note, step)


def _look_again(view: TodayView) -> Iterator[Need]:
    """Name the posts that a family's no came upon: what was released or lies ready can't go out any more."""
    handed = {one.post for one in view.halfway if one.handed_out}
    for post in view.to_look_again:
        screen, subject = post.look_at or ("", "")
        step = Step(say("today.look-again"), screen=screen, subject=subject)
        title = say("today.film-before", words=quoted(post.words))
        if post.late:
            title = say("today.searched-before", words=quoted(post.words), n=len(post.late))
        note = say("today.searched-before-handed" if post.id in handed else "today.searched-before-note")
        yield Need(Urgency.NOTICE, f"again:{post.id}", State.STOP, title, note, step)


def _own(view: TodayView) -> Iterator[Need]:
    for post in view.posts:
        if post.mine and post.stage is PostStage.SUBMITTED:
            step = Step(say("shell.hand-over"), Deed.HAND_OVER, "approvals", post.id)
            title = say("today.own-waits", words=quoted(post.words))
            yield Need(
                Urgency.WAITING, f"post:{post.id}", State.WAITS, title, say("today.own-waits-note"), step
            )
    drafts = [post for post in view.posts if post.mine and post.stage is PostStage.DRAFT]
    if drafts:
        newest = drafts[0]
        step = Step(say("today.go-on"), screen="compose", subject=newest.id)
        note = say("today.newest-draft", words=quoted(newest.words))
        yield Need(Urgency.DRAFTS, "drafts", State.NOTE, say("today.drafts", n=len(drafts)), note, step)


def _photos(view: TodayView) -> Iterator[Need]:
    for one in view.photos:
        yield from _of_folder(view, one)


def _of_folder(view: TodayView, one: PhotosToday) -> Iterator[Need]:
    note, key = say("today.from-event", event=one.event), f"photos:{one.set}"
    if one.to_decide and view.writes:
        step = Step(say("today.decide"), screen="photos", subject=one.set)
        title = say("today.photos-to-decide", n=one.to_decide)
        yield Need(Urgency.PHOTOS, f"{key}:first", State.WAITS, title, note, step)
    if one.second_others and view.roles:
        step = Step(say("today.take-second-look"), screen="photos", subject=one.set)
        title = say("today.photos-second-you", n=one.second_others)
        yield Need(Urgency.PHOTOS, f"{key}:you", State.WAITS, title, note, step)
    if one.second_mine and view.writes:
        step = Step(say("shell.hand-over"), Deed.HAND_OVER, "photos", one.set)
        title = say("today.photos-second", n=one.second_mine)
        why = say("today.two-sentences", first=note, second=say("today.somebody-else"))
        yield Need(Urgency.PHOTOS, f"{key}:second", State.WAITS, title, why, step)


def _plan(view: TodayView) -> Iterator[Need]:
    week = view.to_sign
    if week.signed:
        return
    which = "this" if week.monday <= view.today else "next"
    title = say(f"today.{which}-week-unsigned", n=week.posts)
    empty = say(f"today.{which}-week-empty")
    note, subject = goes_on(view), week.monday.isoformat()
    if view.office and week.posts:
        step = Step(say("today.sign-week"), screen="plan", subject=subject)
        mine = say(f"today.{which}-week-to-sign", n=week.posts)
        yield Need(Urgency.SIGN, "plan", State.WAITS, mine, note, step)
    elif view.writes and not week.posts:
        step = Step(say("today.plan-week"), screen="plan", subject=subject)
        yield Need(Urgency.PLAN, "plan", State.DOUBT, empty, note, step)
    elif view.writes:
        step = Step(say("shell.hand-over"), Deed.HAND_OVER, "plan", subject)
        yield Need(Urgency.PLAN, "plan", State.WAITS, title, note, step)
    elif Role.COMMUNICATIONS in view.roles and view.plan_until is None:
        step = Step(say("today.see-plan"), screen="plan", subject=subject)
        yield Need(Urgency.PLAN, "plan", State.DOUBT, title if week.posts else empty, note, step)


def goes_on(view: TodayView) -> Message:
    """Say how long the last signed plan holds; or that nothing goes out at all."""
    if view.all_on_hold:
        return say("today.all-on-hold")
    if view.plan_until is None:
        return say("today.no-plan-holds")
    return say("today.plan-goes-on", until=view.plan_until)


def _list(view: TodayView) -> Iterator[Need]:
    if not view.roles & ROSTER_ROLES or view.office or not view.students.too_old:
        return
    if view.students.empty:
        step = Step(say("today.open-students"), screen="students")
        title, note = say("today.list-empty"), say("today.list-empty-note")
    else:
        step = Step(say("today.still-right"), screen="students")
        checked = view.students.checked_on
        title = say("today.list-never") if checked is None else say("today.list-old", day=checked)
        note = say("today.list-old-note")
    yield Need(Urgency.CHILDREN, "students", State.DOUBT, title, note, step)


def _computer(view: TodayView, beside: Beside) -> Iterator[Need]:
    if beside.backup is not None and not view.school.sample:  # made-up work is worth no backup
        for reason in beside.backup.reminders():
            away = reason.message.id == "store.backup-not-away"
            step = (
                Step(say("today.save-backup"), Deed.SAVE_BACKUP)
                if away
                else Step(say("today.back-up"), Deed.BACK_UP)
            )
            yield Need(
                Urgency.BACKUP, reason.message.id, State.DOUBT, reason.message, say("today.backup-note"), step
            )
    if beside.keyring is not None:
        error = beside.keyring
        yield Need(Urgency.KEYRING, "keyring", State.NOTE, error.happened, error.remedy or error.kept)
