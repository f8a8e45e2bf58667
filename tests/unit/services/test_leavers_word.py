"""By the word of who is on the way out nobody else releases, and nobody comes in."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain import verification
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.leavers import Leaver
from smadmin.domain.notices import NoticeText
from smadmin.domain.people import Grant, Role
from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import week_standing
from smadmin.services.departures import Departures
from smadmin.services.gate import LastGate
from smadmin.services.heads import Noted
from smadmin.services.mandates import NOTICE_PART, notice_texts, permissions
from smadmin.services.notices import Notices
from smadmin.services.proof import Proof, Proven
from smadmin.services.sent_notices import sent_notices
from smadmin.services.week_away import WeekAway
from smadmin.services.yeses import open_yeses
from tests.drill import Drill
from tests.road import WEEK, Road, make_road
from tests.spoken_road import signed, spoken_of
from tests.unit.services.test_sent_notices import sent as sent_notice
from tests.unit.services.test_week_away import answered, planted, sent

LETS_RELEASE = [
    (Act.SIGN_WEEK, Noun.WEEKS),
    (Act.ENTER_WEEK, Noun.WEEKS),
    (Act.COUNTERSIGN, Noun.WEEKS),
    (Act.COUNTERSIGN, Noun.NOTICES),
    (Act.COUNTERSIGN, Noun.SPOKEN_YESES),
    (Act.STANDING_PERMISSION, Noun.PERMISSIONS),
    (Act.SIGN_NOTICE, Noun.NOTICES),
]
DECIDES = [
    (Act.APPROVE_ACCOUNT, Noun.ACCOUNTS),
    (Act.EXCUSE, Noun.ACCOUNTS),
    (Act.PUT_IN_FORCE, Noun.POLICIES),
    (Act.NAME_HOLDERS, Noun.CREDENTIALS),
    (Act.ERASE, Noun.RECORDS),
]


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school without a signed week, whose desk is that of a program of before: it stops nobody."""
    road = make_road(tmp_path, signed=False)
    road.school.desk.leaves = lambda *_who: Leaver.STAYS
    return road


def refused() -> AbstractContextManager[object]:
    return pytest.raises(NotAllowed, match=r"departures\.leaves-oneself")


def leaving(road: Road, by: str = "cem") -> None:
    people = road.school.people
    going = Departures(road.school.desk, road.proof, lambda: road.reader.policy.platforms)
    going.begin(road.by(by), Leaving(person=people["pat"], successor=people["dee"]))
    road.school.clock.forward(minutes=1)


def without_communications(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        for one in [one for one in deed.trust.grants.values() if one.role is Role.COMMUNICATIONS]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, one.person, {"grant": one.id})


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("by", ["cem", "kim"])
@pytest.mark.parametrize(("act", "noun"), LETS_RELEASE + DECIDES)
def test_who_leaves_signs_nothing_that_outlasts_them(drill: Drill, act: Act, noun: Noun, by: str) -> None:
    """Where an administrator began it the office keeps its say, but nobody releases by it."""
    drill.leave(by=by, who="pat", to="cem")
    barred = by == "cem" or (act, noun) in LETS_RELEASE

    with refused() if barred else nullcontext(), drill.school.desk.deed(drill.school.by("pat")) as deed:
        deed.record(act, noun, "one", parts={})


@pytest.mark.demand("BAL-B1b3")
def test_a_trust_row_of_who_leaves_is_their_own_by_what_it_says_and_not_by_its_name(drill: Drill) -> None:
    school, people = drill.school, drill.school.people
    drill.leave(by="cem", who="pat", to="cem")
    pat, kims = school.by("pat"), school.by("kim").signer.key
    with school.desk.look() as unit:
        grants = unit.trust.read().grants.values()
    own, theirs = (next(one.id for one in grants if one.person == people[name]) for name in ("pat", "kim"))
    given = Grant(school.desk.ids.new(), people["kim"], Role.PRINCIPAL, school.clock.at.date(), None)

    for act, noun, entry in (
        (TrustAct.GRANT, Noun.PEOPLE, {"grant": given.to_plain()}),
        (TrustAct.REVOKE, Noun.PEOPLE, {"grant": theirs}),
        (TrustAct.RETIRE, Noun.KEYS, {"key": kims}),
    ):
        with refused(), school.desk.deed(pat) as deed:
            deed.record_trust(act, noun, people["pat"], entry)
    with school.desk.deed(pat) as deed:
        deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, people["kim"], {"grant": own})


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    ("by", "alone", "counts"), [("cem", False, False), ("ana", False, False), ("ana", True, True)]
)
def test_nobody_releases_by_a_week_signed_on_the_way_out(
    road: Road, by: str, *, alone: bool, counts: bool
) -> None:
    """But an administrator silences no principal who is alone in the office."""
    post = road.submitted()
    if alone:
        without_communications(road)
    leaving(road, by)

    road.plan.sign_week(road.by("pat"), WEEK)

    assert (road.plan_in_force(road.by("ana"), WEEK) is not None) is counts
    assert (not road.approvals.blockers(road.by("bo"), post)) is counts


def test_a_week_signed_before_stays_in_force(road: Road) -> None:
    road.plan.sign_week(road.by("pat"), WEEK)
    before = road.plan_in_force(road.by("ana"), WEEK)
    leaving(road)
    road.plan.sign_week(road.by("pat"), WEEK)

    after = road.plan_in_force(road.by("ana"), WEEK)

    assert before is not None
    assert after is not None
    assert after.seq == before.seq
    road.released(by="bo")


def test_an_answer_of_who_leaves_signs_no_week_whoever_takes_it_in(road: Road, tmp_path: Path) -> None:
    away = WeekAway(road.school.desk, road.proof)
    visit, reply = sent(road, away, tmp_path), answered(road, away, tmp_path)
    leaving(road)

    with refused():
        away.sign(road.by("pat"), visit)
    planted(road, reply)

    assert road.plan_in_force(road.by("ana"), WEEK) is None


@pytest.mark.demand("BAL-B1b3")
def test_what_another_program_released_by_such_a_week_passes_no_gate(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving(road)
    with monkeypatch.context() as another_program:
        another_program.setattr(verification, "counts_for_nothing", lambda *_row: False)
        another_program.setattr(week_standing, "left_then", lambda *_who: False)
        road.plan.sign_week(road.by("pat"), WEEK)
        post = road.released(by="bo")
    whole = Proof(road.school.desk, lambda: Noted(road.school.heads.kept()))
    gate = LastGate(road.school.desk, road.reader, whole, road.media)

    reasons = [one.message.id for one in gate.blockers(road.by("ana"), post, road.x)]

    assert "publications.mandate-gone" in reasons


def permit(road: Road) -> None:
    ends = WEEK + timedelta(days=30)
    road.approvals.permit(
        road.by("pat"), road.school.people["ana"], starts=WEEK, ends=ends, accounts=(road.x,)
    )


def sign_notice(road: Road) -> None:
    people, last = (road.school.people["dee"],), WEEK + timedelta(days=30)
    made, kind = road.school.desk.ids.new(), next(iter(NoticeKind))
    text = NoticeText(made, kind, "Closed today.", people, (road.x,), WEEK, last)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.SIGN_NOTICE, Noun.NOTICES, text.id, parts={NOTICE_PART: text.to_plain()})


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(("signs", "found"), [(permit, permissions), (sign_notice, notice_texts)])
def test_a_permission_and_a_notice_signed_on_the_way_out_let_nobody_release(
    road: Road, signs: Callable[[Road], None], found: Callable[[Proven], tuple[object, ...]]
) -> None:
    signs(road)
    leaving(road)
    signs(road)

    with road.school.desk.look(road.by("pat")) as unit:
        assert len(found(road.proof.now(unit))) == 1


@pytest.mark.demand("BAL-B1b3")
def test_a_countersignature_on_the_way_out_closes_no_yes(road: Road) -> None:
    yeses = spoken_of(road)
    posts = [signed(road, yeses, text=f"Day {n} of the fair.") for n in range(2)]
    yeses.countersign(road.by("pat"), posts[0])
    leaving(road)

    with road.school.desk.deed(road.by("pat")) as deed:  # by another program
        deed.record(Act.COUNTERSIGN, Noun.SPOKEN_YESES, posts[1])

    with road.school.desk.look(road.by("cem")) as unit:
        assert len(open_yeses(road.proof.now(unit), most=9)) == 1


@pytest.mark.demand("BAL-B1b3")
def test_a_countersignature_on_the_way_out_settles_no_notice(road: Road) -> None:
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    post = sent_notice(road, notices)
    leaving(road)

    def owed() -> object:
        with road.school.desk.look(road.by("pat")) as unit:
            (told,) = sent_notices(road.proof.now(unit), road.school.clock.now())
        return told.owed

    before = owed()

    with road.school.desk.deed(road.by("pat")) as deed:  # by another program
        deed.record(Act.COUNTERSIGN, Noun.NOTICES, post)

    assert before
    assert owed() == before
