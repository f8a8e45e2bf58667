"""Asking first: a writer asks the principal about a draft, is answered, and is told (BLO-A4).

Nothing waits for an answer but the writer: a post may be handed in meanwhile, and whoever releases it then
reads the question too. Everything is taken from the proven record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import WRITABLE, Picture, PostStage, opening
from smadmin.domain.questions import (
    ANSWER_PART,
    QUESTION_PART,
    Answer,
    Question,
    answer_blockers,
    ask_blockers,
    asked_of,
    question_plain,
)
from smadmin.domain.rounds import counted_day, weekdays
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.cadence import school_days
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts
from smadmin.storage.unit import Unit

_PAST = frozenset({PostStage.PUBLISHED, PostStage.DROPPED})
_BACK, _AHEAD = timedelta(days=400), timedelta(days=90)
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class QuestionSheet:
    """A question as somebody reads it.

    Args:
        asked_by, answered_by: names.
        accounts, pictures: of the post as it stood when it was asked about.
        changed: whether the post says something else by now.
        due_on: the school's day by which it has an answer, in `QuestionBrief` while it waits.
        late_days: by how many days that count it is late.
    """

    question: Question
    asked_by: str
    answered_by: str
    accounts: tuple[Account, ...]
    pictures: tuple[tuple[Picture, Photo | None], ...]
    changed: bool
    due_on: date | None = None
    late_days: int = 0

    @property
    def words(self) -> str:
        """The first words of the post."""
        return opening(self.question.content)


@dataclass(frozen=True)
class QuestionBrief:
    """What Today says of questions.

    Args:
        waiting: those that this person should answer, oldest first.
        answered: this person's own that were answered, while they still write on the post; newest first.
        asked: this person's own that wait for somebody's answer, oldest first.
    """

    waiting: tuple[QuestionSheet, ...] = ()
    answered: tuple[QuestionSheet, ...] = ()
    asked: tuple[QuestionSheet, ...] = ()


class Questions:
    """The questions of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._proof, self._reader = proof, reader
        self._facts = Facts(desk, reader)

    def ask(self, by: Actor, post: PostId, sentence: str) -> Done[str]:
        """Ask the principal about a draft as it is stored (a deed); gives the question's id.

        Raises:
            NotAllowed: for anybody but its author, once it is handed in, while a question about it waits,
                without a sentence, where nobody could answer.
        """
        with self._desk.deed(by) as deed:
            draft, asked = deed.unit.posts.get(post), questions_of(self._proof.now(deed.unit), post)
            waits = any(one.answer is None for one in asked)
            anybody = self._anybody(deed.unit, deed.trust, by)
            if reasons := ask_blockers(draft, by.person, sentence, waits=waits, anybody=anybody):
                raise NotAllowed(reasons)
            made = self._desk.ids.new()
            parts = {QUESTION_PART: question_plain(post, draft.content, sentence.strip())}
            deed.record(Act.ASK, Noun.QUESTIONS, made, parts=parts)
        return Done(made, _changes(made))

    def anybody(self, by: Actor) -> bool:
        """Tell whether the school has somebody else who could answer."""
        with self._desk.look(by) as unit:
            return self._anybody(unit, unit.trust.read(), by)

    def answer(self, by: Actor, question: str, sentence: str) -> Changes:
        """Answer a question (a deed); the record keeps it, and the writer is told on Today.

        Raises:
            NotAllowed: for anybody but principal and deputy, a second time, without a sentence.
            KnownError: if there is no such question.
        """
        with self._desk.deed(by) as deed:
            found = _one(self._proof.now(deed.unit), question)
            if reasons := answer_blockers(found, by.person, self._roles(deed), sentence):
                raise NotAllowed(reasons)
            parts = {ANSWER_PART: {"sentence": sentence.strip()}}
            deed.record(Act.ANSWER, Noun.QUESTIONS, question, parts=parts)
        return _changes(question)

    def waiting(self, by: Actor) -> tuple[QuestionSheet, ...]:
        """Give the questions that this person should answer, oldest first."""
        return self.brief(by).waiting

    def brief(self, by: Actor) -> QuestionBrief:
        """Say what waits for this person's answer, and which of their own questions were answered."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            office = self._facts.roles(unit, proven.trust, by.person, ()) & OFFICE
            waiting, answered, asked = [], [], []
            for one in all_questions(proven):
                draft = unit.posts.maybe(one.post)
                if draft is None or draft.stage in _PAST:
                    continue
                if one.answer is None and one.by == by.person:
                    asked.append(self._dated(unit, proven, one))
                elif one.answer is None and office:
                    waiting.append(self._dated(unit, proven, one))
                elif one.answer is not None and one.by == by.person and draft.stage in WRITABLE:
                    answered.append(_sheet(unit, proven, one))
            return QuestionBrief(tuple(waiting), tuple(reversed(answered)), tuple(asked))

    def sheet(self, by: Actor, question: str) -> QuestionSheet:
        """Give one question.

        Raises:
            KnownError: if there is none.
        """
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return _sheet(unit, proven, _one(proven, question))

    def about(self, by: Actor, post: PostId) -> tuple[QuestionSheet, ...]:
        """Give what was asked about a post, oldest first."""
        with self._desk.look(by) as unit:
            return sheets_about(unit, self._proof.now(unit), post)

    def _dated(self, unit: Unit, proven: Proven, question: Question) -> QuestionSheet:
        """Give a question with the day by which it has its answer: as soon as a visitor's has."""
        pack, today = self._reader.pack(unit), self._facts.today(unit)
        days = weekdays(school_days(unit, pack.cadence, today), today - _BACK, today + _AHEAD)
        due = counted_day(days, proven.trust.day_of(question.at), pack.comments.answer_days)
        return replace(_sheet(unit, proven, question), due_on=due, late_days=days.counted(due, today))

    def _anybody(self, unit: Unit, trust: Trust, by: Actor) -> bool:
        today = self._facts.today(unit)
        return any(one != by.person for role in OFFICE for one in trust.holders(role, today))

    def _roles(self, deed: Deed) -> frozenset[Role]:
        return self._facts.roles(deed.unit, deed.trust, deed.by.person, ())


def sheets_about(unit: Unit, proven: Proven, post: PostId) -> tuple[QuestionSheet, ...]:
    """Give what was asked about a post, with names, oldest first."""
    return tuple(_sheet(unit, proven, one) for one in questions_of(proven, post))


def questions_of(proven: Proven, post: PostId) -> tuple[Question, ...]:
    """Give what was asked about a post, as the record has it, oldest first."""
    return tuple(one for one in all_questions(proven) if one.post == post)


def all_questions(proven: Proven) -> Iterator[Question]:
    """Give every question of the record, oldest first, each with its first answer by who may give one."""
    asked: dict[str, Question] = {}
    for fact in proven.about(Noun.QUESTIONS):
        which = fact.body.id or ""
        if fact.body.act == Act.ASK and which not in asked:
            part = proven.part(fact, QUESTION_PART)
            try:
                post, content, sentence = asked_of(part or {})
            except _UNREADABLE:  # signed, and yet no question
                continue
            asked[which] = Question(which, post, fact.body.person, fact.moment, content, sentence, fact.seq)
        elif fact.body.act == Act.ANSWER and which in asked and asked[which].answer is None:
            told = (proven.part(fact, ANSWER_PART) or {}).get("sentence")
            if fact.roles & OFFICE and fact.body.person != asked[which].by and isinstance(told, str):
                answer = Answer(fact.body.person, fact.moment, told)
                asked[which] = replace(asked[which], answer=answer)
    return iter(asked.values())


def _one(proven: Proven, question: str) -> Question:
    found = next((one for one in all_questions(proven) if one.id == question), None)
    if found is None:
        raise KnownError(say("questions.gone"))
    return found


def _sheet(unit: Unit, proven: Proven, question: Question) -> QuestionSheet:
    content = question.content
    accounts = (unit.accounts.maybe(one) for one in content.accounts)
    draft = unit.posts.maybe(question.post)
    answered_by = None if question.answer is None else question.answer.by
    return QuestionSheet(
        question,
        asked_by=_name(proven, question.by),
        answered_by=_name(proven, answered_by),
        accounts=tuple(one for one in accounts if one is not None),
        pictures=tuple((one, unit.photos.maybe(one.photo)) for one in content.pictures),
        changed=draft is None or not question.same_words(draft.content),
    )


def _name(proven: Proven, person: PersonId | None) -> str:
    found = None if person is None else proven.trust.people.get(person)
    return "" if found is None else found.name


def _changes(question: str) -> Changes:
    return Changes.of("approvals", [question])
