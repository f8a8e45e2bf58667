"""Rows: what is signed is what is stored."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.ids import KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.records import (
    START,
    Body,
    Head,
    Part,
    as_read,
    crockford,
    grouped,
    make_row,
    row_hash,
    signed_text,
    state_digest,
)

BODY = Body(
    chain=SchoolId("s"),
    seq=1,
    utc=datetime(2026, 11, 16, 15, 0, 0, 123000, tzinfo=UTC),
    person=PersonId("p"),
    key=KeyId("k"),
    seat=SeatId("seat"),
    act="submit",
    noun="post",
    id="x",
    parts={"text": "ab"},
    trust="t",
    roster="r",
)


def test_a_row_is_judged_no_earlier_than_the_rows_before_it() -> None:
    an_hour = timedelta(hours=1)

    assert BODY.judged(None) == BODY
    assert BODY.judged(BODY.utc - an_hour) == BODY
    assert BODY.judged(BODY.utc + an_hour) == replace(BODY, utc=BODY.utc + an_hour)


class _Echo:
    key = KeyId("k")

    def sign(self, message: bytes) -> bytes:
        return b"signed:" + message


def test_a_body_reads_back_from_its_own_bytes() -> None:
    assert Body.from_bytes(BODY.to_bytes()) == BODY
    assert Body.from_bytes(replace(BODY, person=None, seat=None, id=None).to_bytes()).person is None


@pytest.mark.parametrize(
    "stored",
    [
        b"{}",
        b"[]",
        BODY.to_bytes().replace(b'"v":1', b'"v":2'),
        BODY.to_bytes().replace(b'"seq":1', b'"seq":"1"'),
        BODY.to_bytes().replace(b'"act"', b'"deed"'),
    ],
)
def test_bytes_of_another_shape_are_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Body.from_bytes(stored)


def test_a_row_links_to_the_one_before_and_signs_the_link() -> None:
    row = make_row(BODY, START, _Echo())

    assert row.row_hash == row_hash(START, row.body)
    assert row.signature == b"signed:" + signed_text(row.row_hash)
    assert row_hash(row.row_hash, row.body) != row.row_hash


def test_the_bytes_that_are_linked_and_signed_are_the_same_for_ever() -> None:
    """Worked out anew from the text on keys: no version of the program may change them."""
    body = (
        b'{"act":"submit","chain":"s","id":"x","key":"k","noun":"post","parts":{"text":"ab"},"person":"p",'
        b'"roster":"r","seat":"seat","seq":1,"trust":"t","utc":"2026-11-16T15:00:00.123+00:00","v":1}'
    )
    linked = hashlib.sha256(b"smadmin/1/record\0" + bytes(32) + body).digest()

    row = make_row(BODY, START, _Echo())

    assert (row.body, row.previous, row.row_hash) == (body, bytes(32), linked)
    assert row.signature == b"signed:" + b"smadmin/1/row\0" + linked


def test_a_part_and_a_state_are_digested_the_same_for_ever() -> None:
    salted = hashlib.sha256(b"smadmin/1/part\0" + b"1" * 32 + b"yes").hexdigest()
    state = hashlib.sha256(
        b"a" + hashlib.sha256(b"1").digest() + b"b" + hashlib.sha256(b"2").digest()
    ).hexdigest()

    assert Part(b"1" * 32, b"yes").digest == salted
    assert state_digest({"b": b"2", "a": b"1"}) == state


def test_a_part_cant_be_guessed_without_its_salt() -> None:
    assert Part(b"1" * 32, b"yes").digest != Part(b"2" * 32, b"yes").digest


def test_letters_for_paper_are_sixteen_and_unambiguous() -> None:
    letters = Head(7, bytes(range(32))).letters

    assert letters == "000G40R40M30E209"
    assert not set(crockford(bytes(range(100)))) & set("ILOU")


def test_the_state_digest_sees_every_byte_and_id() -> None:
    state = {"a": b"1", "b": b"2"}

    assert state_digest(state) == state_digest({"b": b"2", "a": b"1"})
    assert state_digest(state) != state_digest({"a": b"1", "b": b"3"})
    assert state_digest(state) != state_digest({"a": b"1", "c": b"2"})
    assert state_digest(state) != state_digest({"a": b"1"})


def test_letters_are_read_in_fours() -> None:
    assert grouped("ABCDEFGHJKMNPQRS") == "ABCD-EFGH-JKMN-PQRS"


def test_letters_are_taken_as_people_read_them_from_paper() -> None:
    assert as_read(" o1il-abcd efgh ") == "0111ABCDEFGH"
