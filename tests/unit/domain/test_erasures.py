"""What counts as erased: the order of two, no hold, nothing that the record stands on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.domain.canonical import canonical
from smadmin.domain.erasures import ERASURE_PART, Detail, Erasures, erasure_plain, read_details
from smadmin.domain.ids import KeyId, PersonId, SchoolId
from smadmin.domain.records import Body, Found, Part, Row
from smadmin.domain.vocabulary import Act, Noun
from tests.records_kept import Kept, make_kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return make_kept(tmp_path)


class Rows:
    """Rows one after the other."""

    def __init__(self) -> None:
        self.erasures, self.seq = Erasures(), 10

    def take(
        self, who: str, noun: Noun, act: Act, which: str, details: tuple[Detail, ...] = ()
    ) -> tuple[Detail, ...]:
        self.seq += 1
        part = Part(b"s" * 32, canonical(erasure_plain(details)))
        parts = {ERASURE_PART: part.digest} if details else {}
        now = datetime(2026, 11, 16, tzinfo=UTC)
        body = Body(
            SchoolId("s"), self.seq, now, PersonId(who), KeyId("k"), None, act.value, noun.value, which, parts
        )
        found = Found(Row(b"", b"", b"", b""), {}, {ERASURE_PART: part} if details else {}, frozenset(parts))
        return self.erasures.take(body, found)

    def order(self, who: str, which: str, *details: Detail) -> tuple[Detail, ...]:
        return self.take(who, Noun.DESTRUCTIONS, Act.ORDER_DESTRUCTION, which, details)

    def sign(self, who: str, which: str) -> tuple[Detail, ...]:
        return self.take(who, Noun.DESTRUCTIONS, Act.SIGN_DESTRUCTION, which)

    def hold(self, who: str, act: Act) -> None:
        self.take(who, Noun.LEGAL_HOLDS, act, "h")


def test_two_persons_erase_and_the_row_is_the_second_ones() -> None:
    rows = Rows()

    assert rows.order("pat", "o", (3, "words")) == ()
    assert rows.sign("pat", "o") == ()
    assert rows.sign("cem", "o") == ((3, "words"),)
    assert rows.erasures.row_of(3, "words") == rows.seq
    assert rows.erasures.by_row == {rows.seq: 1}
    assert rows.sign("bo", "o") == ()


def test_trust_and_orders_are_never_erased_nor_what_comes_later() -> None:
    rows = Rows()
    rows.order("pat", "o", (3, "trust"), (11, "erasure"), (99, "words"), (3, "words"))

    assert rows.sign("cem", "o") == ((3, "words"),)


def test_an_order_that_was_taken_back_erases_nothing() -> None:
    rows = Rows()
    rows.order("pat", "o", (3, "words"))
    rows.take("pat", Noun.DESTRUCTIONS, Act.TAKE_BACK, "o")

    assert rows.sign("cem", "o") == ()


def test_an_order_is_what_its_first_row_says() -> None:
    rows = Rows()
    rows.order("pat", "o", (3, "words"))
    rows.order("cem", "o", (4, "words"))

    assert rows.sign("cem", "o") == ((3, "words"),)


def test_under_a_hold_nothing_is_erased_either_way_until_two_lift_it() -> None:
    rows = Rows()
    rows.order("pat", "o", (3, "words"))
    rows.hold("cem", Act.PUT_ON_LEGAL_HOLD)

    assert rows.sign("cem", "o") == ()
    for who in ("pat", "cem"):
        assert rows.take(who, Noun.RECORDS, Act.ERASE, "4/words") == ()
    rows.hold("cem", Act.LIFT_LEGAL_HOLD)
    rows.hold("cem", Act.LIFT_LEGAL_HOLD)
    held = rows.erasures.held
    rows.hold("pat", Act.LIFT_LEGAL_HOLD)
    assert (held, rows.erasures.held) == (True, False)
    assert rows.sign("cem", "o") == ((3, "words"),)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"details":1}', b'{"details":[[1]]}', b'{"details":[["x","y"]]}']
)
def test_an_order_that_is_none_names_nothing(content: bytes) -> None:
    assert read_details(content) == ()


def test_a_changed_program_that_destroys_under_a_hold_is_found_out(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    order = keeping.order(road.by("pat")).value
    keeping.put_on_hold(road.by("cem"), "A lawsuit")
    with road.school.desk.deed(road.by("cem")) as deed:
        for seq, name in order.details:
            deed.unit.record.erase_part(seq, name)
        deed.record(Act.SIGN_DESTRUCTION, Noun.DESTRUCTIONS, order.id)

    assert "records.part-missing" in kept.faults()
