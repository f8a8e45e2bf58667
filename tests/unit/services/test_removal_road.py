"""Taking down what is out: what visitors saw is kept, a row stands before and after, and gone is seen."""

import base64
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.publishers import Trouble, Who
from smadmin.domain.removals import RemovalStage
from smadmin.domain.vocabulary import Noun
from smadmin.services.ready import OtherIdentity
from smadmin.services.removal_road import NotCaptured, RemovalRoad
from smadmin.services.removals import STILL_THERE
from smadmin.services.wrong_identity import WrongIdentities
from tests.afterwards import (
    WISH,
    out,
    removals_of,
    rows,
    take_down,
)
from tests.direct import Direct, Killed, drive, make_direct
from tests.fake_platform import Fault
from tests.road import TEXT


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    """One school for many cases: founding it takes longer than a case."""
    return make_direct(tmp_path_factory.mktemp("direct"))


@pytest.fixture(autouse=True)
def _a_platform_that_works(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "direct" in request.fixturenames:
        request.getfixturevalue("direct").platform.faults = lambda _: None


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


@pytest.mark.demand("BAL-B1g1")
def test_another_log_in_takes_nothing_down_and_stops_the_account(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)
    secret = direct.secret(direct.blogs[0])
    direct.platform.tokens[secret] = Who("other", "other", "Other", "https://other.example")

    with pytest.raises(OtherIdentity):
        take_down(direct, publication)

    assert len(direct.platform.kept) == 1
    assert rows(direct, publication) == []


def test_a_page_without_the_post_is_no_capture_of_it(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication = out(direct)
    direct.platform.spoils = lambda seen: replace(seen, public=False, text="", captured=b"under maintenance")

    with pytest.raises(NotCaptured):
        take_down(direct, publication)
    assert rows(direct, publication) == []

    removal = take_down(direct, publication, replace(WISH, uncaptured=True))
    assert (removal.stage, removal.captured) == (RemovalStage.GONE, False)


def test_who_is_no_publisher_any_more_does_not_go_on_taking_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, school = out(direct), direct.road.school
    direct.platform.faults = lambda method: Fault(Trouble.BUSY) if method == "remove" else None
    take_down(direct, publication)
    direct.platform.faults = lambda _: None
    ana = school.people["ana"]
    with school.desk.deed(school.by("pat")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == ana]:
            entry: dict[str, Plain] = {"grant": grant.id, "ends": "2026-11-15"}
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, ana, entry)
    calls = len(direct.platform.calls)

    with pytest.raises(NotAllowed):
        take_down(direct, publication, None)

    assert direct.platform.calls[calls:] == []
    assert rows(direct, publication) == ["take-down", "not-down"]


def test_a_post_that_never_went_out_is_not_taken_down(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    with pytest.raises(KnownError):
        take_down(direct, intended)
    assert rows(direct, intended) == []
    assert "remove" not in direct.platform.calls


def test_a_platform_that_says_yes_and_keeps_it_is_not_believed(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = out(direct)
    monkeypatch.setattr(direct.platform, "remove", lambda *_: None)

    removal = take_down(direct, publication)

    assert (removal.stage, removal.trouble) == (RemovalStage.NOT_SEEN, STILL_THERE)
    monkeypatch.undo()
    assert take_down(direct, publication, None).stage is RemovalStage.GONE


def test_stopping_everything_stops_nothing_of_what_is_taken_down(direct: Direct) -> None:
    publication, removals = out(direct), removals_of(direct)
    spared: dict[str, bool] = {}

    def note(method: str) -> None:
        spared[method] = threading.get_ident() in removals.spared

    direct.platform.faults = note
    road = RemovalRoad(removals, WrongIdentities(direct.road.school.desk))
    drive(road.go(direct.road.by("ana"), publication, WISH))

    assert spared == {"who_am_i": True, "read_back": True, "remove": True}
    assert not removals.spared
