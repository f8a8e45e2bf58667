"""A week that is signed elsewhere: by a file, on paper; and what doesn't count."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.ids import SchoolId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.photos.statement import signed_statement
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week_signing import WeekAsked, WeekStatement, week_digest
from smadmin.services.week_away import WeekAway, WeekReply, WeekVisit
from smadmin.services.week_parts import plan_part, slot_plain
from smadmin.services.week_signatures import PLAN_PART, STATEMENT_PART
from tests.road import WEEK, Road, make_road

PAGE = (("This week", ("Thursday: Book fair",)),)
THURSDAY = date(2026, 11, 19)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def away(road: Road) -> WeekAway:
    return WeekAway(road.school.desk, road.proof)


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def sent(road: Road, away: WeekAway, folder: Path, *, to: str = "pat") -> WeekVisit:
    file = folder / "a.smweek"
    file.write_bytes(away.ask(road.by("ana"), WEEK, road.school.people[to], PAGE))
    visit = away.open(road.by(to), file)
    assert isinstance(visit, WeekVisit)
    return visit


def answered(road: Road, away: WeekAway, folder: Path, struck: frozenset[str] = frozenset()) -> WeekReply:
    visit = sent(road, away, folder)
    back = folder / "b.smweek"
    back.write_bytes(away.sign(road.by("pat"), visit, struck))  # type: ignore[arg-type]  # slots' ids
    reply = away.open(road.by("ana"), back)
    assert isinstance(reply, WeekReply)
    return reply


def forged(road: Road, by: str, **changes: object) -> WeekReply:
    """Sign a statement as somebody, about a question that nobody sent."""
    actor = road.by(by)
    slots = road.plan.week(actor, WEEK).slots
    with road.school.desk.look(actor) as unit:
        end = unit.record.head()
    plain, signer, key = tuple(slot_plain(one) for one in slots), road.school.people[by], actor.signer.key
    ends, ana = road.school.clock.now() + timedelta(days=7), road.by("ana")
    asker = (road.school.people["ana"], ana.signer.key)
    question = WeekAsked("0", road.school.id, WEEK, *asker, signer, ends, end.seq, end.letters, plain, PAGE)
    said = WeekStatement(
        question="0",
        asked=question.digest,
        school=road.school.id,
        monday=WEEK,
        seq=end.seq,
        letters=end.letters,
        plan=week_digest(plain),
        struck=(),
        signer=signer,
        key=key,
        ends=ends,
    )
    body = replace(said, **changes).to_bytes()  # type: ignore[arg-type]  # what a test changes
    return WeekReply(body, actor.signer.sign(signed_statement(body)), question.to_bytes())


def test_a_week_goes_there_signed_and_back_and_covers_what_was_asked(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = sent(road, away, tmp_path)

    assert visit.sender == "Ana Brooks"
    assert [one.topic for one in visit.slots] == ["Book fair", "Book fair"]
    assert visit.asked.page == PAGE
    reply = answered(road, away, tmp_path)
    assert away.take_in(road.by("ana"), reply).value == WEEK
    plan = road.plan_in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.signed_by == road.school.people["pat"]
    road.released(by="bo")  # by the week's plan alone


def test_the_answer_leaves_out_what_was_struck(road: Road, away: WeekAway, tmp_path: Path) -> None:
    facebook = next(one for one in road.plan.week(road.by("ana"), WEEK).slots if one.account == road.facebook)

    away.take_in(road.by("ana"), answered(road, away, tmp_path, frozenset({facebook.id})))

    road.released(by="bo")
    both = road.submitted(accounts=(road.x, road.facebook))
    refused = [one.message.id for one in road.approvals.blockers(road.by("bo"), both)]
    assert refused == ["approvals.not-in-plan"]


def test_an_answer_counts_once_and_not_after_seven_days(road: Road, away: WeekAway, tmp_path: Path) -> None:
    reply = answered(road, away, tmp_path)
    away.take_in(road.by("ana"), reply)
    with pytest.raises(NotAllowed) as twice:
        away.take_in(road.by("ana"), reply)
    road.plan.withdraw_week(road.by("pat"), WEEK)
    later = answered(road, away, tmp_path)
    road.school.clock.forward(days=7, minutes=1)
    with pytest.raises(NotAllowed) as late:
        away.take_in(road.by("ana"), later)

    assert ids(twice) == ["weeksign.taken-already"]
    assert ids(late) == ["weeksign.too-late"]


@pytest.mark.parametrize("what", ["added", "changed", "withdrawn"])
def test_an_answer_holds_for_the_very_plan_that_was_asked_about(
    road: Road, away: WeekAway, tmp_path: Path, what: str
) -> None:
    reply = answered(road, away, tmp_path)
    if what == "added":
        road.plan.add(road.by("ana"), road.x, THURSDAY, "Chess club")
    elif what == "changed":
        slot = road.plan.week(road.by("ana"), WEEK).slots[0]
        road.plan.change(road.by("ana"), slot, day=slot.day, topic="Raffle")
    else:
        road.plan.sign_week(road.by("pat"), WEEK)
        road.plan.withdraw_week(road.by("pat"), WEEK)

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), reply)

    assert ids(refused) == ["weeksign.changed-since"]


ATTACKS: dict[str, Callable[[Road], WeekReply]] = {
    "another school": lambda road: forged(road, "pat", school=SchoolId("0")),
    "an administrator": lambda road: forged(road, "ana"),
    "an administrator as the principal": lambda road: forged(road, "ana", signer=road.school.people["pat"]),
    "with the principal's key named": lambda road: replace(
        forged(road, "pat"), signature=forged(road, "ana").signature
    ),
    "another revision": lambda road: forged(road, "pat", plan="0"),
    "changed on the way": lambda road: replace(
        forged(road, "pat"), body=forged(road, "pat").body.replace(b'"question":"0"', b'"question":"1"')
    ),
    "no statement": lambda _road: WeekReply(b"{}", b"0" * 64, b"{}"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_forged_statement_is_refused_with_a_sentence(road: Road, away: WeekAway, attack: str) -> None:
    with pytest.raises((BadInput, NotAllowed)):
        away.take_in(road.by("ana"), ATTACKS[attack](road))

    assert road.plan_in_force(road.by("ana"), WEEK) is None


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_row_that_brings_a_forged_statement_signs_nothing(road: Road, attack: str) -> None:
    """A changed program skips the refusal and writes the row all the same; the proof believes nothing."""
    reply = ATTACKS[attack](road)
    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None
    refused = road.approvals.blockers(road.by("bo"), road.submitted())
    assert refused


def planted(road: Road, reply: WeekReply) -> None:
    ana = road.by("ana")
    slots = road.plan.week(ana, WEEK).slots
    said: dict[str, Plain] = {"body": reply.body.decode(), "signature": reply.signature.hex()}
    parts = {PLAN_PART: plan_part(WEEK, slots, frozenset()), STATEMENT_PART: said}
    with road.school.desk.deed(ana) as deed:
        deed.record(Act.TAKE_WEEK, Noun.WEEKS, WEEK.isoformat(), parts=parts)


def test_a_true_statement_planted_with_other_posts_signs_nothing(road: Road) -> None:
    reply = forged(road, "pat")
    road.plan.add(road.by("ana"), road.x, THURSDAY, "Raffle")

    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_a_true_statement_planted_without_what_was_struck_signs_nothing(road: Road) -> None:
    slot = road.plan.week(road.by("ana"), WEEK).slots[0]

    planted(road, forged(road, "pat", struck=(slot.id,)))

    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_a_true_statement_planted_too_late_signs_nothing(road: Road) -> None:
    reply = forged(road, "pat")
    road.school.clock.forward(days=7, minutes=1)

    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_a_true_statement_planted_a_second_time_signs_nothing(road: Road) -> None:
    reply = forged(road, "pat")
    planted(road, reply)
    assert road.plan_in_force(road.by("ana"), WEEK) is not None
    road.plan.withdraw_week(road.by("pat"), WEEK)

    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_a_week_that_was_taken_in_outlasts_its_signers_key_and_role(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    """As one signed here does: rights are judged as they stood at the row's place."""
    away.take_in(road.by("ana"), answered(road, away, tmp_path))

    retired(road, "pat")
    out_of_office(road, "pat", by="vic")

    assert road.plan_in_force(road.by("ana"), WEEK) is not None


def test_an_answer_comes_in_no_more_once_its_key_ended(road: Road, away: WeekAway, tmp_path: Path) -> None:
    reply = answered(road, away, tmp_path)
    retired(road, "pat")

    with pytest.raises(BadInput) as refused:
        away.take_in(road.by("ana"), reply)
    planted(road, reply)

    assert refused.value.happened.id == "weeksign.not-signed"
    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_nor_once_who_signed_has_no_office(road: Road, away: WeekAway, tmp_path: Path) -> None:
    reply = answered(road, away, tmp_path)
    road.school.admit("vic", "Vic Deputy", {Role.PRINCIPAL}, by="pat")
    out_of_office(road, "pat", by="vic")

    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None


def out_of_office(road: Road, name: str, *, by: str) -> None:
    """End every role that somebody has."""
    person = road.school.people[name]
    with road.school.desk.deed(road.school.by(by)) as deed:
        for one in [one for one in deed.trust.grants.values() if one.person == person]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, person, {"grant": one.id})


def retired(road: Road, name: str) -> None:
    """Let a second principal retire somebody's key."""
    school = road.school
    school.admit("vic", "Vic Deputy", {Role.PRINCIPAL}, by=name)
    with school.desk.look() as unit:
        keys = unit.trust.read().keys.values()
    key = next(one.id for one in keys if one.person == school.people[name])
    with school.desk.deed(school.by("vic")) as deed:
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key, {"key": key})


def test_only_a_fresh_passphrase_of_principal_or_deputy_signs(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = sent(road, away, tmp_path)
    pat = road.by("pat")
    road.school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as stale:
        away.sign(pat, visit)
    with pytest.raises(NotAllowed) as other:
        away.sign(road.by("ana"), visit)
    with pytest.raises(NotAllowed) as nothing:
        away.sign(road.by("pat"), visit, frozenset(one.id for one in visit.slots))
    with pytest.raises(NotAllowed) as to_a_reviewer:
        away.ask(road.by("ana"), WEEK, road.school.people["bo"], PAGE)

    assert ids(stale) == ["approvals.passphrase-again"]
    assert ids(other) == ["plan.office-signs"]
    assert ids(nothing) == ["plan.all-struck"]
    assert ids(to_a_reviewer) == ["weeksign.not-office"]
    assert [one.name for one in away.signers(road.by("ana"))] == ["Pat Winters"]
