"""Who knows a password that is there: told from the rows that kept it, by their marks."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import KeyId, PersonId, SchoolId
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.kept_rows import KeptRow, Password
from smadmin.services.passwords_then import known_from, shut_out_by

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
LEAVER, KIM = KeyId("leaver"), KeyId("kim")
BEGUN = 10
"""The place at which the departure begins."""


def row(
    seq: int,
    mark: str,
    said: Password = Password.ANOTHER,
    *,
    by: KeyId = KIM,
    before: str = "",
    opens: bool = False,
) -> KeptRow:
    body = Body(SchoolId("s"), seq, AT, PersonId("p"), by, None, Act.KEEP_LOG_IN, Noun.CREDENTIALS, "x")
    keys = (KIM, LEAVER) if opens else (KIM,)
    return KeptRow(Fact(body, (), AT), "sha", keys, changed=True, password=said, mark=mark, before=before)


FORMER, SAME = Password.FORMER, Password.SAME
KNOWN = (row(1, "1:a", opens=True), row(2, "1:b", opens=True))


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    ("since", "shut_out"),
    [
        ((), None),
        ((row(11, "1:c"),), 11),
        ((row(11, "1:c", opens=True),), None),
        ((row(11, "1:c", by=LEAVER),), None),
        ((row(11, "1:a"),), None),
        ((row(11, "1:a", FORMER),), None),
        ((row(11, "1:c"), row(12, "1:b")), None),
        ((row(11, "1:c"), row(12, "1:d"), row(13, "1:c", FORMER)), 11),
        ((row(11, "2:b", SAME, before="2:a"), row(12, "2:a")), None),
        ((row(11, "2:b", SAME, before="2:a"), row(12, "2:c", before="2:b"), row(13, "2:c", SAME)), 12),
        ((row(11, "1:c"), row(12, "2:c", SAME, before="2:b"), row(13, "2:b")), None),
        ((row(11, "2:e", FORMER),), None),
        ((row(11, "", Password.NONE), row(12, "", Password.NONE)), 11),
    ],
)
def test_a_password_shuts_out_who_never_could_open_it(
    since: tuple[KeptRow, ...], shut_out: int | None
) -> None:
    found = shut_out_by((*KNOWN, *since), {LEAVER}, since=BEGUN)

    assert (None if found is None else found.fact.seq) == shut_out


def test_who_gets_an_account_back_later_has_it_for_another_reason_but_not_what_they_knew() -> None:
    changed = (*KNOWN, row(11, "1:c"))
    back, known = row(20, "1:d", opens=True), row(20, "1:b")

    found = shut_out_by((*changed, back), {LEAVER}, since=BEGUN, handed=15)
    assert found is not None
    assert found.fact.seq == 11
    assert shut_out_by((*changed, known), {LEAVER}, since=BEGUN, handed=15) is None


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        ((row(1, "1:a"),), 0),
        ((row(1, "1:a"), row(2, "1:b")), 1),
        ((row(1, "1:a"), row(2, "1:b"), row(3, "1:b", SAME)), 1),
        ((row(1, "1:a"), row(2, "1:b"), row(3, "1:c"), row(4, "1:b", FORMER)), 1),
        ((row(1, "1:a"), row(2, "1:b"), row(3, "1:a")), 0),
        ((row(1, "1:a"), row(2, "1:b"), row(3, "2:a", FORMER)), 0),
        ((), 0),
    ],
)
def test_from_which_row_on_a_password_is_known(kept: tuple[KeptRow, ...], place: int) -> None:
    assert known_from(kept) == place
