"""What was asked about a post and what was answered, as lines of words, for several screens. Pure, no Qt."""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.messages import Message, say
from smadmin.services.questions import QuestionSheet
from smadmin.ui.theme import State
from smadmin.ui.wording import age


@dataclass(frozen=True)
class AskedLine:
    """A state and its sentence."""

    state: State
    said: Message


def asked_lines(sheets: tuple[QuestionSheet, ...], now: datetime) -> tuple[AskedLine, ...]:
    """Word what was asked about a post, oldest first, each question with its answer.

    Args:
        sheets: from `Questions.about`.
        now: UTC, from the clock.
    """
    lines = []
    for one in sheets:
        question = one.question
        asked = say("questionui.asked", name=one.asked_by, sentence=question.sentence)
        lines.append(AskedLine(State.NOTE, asked))
        answer = question.answer
        if answer is None:
            lines.append(AskedLine(State.WAITS, say("questionui.no-answer", ago=age(question.at, now))))
            continue
        told = say("questionui.answered", name=one.answered_by, sentence=answer.sentence)
        lines.append(AskedLine(State.FINE, told))
        if one.changed:
            lines.append(AskedLine(State.DOUBT, say("questionui.changed-since")))
    return tuple(lines)
