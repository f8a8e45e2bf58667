"""What a changed program of who leaves signs: by it nobody comes in, and nothing is settled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import Plain
from smadmin.domain.departures import How, LineKind
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import KeyKind, Trust, TrustAct
from smadmin.domain.leavers import Leaver
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.verification import Auditor
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import found_row
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof
from smadmin.services.week_paper import WeekPaper
from smadmin.services.week_signatures import COUNTER_PART
from tests.drill import Drill
from tests.road import WEEK, make_road
from tests.unit.services.test_leavers_word import leaving
from tests.unit.services.test_week_paper import printed, scan


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


Entry = tuple[TrustAct, Noun, dict[str, Plain]]


def _admitted(drill: Drill) -> Entry:
    stranger = Person(PersonId("stranger"), "Stran Ger")
    key = public_key(Identity.new(), KeyKind.PERSON, stranger.id, drill.school.seat.id)
    return TrustAct.ADMIT, Noun.KEYS, {"key": key.to_plain(), "person": stranger.to_plain()}


def _granted(drill: Drill) -> Entry:
    day, to = drill.school.clock.at.date(), drill.school.people["ana"]
    grant = Grant("planted", to, Role.COMMUNICATIONS, day)
    return TrustAct.GRANT, Noun.PEOPLE, {"grant": grant.to_plain()}


def _designated(drill: Drill) -> Entry:
    account = drill.accounts.all()[0].id
    day, to = drill.school.clock.at.date(), drill.school.people["bo"]
    grant = Grant("planted", to, Role.ADMINISTRATOR, day, account)
    return TrustAct.GRANT, Noun.PEOPLE, {"grant": grant.to_plain()}


def _own(drill: Drill) -> Entry:
    grant = Grant("planted", drill.school.people["pat"], Role.COMMUNICATIONS, drill.school.clock.at.date())
    return TrustAct.GRANT, Noun.PEOPLE, {"grant": grant.to_plain()}


def _revoked(drill: Drill) -> Entry:
    with drill.school.desk.look() as unit:
        grants = unit.trust.read().grants.values()
    theirs = next(one.id for one in grants if one.person == drill.school.people["cem"])
    return TrustAct.REVOKE, Noun.PEOPLE, {"grant": theirs}


def _retired(drill: Drill) -> Entry:
    return TrustAct.RETIRE, Noun.KEYS, {"key": drill.school.by("cem").signer.key}


def _pinned(drill: Drill) -> Entry:
    account = drill.accounts.all()[0].id
    return TrustAct.PIN, Noun.ACCOUNTS, {"account": account, "platform_id": "another page"}


def _school_key(_drill: Drill) -> Entry:
    return TrustAct.SCHOOL_KEY, Noun.SCHOOL_KEYS, {"number": 9, "sha256": "00" * 32}


PLANTED = [_admitted, _granted, _designated, _own, _revoked, _retired, _pinned, _school_key]


def plant(drill: Drill, row: Entry, by: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Write a trust row as a program would that asks nobody; gives its place."""
    act, noun, entry = row
    with monkeypatch.context() as changed:
        changed.setattr("smadmin.domain.keys.may_say", lambda *_all: True, raising=False)
        changed.setattr("smadmin.services.desk.leaver_trust_blockers", lambda *_all, **_more: ())
        with drill.school.desk.deed(drill.school.by(by)) as deed:
            return deed.record_trust(act, noun, "planted", entry)


def judged(drill: Drill) -> tuple[frozenset[int], Trust]:
    """Give the faulty rows and what the record bears out, as the next start finds them."""
    with drill.school.desk.look() as unit:
        proven = Proof(drill.school.desk, lambda: drill.school.noted).now(unit)
    return proven.faulty, proven.trust


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("planted", PLANTED)
def test_a_changed_program_of_who_leaves_changes_no_trust(
    drill: Drill, planted: Callable[[Drill], Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    drill.account(Platform.X, "lincoln_es")
    drill.leave(by="cem", who="pat", to="kim")
    before = judged(drill)[1]

    row = plant(drill, planted(drill), "pat", monkeypatch)

    faulty, trust = judged(drill)
    assert row in faulty
    assert trust == before
    named = {one.seq for one in drill.school.records.verify().faults}
    assert row in named, "also for who verifies without being signed in"


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("planted", PLANTED[:-1])  # another school key nobody has
def test_the_same_signed_before_it_began_stands(
    drill: Drill, planted: Callable[[Drill], Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    drill.account(Platform.X, "lincoln_es")
    signed = planted(drill)
    if signed[0] is TrustAct.RETIRE:
        signed = (*signed[:2], {"key": drill.school.by("bo").signer.key})
    if signed[0] is TrustAct.REVOKE:
        drill.school.admit("lee", "Lee Moss", {Role.COMMUNICATIONS}, by="pat")
    plant(drill, signed, "pat", monkeypatch)
    before = judged(drill)[1]
    by = "lee" if signed[0] is TrustAct.REVOKE else "cem"

    drill.leave(by=by, who="pat", to="kim")

    faulty, after = judged(drill)
    assert not faulty
    assert (after.keys, after.grants, after.pins) == (before.keys, before.grants, before.pins)


def test_the_order_of_rows_decides_and_not_the_time_that_they_claim(
    drill: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    drill.account(Platform.X, "lincoln_es")
    drill.leave(by="cem", who="pat", to="kim")
    drill.school.clock.forward(minutes=-30)

    row = plant(drill, _granted(drill), "pat", monkeypatch)

    assert row in judged(drill)[0]


@pytest.mark.demand("BAL-B1b3")
def test_once_somebody_says_that_they_stay_their_rows_count_again(
    drill: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    drill.account(Platform.X, "lincoln_es")
    departure = drill.leave(by="cem", who="pat", to="kim")
    stays = LineKind.RIGHTS.value
    drill.departures.settle(drill.school.by("cem"), departure, stays, How.WAIVED, reason="they stay")

    plant(drill, _granted(drill), "pat", monkeypatch)

    faulty, trust = judged(drill)
    assert not faulty
    assert "planted" in trust.grants


@pytest.mark.demand("BAL-B1b3")
def test_who_comes_back_after_the_end_has_a_say_again(drill: Drill) -> None:
    departure = drill.leave(by="cem", who="ana", to="kim")
    drill.settle_all(departure)
    drill.departures.end(drill.school.by("pat"), departure)

    assert not judged(drill)[1].leaving


@pytest.mark.demand("BAL-B1b3")
def test_a_countersignature_of_who_leaves_leaves_a_paper_week_owed(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)
    road.school.desk.leaves = lambda *_who: Leaver.STAYS  # as another program's
    paper, bo, pat = WeekPaper(road.school.desk, road.proof), road.by("bo"), road.by("pat")
    paper.enter(bo, WEEK, printed(road), scan(road, bo))
    (owed,) = paper.owed(pat)
    leaving(road)

    with road.school.desk.deed(pat) as deed:
        part: dict[str, Plain] = {"row": owed.fact.seq}
        deed.record(Act.COUNTERSIGN, Noun.WEEKS, WEEK.isoformat(), parts={COUNTER_PART: part})

    assert [one.plan.monday for one in paper.owed(pat)] == [WEEK]
    plan = road.plan_in_force(bo, WEEK)
    assert plan is not None
    assert plan.owed


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(("before", "found"), [(True, []), (False, ["records.part-missing"])])
def test_who_leaves_is_no_second_person_to_order_that_a_part_is_erased(
    drill: Drill, *, before: bool, found: list[str]
) -> None:
    school = drill.school
    school.desk.leaves = lambda *_who: Leaver.STAYS  # as another program's
    with school.desk.deed(school.by("ana")) as deed:
        seq = deed.record(Act.CONFIRM, Noun.ACCOUNTS, school.id, parts={"words": "gone soon"})
    if not before:
        drill.leave(by="cem", who="pat", to="kim")
    for who in ("cem", "pat"):
        with school.desk.deed(school.by(who)) as deed:
            deed.record(Act.ERASE, Noun.RECORDS, f"{seq}/words")
    auditor = Auditor(Ed25519Verifier())
    with school.desk.look() as unit:
        parts = {stored.seq: told for stored, told in unit.record.with_parts()} | {seq: {}}
        for stored in unit.record.rows():
            auditor.take(found_row(stored, parts.get(stored.seq, {})))

    assert [one.message.id for one in auditor.finish()] == found
