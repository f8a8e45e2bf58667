"""Which rows are told by themselves to have been nobody's right; what follows is held with the record."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.keys import Trust
from smadmin.domain.records import Body, Found, Row, Verifier
from smadmin.domain.refused import Refused, places, without_right
from smadmin.domain.timeline import Timeline


def row(
    seq: int, *, act: str = "hold", noun_id: str | None = "a", parts: dict[str, str] | None = None
) -> Body:
    moment = datetime(2026, 11, 16, tzinfo=UTC)
    return Body(
        SchoolId("s"), seq, moment, None, KeyId("nobody"), None, act, "accounts", noun_id, parts or {}
    )


class Anything(Verifier):
    """Finds every signature right: none is asked for."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        return True


def refused(body: Body) -> bool:
    found = Found(Row(body.to_bytes(), b"", b"", b""), {}, {}, frozenset())
    return without_right(Trust(), Timeline(), found, body=body, judged=body, verifier=Anything())


def test_a_key_that_nobody_let_in_had_no_right_and_the_first_row_brings_its_own() -> None:
    assert refused(row(2))
    assert not refused(row(1))


def test_a_trust_row_whose_part_is_gone_is_no_such_row_for_it_may_have_counted() -> None:
    assert not refused(row(2, act="retire", parts={"trust": "00"}))
    assert not refused(row(2, act="retire"))


def test_rows_are_named_by_the_first_and_the_last_and_what_counts_between_stays() -> None:
    found = Refused()
    found.rows = {seq: row(seq) for seq in (4, 7, 9)}

    assert places([9, 4]) == "4-9"
    assert found.set_aside(row(10, noun_id="4-8")) == [4, 7]
    assert set(found.aside) == {4, 7}
    assert found.set_aside(row(11, noun_id="4-9")) == [9], "who set a row aside first is named"
    assert found.aside[4].seq == 10


@pytest.mark.parametrize("forged", [None, "", "4", "4-", "-9", "a-b", "-4--1", "²-9", f"1-{'9' * 5000}"])
def test_a_name_that_isnt_one_sets_nothing_aside(forged: str | None) -> None:
    found = Refused()
    found.rows = {4: row(4)}

    assert not found.set_aside(row(10, noun_id=forged))
