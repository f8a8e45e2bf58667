"""A released post goes out through the program itself: proven, once, and read back."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Noun
from smadmin.services.accounts import Accounts
from smadmin.services.ready import OtherIdentity
from tests.direct import Direct, make_direct
from tests.fake_platform import Fault
from tests.road import PIXELS, TEXT


def test_a_released_post_goes_out_and_is_read_back(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    post = direct.released(photo=True)
    intended = direct.intended(post)

    standing = direct.go(intended)

    assert standing.decision.next is Next.DONE
    kept = standing.publication
    assert (kept.step, kept.posted_id, kept.link) == (
        PublicationStep.CONFIRMED,
        "1",
        "https://blog0.lincoln.example/1",
    )
    assert direct.platform.calls == ["who_am_i", "who_am_i", "publish", "read_back"]
    (out,) = direct.platform.kept
    assert (out.sent.text, [one.content for one in out.sent.pictures]) == (TEXT, [PIXELS])
    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]
    assert direct.road.posts.get(direct.road.by("ana"), post).stage is PostStage.PUBLISHED
    school = direct.road.school
    assert school.records.verify(by=direct.road.by("ana"), noted=school.noted).whole


def test_an_answer_about_whose_log_in_it_is_grows_old(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings = direct.road.by("ana"), direct.sendings
    ready = sendings.prepare(ana, direct.intended(direct.released()))
    asked = sendings.ask(ready)
    direct.road.school.clock.forward(minutes=1, seconds=1)

    with pytest.raises(KnownError) as refused:
        sendings.begin(direct.road.by("ana"), ready, asked)

    assert refused.value.happened.id == "sending.asked-long-ago"


def test_the_row_itself_is_not_written_for_another_log_in(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings = direct.road.by("ana"), direct.sendings
    ready = sendings.prepare(ana, direct.intended(direct.released()))
    asked = sendings.ask(ready)

    with pytest.raises(OtherIdentity):
        sendings.begin(ana, ready, replace(asked, who=replace(asked.who, id="id-else")))

    assert direct.acts(ready.publication) == ["intend"]


def test_a_connection_from_before_the_register_named_another_page_sends_nothing(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings = direct.road.by("ana"), direct.sendings
    ready = sendings.prepare(ana, direct.intended(direct.released()))
    asked = sendings.ask(ready)

    with pytest.raises(NotAllowed) as refused:
        sendings.begin(ana, ready, replace(asked, who=replace(asked.who, page="https://old.example")))

    assert refused.value.happened.id == "sending.other-account"
    assert direct.acts(ready.publication) == ["intend"]


def test_what_is_no_longer_released_when_it_leaves_doesn_t(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings, post = direct.road.by("ana"), direct.sendings, direct.released()
    ready = sendings.prepare(ana, direct.intended(post))
    asked = sendings.ask(ready)
    Accounts(direct.road.school.desk).hold(direct.road.by("pat"), direct.blogs[0], why="Wait")

    with pytest.raises(NotAllowed) as refused:
        sendings.begin(ana, ready, asked)

    assert "accounts.on-hold" in [reason.message.id for reason in refused.value.reasons]
    assert direct.platform.kept == []


def not_named_any_more(direct: Direct, person: str) -> None:
    desk, school = direct.road.school.desk, direct.road.school
    with desk.deed(direct.road.by("pat")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == school.people[person]]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("trouble", [None, Fault(Trouble.LOST), Fault(Trouble.REFUSED)])
def test_nobody_who_is_no_longer_named_asks_the_platform_anything(
    tmp_path: Path, trouble: Fault | None
) -> None:
    direct = make_direct(tmp_path)
    ana, sendings, intended = direct.road.by("ana"), direct.sendings, direct.intended(direct.released())
    if trouble is not None:
        direct.platform.faults = lambda call: trouble if call in {"publish", "find"} else None
        direct.go(intended)
        direct.platform.faults = lambda _: None
        direct.road.school.clock.forward(minutes=30)
    direct.platform.calls.clear()
    not_named_any_more(direct, "ana")

    for act in (sendings.go_on, sendings.prepare, sendings.look_ready):
        with pytest.raises(NotAllowed) as refused:
            act(ana, intended)
        assert refused.value.happened.id == "publications.no-role"
    assert direct.platform.calls == []
    assert sendings.left(ana) == (), "nor does signing in begin it"


def test_the_answer_to_what_had_left_is_written_by_whoever_sent_it_all_the_same(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ana, sendings = direct.road.by("ana"), direct.sendings
    ready = sendings.prepare(ana, direct.intended(direct.released()))
    begun = sendings.begin(ana, ready, sendings.ask(ready)).value
    posted = sendings.publish(begun)
    not_named_any_more(direct, "ana")

    out = sendings.took(ana, begun.publication, posted).value

    assert out.step is PublicationStep.CONFIRMED
