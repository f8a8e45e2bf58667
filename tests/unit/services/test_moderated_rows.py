"""Rows of another program about removals: what nobody rightly began takes no comment away."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import NotAllowed
from smadmin.domain.moderating import (
    DONE_PART,
    KEPT_PART,
    MEASURE_PART,
    Measure,
    Stage,
    Way,
    Wish,
    kept_plain,
    measure_plain,
)
from smadmin.domain.people import Role
from smadmin.domain.policy.values import Removal
from smadmin.domain.vocabulary import Act, Noun
from tests.faults.forgeries import sign_row
from tests.unit.services.test_moderating import SPAM, Moderated, refused


def ground(school: Moderated, kind: str = "spam") -> Removal:
    found = school.views.look(school.school.road.by("ana")).grounds
    return next(one for one in found if one.kind == kind)


def begun(school: Moderated, kind: str = "spam", **forged: Plain) -> dict[str, Plain]:
    """Give the parts of a row that begins, as its program would sign them, some of it forged."""
    wish = Wish(Measure.REMOVAL, kind, viewpoint=False, way=Way.HIDE)
    told = measure_plain(wish, ground(school, kind), school.school.road.x, pictured=False)
    return {KEPT_PART: kept_plain(school.school.form(), None), MEASURE_PART: {**told, **forged}}


def sign(school: Moderated, act: Act, by: str = "ana", parts: dict[str, Plain] | None = None) -> None:
    sign_row(
        school.school.road, school.school.road.by(by), act, Noun.COMMENTS, school.comment, **(parts or {})
    )


def gone(school: Moderated) -> bool:
    return not school.school.seen(school.comment).comment.open


@pytest.mark.demand("YEL-U2")
@pytest.mark.demand("BAL-B1f3")
def test_a_comment_stays_on_the_desk_that_nobody_rightly_began_to_remove(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    done: dict[str, Plain] = {DONE_PART: {"way": "delete"}}
    sign(school, Act.COMMENT_GONE, parts=done)
    assert not gone(school)

    sign(school, Act.REMOVE_COMMENT, parts=begun(school, viewpoint=True))
    sign(school, Act.COMMENT_GONE, parts=done)
    assert not gone(school)

    unkept = begun(school)
    unkept.pop(KEPT_PART)
    sign(school, Act.REMOVE_COMMENT, parts=unkept)
    sign(school, Act.COMMENT_GONE, parts=done)
    assert not gone(school)
    assert school.views.look(school.school.road.by("ana")).sheets == ()

    sign(school, Act.REMOVE_COMMENT, parts=begun(school))
    sign(school, Act.COMMENT_GONE, parts=done)
    assert gone(school)
    assert school.sheet().one.stage is Stage.DONE


def test_the_second_person_has_a_say_for_that_account(tmp_path: Path) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn")
    road = school.school.road
    road.school.admit("eve", "Eve Rios", {Role.REVIEWER}, by="pat")
    road.school.designate("eve", road.facebook)
    sign(school, Act.REMOVE_COMMENT, parts=begun(school, "off-topic"))

    sign(school, Act.AGREE_REMOVAL, by="eve")
    assert school.sheet().one.stage is Stage.ASKED

    road.school.designate("eve", road.x)
    sign(school, Act.AGREE_REMOVAL, by="eve")
    assert school.sheet().one.stage is Stage.READY


def test_nobody_changes_what_a_second_person_reads(tmp_path: Path) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn")
    ana, form = school.school.road.by("ana"), school.school.form()
    school.ask(replace(SPAM, kind="off-topic", words="It is about taxes."))

    with pytest.raises(NotAllowed) as refusal:
        school.school.desk.change(ana, school.comment, replace(form, text="Other words"))
    assert refused(refusal) == ["comments.being-removed"]

    school.deeds.spare(ana, school.comment, Measure.REMOVAL)
    school.school.desk.change(ana, school.comment, replace(form, text="Other words"))


def test_a_comment_is_gone_from_when_it_rightly_went(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    done: dict[str, Plain] = {DONE_PART: {"way": "delete"}}
    sign(school, Act.COMMENT_GONE, parts=done)
    school.school.pass_days(1)
    sign(school, Act.REMOVE_COMMENT, parts=begun(school))
    sign(school, Act.COMMENT_GONE, parts=done)

    assert school.school.seen(school.comment).comment.removed_at == school.sheet().one.done_at


def test_whoever_has_no_say_for_the_account_spares_nobody(tmp_path: Path) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn")
    road = school.school.road
    road.school.admit("eve", "Eve Rios", {Role.REVIEWER}, by="pat")
    road.school.designate("eve", road.facebook)
    school.ask(replace(SPAM, kind="off-topic", words="It is about taxes."))

    with pytest.raises(NotAllowed) as refusal:
        school.deeds.spare(road.by("eve"), school.comment, Measure.REMOVAL)

    assert refused(refusal) == ["comments.not-yours"]
    assert school.sheet().one.under_way


@pytest.mark.demand("BLO-R3")
def test_a_row_that_says_no_second_person_is_needed_is_held_to_the_policy(tmp_path: Path) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn")
    sign(school, Act.REMOVE_COMMENT, parts=begun(school, "off-topic", second=False))

    with pytest.raises(NotAllowed) as refusal:
        school.done()
    assert refused(refusal) == ["moderating.second-anew"]
