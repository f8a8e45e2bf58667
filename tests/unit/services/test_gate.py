"""The last gate gives exactly the released bytes, or reasons."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.ids import PostId
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

    assert blockers(road, post) == ["accounts.not-live"]


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
