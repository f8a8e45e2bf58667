"""A card that was opened by mistake is closed without anybody being told, by few and soon."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.cases import MISTAKE_PART, About, Case, CaseId, Opening, mistake_blockers
from smadmin.domain.errors import NotAllowed
from smadmin.domain.escalations import Trouble
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.cases import Cases
from tests.afterwards import out, take_down
from tests.direct import make_direct
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road

WHY = {"why": "I only wanted to read it"}


def cases_at(folder: Path) -> tuple[Road, Cases]:
    road = make_road(folder, policy="wichita-ks")
    return road, Cases(road.school.desk, road.reader, road.proof)


def said(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [one.message.id for one in refused.value.reasons]


def test_who_opened_a_card_by_mistake_or_the_office_closes_it_with_a_sentence(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo = road.by("bo")
    own, other = cases.open(bo, Opening(Trouble.THREAT)).value, cases.open(bo, Opening(Trouble.MEDIA)).value

    with pytest.raises(NotAllowed) as refused:
        cases.close_mistake(bo, own, "  ")
    assert said(refused) == ["cases.mistake-why"]
    with pytest.raises(NotAllowed) as refused:
        cases.close_mistake(road.by("ana"), own, "Not mine")
    assert said(refused) == ["cases.mistake-whose"]
    cases.close_mistake(bo, own, " I only wanted\nto read it ")
    cases.close_mistake(road.by("pat"), other, "Nobody had asked anything")

    assert cases.waiting(bo) == ()
    assert {one.case.mistake for one in cases.all(bo)} == {WHY["why"], "Nobody had asked anything"}


@pytest.mark.demand("WIC-G5")
def test_suspected_abuse_is_no_mistake(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo = road.by("bo")
    case = cases.open(bo, Opening(Trouble.ABUSE)).value

    with pytest.raises(NotAllowed) as refused:
        cases.close_mistake(bo, case, WHY["why"])
    assert said(refused) == ["cases.mistake-abuse"]
    sign_row(road, bo, Act.CLOSE_CASE, Noun.CASES, case, **{MISTAKE_PART: WHY})

    assert [one.id for one in cases.waiting(bo)] == [case]


def test_a_row_of_somebody_else_closes_nothing(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    case = cases.open(road.by("bo"), Opening(Trouble.THREAT)).value
    sign_row(road, road.by("ana"), Act.CLOSE_CASE, Noun.CASES, case, **{MISTAKE_PART: WHY})
    sign_row(road, road.by("bo"), Act.CLOSE_CASE, Noun.CASES, case, **{MISTAKE_PART: {}})
    sign_row(road, road.by("bo"), Act.CLOSE_CASE, Noun.CASES, case, **{MISTAKE_PART: {"why": " "}})

    assert [one.id for one in cases.waiting(road.by("bo"))] == [case]


def test_after_a_day_somebody_is_told_instead(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), road.school.desk.now
    case = Case(CaseId("case"), Opening(Trouble.THREAT), bo.person, now)
    day = timedelta(days=1)

    assert mistake_blockers(case, bo.person, (), now + day) == ()
    late = mistake_blockers(case, bo.person, (), now + day + timedelta(seconds=1))
    assert [one.message.id for one in late] == ["cases.mistake-late"]
    assert mistake_blockers(case, None, (), now) != ()
    assert cases.waiting(bo) == ()


@pytest.mark.demand("BLO-IV-D2")
def test_a_child_s_card_is_no_mistake_while_its_post_is_out(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, road = out(direct), direct.road
    assert publication.post is not None
    cases, ana = Cases(road.school.desk, road.reader, road.proof), road.by("ana")
    case = cases.open(ana, Opening(Trouble.CHILD_OUT, About.POST, publication.post)).value

    with pytest.raises(NotAllowed) as refused:
        cases.close_mistake(ana, case, WHY["why"])
    assert said(refused) == ["cases.still-out"]
    take_down(direct, publication)
    cases.close_mistake(ana, case, WHY["why"])

    assert cases.waiting(ana) == ()
