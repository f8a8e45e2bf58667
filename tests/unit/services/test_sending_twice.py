"""A post is under way in one place, and somebody comes to it in another, or its answer comes late."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.connections import CONNECTION_PART, Connection
from smadmin.domain.errors import NotAllowed
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Access, Outgoing, Posted, PublisherFailed, Trouble, Who
from smadmin.domain.sending import FRESH, LEAVES_WITHIN, SETTLES, Next
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.ready import OtherIdentity
from smadmin.services.send_road import SendRoad
from smadmin.services.wrong_identity import WrongIdentities
from tests.direct import TOKEN, Direct, drive, make_direct, sendings_of
from tests.fake_platform import FakePlatform, Fault


class Slow(FakePlatform):
    """Takes its time over a post; what happens elsewhere meanwhile is told it."""

    def publish(self, access: Access, outgoing: Outgoing) -> Posted:
        self.meanwhile()
        return super().publish(access, outgoing)

    def meanwhile(self) -> None:
        """Do what happens elsewhere."""


def slow(folder: Path) -> tuple[Direct, Slow]:
    platform = Slow(lambda: datetime(2026, 11, 16, 15, tzinfo=UTC))  # until the school is founded
    direct = make_direct(folder, connected=False, publisher=platform)
    direct.platform, platform.now = platform, direct.road.school.clock.now
    direct.connect(direct.blogs[0])
    return direct, platform


def test_while_its_bytes_leave_whoever_sits_there_doesn_t_look_for_it(tmp_path: Path) -> None:
    direct, platform = slow(tmp_path)
    intended = direct.intended(direct.released())
    met: list[Next] = []

    def meanwhile() -> None:
        direct.road.school.clock.forward(minutes=4)
        met.append(direct.go(intended, by="pat").decision.next)

    platform.meanwhile = meanwhile  # type: ignore[method-assign]  # each test has its own

    assert direct.go(intended).decision.next is Next.DONE
    assert met == [Next.WAIT]
    assert "find" not in platform.calls
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


def test_another_computer_never_says_it_isn_t_out_while_its_bytes_may_leave(tmp_path: Path) -> None:
    direct, platform = slow(tmp_path)
    elsewhere = SendRoad(
        sendings_of(direct.road, {Platform.WORDPRESS: platform}), WrongIdentities(direct.road.school.desk)
    )
    intended = direct.intended(direct.released())

    def meanwhile() -> None:
        for _ in range(4):
            direct.road.school.clock.forward(minutes=2)
            assert drive(elsewhere.go(direct.road.by("pat"), intended)).decision.next is Next.WAIT

    platform.meanwhile = meanwhile  # type: ignore[method-assign]  # each test has its own

    assert direct.go(intended).decision.next is Next.DONE
    assert platform.calls.count("find") > 1
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]


def test_a_lost_answer_after_minutes_is_not_taken_for_not_out(tmp_path: Path) -> None:
    direct, platform = slow(tmp_path)
    clock, intended = direct.road.school.clock, direct.intended(direct.released())
    platform.meanwhile = lambda: clock.forward(minutes=4)  # type: ignore[method-assign]  # its own
    faults = {"publish": Fault(Trouble.LOST, after=True, late=timedelta(minutes=2))}
    platform.faults = lambda method: faults.pop(method, None)

    assert direct.go(intended).decision.next is Next.WAIT
    assert direct.acts(intended) == ["intend", "send"]
    clock.forward(minutes=2)
    assert direct.go(intended).decision.next is Next.DONE
    assert platform.calls.count("publish") == 1


def test_what_waited_too_long_for_its_turn_doesn_t_leave(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings = direct.road.by("ana"), direct.sendings
    ready = sendings.prepare(ana, direct.intended(direct.released()))
    begun = sendings.begin(ana, ready, sendings.ask(ready)).value
    direct.road.school.clock.forward(seconds=FRESH.total_seconds() + 1)

    with pytest.raises(PublisherFailed) as failed:
        sendings.publish(begun)

    assert (failed.value.kind, failed.value.host) == (Trouble.UNREACHABLE, "blog0.lincoln.example")
    assert direct.platform.kept == []


def test_what_goes_out_is_no_older_than_when_it_was_begun_since_it_was_given_up(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings, clock = direct.road.by("ana"), direct.sendings, direct.road.school.clock
    post = direct.released()
    first = direct.intended(post)
    direct.road.publications.give_up(ana, first, reason="Not yet")
    clock.forward(minutes=7)
    again, begun = direct.intended(post), clock.now()
    clock.forward(minutes=3)

    ready = sendings.prepare(ana, again)
    assert ready.outgoing.since == begun
    sent = sendings.begin(ana, ready, sendings.ask(ready)).value
    assert sent.outgoing.since == begun
    assert sendings.look_ready(ana, sent.publication).outgoing.since == begun


def test_a_second_beginning_makes_what_goes_out_no_younger(tmp_path: Path) -> None:
    """What left before the second one may be out there: it is still looked for."""
    direct = make_direct(tmp_path)
    ana, sendings, clock = direct.road.by("ana"), direct.sendings, direct.road.school.clock
    begun = clock.now()
    intended = direct.intended(direct.released())
    clock.forward(minutes=7)
    with direct.road.school.desk.deed(ana) as deed:
        deed.record(Act.INTEND, Noun.PUBLICATIONS, intended.id, parts={"account": intended.account})

    assert sendings.look_ready(ana, intended).outgoing.since == begun


def test_the_token_goes_nowhere_but_to_the_account_s_own_server(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, blog, sendings = direct.road.by("ana"), direct.blogs[0], direct.sendings
    intended = direct.intended(direct.released())
    ready = sendings.prepare(ana, intended)
    asked = sendings.ask(ready)
    elsewhere = Connection(ready.connection.who, "https://evil.example", "ana", TOKEN)
    with direct.road.school.desk.deed(direct.road.by("pat")) as deed:
        deed.record(Act.CONNECT, Noun.ACCOUNTS, blog, parts={CONNECTION_PART: elsewhere.to_plain()})

    for step in (lambda: sendings.look_ready(ana, intended), lambda: sendings.begin(ana, ready, asked)):
        with pytest.raises(NotAllowed) as refused:
            step()
        assert refused.value.happened.id == "sending.other-server"


def test_whoever_has_no_key_to_the_log_in_is_told_so_and_nothing_counts_as_tampered(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method == "publish" else None
    direct.go(intended)
    direct.road.school.clock.forward(minutes=1)

    for who in sorted(set(direct.road.school.people) - {"ana", "dee", "pat"}):
        with pytest.raises(NotAllowed) as refused:
            direct.go(intended, by=who)
        assert refused.value.happened.id in {"vault.not-yours", "publications.not-yours"}


def test_each_look_with_another_s_log_in_signs_no_further_hold(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended, blog = direct.intended(direct.released()), direct.blogs[0]
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method == "publish" else None
    direct.go(intended)
    direct.platform.tokens[direct.secret(blog)] = Who("other", "other", "", "https://elsewhere.example")

    for _ in range(3):
        direct.road.school.clock.forward(minutes=5)
        with pytest.raises(OtherIdentity):
            direct.go(intended)

    with direct.road.school.desk.look() as unit:
        acts = [row.act for row in unit.record.about(Noun.ACCOUNTS, blog)]
    assert acts.count(Act.HOLD) == 1


@pytest.mark.parametrize("ended", ["hand-out", "give-up"])
def test_an_answer_that_comes_after_somebody_went_on_by_hand_is_kept(tmp_path: Path, ended: str) -> None:
    direct = make_direct(tmp_path)
    ana, clock, publications = direct.road.by("ana"), direct.road.school.clock, direct.road.publications
    intended = direct.intended(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method == "publish" else None
    direct.go(intended)
    for _ in range(2):
        clock.forward(seconds=(LEAVES_WITHIN + SETTLES).total_seconds())
        direct.sendings.absent(ana, intended)
        if direct.acts(intended)[-1] == "not-out":
            break
    with direct.road.school.desk.look() as unit:
        back = unit.publications.get(intended.id)
    if ended == "hand-out":
        publications.note_handed_out(ana, back)
    else:
        publications.give_up(ana, back, reason="Posted elsewhere")

    late = Posted("17", "https://blog0.lincoln.example/17")
    kept = direct.sendings.took(ana, intended, late).value

    assert (kept.step, kept.posted_id, kept.link) == (PublicationStep.CONFIRMED, "17", late.link)
    assert direct.acts(intended)[-2:] == [ended, "publish"]
