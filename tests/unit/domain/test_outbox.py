"""The packet and what its row says: read back as written, refused as anything else, showing no secret."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.connections import Connection
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.outbox import LATE, Packet, Queued, goes_until
from smadmin.domain.publishers import Outgoing, Picture, Who
from smadmin.domain.records import Part

AT = datetime(2026, 11, 20, 21, tzinfo=UTC)
QUEUED = Queued("ab" * 32, AT, AT + LATE, ReleaseBy.WEEK)
SECRET = "canary-token"
CONNECTION = Connection(
    Who("1", "larks", "Larks", "https://b.example"), "https://b.example", "ana", "Posting"
)
PACKET = Packet(
    publication=PublicationId("p"),
    post=PostId("post"),
    account=AccountId("a"),
    manifest=Part(b"s" * 32, b"{}"),
    connection=Part(b"t" * 32, canonical(CONNECTION.to_plain())),
    secret=SECRET,
    ends=date(2027, 1, 1),
    outgoing=Outgoing(
        PublicationId("p"), "Words", (Picture(b"\xff\xd8\x00", "image/jpeg", "A fair"),), "https://x.example"
    ),
)


def test_what_the_row_says_is_read_back() -> None:
    assert Queued.from_plain({**QUEUED.to_plain(), "v": 1}) == QUEUED


@pytest.mark.parametrize("spoilt", [{"at": "2026-11-20T21:00:00"}, {"mandate": "whim"}, {"sha256": 7}])
def test_a_row_that_says_something_else_is_none(spoilt: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"queued|whim"):
        Queued.from_plain({**QUEUED.to_plain(), **spoilt})
    with pytest.raises(ValueError, match="queued"):
        Queued.from_plain({})


def test_a_packet_is_read_back_byte_for_byte() -> None:
    assert Packet.from_bytes(PACKET.to_bytes()) == PACKET
    bare = replace(PACKET, ends=None, outgoing=Outgoing(PublicationId("p"), "Words", language="es"))
    assert Packet.from_bytes(bare.to_bytes()) == bare
    assert PACKET.connected == CONNECTION
    assert PACKET.access.secret == SECRET


@pytest.mark.parametrize(
    "spoilt",
    [{"v": 2}, {"pictures": 3}, {"pictures": [["%", "image/png", ""]]}, {"manifest": []}, {"ends": "x"}],
)
def test_another_packet_is_refused(spoilt: dict[str, object]) -> None:
    told = {**parse(PACKET.to_bytes()), **spoilt}
    with pytest.raises(ValueError, match=r".+"):
        Packet.from_bytes(canonical(told))  # type: ignore[arg-type]  # plain values, as JSON has them


def test_a_packet_shows_no_secret() -> None:
    assert SECRET not in repr(PACKET)
    assert "Words" not in repr(PACKET)


def test_it_goes_out_within_the_hour_and_inside_the_release() -> None:
    assert goes_until(AT, AT + timedelta(days=3)) == AT + LATE
    assert goes_until(AT, AT + timedelta(minutes=5)) == AT + timedelta(minutes=5)
