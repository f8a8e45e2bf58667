"""Comments as the record has them: rows of another hand or shape count for nothing."""

from pathlib import Path

import pytest

from smadmin.domain.comments import CommentKind
from smadmin.domain.people import Role
from tests.commented import commented
from tests.faults.forgeries import sign_row


def test_rows_that_say_nothing_or_come_from_the_wrong_hand_count_for_nothing(tmp_path: Path) -> None:
    school = commented(tmp_path)
    ana, comment = school.road.by("ana"), school.enter(CommentKind.CRITICISM)
    school.desk.seek_advice(ana, comment, Role.PRINCIPAL, "What do we say?")

    sign_row(school.road, ana, "enter-comment", "comments", "x", comment={"text": "?"})
    sign_row(
        school.road, school.road.by("cem"), "give-advice", "comments", comment, advice={"sentence": "No."}
    )
    sign_row(school.road, ana, "close-comment", "comments", comment, closed={"why": "bored"})

    (sheet,) = school.views.look(ana).comments
    assert (sheet.comment.id, sheet.comment.open) == (comment, True)
    assert sheet.comment.advice is not None
    assert sheet.comment.advice.waits


@pytest.mark.demand("BLO-A7")
def test_nobody_is_asked_for_advice_by_themselves_nor_gives_it(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.road.school.admit("dee", "Dee Lowe", {Role.DEPUTY}, by="pat")
    pat, comment = school.road.by("pat"), school.enter(CommentKind.CRITICISM)
    school.desk.seek_advice(pat, comment, Role.PRINCIPAL, "What do we say?")
    assert (school.seen(comment, "pat").advises, school.seen(comment, "dee").advises) == (False, True)

    sign_row(school.road, pat, "give-advice", "comments", comment, advice={"sentence": "Nothing."})

    advice = school.seen(comment).comment.advice
    assert advice is not None
    assert advice.waits
