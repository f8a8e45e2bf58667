"""A question that somebody asked first: the post as it stood then, the question, the line that answers."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.accounts import Account
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Picture
from smadmin.services.questions import QuestionSheet
from smadmin.ui.approvals.lines import Line, PictureLine
from smadmin.ui.approvals.queue import QueueRow, platforms
from smadmin.ui.approvals.reading import ReadingCard
from smadmin.ui.approvals.seen import subject_of
from smadmin.ui.approvals.sheet import voices
from smadmin.ui.cards import Card
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.sides import Sides
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording, age

_LEAST_BESIDE_PX = 640


@dataclass(frozen=True)
class AskedModel:
    """A question that is open.

    Args:
        note: what became of the post since; None where nothing did.
    """

    post: PostId
    accounts: tuple[Account, ...]
    voices: tuple[tuple[str, tuple[Account, ...]], ...]
    pictures: tuple[PictureLine, ...]
    heading: Message
    sentence: str
    note: Message | None
    name: str
    topic: str = ""


def asked_model(sheet: QuestionSheet) -> AskedModel:
    """Word a question."""
    content = sheet.question.content
    return AskedModel(
        post=subject_of(sheet),
        accounts=sheet.accounts,
        voices=voices(content, sheet.accounts),
        pictures=tuple(_picture(number, *one) for number, one in enumerate(sheet.pictures, 1)),
        heading=say("questionui.asks", name=sheet.asked_by),
        sentence=sheet.question.sentence,
        note=say("questionui.changed-since") if sheet.changed else None,
        name=sheet.asked_by,
    )


def asked_row(sheet: QuestionSheet, now: datetime) -> QueueRow:
    """Word a question's line in the list."""
    who = say("questionui.row-who", name=sheet.asked_by, accounts=platforms(sheet.accounts))
    return QueueRow(
        post=subject_of(sheet),
        words=" ".join(sheet.question.sentence.split()),
        who=who,
        since=age(sheet.question.at, now),
        state=State.WAITS,
        chip=say("questionui.row-chip"),
        why=None,
        mine=True,
    )


def _picture(number: int, picture: Picture, photo: Photo | None) -> PictureLine:
    if photo is None:
        looked = Line(State.STOP, say("approvalui.picture-gone"))
    elif photo.first is None:
        looked = Line(State.WAITS, say("questionui.picture-open"))
    else:
        looked = Line(State.NOTE, say("questionui.picture-looked"))
    return PictureLine(photo, number, picture.alt, looked)


class AskedPage(QWidget):
    """The page. `answered` carries the answer."""

    answered = Signal(str)

    def __init__(self, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None) -> None:
        """Begin without a question."""
        super().__init__(parent)
        self._words = words
        self.model: AskedModel | None = None
        self.reading = ReadingCard(words, pictures)
        self._card = Card(words.say("questionui.unsure"))
        self.form = SentenceForm(
            SentenceWords(
                unfold=words.say("questionui.answer-ask"),
                ask=words.say("questionui.answer-hint"),
                hint="",
                do=words.say("questionui.answer-do"),
                fold=words.say("questionui.leave"),
                first=words.say("questions.sentence-missing"),
            )
        )
        self.form.given.connect(self.answered)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_PX + 4)
        rows.addWidget(self._card)
        rows.addWidget(self.form)
        rows.addStretch(1)
        left = QWidget()
        reading = QVBoxLayout(left)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.addWidget(self.reading)
        reading.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, right, shares=(6, 5), least_px=_LEAST_BESIDE_PX))
        column.addStretch(1)

    def show_model(self, model: AskedModel) -> None:
        """Show a question; what was typed about the same one stays."""
        if self.model is None or model.post != self.model.post:
            self.form.rest()
        self.model = model
        words = self._words
        self.reading.show_model(model)
        self._card.clear()
        self._card.heading.show_text(words(model.heading))
        self._card.body.addWidget(PlainLabel(model.sentence, kind=TextKind.WRITING))
        if model.note is not None:
            self._card.body.addWidget(StateLine(State.DOUBT, words(model.note)))
        self._card.body.addWidget(PlainLabel(words.say("questionui.as-it-stood"), kind=TextKind.NOTE))

    def rest(self) -> None:
        """Forget what was typed: it is answered."""
        self.form.rest()
