"""What the screen reads of the office, on the store's thread: the list, what is owed, and what is open.

A question stands in the same list as the posts; its subject is its id behind `question:`.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message
from smadmin.domain.posts import PostStage
from smadmin.services.office import Office
from smadmin.services.questions import QuestionSheet
from smadmin.services.sent_notices import OwedNotice
from smadmin.services.sheets import QueueLine, Sheet
from smadmin.services.spoken import OwedLine, YesSheet
from smadmin.services.standing import PermissionSheet

_QUESTION = "question:"


@dataclass(frozen=True)
class Opened:
    """What is open: a post, or a question about one.

    Args:
        about: what was asked about the post.
        changed: what of it changed since it was released before.
        yes: how it stands to a yes by phone; None where this person can release it, or nothing waits.
    """

    sheet: Sheet | None = None
    question: QuestionSheet | None = None
    about: tuple[QuestionSheet, ...] = ()
    changed: tuple[Message, ...] = ()
    yes: YesSheet | None = None

    @property
    def subject(self) -> PostId | None:
        """Which row of the list it is."""
        if self.question is not None:
            return subject_of(self.question)
        return None if self.sheet is None else self.sheet.draft.id


@dataclass(frozen=True)
class Seen:
    """What one reading of the store found, and when (UTC)."""

    lines: tuple[QueueLine, ...]
    questions: tuple[QuestionSheet, ...]
    opened: Opened
    standing: PermissionSheet
    owed: tuple[OwedLine, ...]
    notices: tuple[OwedNotice, ...]
    now: datetime


def subject_of(question: QuestionSheet) -> PostId:
    """Give the list's name for a question."""
    return PostId(f"{_QUESTION}{question.question.id}")


def read_all(office: Office, by: Actor, wanted: PostId | None, *, arrives: bool = False) -> Seen:
    """Read the list and what is open: the wanted one where it is there, else the first.

    Args:
        office: the school's.
        by: who reads.
        wanted: what was open last.
        arrives: whether somebody comes to the screen; then a released one makes way for what waits.
    """
    lines, questions = office.sheets.queue(by), office.questions.waiting(by)
    ids = [*(subject_of(one) for one in questions), *(line.draft.id for line in lines)]
    released = {line.draft.id for line in lines if line.draft.stage is PostStage.RELEASED}
    makes_way = arrives and wanted in released and len(released) < len(ids)
    subject = wanted if wanted in ids and not makes_way else ids[0] if ids else None
    opened = Opened() if subject is None else read_one(office, by, subject)
    return Seen(
        lines,
        questions,
        opened,
        standing=office.standing.permissions(by),
        owed=office.spoken.owed(by),
        notices=office.notices.owed_lines(by),
        now=office.desk.now,
    )


def read_one(office: Office, by: Actor, subject: PostId) -> Opened:
    """Read one post, or one question.

    Raises:
        KnownError: if it isn't there.
    """
    if subject.startswith(_QUESTION):
        return Opened(question=office.questions.sheet(by, subject.removeprefix(_QUESTION)))
    sheet = office.sheets.sheet(by, subject)
    elsewhere = sheet.draft.stage is PostStage.SUBMITTED and bool(sheet.blockers)
    yes = office.spoken.sheet(by, subject) if elsewhere else None
    about, changed = office.questions.about(by, subject), office.approvals.changed_since(by, subject)
    return Opened(sheet, about=about, changed=changed, yes=yes)
