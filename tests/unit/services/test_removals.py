"""Taking down what is out: what visitors saw is kept, a row stands before and after, and gone is seen."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.office_requests import Wish as OfficeWish
from smadmin.domain.people import Role
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble, Who
from smadmin.domain.removals import Ground, Removal, RemovalStage, Wish
from smadmin.domain.vocabulary import Noun
from smadmin.services.office_requests import OfficeRequests
from smadmin.services.ready import OtherIdentity
from smadmin.services.releases import Facts
from smadmin.services.removal_road import NotCaptured, RemovalRoad
from smadmin.services.removals import Removals
from smadmin.services.wrong_identity import WrongIdentities
from tests.direct import Direct, Killed, drive, make_direct
from tests.fake_platform import Fault
from tests.road import TEXT

WISH = Wish(Ground.PERSON, "A child was named")


def removals_of(direct: Direct) -> Removals:
    road = direct.road
    return Removals(
        road.school.desk,
        road.proof,
        facts=Facts(road.school.desk, road.reader),
        vault=direct.vault,
        publishers=direct.connections.publishers,
    )


def out(direct: Direct) -> Publication:
    """Publish a post and give it as it is out."""
    return direct.go(direct.intended(direct.released())).publication


def take_down(
    direct: Direct,
    publication: Publication,
    wish: Wish | None = WISH,
    *,
    by: str = "ana",
    killed_after: int | None = None,
) -> Removal:
    road = RemovalRoad(removals_of(direct), WrongIdentities(direct.road.school.desk))
    found = drive(road.go(direct.road.by(by), publication, wish), killed_after=killed_after)
    assert found is not None
    return found


def rows(direct: Direct, publication: Publication) -> list[str]:
    with direct.road.school.desk.look() as unit:
        return [row.act for row in unit.record.about(Noun.REMOVALS, publication.id)]


@pytest.mark.demand("BAL-B1f4")
def test_a_post_is_kept_as_visitors_saw_it_and_then_seen_to_be_gone(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)

    removal = take_down(direct, publication)

    assert (removal.stage, removal.captured, removal.by_hand) == (RemovalStage.GONE, True, False)
    assert removal.link == publication.link
    assert direct.platform.kept == []
    assert rows(direct, publication) == ["take-down", "taken-down"]
    with direct.road.school.desk.look(direct.road.by("ana")) as unit:
        begun = unit.record.about(Noun.REMOVALS, publication.id)[0]
        part = unit.record.part(begun.seq, "captured")
    assert part is not None
    assert TEXT.encode() in base64.b64decode(part.content.strip(b'"'))


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    """One school for many cases: founding it takes longer than a case."""
    return make_direct(tmp_path_factory.mktemp("direct"))


@pytest.fixture(autouse=True)
def _a_platform_that_works(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "direct" in request.fixturenames:
        request.getfixturevalue("direct").platform.faults = lambda _: None


@pytest.mark.parametrize("killed_after", range(8))
def test_a_kill_anywhere_leaves_a_true_state_and_the_next_press_goes_on(
    direct: Direct, killed_after: int
) -> None:
    publication = out(direct)

    with pytest.raises(Killed):
        take_down(direct, publication, killed_after=killed_after)
    left = removals_of(direct).of(direct.road.by("ana"), publication)
    assert (left is not None) == (killed_after > 4)
    if direct.platform.kept == []:
        assert left is not None, "it was taken down, and nothing says so"

    removal = take_down(direct, publication, WISH if left is None else None)

    assert removal.stage is RemovalStage.GONE
    assert direct.platform.kept == []
    assert rows(direct, publication) == ["take-down", "taken-down"]


def test_what_can_t_be_kept_stays_until_the_person_says_so(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)
    direct.platform.faults = lambda method: Fault(Trouble.BUSY) if method == "read_back" else None

    with pytest.raises(NotCaptured):
        take_down(direct, publication)
    assert len(direct.platform.kept) == 1
    assert rows(direct, publication) == []

    removal = take_down(direct, publication, replace(WISH, uncaptured=True))
    assert (removal.stage, removal.trouble, removal.captured) == (RemovalStage.NOT_SEEN, "busy", False)
    direct.platform.faults = lambda _: None
    assert take_down(direct, publication, None).stage is RemovalStage.GONE


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("after", [False, True])
def test_a_platform_that_fails_is_told_as_it_is_and_asked_again(
    direct: Direct, trouble: Trouble, after: bool
) -> None:
    publication = out(direct)
    fault = Fault(trouble, after=after)
    direct.platform.faults = lambda method: fault if method == "remove" else None

    removal = take_down(direct, publication)

    assert (removal.stage, removal.trouble) == (RemovalStage.NOT_SEEN, trouble.value)
    direct.platform.faults = lambda _: None
    assert take_down(direct, publication, None).stage is RemovalStage.GONE
    assert rows(direct, publication) == ["take-down", "not-down", "taken-down"]


def test_another_log_in_takes_nothing_down_and_stops_the_account(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)
    secret = direct.secret(direct.blogs[0])
    direct.platform.tokens[secret] = Who("other", "other", "Other", "https://other.example")

    with pytest.raises(OtherIdentity):
        take_down(direct, publication)

    assert len(direct.platform.kept) == 1
    assert rows(direct, publication) == []


def test_who_doesn_t_work_with_the_account_takes_nothing_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals = out(direct), removals_of(direct)
    direct.road.school.admit("eve", "Eve Stone", {Role.ADMINISTRATOR}, by="pat")
    stranger = direct.road.by("eve")

    with pytest.raises(NotAllowed):
        removals.begin_by_hand(stranger, publication, replace(WISH, uncaptured=True))

    assert rows(direct, publication) == []


def test_by_hand_a_person_says_that_it_is_gone(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals, ana = out(direct), removals_of(direct), direct.road.by("ana")
    with pytest.raises(NotAllowed):
        removals.begin_by_hand(ana, publication, WISH)
    with pytest.raises(NotAllowed):
        removals.begin_by_hand(ana, publication, Wish(Ground.OVER, " ", uncaptured=True))

    removals.begin_by_hand(ana, publication, replace(WISH, uncaptured=True))
    assert removals.view(ana, publication).removal is not None
    removals.gone(ana, publication, None)

    found = removals.of(ana, publication)
    assert found is not None
    assert (found.stage, found.by_hand) == (RemovalStage.GONE, True)
    with pytest.raises(NotAllowed):
        removals.gone(ana, publication, None)
    assert removals.view(ana, publication).blockers


@pytest.mark.demand("BAL-B1f4")
def test_taking_it_down_answers_what_communications_asked_for(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, road = out(direct), direct.road
    requests, blog = OfficeRequests(road.school.desk, road.proof), direct.blogs[0]
    com = road.by("cem")
    page = publication.link + "/"
    requests.ask(com, blog, OfficeWish.REMOVAL, page=page, reason="The family asked")
    requests.ask(com, blog, OfficeWish.REMOVAL, page="https://else.example/9", reason="This one too")
    assert len(requests.brief(road.by("pat")).waiting) == 2

    take_down(direct, publication)

    waiting = requests.brief(road.by("pat")).waiting
    assert [one.request.page for one in waiting] == ["https://else.example/9"]


def test_a_post_that_never_went_out_is_not_taken_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    with pytest.raises(KnownError):
        take_down(direct, intended)
    assert rows(direct, intended) == []
    assert "remove" not in direct.platform.calls
