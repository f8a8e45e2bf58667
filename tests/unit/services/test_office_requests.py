"""Communications asks for a removal or a closing; it waits until it is answered (BAL-B1f4, YEL-A4)."""

from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.office_requests import OfficeRequest, Wish
from smadmin.domain.vocabulary import Act
from smadmin.services.accounts import Accounts
from smadmin.services.office_requests import OfficeRequests
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road

POST = "https://x.com/lincoln_es/status/1"
WHY = "It names a family."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def requests(road: Road) -> OfficeRequests:
    return OfficeRequests(road.school.desk, road.proof)


def asked(road: Road, requests: OfficeRequests, wish: Wish = Wish.REMOVAL) -> OfficeRequest:
    page = POST if wish is Wish.REMOVAL else ""
    requests.ask(road.by("cem"), road.x, wish, page=page, reason=WHY)
    return requests.brief(road.by("pat")).waiting[-1].request


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


@pytest.mark.demand("BAL-B1f4")
@pytest.mark.demand("YEL-A4")
def test_what_communications_asks_for_waits_until_somebody_did_it(
    road: Road, requests: OfficeRequests
) -> None:
    request = asked(road, requests)
    (sheet,) = requests.brief(road.by("ana")).waiting

    requests.answer(road.by("ana"), request, "", done=True)

    assert (sheet.request.page, sheet.request.reason, sheet.asked_by) == (POST, WHY, "Cem Aydin")
    assert requests.brief(road.by("pat")).waiting == ()
    (told,) = requests.about(road.by("cem"), road.x)
    assert told.request.answer is not None
    assert (told.request.answer.done, told.answered_by) == (True, "Ana Brooks")


def test_a_no_needs_a_sentence_and_communications_reads_it(road: Road, requests: OfficeRequests) -> None:
    request = asked(road, requests)
    with pytest.raises(NotAllowed) as refused:
        requests.answer(road.by("pat"), request, " ", done=False)
    assert why(refused) == ["powers.answer-missing"]

    requests.answer(road.by("pat"), request, "The family asked for it.", done=False)
    (refusal,) = requests.brief(road.by("cem")).refused
    requests.take_back(road.by("cem"), refusal.request)

    assert requests.brief(road.by("cem")).refused == ()
    assert requests.about(road.by("cem"), road.x) == ()


def test_closing_the_account_answers_what_asked_for_it(road: Road, requests: OfficeRequests) -> None:
    request = asked(road, requests, Wish.CLOSING)
    with pytest.raises(NotAllowed) as refused:
        requests.answer(road.by("pat"), request, "", done=True)
    assert why(refused) == ["powers.close-first"]

    Accounts(road.school.desk).close(road.by("pat"), road.x, why="communications asked")

    (told,) = requests.about(road.by("cem"), road.x)
    assert requests.brief(road.by("pat")).waiting == ()
    assert told.request.answer is not None
    assert told.request.answer.done


def test_nobody_else_asks_and_nobody_else_answers(road: Road, requests: OfficeRequests) -> None:
    for somebody in ("ana", "pat", "bo"):
        with pytest.raises(NotAllowed) as refused:
            requests.ask(road.by(somebody), road.x, Wish.REMOVAL, page=POST, reason=WHY)
        assert why(refused) == ["powers.communications-only"]
    request = asked(road, requests)
    with pytest.raises(NotAllowed):
        requests.answer(road.by("bo"), request, "", done=True)
    assert requests.brief(road.by("bo")).waiting == ()
    assert requests.blockers(road.by("cem"), road.x, Act.ASK_CLOSING) == ()


def test_the_same_is_asked_for_once_with_an_address_and_a_reason(
    road: Road, requests: OfficeRequests
) -> None:
    cem = road.by("cem")
    with pytest.raises(NotAllowed) as empty:
        requests.ask(cem, road.x, Wish.REMOVAL, page="lincoln", reason="")
    asked(road, requests)
    with pytest.raises(NotAllowed) as twice:
        requests.ask(cem, road.x, Wish.REMOVAL, page=POST, reason="again")

    assert why(empty) == ["powers.page-missing", "powers.reason-missing"]
    assert why(twice) == ["powers.asked-already"]


def test_who_signs_past_the_program_that_nothing_is_asked_any_more_only_raises_the_alarm(
    road: Road, requests: OfficeRequests
) -> None:
    request = asked(road, requests)

    sign_row(road, road.by("bo"), "take-back", "office-requests", road.x, answered={"to": request.seq})

    with road.school.desk.look(road.by("pat")) as unit:
        assert not road.proof.now(unit).whole
    with pytest.raises(KnownError):
        requests.about(road.by("pat"), road.x)
