"""The crisis hold: one row stops everything queued but notices; one row of who may ends it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PublicationId
from smadmin.domain.people import Role
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.publications import Publication
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.notices import Notices
from tests.direct import Direct, make_direct
from tests.road import Road

WHY = "A storm is coming."
MOST_ASKED = 60
"""Questions to the store a press may cost: each is a fraction of a millisecond."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    """One school for all tests that leave it as it was: founding it takes longer than they do."""
    return founded(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def fresh(tmp_path: Path) -> Direct:
    return founded(tmp_path)


@pytest.fixture
def direct(shared: Direct) -> Iterator[Direct]:
    yield shared
    crises, cem = crises_of(shared.road), shared.road.by("cem")
    if crises.now(cem) is not None:
        crises.go_on(cem, WHY)


@pytest.fixture
def crises(direct: Direct) -> Crises:
    return crises_of(direct.road)


def founded(folder: Path) -> Direct:
    made = make_direct(folder, blogs=2)
    made.road.school.admit("dot", "Dot Marsh", {Role.DEPUTY}, by="pat")
    return made


def crises_of(road: Road) -> Crises:
    return Crises(road.school.desk, road.proof)


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def out(direct: Direct) -> set[str]:
    """Give the keys of what the platform was handed."""
    return {one.sent.key for one in direct.platform.kept}


def rows(road: Road) -> list[str]:
    with road.school.desk.look() as unit:
        return [row.act for row in unit.record.about(Noun.CRISES, road.school.id)]


def reasons(direct: Direct, publication: Publication) -> list[str]:
    """Give what the last gate says."""
    assert publication.post is not None
    found = direct.road.publications.blockers(direct.road.by("ana"), publication.post, publication.account)
    return [one.message.id for one in found]


@pytest.mark.parametrize("who", ["pat", "dot", "cem"])
def test_one_press_stops_everything_queued_and_its_end_lets_it_go_on(
    direct: Direct, crises: Crises, who: str
) -> None:
    by = direct.road.by
    queued = [direct.intended(direct.released(blog), blog) for blog in direct.blogs]

    before = len(rows(direct.road))
    crises.hold(by(who))

    assert [direct.go(one).decision.next for one in queued] == [Next.HOLD, Next.HOLD]
    assert all(reasons(direct, one) == ["crisis.stopped"] for one in queued)
    assert {one.id for one in queued}.isdisjoint(out(direct))
    ends = "cem" if who == "cem" else "pat"
    crises.go_on(by(ends), WHY)
    assert [direct.go(one).decision.next for one in queued] == [Next.DONE, Next.DONE]
    assert {one.id for one in queued} <= out(direct)
    assert rows(direct.road)[before:] == ["hold", "go-on"]


def test_nothing_begins_while_everything_is_stopped_nor_by_hand(
    direct: Direct, crises: Crises, tmp_path: Path
) -> None:
    road = direct.road
    post = road.released(accounts=(road.x, road.facebook))
    begun = road.publications.intend(road.by("ana"), post, road.x).value
    crises.hold(road.by("pat"))

    with pytest.raises(NotAllowed) as handed:
        road.publications.hand_out(road.by("ana"), begun, folder=tmp_path / "out", handle="lincoln_es")
    with pytest.raises(NotAllowed) as intended:
        road.publications.intend(road.by("ana"), post, road.facebook)

    assert why(handed) == why(intended) == ["crisis.stopped"]


def test_a_notice_signed_in_advance_goes_out_all_the_same(direct: Direct, crises: Crises) -> None:
    road, days = direct.road, road_days(direct.road)
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    ana = road.school.people["ana"]
    notices.sign(
        road.by("pat"),
        "School is closed today.",
        kind=NoticeKind.CLOSURE,
        people=(ana,),
        accounts=direct.blogs[:1],
        days=days,
    )
    line = notices.sheet(road.by("ana")).lines[0]
    crises.hold(road.by("pat"))

    sent = notices.send(road.by("ana"), line.text, {}).value
    standing = direct.go(direct.intended(sent))

    assert standing.decision.next is Next.DONE
    assert direct.platform.kept[-1].sent.text == "School is closed today."


def road_days(road: Road) -> tuple[date, date]:
    today = road.school.clock.now().date()
    return today, today + timedelta(days=30)


def test_pressed_twice_it_is_one_row_and_communications_makes_it_theirs(
    direct: Direct, crises: Crises
) -> None:
    by = direct.road.by
    before = len(rows(direct.road))
    assert crises.hold(by("dot"))
    assert not crises.hold(by("pat"))
    assert len(rows(direct.road)) == before + 1
    crises.hold(by("cem"))

    with pytest.raises(NotAllowed) as refused:
        crises.go_on(by("pat"), WHY)
    assert why(refused) == ["crisis.district"]
    crises.go_on(by("cem"), WHY)

    assert crises.now(by("pat")) is None


@pytest.mark.parametrize(
    ("who", "deed", "refused"),
    [
        ("ana", lambda one, by: one.hold(by), "crisis.pressed-by"),
        ("bo", lambda one, by: one.hold(by), "crisis.pressed-by"),
        ("ana", lambda one, by: one.go_on(by, WHY), "crisis.ends-by"),
        ("dot", lambda one, by: one.go_on(by, WHY), "crisis.ends-by"),
        ("ana", lambda one, by: one.say_why(by, WHY), "crisis.pressed-by"),
        ("pat", lambda one, by: one.go_on(by, " "), "powers.reason-missing"),
    ],
)
def test_who_may_not_is_refused(
    direct: Direct, crises: Crises, who: str, deed: Callable[..., object], refused: str
) -> None:
    if refused != "crisis.pressed-by" or who != "ana" or not crises.now(direct.road.by("pat")):
        crises.hold(direct.road.by("pat"))

    with pytest.raises(NotAllowed) as why_not:
        deed(crises, direct.road.by(who))

    assert why(why_not) == [refused]
    assert crises.now(direct.road.by("ana")) is not None


def test_the_reason_is_said_afterwards_and_read_by_everybody(direct: Direct, crises: Crises) -> None:
    by = direct.road.by
    with pytest.raises(NotAllowed) as refused:
        crises.say_why(by("pat"), WHY)
    assert why(refused) == ["crisis.nothing-stopped"]

    crises.hold(by("dot"))
    crises.say_why(by("pat"), f" {WHY} ")

    crisis = crises.now(by("ana"))
    assert crisis is not None
    assert (crisis.by, crisis.why, crisis.district) == ("Dot Marsh", WHY, False)


def test_what_left_before_and_what_lies_with_somebody_is_said(fresh: Direct, tmp_path: Path) -> None:
    direct, crises = fresh, crises_of(fresh.road)
    road = direct.road
    direct.go(direct.intended(direct.released()))  # out a moment ago
    road.handed_out(road.released(), tmp_path / "out")
    direct.intended(direct.released(direct.blogs[1]), direct.blogs[1])
    assert crises.sheet(road.by("ana")) is None
    crises.hold(road.by("pat"))

    sheet = crises.sheet(road.by("ana"))

    assert sheet is not None
    assert (sheet.stopped, sheet.notices, sheet.leaving) == (1, 0, ())
    assert [one.by for one in sheet.by_hand] == ["Ana Brooks"]
    assert [bool(one.link) for one in sheet.out] == [True]
    assert len(sheet.accounts) == 4
    assert not sheet.may_say_why
    assert [one.message.id for one in sheet.may_end] == ["crisis.ends-by"]


def test_a_press_does_the_same_work_however_much_is_queued(fresh: Direct) -> None:
    direct, crises = fresh, crises_of(fresh.road)
    road, by = direct.road, direct.road.by
    one = direct.intended(direct.released())
    crises.hold(by("pat"))
    crises.go_on(by("pat"), WHY)
    crises.now(by("pat"))
    alone = asked_of(road, lambda: crises.hold(by("pat")))
    crises.go_on(by("pat"), WHY)
    with road.school.desk.deed(by("ana")) as deed:
        for number in range(1_000):
            another = PublicationId(f"0199c82c-c01b-7000-9000-{number:012d}")
            deed.unit.publications.add(replace(one, id=another))
            if number % 100 == 0:
                deed.record(Act.INTEND, Noun.PUBLICATIONS, another, parts={"account": one.account})
    crises.now(by("pat"))

    among_many = asked_of(road, lambda: crises.hold(by("pat")))

    assert among_many == alone
    assert len(alone) < MOST_ASKED


def asked_of(road: Road, do: Callable[[], object]) -> list[str]:
    """Give what the store is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    engine = road.school.store._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return asked
