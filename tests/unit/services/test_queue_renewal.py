"""A new log-in reaches what is queued; with a dead one nothing is tried."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PostId, SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Noun
from smadmin.services.keys import public_key
from smadmin.services.packing import Packed
from smadmin.services.queue_renewal import QueueRenewal
from smadmin.services.queue_states import InLine, QueueState, in_line
from smadmin.services.students.roster import Students
from tests.direct import TOKEN
from tests.entrusted import handed
from tests.queue_cases import AN_HOUR, goes, try_to_send
from tests.queued import Queued, make_queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def stands(queued: Queued, publication: Publication) -> InLine:
    road = queued.direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        told = in_line(road.proof.now(unit), unit.publications.get(publication.id), road.school.clock.now())
    assert told is not None
    return told


def renew(queued: Queued, by: str = "ana") -> None:
    """Pack anew what is queued, as whoever renewed the log-in has it done."""
    road, blog = queued.direct.road, queued.direct.blogs[0]
    renewal = QueueRenewal(road.school.desk, road.proof, queued.queueing)
    renewal.enter(road.by(by), renewal.pack(road.by(by), blog).packed)


def keep_token(queued: Queued, secret: str, *, by: str = "ana", ends_in: int | None = None) -> None:
    """Put another token in the place of the old one, which the platform no longer knows."""
    direct, blog = queued.direct, queued.direct.blogs[0]
    old = direct.platform.tokens
    direct.platform.tokens = {secret: next(iter(old.values()))}
    today = direct.road.school.clock.now().date()
    ends = None if ends_in is None else today + timedelta(days=ends_in)
    log_in = LogIn("ana", "a long password for blog0 77", tokens=(ApiToken(TOKEN, secret, ends),))
    actor = direct.road.by(by)
    direct.vault.shelve(direct.vault.keep(actor, blog, log_in).value)


def test_a_new_token_goes_out_with_what_was_queued_before(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    keep_token(queued, "canary-new")
    assert stands(queued, publication).state is QueueState.KEPT

    renew(queued)

    assert stands(queued, publication).state is QueueState.BY_ITSELF
    assert goes(queued, publication)
    assert len(queued.direct.platform.kept) == 1


def test_connected_anew_it_goes_at_its_time(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    queued.direct.connect(queued.direct.blogs[0])

    renew(queued)

    assert goes(queued, publication)


def test_without_packing_anew_the_dead_token_is_never_tried(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    keep_token(queued, "canary-new")
    asked = len(queued.direct.platform.calls)

    assert not goes(queued, publication)

    assert len(queued.direct.platform.calls) == asked
    assert [one.message.id for one in stands(queued, publication).why] == ["queue.token-renewed"]


def test_who_could_not_have_queued_it_leaves_it_asked_about(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())
    keep_token(queued, "canary-new", by="dee")

    renew(queued, by="dee")

    assert stands(queued, publication).state is QueueState.KEPT
    assert not goes(queued, publication)


def test_what_a_person_has_to_look_at_first_is_not_packed_anew(queued: Queued) -> None:
    road = queued.direct.road
    publication = queued.queue(queued.direct.released())
    Students(road.school.desk, road.media, roster_age_days=30).add(
        road.by("pat"), StudentEntry("Lia", "Moreno")
    )
    keep_token(queued, "canary-new")

    renew(queued)

    assert not goes(queued, publication)
    assert "queue.children-changed" in {one.message.id for one in stands(queued, publication).why}


def test_refused_at_its_time_it_goes_once_a_new_token_stands_within_the_hour(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    dead, direct.platform.tokens = direct.platform.tokens, {}
    direct.road.school.clock.forward(**AN_HOUR)
    try_to_send(queued, publication)
    told = stands(queued, publication)
    assert (told.state, told.why[0].message.id) == (QueueState.KEPT, "publishers.refused")

    direct.platform.tokens = dead
    keep_token(queued, "canary-new")
    renew(queued)
    try_to_send(queued, publication)

    assert [one.sent.key for one in direct.platform.kept] == [publication.id]


@pytest.mark.parametrize(("minutes", "kept"), [(0, True), (50, False)])
def test_that_the_platform_keeps_it_stays_so_with_a_new_log_in(
    queued: Queued, minutes: int, *, kept: bool
) -> None:
    queued.direct.platform.can_schedule = True
    publication = handed(queued)
    queued.direct.road.school.clock.forward(minutes=minutes)
    keep_token(queued, "canary-new")

    renew(queued)

    assert (stands(queued, publication).queued.handed_until is not None) is kept
    queued.seat().go(publication)
    assert len(queued.direct.platform.kept) == kept


def test_what_another_computer_login_sends_isnt_packed_anew_here(queued: Queued) -> None:
    publication, road = queued.queue(queued.direct.released()), queued.direct.road
    other = SeatId("0199c82c-c0ff-7000-8000-0000000000ff")
    with road.school.desk.deed(road.by("pat")) as deed:
        seat = public_key(Identity.new(), KeyKind.SEAT, None, other)
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, seat.id, {"key": seat.to_plain()})
    keep_token(queued, "canary-new")
    renewal = QueueRenewal(road.school.desk, road.proof, queued.queueing)

    assert renewal.pack(replace(road.by("ana"), seat=other), queued.direct.blogs[0]).packed == ()

    assert [one.message.id for one in stands(queued, publication).why] == ["queue.token-renewed"]


def test_what_a_locked_keyring_keeps_from_it_is_counted_and_the_rest_is_packed(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    road, blog = queued.direct.road, queued.direct.blogs[0]
    publications = [queued.queue(queued.direct.released(text=text)) for text in ("The fair.", "The choir.")]
    keep_token(queued, "canary-new")
    renewal = QueueRenewal(road.school.desk, road.proof, queued.queueing)
    pack_for, calls = queued.queueing.pack_for, list[PostId]()

    def locked_once(by: Actor, post: PostId, *rest: object, **more: object) -> Packed:
        calls.append(post)
        if len(calls) == 1:
            raise OutsideFailed(say("keptpage.none"))
        return pack_for(by, post, *rest, **more)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(queued.queueing, "pack_for", locked_once)
    anew = renewal.pack(road.by("ana"), blog)

    assert (len(anew.packed), anew.stayed) == (1, 1)
    renewal.enter(road.by("ana"), anew.packed)
    states = [stands(queued, one).state for one in publications]
    assert sorted(states, key=lambda one: one.value) == [QueueState.BY_ITSELF, QueueState.KEPT]
