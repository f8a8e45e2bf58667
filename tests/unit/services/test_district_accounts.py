"""An account of the whole district runs every check and every step that a school's own account runs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PhotoId, PostId
from smadmin.domain.posts import Content
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.students.roster import Students
from tests.corpus import posts
from tests.road import Road, make_road


@dataclass(frozen=True)
class Side:
    """Whose account, and who writes for it."""

    account: AccountId
    writer: str


@dataclass(frozen=True)
class Both:
    """A school's account and the district's, on one road."""

    road: Road
    school: Side
    district: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.school, self.district


@pytest.fixture
def both(tmp_path: Path) -> Both:
    road = make_road(tmp_path)
    district = Account(
        AccountId("district"),
        road.school.id,
        Platform.X,
        "Baltimore City Public Schools",
        "balcityschools",
        "https://x.com/balcityschools",
        stage=AccountStage.LIVE,
        kind=AccountKind.DISTRICT,
        principal=road.school.people["pat"],
        live_since=date(2026, 11, 2),
    )
    with road.school.desk.deed(road.by("cem")) as deed:
        deed.unit.accounts.add(district)
        deed.record(Act.ADOPT, Noun.ACCOUNTS, district.id, parts={"account": district.to_plain()})
        deed.record(Act.GO_LIVE, Noun.ACCOUNTS, district.id)
    return Both(road, Side(road.x, "ana"), Side(district.id, "cem"))


def written(both: Both, side: Side, *, photo: PhotoId | None = None) -> PostId:
    road, by = both.road, both.road.by(side.writer)
    draft = road.posts.create(by, (side.account,), text="The library opens at noon.").value
    if photo is not None:
        road.posts.attach(by, draft, photo, alt="Children build a tower")
    road.posts.submit(by, draft.id)
    return draft.id


@pytest.mark.demand("BAL-C1d")
def test_every_check_reads_the_districts_posts_as_it_reads_a_schools(both: Both) -> None:
    road = both.road
    pat = road.by("pat")
    Students(road.school.desk, road.media, roster_age_days=30).add(pat, StudentEntry("Mia", "Torres"))
    texts = [*(post.text for post in posts()[::6]), "Mia Torres won.", "Call 505-555-0147."]
    bitten = set()

    with road.school.desk.look(pat) as unit:
        for text in texts:
            content = Content(text=text, accounts=(both.school.account, both.district.account))
            read = road.reader.now(unit, content)
            assert read[both.school.account] == read[both.district.account]
            bitten |= {finding.rule for finding in read[both.district.account]}

    assert bitten >= {"first-names-only", "phone-number"}


Try = Callable[[Both, Side], object]


def own_post(both: Both, side: Side) -> object:
    return both.road.approvals.blockers(both.road.by(side.writer), written(both, side))


def off_the_plan(both: Both, side: Side) -> object:
    return both.road.approvals.blockers(both.road.by("bo"), written(both, side))


def by_the_principal(both: Both, side: Side) -> object:
    return both.road.approvals.blockers(both.road.by("pat"), written(both, side))


def one_look_only(both: Both, side: Side) -> object:
    return written(both, side, photo=both.road.photo(second=None)) and ()


def no_look(both: Both, side: Side) -> object:
    return written(both, side, photo=both.road.photo(first=None, second=None))


def own_first_look(both: Both, side: Side) -> object:
    photo = both.road.photo(first="bo", second="dee")
    return both.road.approvals.blockers(both.road.by("bo"), written(both, side, photo=photo))


def not_released(both: Both, side: Side) -> object:
    return both.road.publications.blockers(both.road.by(side.writer), written(both, side), side.account)


def on_hold(both: Both, side: Side) -> object:
    with both.road.school.desk.deed(both.road.by("pat")) as deed:
        account = deed.unit.accounts.get(side.account)
        deed.unit.accounts.change(replace(account, stage=AccountStage.ON_HOLD))
        deed.record(Act.HOLD, Noun.ACCOUNTS, side.account, parts={"reason": {"reason": "odd"}})
    return both.road.approvals.blockers(both.road.by("pat"), written(both, side))


def told(outcome: Try, both: Both, side: Side) -> list[tuple[str, str | None]]:
    try:
        found = outcome(both, side)
    except NotAllowed as refused:
        found = refused.reasons
    assert isinstance(found, tuple)
    return [(reason.message.id, reason.citation) for reason in found]


@pytest.mark.demand("BAL-C1d")
@pytest.mark.parametrize(
    "step",
    [off_the_plan, by_the_principal, one_look_only, no_look, not_released, on_hold],
)
def test_every_step_holds_the_districts_posts_as_it_holds_a_schools(both: Both, step: Try) -> None:
    school, district = (told(step, both, side) for side in both.sides)

    assert district == school
    assert district or step in {by_the_principal, one_look_only}


def test_nobody_releases_their_own_post_for_the_district_either(both: Both) -> None:
    assert all(told(own_post, both, side) for side in both.sides)


def test_who_took_the_first_look_does_not_release_for_the_district_either(both: Both) -> None:
    assert ("approvals.own-first-look", "SOC-M4") in told(own_first_look, both, both.district)


def test_the_districts_writer_is_somebody_of_communications(both: Both) -> None:
    actor: Actor = both.road.by(both.district.writer)

    draft = both.road.posts.create(actor, (both.district.account,), text="Good morning.").value

    assert draft.author == both.road.school.people["cem"]
