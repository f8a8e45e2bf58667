"""The last gate gives exactly the released bytes, or reasons."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.departures import How, Leaving
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.services import releases
from smadmin.services.departures import Departures
from smadmin.services.gate import LastGate
from tests.road import PIXELS, TEXT, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def gate(road: Road) -> LastGate:
    return LastGate(road.school.desk, road.reader, road.proof, road.media)


def blockers(road: Road, post: PostId) -> list[str]:
    return [reason.message.id for reason in gate(road).blockers(road.by("ana"), post, road.x)]


def test_exactly_the_released_words_and_bytes_pass(road: Road) -> None:
    post = road.released(photo=True)
    intended = road.publications.intend(road.by("ana"), post, road.x).value

    passed = gate(road).pass_through(road.by("ana"), intended, "@lincoln_es")

    assert passed.text == TEXT
    assert passed.pictures == ((PIXELS, "Children build a tower"),)
    assert passed.account.id == road.x


def test_no_more_pictures_pass_than_the_platform_takes(road: Road) -> None:
    draft = road.draft()
    for number in range(6):
        draft = road.posts.attach(
            road.by("ana"), draft, road.photo(), alt=f"Children build tower {number}"
        ).value
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by("bo"), draft.id)
    intended = road.publications.intend(road.by("ana"), draft.id, road.x).value

    passed = gate(road).pass_through(road.by("ana"), intended, "@lincoln_es")

    assert [alt for _, alt in passed.pictures] == [f"Children build tower {number}" for number in range(4)]


def test_a_post_that_nobody_released_has_nothing_to_pass(road: Road) -> None:
    assert blockers(road, road.submitted()) == ["publications.no-release"]
    assert blockers(road, road.draft().id) == ["publications.no-release"]


def test_a_release_for_one_account_is_none_for_another(road: Road) -> None:
    post = road.released(accounts=(road.facebook,))

    assert blockers(road, post) == ["publications.no-release"]


def test_an_account_put_on_hold_stops_what_was_released(road: Road) -> None:
    post = road.released()
    with road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(account, stage=AccountStage.ON_HOLD))

    assert blockers(road, post) == ["accounts.on-hold"]


def test_the_page_must_show_the_accounts_handle(road: Road) -> None:
    intended = road.publications.intend(road.by("ana"), road.released(), road.x).value

    with pytest.raises(BadInput) as other:
        gate(road).pass_through(road.by("ana"), intended, "@ana_at_home")

    assert other.value.happened.id == "publications.other-handle"


def test_only_who_intended_it_passes(road: Road) -> None:
    intended = road.publications.intend(road.by("ana"), road.released(), road.x).value

    with pytest.raises(NotAllowed) as refused:
        gate(road).pass_through(road.by("dee"), intended, "lincoln_es")

    assert [reason.message.id for reason in refused.value.reasons] == ["publications.not-yours"]


def test_what_is_handed_out_or_published_is_out(road: Road, tmp_path: Path) -> None:
    post = road.released()
    publication = road.handed_out(post, tmp_path / "out")
    assert blockers(road, post) == ["publications.already-out"]

    road.publications.give_up(road.by("ana"), publication, "it failed")
    assert blockers(road, post) == []

    publication = road.handed_out(post, tmp_path / "out")
    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1")
    assert blockers(road, post) == ["publications.already-out"]


def departures_of(road: Road) -> Departures:
    return Departures(road.school.desk, road.proof, lambda: road.reader.policy.platforms)


def leaving(road: Road, by: str = "ana", successor: str = "cem") -> str:
    """Begin the principal's departure: their name stands on nobody's keys yet, and nothing else ended."""
    people = road.school.people
    gone = Leaving(person=people["pat"], successor=people[successor])
    return departures_of(road).begin(road.by(by), gone).value


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("by", ["ana", "cem"])
def test_from_the_beginning_of_their_departure_on_nobody_releases(road: Road, by: str) -> None:
    post = road.submitted()
    road.school.clock.forward(minutes=1)
    leaving(road, by)

    reasons = [one.message.id for one in road.approvals.blockers(road.by("pat"), post)]
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("pat"), post)

    assert "approvals.releaser-leaves" in reasons
    assert not road.approvals.blockers(road.by("bo"), post)


def without_communications(road: Road, by: str = "pat") -> None:
    """Leave Pat alone in the office."""
    with road.school.desk.deed(road.by(by)) as deed:
        held = [one for one in deed.trust.grants.values() if one.role is Role.COMMUNICATIONS]
        for one in held:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, one.person, {"grant": one.id})


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(("by", "silenced"), [("ana", False), ("cem", True)])
def test_an_administrator_silences_no_principal_who_is_alone_in_the_office(
    road: Road, by: str, *, silenced: bool
) -> None:
    """Nobody would be there to say that Pat stays; whom the office sends away is silent all the same."""
    post = road.submitted()
    if by == "ana":
        without_communications(road)
    leaving(road, by, "dee")
    road.school.clock.forward(minutes=1)
    if by == "cem":
        without_communications(road, by)

    reasons = [one.message.id for one in road.approvals.blockers(road.by("pat"), post)]

    assert ("approvals.releaser-leaves" in reasons) is silenced
    if not silenced:
        road.approvals.release(road.by("pat"), post)
        assert blockers(road, post) == []


def test_a_row_by_which_who_leaves_releases_all_the_same_opens_no_gate(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever program wrote it: nor later, where somebody says that they stay after all."""
    post = road.submitted()
    departure = leaving(road)
    road.school.clock.forward(minutes=1)
    with monkeypatch.context() as another_program:
        another_program.setattr(releases, "leaves_now", lambda *_who: False)
        road.approvals.release(road.by("pat"), post)
    on_the_way = blockers(road, post)

    road.school.clock.forward(minutes=1)
    departures_of(road).settle(road.by("cem"), departure, "rights", How.WAIVED, reason="Pat stays")
    stays = blockers(road, post)
    road.approvals.void(road.by("pat"), post, "once more")
    road.approvals.release(road.by("pat"), post)

    assert "publications.releaser-gone" in on_the_way
    assert "approvals.releaser-leaves" in on_the_way
    assert stays == ["publications.releaser-gone"]
    assert blockers(road, post) == []
