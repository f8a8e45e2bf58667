"""Comments and rounds, as the screen lists them. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.rounds import Standing
from smadmin.domain.schools import School
from smadmin.services.comment_desk import CommentDesk, CommentSheet
from smadmin.services.escalations import Help
from smadmin.services.moderated import Moderation
from smadmin.services.office import Office
from smadmin.services.questions import QuestionBrief, QuestionSheet
from smadmin.services.rounds import RoundSheet
from smadmin.ui.comments.asked_panel import asked_title
from smadmin.ui.list_line import ListLine
from smadmin.ui.theme import State

ROUND = "round:"
"""Before an account's id, in the key of its row."""
ASKED_ROW = "question:"
"""The same before a question's."""
_SHOWN_LETTERS = 80
_UNSETTLED = {
    Standing.UNDECIDED: (State.DOUBT, "comments.chip-undecided"),
    Standing.OFF: (State.NOTE, "comments.chip-off"),
    Standing.UNWATCHED: (State.STOP, "comments.chip-unwatched"),
}
_LATE = {
    CadenceStage.OVERDUE: "comments.chip-round-late",
    CadenceStage.SILENT: "comments.chip-silent",
    CadenceStage.ABANDONED: "comments.chip-abandoned",
}


@dataclass(frozen=True)
class Seen:
    """Comments and rounds as one reading found them.

    Args:
        me: who reads.
        today: the school's own day.
        help: what the cards name.
        moderation: what was removed or blocked.
        asked: questions about posts that aren't handed in: for this person to answer, and their own.
    """

    desk: CommentDesk
    rounds: tuple[RoundSheet, ...]
    help: Help
    me: PersonId | None
    today: date
    moderation: Moderation
    school: School
    asked: QuestionBrief

    def question(self, key: str) -> QuestionSheet | None:
        """Give a question by the key of its row."""
        asked = (*self.asked.waiting, *self.asked.asked)
        return next((one for one in asked if key == ASKED_ROW + one.question.id), None)

    def comment(self, key: str) -> CommentSheet | None:
        """Give a comment by its id."""
        return next((one for one in self.desk.comments if one.comment.id == key), None)

    def round(self, key: str) -> RoundSheet | None:
        """Give an account's round by the key of its row, or by the account's id."""
        account = key.removeprefix(ROUND)
        return next((one for one in self.rounds if one.account.id == account), None)


def read_comments(office: Office, by: Actor) -> Seen:
    """Read everything (on the store's thread)."""
    return Seen(
        desk=office.comment_views.look(by),
        rounds=office.rounds.all(by),
        help=office.escalations.help(by),
        me=by.person,
        today=office.school.local(office.desk.now).date(),
        moderation=office.moderation.look(by),
        school=office.school,
        asked=office.questions.brief(by),
    )


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines: what waits for an answer, here and about posts, rounds, what was closed lately."""
    comments = [(one, comment_row(one, seen)) for one in seen.desk.comments]
    waiting = (row for one, row in comments if one.comment.open)
    closed = (row for one, row in comments if not one.comment.open)
    asked = [*(asked_row(one, seen, mine=False) for one in seen.asked.waiting)]
    asked += [asked_row(one, seen, mine=True) for one in seen.asked.asked]
    return (*waiting, *asked, *(round_row(one) for one in seen.rounds), *closed)


def asked_row(sheet: QuestionSheet, seen: Seen, *, mine: bool) -> ListLine:
    """Give the line of a question about a post (WIC-P11); `mine`: whoever looks asked it."""
    due = seen.today if sheet.due_on is None else sheet.due_on
    state, chip = _due_state(sheet.late_days, due, seen.today)
    title, note = asked_title(sheet, mine=mine), say("today.sentence", sentence=sheet.question.sentence)
    return ListLine(ASKED_ROW + sheet.question.id, title, note, state, chip)


def comment_row(sheet: CommentSheet, seen: Seen) -> ListLine:
    """Give a comment's line."""
    form = sheet.comment.form
    kind = say(f"comments.kind-{form.kind.value}")
    text = " ".join(form.text.split())[:_SHOWN_LETTERS]
    title = say("comments.row-comment", kind=kind, text=text) if text else kind
    note = say(
        "comments.row-note",
        account="" if sheet.account is None else sheet.account.label,
        author=form.author or say("comments.nobody-named"),
        day=form.found_at.date(),
        time=form.found_at.time(),
    )
    state, chip = comment_state(sheet, seen.today)
    platform = None if sheet.account is None else sheet.account.platform
    return ListLine(sheet.comment.id, title, note, state, chip, platform)


def comment_state(sheet: CommentSheet, today: date) -> tuple[State, Message]:
    """Say how a comment stands."""
    comment = sheet.comment
    if comment.reply is not None:
        return State.FINE, say("comments.chip-answered")
    if comment.removed_at is not None:
        return State.NOTE, say("comments.chip-removed")
    if comment.closed is not None:
        return State.NOTE, say("comments.chip-closed")
    if sheet.advises:
        return State.STOP if sheet.late_days else State.DOUBT, say("comments.chip-advice")
    if not sheet.late_days and comment.advice is not None and comment.advice.waits:
        return State.WAITS, say("comments.chip-advice-waits")
    return _due_state(sheet.late_days, sheet.due_on, today)


def _due_state(late_days: int, due_on: date, today: date) -> tuple[State, Message]:
    if late_days:
        return State.STOP, say("comments.chip-late", n=late_days)
    left = (due_on - today).days
    if left <= 1:
        return State.DOUBT, say("comments.chip-due-tomorrow" if left > 0 else "comments.chip-due-today")
    return State.WAITS, say("comments.chip-due", day=due_on)


def round_row(sheet: RoundSheet) -> ListLine:
    """Give the line of an account's rounds."""
    state, chip = round_state(sheet)
    title = say("comments.row-round", account=sheet.account.label)
    return ListLine(ROUND + sheet.account.id, title, _round_note(sheet), state, chip, sheet.account.platform)


def round_state(sheet: RoundSheet) -> tuple[State, Message]:
    """Say how an account's rounds stand, in the colours of cadence (`ui/stages.py`)."""
    if sheet.standing in _UNSETTLED:
        state, said = _UNSETTLED[sheet.standing]
        return state, say(said)
    if sheet.mine is not None:
        return State.WAITS, say("comments.chip-round-begun")
    kept = sheet.kept
    if kept is None:
        return State.NOTE, say("comments.chip-resting")
    if kept.stage in _LATE:
        n = sheet.late_days if kept.stage is CadenceStage.OVERDUE else kept.quiet_days
        return State.STOP, say(_LATE[kept.stage], n=n)
    if kept.stage is CadenceStage.DUE_SOON:
        return State.DOUBT, say("comments.chip-round-today")
    return State.FINE, say("comments.chip-on-time")


def _round_note(sheet: RoundSheet) -> Message:
    if sheet.standing in {Standing.OFF, Standing.UNDECIDED}:
        return say(f"comments.round-note-{sheet.standing.value}")
    if sheet.standing is Standing.UNWATCHED:
        return say("comments.round-note-nobody")
    if sheet.last_on is None:
        return say("comments.round-note-never", name=sheet.monitor)
    return say("comments.round-note", name=sheet.monitor, day=sheet.last_on)
