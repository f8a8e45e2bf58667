"""Destroying by a schedule: due, ordered by one, signed by another; rows stay and verify."""

from pathlib import Path

import pytest

from smadmin.domain.erasures import ERASURE_PART, erasure_plain
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.retention import Kind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.export import Paper, RecordExport, check_package
from smadmin.services.records_requests import RecordsRequests
from tests.records_asked import FORM
from tests.records_kept import Kept, make_kept
from tests.road import TEXT


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return make_kept(tmp_path)


@pytest.mark.demand("BLO-II")
@pytest.mark.demand("YEL-R")
def test_what_two_persons_ordered_is_gone_and_the_record_says_by_which_row(
    kept: Kept, tmp_path: Path
) -> None:
    road = kept.road
    before = kept.keeping.view(road.by("pat")).due
    kept.destroyed()
    view = kept.keeping.view(road.by("pat"))

    assert {one.kind for one in before} >= {Kind.POSTS, Kind.PHOTOS}
    assert view.due == ()
    assert kept.faults() == []
    assert "records.were-erased" in kept.told()
    (certificate,) = view.certificates
    assert certificate.details == sum(len(one.details) for one in before)
    assert (certificate.ordered_by, certificate.signed_by) == ("Pat Winters", "Cem Aydin")
    RecordExport(road.school.desk).write(road.by("pat"), tmp_path / "bag")
    assert check_package(tmp_path / "bag", Paper()).whole
    assert TEXT.encode() not in b"".join(
        file.read_bytes() for file in (tmp_path / "bag").rglob("*") if file.is_file()
    )


@pytest.mark.parametrize("who", ["ana", "bo"])
def test_only_the_office_orders_and_never_signs_its_own(kept: Kept, who: str) -> None:
    with pytest.raises(NotAllowed):
        kept.keeping.order(kept.road.by(who))
    kept.keeping.order(kept.road.by("pat"))

    with pytest.raises(NotAllowed) as refused:
        kept.keeping.sign(kept.road.by("pat"))
    assert refused.value.happened.id == "retention.own-order"
    with pytest.raises(NotAllowed):
        kept.keeping.sign(kept.road.by(who))
    kept.keeping.take_back(kept.road.by("cem"))
    with pytest.raises(KnownError):
        kept.keeping.sign(kept.road.by("cem"))


def test_nothing_is_destroyed_while_a_request_is_open(kept: Kept) -> None:
    road = kept.road
    requests = RecordsRequests(road.school.desk, road.reader, road.proof, road.media)
    requests.enter(road.by("ana"), FORM)

    with pytest.raises(NotAllowed) as refused:
        kept.keeping.order(road.by("pat"))
    assert refused.value.happened.id == "retention.request-open"


def test_an_order_for_what_was_used_since_isnt_signed(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    details = keeping.order(road.by("pat")).value.details
    with road.school.desk.deed(road.by("ana")) as deed:
        (post,) = {one.post for one in deed.unit.publications.all()}
        deed.record(Act.VOID, Noun.POSTS, post)

    assert [one.message.id for one in keeping.view(road.by("cem")).sign_blockers] == [
        "retention.order-outdated"
    ]
    with pytest.raises(NotAllowed) as refused:
        keeping.sign(road.by("cem"))
    assert refused.value.happened.id == "retention.order-outdated"
    keeping.take_back(road.by("cem"))
    keeping.order(road.by("pat"))
    assert keeping.sign(road.by("cem")).value.details < len(details)


def test_an_order_that_a_changed_program_wrote_destroys_only_what_is_due(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    with road.school.desk.deed(road.by("pat")) as deed:
        part = erasure_plain(((5, "role"), (15, "account")))
        deed.record(Act.ORDER_DESTRUCTION, Noun.DESTRUCTIONS, "forged", parts={ERASURE_PART: part})

    with pytest.raises(NotAllowed) as refused:
        keeping.sign(road.by("cem"))
    assert refused.value.happened.id == "retention.order-outdated"


def test_an_order_that_names_what_is_erased_already_can_be_signed(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    erased = keeping.order(road.by("pat")).value.details
    keeping.sign(road.by("cem"))
    with road.school.desk.deed(road.by("pat")) as deed:
        part = erasure_plain(erased)
        deed.record(Act.ORDER_DESTRUCTION, Noun.DESTRUCTIONS, "again", parts={ERASURE_PART: part})

    assert keeping.view(road.by("cem")).sign_blockers == ()
    keeping.sign(road.by("cem"))
    assert kept.faults() == []
