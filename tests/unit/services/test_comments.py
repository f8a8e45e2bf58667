"""Comments that somebody found: entered, answered, handed on for advice, closed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.comments import ClosedAs, CommentId, CommentKind
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import ReplyKind
from smadmin.domain.rounds import Spot
from tests.commented import Commented, commented


def places(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str | None]:
    return [one.place for one in refused.value.reasons]


def wording(school: Commented, kind: ReplyKind, fill: str) -> str:
    reply = school.views.look(school.road.by("ana")).rules.reply(kind)
    assert reply is not None
    before, _, rest = reply.told.said("en").partition("\u2039")
    return before + fill + rest.partition("\u203a")[2]


@pytest.mark.demand("BAL-B1e2")
def test_a_question_is_entered_shows_its_due_day_and_is_answered(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="baltimore-city-md")
    question = school.enter()

    sheet = school.seen(question)
    assert (sheet.due_on, sheet.late_days) == (school.now.date() + timedelta(days=2), 0)
    assert (sheet.comment.form.author, sheet.name(sheet.comment.by)) == ("A parent", "Bo Lindqvist")
    assert (school.due("ana"), school.due("bo")) == ([question], [question])
    school.pass_days(4)
    assert school.seen(question).late_days == 2

    with pytest.raises(NotAllowed):
        school.desk.answer(school.road.by("bo"), question, "At 6 p.m.")  # a reviewer doesn't speak for it
    school.desk.answer(school.road.by("ana"), question, "At 6 p.m. in the gym.")

    done = school.seen(question).comment
    assert done.reply is not None
    assert (done.reply.text, done.open, school.due("ana")) == ("At 6 p.m. in the gym.", False, [])
    with pytest.raises(NotAllowed):
        school.desk.answer(school.road.by("ana"), question, "Again.")
    school.pass_days(31)
    assert school.views.look(school.road.by("ana")).comments == ()


def test_an_answer_is_read_as_a_post_is_and_what_the_policy_blocks_is_refused(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="baltimore-city-md")
    question, ana = school.enter(), school.road.by("ana")
    text = "You are full of shit. Vote for Smith for mayor on Tuesday!"

    findings = school.views.read(ana, school.seen(question).comment, text)

    assert findings
    assert school.views.read(ana, school.seen(question).comment, " ") == ()
    with pytest.raises(NotAllowed) as refused:
        school.desk.answer(ana, question, text)
    assert set(places(refused)) == {"reply"}


@pytest.mark.demand("BLO-A7")
@pytest.mark.demand("SOC-O6")
def test_criticism_waits_for_advice_a_calm_hour_or_a_proposal_to_meet(tmp_path: Path) -> None:
    school = commented(tmp_path)
    ana, text = school.road.by("ana"), "We are looking into it."
    first, second, third = (school.enter(CommentKind.CRITICISM, "Shame!") for _ in range(3))
    with pytest.raises(NotAllowed) as refused:
        school.desk.answer(ana, first, text)
    assert refused.value.reasons[0].message.id == "comments.in-haste"

    school.desk.seek_advice(ana, first, Role.PRINCIPAL, "What do we say?")
    assert (first in school.due("pat"), school.seen(first, "pat").advises) == (True, True)
    assert not school.seen(first, "cem").advises
    with pytest.raises(NotAllowed):
        school.desk.advise(school.road.by("cem"), first, "Say this.")
    school.desk.advise(school.road.by("pat"), first, "Thank them and look into it.")
    told = school.seen(first)
    assert told.comment.advice is not None
    assert (told.comment.advice.sentence, told.name(told.comment.advice.said_by)) == (
        "Thank them and look into it.",
        "Pat Winters",
    )
    school.desk.answer(ana, first, text)

    school.desk.answer(ana, second, wording(school, ReplyKind.MEETING, "952-681-6400"))
    assert school.seen(third).calm_from is not None
    school.pass_days(0.2)
    assert school.seen(third).calm_from is None
    school.desk.answer(school.road.by("ana"), third, text)


@pytest.mark.demand("BLO-R2")
def test_a_personal_matter_is_taken_to_an_e_mail_address(tmp_path: Path) -> None:
    school = commented(tmp_path)
    personal = school.enter(CommentKind.PERSONAL, "Why was my son sent home?")
    answer = wording(school, ReplyKind.WRITE, "office@isd271.org")

    school.desk.answer(school.road.by("ana"), personal, answer)

    reply = school.seen(personal).comment.reply
    assert reply is not None
    assert "write to us at office@isd271.org" in reply.text


@pytest.mark.demand("WIC-G10")
def test_a_mistake_is_put_right_and_its_source_asked_for(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="wichita-ks")
    mistake = school.enter(CommentKind.MISTAKE, "The school closes in May.")
    answer = wording(school, ReplyKind.SOURCE, "classes go on until June 12")

    school.desk.answer(school.road.by("ana"), mistake, answer)

    reply = school.seen(mistake).comment.reply
    assert reply is not None
    assert "where you read otherwise" in reply.text


@pytest.mark.demand("SOC-R1")
def test_a_students_message_gets_the_set_text_and_nothing_else(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="socorro-tx")
    form = replace(school.form(CommentKind.STUDENT, ""), spot=Spot.MESSAGES, author="")
    message = school.desk.enter(school.road.by("bo"), form).value
    with pytest.raises(NotAllowed) as refused:
        school.desk.answer(school.road.by("ana"), message, "Sure, see you tomorrow!")
    assert refused.value.reasons[0].citation == "SOC-R1"

    set_text = school.views.look(school.road.by("ana")).rules.reply(ReplyKind.STUDENT)
    assert set_text is not None
    school.desk.answer(school.road.by("ana"), message, set_text.told.said("es"))

    assert not school.seen(message).comment.open


def test_what_was_entered_wrong_is_put_right_and_what_needs_no_answer_is_closed(tmp_path: Path) -> None:
    school = commented(tmp_path)
    bo, comment = school.road.by("bo"), school.enter()
    with pytest.raises(NotAllowed) as refused:
        school.desk.change(bo, comment, school.form(text=" "))
    assert places(refused) == ["text"]

    school.desk.change(bo, comment, school.form(CommentKind.OTHER, "Lovely!"))
    assert school.seen(comment).comment.form.text == "Lovely!"
    school.desk.close(bo, comment, ClosedAs.NONE_NEEDED)

    closed = school.seen(comment).comment.closed
    assert closed is not None
    assert closed.why is ClosedAs.NONE_NEEDED
    with pytest.raises(NotAllowed):
        school.desk.close(bo, comment, ClosedAs.IN_DOUBT)
    school.desk.reopen(bo, comment)
    assert (school.seen(comment).comment.open, school.due("bo")) == (True, [comment])
    with pytest.raises(NotAllowed):
        school.desk.reopen(bo, comment)
    school.desk.close(bo, comment, ClosedAs.IN_DOUBT)
    with pytest.raises(NotAllowed):
        school.desk.change(bo, comment, school.form())
    with pytest.raises(KnownError):
        school.desk.close(bo, CommentId("gone"), ClosedAs.IN_DOUBT)
