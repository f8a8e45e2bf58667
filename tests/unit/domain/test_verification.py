"""Verifying notices what was done to a chain, and names the first bad row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.ids import KeyId, SchoolId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.records import Body, Part, make_row, row_hash, signed_text
from smadmin.domain.verification import Auditor, Fault, Found
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import found_row
from tests.school import make_school
from tests.unasked import record_unasked

Chain = list[Found]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """Give the rows of a small school: founding, three admissions, one ordinary act."""
    folder: Path = tmp_path_factory.mktemp("school")
    school = make_school(folder)
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, school.id, parts={"words": "a part"})
    with school.desk.look(school.by("ana")) as unit:
        parts = {stored.seq: told for stored, told in unit.record.with_parts()}
        return [found_row(stored, parts.get(stored.seq, {})) for stored in unit.record.rows()]


def audit(chain: Chain, root: KeyId | None = None) -> tuple[Fault, ...]:
    auditor = Auditor(Ed25519Verifier(), root)
    for found in chain:
        auditor.take(found)
    return auditor.finish()


def with_body(found: Found, change: Callable[[Body], Body]) -> Found:
    """Change a body the way a careless forger does: bytes and columns, but neither link nor signature."""
    body = change(Body.from_bytes(found.row.body))
    columns = {**found.columns, "act": body.act, "person": body.person, "seq": body.seq}
    return replace(found, row=replace(found.row, body=body.to_bytes()), columns=columns)


def relinked(chain: Chain, sign: Callable[[bytes], bytes]) -> Chain:
    """Make the links right again, the way somebody does who has no other's key."""
    made: Chain = []
    previous = bytes(32)
    for found in chain:
        linked = row_hash(previous, found.row.body)
        row = replace(found.row, previous=previous, row_hash=linked, signature=sign(signed_text(linked)))
        made.append(replace(found, row=row))
        previous = linked
    return made


def test_an_untouched_chain_is_whole(chain: Chain) -> None:
    assert audit(chain) == ()


def test_the_first_bad_row_is_named(chain: Chain) -> None:
    forged = [*chain[:6], with_body(chain[6], lambda body: replace(body, act="nothing")), *chain[7:]]

    assert audit(forged)[0].seq == 7


@pytest.mark.parametrize("place", range(13))
def test_a_missing_swapped_or_doubled_row_is_noticed(chain: Chain, place: int) -> None:
    place = place % (len(chain) - 1)
    without = [*chain[:place], *chain[place + 1 :]]
    swapped = [*chain[:place], chain[place + 1], chain[place], *chain[place + 2 :]]
    doubled = [*chain[: place + 1], *chain[place:]]

    assert audit(without)
    assert audit(swapped)
    assert audit(doubled)


def test_rows_linked_anew_without_the_keys_are_noticed(chain: Chain) -> None:
    stranger = Identity.new()

    faults = audit(relinked(chain, stranger.sign))

    assert faults[0].seq == 1
    assert len(faults) >= len(chain)


def test_another_root_than_the_pinned_one_is_noticed(chain: Chain) -> None:
    assert audit(chain, KeyId("00" * 16))[0].message.id == "records.other-root"


def test_a_changed_missing_or_added_part_is_noticed(chain: Chain) -> None:
    last = chain[-1]
    changed = replace(last, parts={"words": Part(b"0" * 32, b'"other"')})
    missing = replace(last, parts={}, present=frozenset())
    added = replace(last, present=last.present | {"more"})

    assert [f.message.id for f in audit([*chain[:-1], changed])] == ["records.part-changed"]
    assert [f.message.id for f in audit([*chain[:-1], missing])] == ["records.part-missing"]
    assert [f.message.id for f in audit([*chain[:-1], added])] == ["records.part-added"]


def test_columns_that_disagree_with_the_body_are_noticed(chain: Chain) -> None:
    lying = replace(chain[-1], columns={**chain[-1].columns, "act": "approve"})

    assert [f.message.id for f in audit([*chain[:-1], lying])] == ["records.columns-differ"]


def test_bytes_that_are_no_row_are_noticed(chain: Chain) -> None:
    broken = replace(chain[-1], row=replace(chain[-1].row, body=b"{}"))

    assert audit([*chain[:-1], broken])[0].message.id == "records.row-unreadable"


@pytest.mark.parametrize(
    ("orders", "found"),
    [(("pat", "cem"), []), (("pat", "pat"), ["records.part-missing"]), ((), ["records.part-missing"])],
)
def test_a_part_erased_by_order_of_two_persons_is_no_fault(
    tmp_path: Path, orders: tuple[str, ...], found: list[str]
) -> None:
    school = make_school(tmp_path)
    with school.desk.deed(school.by("ana")) as deed:
        seq = deed.record(Act.CONFIRM, Noun.ACCOUNTS, school.id, parts={"words": "gone soon"})
    for who in orders:
        with school.desk.deed(school.by(who)) as deed:
            deed.record(Act.ERASE, Noun.RECORDS, f"{seq}/words")
    with school.desk.look(school.by("ana")) as unit:
        parts = {stored.seq: told for stored, told in unit.record.with_parts()} | {seq: {}}
        rows = [found_row(stored, parts.get(stored.seq, {})) for stored in unit.record.rows()]

    assert [fault.message.id for fault in audit(rows)] == found


def test_an_order_for_a_row_of_five_thousand_digits_stops_no_proof(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with school.desk.deed(school.by("pat")) as deed:
        deed.record(Act.ERASE, Noun.RECORDS, f"{'9' * 5000}/words")
    with school.desk.look(school.by("ana")) as unit:
        parts = {stored.seq: told for stored, told in unit.record.with_parts()}
        rows = [found_row(stored, parts.get(stored.seq, {})) for stored in unit.record.rows()]

    assert not audit(rows)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"act": "erase", "id": "x/y"}, "records.row-changed"),
        ({"act": "erase", "id": "\N{SUPERSCRIPT TWO}/y"}, "records.row-changed"),
        ({"utc": "2026-11-16T15:00:00.000"}, "records.row-unreadable"),
        ({"utc": 5}, "records.row-unreadable"),
        ({"key": ["x"]}, "records.row-unreadable"),
        ({"parts": {"words": 7}}, "records.row-unreadable"),
        ({"person": {}}, "records.row-unreadable"),
    ],
)
def test_a_row_of_any_shape_is_named_and_stops_nothing(
    chain: Chain, fields: dict[str, Plain], named: str
) -> None:
    last = chain[-1]
    body = canonical({**parse(last.row.body), **fields})
    strange = replace(last, row=replace(last.row, body=body))

    faults = audit([*chain[:-1], strange])

    assert named in {fault.message.id for fault in faults}
    assert {fault.seq for fault in faults} == {len(chain)}


@pytest.mark.parametrize(
    "entry", [{"key": []}, {"key": {}}, {"key": {"seat": {}}}, {}, {"grant": []}, {"person": 5}]
)
@pytest.mark.parametrize("act", ["root", "admit", "grant", "revoke", "retire", "pin", "school-key"])
def test_a_trust_row_of_any_shape_is_refused_and_stops_nothing(
    tmp_path: Path, act: str, entry: dict[str, Plain]
) -> None:
    root = Identity.new()
    key = Key(root.public, root.recipient, KeyKind.ROOT)
    auditor = Auditor(Ed25519Verifier())
    auditor.trust = Trust(root=key.id, keys={key.id: key})
    part = Part(b"0" * 32, canonical(entry))
    when = datetime(2026, 11, 16, tzinfo=UTC)
    body = Body(SchoolId("s"), 1, when, None, key.id, None, act, "key", None, {"trust": part.digest})
    row = make_row(body, bytes(32), root)

    auditor.take(Found(row, {}, {"trust": part}, frozenset({"trust"})))

    assert "records.no-right" in {fault.message.id for fault in auditor.faults}


def test_a_row_that_names_another_computer_than_its_keys_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    with school.desk.deed(replace(school.by("ana"), seat=SeatId("another"))) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, school.id)

    assert [fault.message.id for fault in school.records.verify().faults] == ["records.other-seat"]


def test_a_row_signed_in_somebody_elses_name_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with school.desk.deed(school.by("ana")) as deed:
        deed.by = replace(deed.by, person=school.people["pat"])
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, school.id)

    assert [fault.message.id for fault in school.records.verify().faults] == ["records.unknown-key"]


def test_a_row_signed_by_a_computer_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    assert school.seat.identity is not None
    with school.desk.deed(school.by("ana")) as deed:
        deed.by = replace(deed.by, person=None, signer=school.seat.identity)
        record_unasked(deed, Act.CONFIRM, Noun.ACCOUNTS, school.id)

    faults = [fault.message.id for fault in school.records.verify().faults]

    assert faults == ["records.seat-signed", "records.no-right"]
