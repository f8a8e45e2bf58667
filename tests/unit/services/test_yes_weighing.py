"""Who can be asked for a yes by phone, and what keeps somebody from signing one."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.services.spoken import SpokenYeses
from tests.road import Road, make_road, shipped
from tests.spoken_road import prepared, spoken_of, why, yes


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def yeses(road: Road) -> SpokenYeses:
    return spoken_of(road)


def test_a_principal_says_no_yes_to_what_they_wrote_or_looked_at_first(
    road: Road, yeses: SpokenYeses
) -> None:
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, road.photo(first="pat", second="bo"), alt="A tower")
    road.posts.submit(road.by("ana"), draft.id)

    with pytest.raises(NotAllowed) as refused:
        prepared(road, yeses, draft.id)

    assert "spoken.sayer-looked" in why(refused)


def test_a_pack_may_forbid_it(road: Road, yeses: SpokenYeses, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = prepared(road, yeses)
    strict = replace(shipped().packs["baltimore-city-md"], yes_by_phone=False)
    monkeypatch.setattr(road.reader, "pack", lambda _unit: strict)

    with pytest.raises(NotAllowed) as refused:
        prepared(road, yeses)
    with pytest.raises(NotAllowed) as late:
        yeses.sign(road.by("bo"), asked.post, yes(road, asked))

    assert why(refused) == ["spoken.forbidden"]
    assert "spoken.forbidden" in why(late)


def test_the_sheet_names_whom_to_ask_and_what_keeps_somebody_from_signing(
    road: Road, yeses: SpokenYeses
) -> None:
    post = road.submitted()
    before = yeses.sheet(road.by("bo"), post)
    prepared(road, yeses, post)
    after = yeses.sheet(road.by("ana"), post)

    assert [one.name for one in before.people] == ["Pat Winters"]
    assert (before.to, before.prepare_reasons) == (None, ())
    assert after.to is not None
    assert [one.message.id for one in after.sign_reasons] == ["approvals.own-post"]
