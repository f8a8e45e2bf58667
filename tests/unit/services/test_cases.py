"""Cards for emergencies, from opening to closing, in the record alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.cases import About, CaseId, Opening
from smadmin.domain.comments import CommentId
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.escalations import Telling, Trouble, Whom
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.cases import Cases
from smadmin.services.clearing import Clearing
from smadmin.services.escalations import Escalations
from tests.afterwards import out, removals_of, take_down
from tests.commented import commented
from tests.direct import make_direct
from tests.faults.forgeries import sign_row, sql
from tests.road import Road, make_road


def cases_at(folder: Path, policy: str = "wichita-ks") -> tuple[Road, Cases]:
    road = make_road(folder, policy=policy)
    return road, Cases(road.school.desk, road.reader, road.proof)


@pytest.mark.demand("BAL-E1")
@pytest.mark.demand("WIC-G6")
def test_a_threat_is_told_and_closed_by_any_of_the_staff(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), Escalations(road.school.desk, road.reader, road.proof).help(road.by("bo")).now
    case = cases.open(bo, Opening(Trouble.THREAT, About.COMMENT, "a comment")).value
    assert cases.open(road.by("ana"), Opening(Trouble.THREAT, About.COMMENT, "a comment")).value == case

    with pytest.raises(NotAllowed):
        cases.close(bo, case)
    cases.tell(bo, case, Telling(Trouble.THREAT, Whom.OFFICE, now, "Safety services"))
    with pytest.raises(NotAllowed):
        cases.tell(bo, case, Telling(Trouble.THREAT, Whom.POLICE, now + timedelta(minutes=1)))
    assert [one.message.id for one in cases.all(bo)[0].blockers] == ["cases.threat-first"]
    cases.tell(road.by("ana"), case, Telling(Trouble.THREAT, Whom.PRINCIPAL, now))
    assert [one.id for one in cases.waiting(road.by("pat"))] == [case]
    cases.close(bo, case)

    (sheet,) = cases.all(bo)
    assert (sheet.by, sheet.told_by, sheet.case.open) == (
        "Bo Lindqvist",
        ("Bo Lindqvist", "Ana Brooks"),
        False,
    )
    assert cases.waiting(bo) == ()
    with pytest.raises(NotAllowed):
        cases.tell(bo, case, Telling(Trouble.THREAT, Whom.POLICE, now))
    with pytest.raises(KnownError):
        cases.close(bo, CaseId("no case"))


@pytest.mark.demand("WIC-G5")
def test_suspected_abuse_stays_open_until_it_is_reported(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), Escalations(road.school.desk, road.reader, road.proof).help(road.by("bo")).now
    case = cases.open(bo, Opening(Trouble.ABUSE)).value
    cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.PRINCIPAL, now))

    with pytest.raises(NotAllowed):
        cases.close(bo, case)
    cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.CHILD_PROTECTION, now))
    cases.close(bo, case)

    assert cases.waiting(bo) == ()


def test_what_was_told_long_before_was_another_matter(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), Escalations(road.school.desk, road.reader, road.proof).help(road.by("bo")).now
    case = cases.open(bo, Opening(Trouble.ABUSE)).value

    with pytest.raises(NotAllowed) as refused:
        cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.POLICE, now - timedelta(days=8)))
    assert [one.message.id for one in refused.value.reasons] == ["cases.told-long-before"]
    cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.POLICE, now - timedelta(days=3)))
    cases.close(bo, case)


def test_a_telling_belongs_to_its_case_whatever_card_it_names(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), Escalations(road.school.desk, road.reader, road.proof).help(road.by("bo")).now
    case = cases.open(bo, Opening(Trouble.MEDIA)).value

    cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.COMMUNICATIONS, now))

    assert cases.all(bo)[0].case.told[0].telling.trouble is Trouble.MEDIA


@pytest.mark.demand("BLO-IV-D2")
def test_a_child_s_case_stays_open_while_its_post_is_out(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, road = out(direct), direct.road
    assert publication.post is not None
    cases, ana = Cases(road.school.desk, road.reader, road.proof), road.by("ana")
    now = Escalations(road.school.desk, road.reader, road.proof).help(ana).now
    case = cases.open(ana, Opening(Trouble.CHILD_OUT, About.POST, publication.post)).value
    cases.tell(ana, case, Telling(Trouble.CHILD_OUT, Whom.PRINCIPAL, now))

    with pytest.raises(NotAllowed):
        cases.close(ana, case)
    take_down(direct, publication)
    cases.close(ana, case)

    assert cases.waiting(ana) == ()


def test_a_row_that_says_nothing_of_the_kind_is_none(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    sign_row(road, road.by("bo"), Act.OPEN_CASE, Noun.CASES, "forged")
    sign_row(road, road.by("bo"), Act.CLOSE_CASE, Noun.CASES, "none")

    assert cases.all(road.by("bo")) == ()


@pytest.mark.demand("WIC-G5")
def test_a_row_closes_no_case_of_which_nobody_was_told_who_must_be(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    bo, now = road.by("bo"), Escalations(road.school.desk, road.reader, road.proof).help(road.by("bo")).now
    case = cases.open(bo, Opening(Trouble.ABUSE)).value

    sign_row(road, bo, Act.CLOSE_CASE, Noun.CASES, case)
    ahead = Telling(Trouble.ABUSE, Whom.POLICE, now + timedelta(days=400)).to_plain()
    sign_row(road, bo, Act.ESCALATE, Noun.CASES, case, told=ahead)
    sign_row(road, bo, Act.CLOSE_CASE, Noun.CASES, case)
    assert [one.id for one in cases.waiting(bo)] == [case]
    assert cases.all(bo)[0].case.told == ()

    cases.tell(bo, case, Telling(Trouble.ABUSE, Whom.POLICE, now))
    cases.close(bo, case)
    assert cases.waiting(bo) == ()


@pytest.mark.demand("BLO-IV-D2")
@pytest.mark.parametrize("forged", ["DELETE FROM publication", "UPDATE publication SET step = 'given-up'"])
def test_a_child_s_post_is_out_whatever_the_store_s_own_row_says(tmp_path: Path, forged: str) -> None:
    direct = make_direct(tmp_path)
    publication, road, ana = out(direct), direct.road, direct.road.by("ana")
    assert publication.post is not None
    cases = Cases(road.school.desk, road.reader, road.proof)
    now = Escalations(road.school.desk, road.reader, road.proof).help(ana).now
    case = cases.open(ana, Opening(Trouble.CHILD_OUT, About.POST, publication.post)).value
    cases.tell(ana, case, Telling(Trouble.CHILD_OUT, Whom.PRINCIPAL, now))

    sql(road, forged)
    with pytest.raises(NotAllowed):
        cases.close(ana, case)
    (line,) = Clearing(road.school.desk, road.proof, removals_of(direct)).sheet(ana, publication.post).lines
    assert line.publication.link == publication.link
    take_down(direct, line.publication)
    assert direct.platform.kept == []
    cases.close(ana, case)


@pytest.mark.demand("BAL-E1")
def test_a_comment_s_words_suggest_a_card_and_open_none(tmp_path: Path) -> None:
    desk = commented(tmp_path, policy="wichita-ks")
    road, ana = desk.road, desk.road.by("ana")
    cases = Cases(road.school.desk, road.reader, road.proof)
    threat = desk.enter(text="I will kill you at school tomorrow")
    fine = desk.enter(text="When does the book fair open?")

    assert cases.suggested(ana, threat) == (Trouble.THREAT,)
    assert cases.suggested(ana, fine) == ()
    assert cases.suggested(ana, CommentId("none")) == ()
    assert cases.all(ana) == ()


def test_what_goes_wrong_elsewhere_twice_is_two_cards(tmp_path: Path) -> None:
    road, cases = cases_at(tmp_path)
    first = cases.open(road.by("bo"), Opening(Trouble.MEDIA)).value

    assert cases.open(road.by("bo"), Opening(Trouble.MEDIA)).value != first
