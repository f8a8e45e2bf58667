"""The words for visitors stand on each account: a person saw them, or the program on the public page."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import NotAllowed, OutsideFailed
from smadmin.domain.set_up import SetUpItem
from smadmin.domain.visitor_rules import RulesStage, SeenBy
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.visitor_rules import VisitorPages
from tests.faults.forgeries import sign_row
from tests.loopback import answer, answering
from tests.road import Road, make_road
from tests.unit.publishing.at_web import web

NOTICE = (
    "This is an official publication of Yelm Community Schools (YCS). YCS reserves the right to monitor and "
    "remove posts or comments that violate Policy 4007P."
)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, policy="yelm-wa")


@pytest.fixture
def pages(road: Road) -> VisitorPages:
    return VisitorPages(road.school.desk, road.reader, road.proof, web())


def due(pages: VisitorPages, road: Road, name: str) -> set[str]:
    return {one.account.id for one in pages.due(road.by(name))}


def put_page(road: Road, address: str) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        found = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(found, page=address))
        deed.record(Act.CHANGE, Noun.ACCOUNTS, road.x)


@pytest.mark.demand("YEL-A3")
def test_each_account_is_owed_the_notice_until_somebody_saw_it_there_and_again_after_a_year(
    road: Road, pages: VisitorPages
) -> None:
    assert due(pages, road, "ana") == {road.x, road.facebook}
    assert due(pages, road, "pat") == {road.x, road.facebook}
    assert due(pages, road, "bo") == set()

    for account in (road.x, road.facebook):
        pages.posted(road.by("ana"), account, SeenBy.PERSON)

    sheet = pages.sheet(road.by("pat"), road.x)
    assert sheet.stage is RulesStage.FINE
    assert sheet.posted is not None
    assert (sheet.posted.by, sheet.posted.seen_by) == ("Ana Brooks", SeenBy.PERSON)
    assert sheet.rules.notices == (NOTICE,)
    assert due(pages, road, "ana") == set()

    road.school.clock.forward(days=340)
    assert due(pages, road, "ana") == {road.x, road.facebook}
    assert due(pages, road, "pat") == set()
    road.school.clock.forward(days=30)
    assert due(pages, road, "pat") == {road.x, road.facebook}


@pytest.mark.demand("YEL-A3")
def test_a_public_page_with_the_notice_is_found_by_the_program_and_signed(
    road: Road, pages: VisitorPages
) -> None:
    page = f"<html><head><title>x</title></head><body><p>{NOTICE}</p></body></html>".encode()
    with answering(answer(200, page)) as server:
        put_page(road, server.address)
        found, changes = pages.find(road.by("ana"), road.x)

    assert found
    assert changes
    posted = pages.sheet(road.by("ana"), road.x).posted
    assert posted is not None
    assert posted.seen_by is SeenBy.PROGRAM
    assert not any(b"uthorization" in head for head in server.heads)


@pytest.mark.demand("YEL-A3")
def test_a_public_page_without_it_signs_nothing(road: Road, pages: VisitorPages) -> None:
    with answering(answer(200, b"<p>This is an official publication of YCS.</p>")) as server:
        put_page(road, server.address)
        found, _ = pages.find(road.by("ana"), road.x)

    assert not found
    assert pages.sheet(road.by("ana"), road.x).posted is None


def test_a_page_that_asks_to_sign_in_is_left_to_a_person(road: Road, pages: VisitorPages) -> None:
    with answering(answer(403)) as server:
        put_page(road, server.address)
        with pytest.raises(OutsideFailed):
            pages.find(road.by("ana"), road.x)
    with pytest.raises(OutsideFailed):
        VisitorPages(road.school.desk, road.reader, road.proof, None).look(road.by("ana"), road.x)


def test_who_does_not_work_with_the_account_says_nothing(road: Road, pages: VisitorPages) -> None:
    assert pages.sheet(road.by("bo"), road.x).blockers
    for refused in (
        lambda: pages.posted(road.by("bo"), road.x, SeenBy.PERSON),
        lambda: pages.find(road.by("bo"), road.x),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_what_the_set_up_list_ticked_counts_as_seen(road: Road, pages: VisitorPages) -> None:
    for item in (SetUpItem.NOTICE, SetUpItem.RULES):
        assert pages.sheet(road.by("ana"), road.x).stage is RulesStage.NEVER
        sign_row(road, road.by("ana"), Act.TICK, Noun.ACCOUNTS, road.x, item={"item": item.value})

    assert pages.sheet(road.by("ana"), road.x).stage is RulesStage.FINE


def test_a_row_that_says_nothing_is_passed_over(road: Road, pages: VisitorPages) -> None:
    sign_row(road, road.by("ana"), Act.POST_RULES, Noun.VISITOR_RULES, road.x, posted={"seen_by": "nobody"})

    assert pages.sheet(road.by("ana"), road.x).posted is None


def test_an_account_that_is_closed_is_asked_for_nothing(road: Road, pages: VisitorPages) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        found = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(found, stage=AccountStage.CLOSED))
        deed.record(Act.CLOSE, Noun.ACCOUNTS, road.x)

    assert due(pages, road, "ana") == {road.facebook}
