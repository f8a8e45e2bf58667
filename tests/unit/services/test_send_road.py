"""The road of a post that the program sends: kills between any two parts, faults at each stage.

It is out once and only once, and never on another account.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import NOTHING_WENT_OUT, Trouble, Who
from smadmin.domain.sending import Next, SendStage
from smadmin.services.accounts import Accounts
from smadmin.services.ready import OtherIdentity, Standing
from smadmin.services.stops import Stops
from tests.direct import Direct, Killed, make_direct
from tests.fake_platform import Fault, perhaps_taken
from tests.sent_walk import walk

ENDS = (Next.DONE, Next.ASK)
SEED = 7
_SILENT = Fault(Trouble.UNREACHABLE)
_METHODS = ("who_am_i", "publish", "find", "read_back")
CASES = [
    *((method, trouble, False) for method in _METHODS for trouble in Trouble),
    *(("publish", trouble, True) for trouble in Trouble if perhaps_taken(trouble)),
]
"""What each call can meet; that it was taken all the same makes a difference for posting alone."""


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    """One school for all cases: founding it takes longer than a case."""
    return make_direct(tmp_path_factory.mktemp("direct"))


def on_to_the_end(direct: Direct, publication: Publication, *, most: int = 80) -> Standing:
    """Go on as an open program does: when its time has come, again."""
    for _ in range(most):
        standing = direct.go(publication)
        if standing.decision.next is not Next.WAIT:
            return standing
        assert standing.decision.at is not None
        clock = direct.road.school.clock
        clock.forward(seconds=max(0.0, (standing.decision.at - clock.now()).total_seconds()))
    raise AssertionError("it never ends")


@pytest.mark.parametrize("killed_after", range(10))
def test_a_kill_between_any_two_parts_leads_to_one_post(tmp_path: Path, killed_after: int) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    try:
        direct.go(intended, killed_after=killed_after)
    except Killed:
        left = direct.road.publications.unfinished()
        sent = "publish" in direct.platform.calls
        assert not sent or [one.step for one in left] in ([PublicationStep.SENDING], [])
    before = list(direct.platform.calls)
    standing = on_to_the_end(direct, intended)

    assert standing.decision.next is Next.DONE
    assert standing.sending.stage is SendStage.SEEN
    assert [one.sent.key for one in direct.platform.kept] == [intended.id]
    if "send" in direct.acts(intended) and "publish" in before:
        assert "publish" not in direct.platform.calls[len(before) :]


@pytest.mark.parametrize(("method", "trouble", "after"), CASES)
def test_whatever_goes_wrong_once_it_is_posted_once_or_a_person_is_asked(
    direct: Direct, method: str, trouble: Trouble, *, after: bool
) -> None:
    faults = [("publish", Fault(Trouble.LOST, after=True))] if method == "find" else []
    faults.append((method, Fault(trouble, after=after)))
    direct.platform.faults = _once(faults)
    intended = direct.intended(direct.released())

    standing = on_to_the_end(direct, intended)

    assert standing.decision.next in ENDS
    out = [one for one in direct.platform.kept if one.sent.key == intended.id]
    if standing.decision.next is Next.ASK:
        assert not out
        assert trouble in NOTHING_WENT_OUT - {Trouble.UNREACHABLE}
        direct.road.school.clock.forward(seconds=1)
        direct.sendings.go_on(direct.road.by("ana"), intended)
        assert on_to_the_end(direct, intended).decision.next is Next.DONE
        out = [one for one in direct.platform.kept if one.sent.key == intended.id]
    assert len(out) == 1


def test_a_lost_answer_of_a_slow_server_is_waited_for_before_anything_goes_again(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    late = Fault(Trouble.LOST, after=True, late=timedelta(seconds=150))
    direct.platform.faults = _once([("publish", late)])

    standing = on_to_the_end(direct, intended := direct.intended(direct.released()))

    assert standing.decision.next is Next.DONE
    assert direct.platform.calls.count("publish") == 1
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


def test_what_the_server_wishes_is_waited_for(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    direct.platform.faults = _once([("publish", Fault(Trouble.BUSY, wish=1200))])
    intended = direct.intended(direct.released())

    standing = direct.go(intended)

    now = direct.road.school.clock.now()
    assert standing.decision.next is Next.WAIT
    assert standing.decision.at is not None
    assert timedelta(minutes=19) < standing.decision.at - now <= timedelta(minutes=20)


def test_after_the_released_time_a_person_is_asked_and_nothing_goes(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    direct.platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "who_am_i" else None
    intended = direct.intended(direct.released())
    assert direct.go(intended).decision.next is Next.WAIT
    direct.platform.faults = lambda _: None
    direct.road.school.clock.forward(days=8)

    assert direct.go(intended).decision.next is Next.ASK
    assert direct.platform.kept == []


@pytest.mark.demand("BAL-B1f4")
def test_a_hold_stops_what_waits_for_its_next_try_until_the_account_goes_on(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    blog, pat = direct.blogs[0], direct.road.by("pat")
    accounts = Accounts(direct.road.school.desk, proof=direct.road.proof)
    direct.platform.faults = _once([("publish", Fault(Trouble.UNREACHABLE))])
    intended = direct.intended(direct.released())
    assert direct.go(intended).decision.next is Next.WAIT

    accounts.hold(pat, blog, why="Wait a moment")
    direct.road.school.clock.forward(minutes=5)
    assert direct.go(intended).decision.next is Next.HOLD
    assert direct.platform.kept == []
    accounts.go_on(direct.road.by("pat"), blog, why="Go on")

    assert direct.go(intended).decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def test_an_account_that_fails_holds_no_other_up(tmp_path: Path) -> None:
    direct = make_direct(tmp_path, blogs=2)
    first, second = direct.blogs
    post = direct.released(*direct.blogs)
    one, two = direct.intended(post, first), direct.intended(post, second)
    direct.platform.faults = _once([("publish", Fault(Trouble.INVALID))])

    assert direct.go(one).decision.next is Next.ASK
    assert direct.go(two).decision.next is Next.DONE
    assert {item.id: item.step for item in direct.road.publications.unfinished()} == {
        one.id: PublicationStep.INTENDED
    }


def test_posts_through_faults_and_kills_are_each_out_once(tmp_path: Path) -> None:
    """A walk of 12; `tests/faults/test_sent_once.py` walks the issue's 300."""
    walked = walk(make_direct(tmp_path, blogs=3), 12, random.Random(SEED))  # noqa: S311  the same faults again

    assert (walked.duplicates, walked.losses) == (0, 0)
    assert min(walked.faults, walked.kills) > 5


@pytest.mark.demand("BAL-B1g1")
@pytest.mark.parametrize("sent_before", [False, True])
def test_another_log_in_stops_the_account_and_says_whose_it_was(tmp_path: Path, *, sent_before: bool) -> None:
    direct = make_direct(tmp_path)
    secret, intended = direct.secret(direct.blogs[0]), direct.intended(direct.released())
    if sent_before:  # an answer was lost, and the other log-in would find nothing
        direct.platform.faults = _once([("publish", Fault(Trouble.LOST, after=True)), ("who_am_i", _SILENT)])
        assert direct.go(intended).decision.next is Next.WAIT
        direct.road.school.clock.forward(minutes=5)
    other = replace(direct.platform.tokens[secret], id="id-else", handle="somebody")
    direct.platform.tokens[secret] = other

    with pytest.raises(OtherIdentity):
        direct.go(intended)

    desk, ana = direct.road.school.desk, direct.road.by("ana")
    (stop,) = Stops(desk, direct.road.proof).all(ana)
    assert (stop.account.id, stop.wrong, stop.seen) == (direct.blogs[0], True, "somebody")
    assert "not-out" not in direct.acts(intended)
    assert len(direct.platform.kept) == int(sent_before)


def test_nobody_else_goes_on_with_it_but_the_office(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    with pytest.raises(NotAllowed) as refused:
        direct.go(intended, by="dee")

    assert refused.value.happened.id == "publications.not-yours"
    assert direct.go(intended, by="pat").decision.next is Next.DONE


@pytest.mark.demand("BAL-B1g1")
def test_100_tries_to_send_with_another_log_in_post_nothing(tmp_path: Path) -> None:
    direct, chance = make_direct(tmp_path), random.Random(SEED)  # noqa: S311  the same faults again
    blog, desk = direct.blogs[0], direct.road.school.desk
    secret, true = direct.secret(blog), direct.platform.tokens[direct.secret(blog)]
    others = [
        Who("id-else", "somebody", "Somebody", "https://elsewhere.example"),
        Who("id-else", true.handle, true.name, true.page),  # the same name, and not the account
        Who("", "", "", ""),
        Who(true.id.upper(), true.handle, true.name, true.page),
    ]
    intended = direct.intended(direct.released())
    stopped = 0
    for _ in range(100):
        direct.platform.tokens[secret] = chance.choice(others)
        kill = chance.choice([None, None, 4, 5])
        try:
            direct.go(intended, killed_after=kill)
        except Killed:
            continue
        except KnownError as error:
            stopped += error.happened.id == "sending.wrong-identity"
        if chance.random() < 0.5:  # somebody lets it go on without looking
            with desk.look() as unit:
                held = unit.accounts.get(blog)
            if held.stage.value == "on-hold":
                accounts, pat = Accounts(desk, proof=direct.road.proof), direct.road.by("pat")
                accounts.go_on(pat, blog, why="Go on", handle_seen=held.handle)

    assert direct.platform.kept == []
    assert "publish" not in direct.platform.calls
    assert stopped > 10
    assert direct.acts(intended) == ["intend"]


def _once(faults: list[tuple[str, Fault]]) -> Callable[[str], Fault | None]:
    left = list(faults)

    def fault(method: str) -> Fault | None:
        if left and left[0][0] == method:
            return left.pop(0)[1]
        return None

    return fault
