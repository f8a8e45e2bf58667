"""What is packed for a post that goes out by itself: the token that works then, parts as they were signed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.connections import CONNECTION_PART
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.log_ins import ApiToken
from smadmin.services.connected import newest_connection
from smadmin.services.packing import part_of, token_of
from tests.direct import Direct, make_direct

NAMED = "The program"


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    return make_direct(tmp_path)


def test_a_token_that_is_gone_or_has_ended_by_then_packs_nothing(direct: Direct) -> None:
    desk = direct.road.school.desk
    at = desk.now
    day = at.date()

    def asked(*tokens: ApiToken) -> str:
        with desk.look() as unit, pytest.raises(NotAllowed) as refused:
            token_of(tokens, NAMED, at, unit, desk)
        return refused.value.reasons[0].message.id

    assert asked(ApiToken("Another", "canary")) == "sending.no-token"
    assert asked(ApiToken(NAMED, "canary", day - timedelta(days=2))) == "sending.token-ended"
    good = ApiToken(NAMED, "canary", date.max)
    with desk.look() as unit:
        assert token_of((good,), NAMED, at, unit, desk) is good


def test_a_part_comes_with_its_salt_and_only_as_it_was_signed(direct: Direct) -> None:
    road = direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        found = newest_connection(road.proof.now(unit), direct.blogs[0])
        assert found is not None
        part = part_of(unit, found[0], CONNECTION_PART)
        assert part.digest == found[0].body.parts[CONNECTION_PART]
        with pytest.raises(Tampered):
            part_of(unit, found[0], "another")
