"""Each account's strategy stands in the record, reminds, and hinders nobody (BAL-B1c1, BAL-D3)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.strategies import Strategy, Topic
from smadmin.services.notices import Notices
from smadmin.services.strategies import Strategies
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def strategies(road: Road) -> Strategies:
    return Strategies(road.school.desk, road.proof)


def meant(road: Road) -> Strategy:
    topics = (Topic("Winter fair", 20), Topic("Sports", 40))
    return Strategy("Families know", "Families", topics, road.school.people["ana"], 90, ("Newsletter",))


@pytest.mark.demand("BAL-B1c1")
def test_an_account_without_a_strategy_is_named_to_who_can_write_it(
    road: Road, strategies: Strategies
) -> None:
    assert set(strategies.missing(road.by("ana"))) == {road.x, road.facebook}
    assert strategies.missing(road.by("bo")) == ()

    strategies.write(road.by("ana"), road.x, meant(road))

    assert strategies.missing(road.by("ana")) == (road.facebook,)


def test_only_who_administers_an_account_is_reminded(road: Road, strategies: Strategies) -> None:
    assert set(strategies.owed(road.by("ana"))) == {road.x, road.facebook}
    assert strategies.missing(road.by("pat"))
    assert strategies.owed(road.by("pat")) == ()


@pytest.mark.demand("BAL-B1c1")
def test_the_principal_reads_what_the_administrator_wrote(road: Road, strategies: Strategies) -> None:
    strategies.write(road.by("ana"), road.x, meant(road))
    strategies.write(road.by("ana"), road.x, replace(meant(road), minutes=120))

    sheet = strategies.sheet(road.by("pat"), road.x)

    assert sheet.strategy == replace(meant(road), minutes=120)
    assert (sheet.written_by, sheet.written_on) == ("Ana Brooks", date(2026, 11, 16))
    assert sheet.blockers == ()


def test_a_reviewer_writes_none(road: Road, strategies: Strategies) -> None:
    assert strategies.sheet(road.by("bo"), road.x).blockers

    with pytest.raises(NotAllowed):
        strategies.write(road.by("bo"), road.x, meant(road))


def test_one_that_lacks_something_is_refused(road: Road, strategies: Strategies) -> None:
    with pytest.raises(NotAllowed) as refused:
        strategies.write(road.by("ana"), road.x, replace(meant(road), goals=" "))

    assert [one.place for one in refused.value.reasons] == ["goals"]


def test_a_post_goes_out_without_any_strategy(road: Road, tmp_path: Path) -> None:
    out = road.handed_out(road.released(), tmp_path)

    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")


@pytest.mark.demand("BAL-D3")
@pytest.mark.demand("BLO-IV-B2")
def test_a_post_counts_for_the_topic_it_was_planned_under(
    road: Road, strategies: Strategies, tmp_path: Path
) -> None:
    with road.school.desk.look() as unit:
        topic = unit.slots.get(road.slot).topic
    topics = (Topic(topic.upper(), 50), Topic("Sports", 50))
    strategies.write(road.by("ana"), road.x, replace(meant(road), topics=topics))
    out = road.handed_out(road.released(), tmp_path)
    road.publications.confirm(road.by("ana"), out, "https://x.com/lincoln_es/status/1950000000000000000")

    fair, sports = strategies.sheet(road.by("pat"), road.x).topics

    assert (fair.posts, fair.share, sports.posts) == (1, 100, 0)
    assert strategies.neglected(road.by("pat")) == {}


@pytest.mark.demand("WIC-P4")
def test_a_notice_is_offered_the_ways_that_its_accounts_strategies_name_each_once(
    road: Road, strategies: Strategies
) -> None:
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    notices.sign(
        road.by("pat"),
        "School is closed on \u2039day\u203a.",
        kind=NoticeKind.CLOSURE,
        people=(road.school.people["ana"],),
        accounts=(road.x, road.facebook),
        days=(date(2026, 11, 16), date(2027, 6, 30)),
    )
    assert [line.channels for line in notices.sheet(road.by("ana")).lines] == [()]
    for where, named in ((road.x, ("Newsletter", "Paper")), (road.facebook, ("newsletter", "Phone tree"))):
        strategies.write(road.by("ana"), where, replace(meant(road), channels=named))

    (line,) = notices.sheet(road.by("ana")).lines

    assert [one.casefold() for one in line.channels] == ["newsletter", "paper", "phone tree"]
