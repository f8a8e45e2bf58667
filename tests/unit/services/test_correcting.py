"""Right words in the place of wrong ones: released like any post, once, whatever is lost or killed."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.publications import publication_id
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.services.correcting import queue_reasons
from tests.afterwards import (
    SAID,
    corrections_of,
    out,
    posts_of,
    released_correction,
    take_down,
)
from tests.direct import Direct, Killed, make_direct
from tests.fake_platform import Fault
from tests.road import TEXT


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Direct:
    """One school for all cases: founding it takes longer than a case."""
    return make_direct(tmp_path_factory.mktemp("direct"))


@pytest.fixture
def direct(school: Direct) -> Direct:
    """Give it with a platform on which nothing is out yet."""
    school.platform.can_correct, school.platform.faults = True, lambda _: None
    school.platform.kept, school.platform.calls = [], []
    return school


@pytest.mark.demand("BLO-A5", "WIC-P13", "WIC-G3")
def test_the_right_words_take_the_wrong_ones_place_and_say_so(direct: Direct) -> None:
    first = out(direct)
    direct.road.school.clock.forward(minutes=9)
    correction = released_correction(direct, first)
    direct.road.school.clock.forward(minutes=12)

    standing = direct.go(direct.intended(correction))

    assert (standing.decision.next, standing.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert standing.publication.differs == ()
    assert standing.publication.link == first.link
    assert [one.sent.text for one in direct.platform.kept] == [f"The very right words\n\n{SAID}"]
    told = corrections_of(direct).of(direct.road.by("pat"), correction)
    assert told is not None
    assert told.took == timedelta(minutes=12)
    with direct.road.school.desk.look() as unit:
        kept = unit.publications.get(first.id)
        newer = unit.publications.get(publication_id(correction, first.account))
    assert kept.text == f"The very right words\n\n{SAID}"
    assert newer.published_at == first.published_at, "a correction counts as a new post"


@pytest.fixture
def another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let corrections be handed in by a program that doesn't look at them."""
    monkeypatch.setattr("smadmin.services.posts.hand_in_reasons", lambda *_: ())


@pytest.mark.usefixtures("another_program")
def test_a_correction_that_doesn_t_say_so_stays(direct: Direct) -> None:
    first = out(direct)
    correction = released_correction(direct, first, words="Only other words")

    with pytest.raises(NotAllowed) as refused:
        direct.go(direct.intended(correction))

    assert "corrections.states-nothing" in {one.message.id for one in refused.value.reasons}
    assert direct.platform.kept[0].sent.text == TEXT


@pytest.mark.usefixtures("another_program")
def test_other_pictures_are_no_correction(direct: Direct) -> None:
    first = out(direct, photo=True)
    assert first.post is not None
    ana, posts = direct.road.by("ana"), posts_of(direct)
    draft = corrections_of(direct).begin(ana, first.post, SAID).value
    posts.save(ana, draft, replace(draft.content, pictures=()))
    posts.submit(ana, draft.id)
    direct.road.approvals.release(direct.road.by("pat"), draft.id)

    with pytest.raises(NotAllowed) as refused:
        direct.go(direct.intended(draft.id))

    assert "corrections.pictures-stay" in {one.message.id for one in refused.value.reasons}
    assert len(direct.platform.kept[0].sent.pictures) == 1


def test_pictures_stay_under_the_right_words(direct: Direct) -> None:
    first = out(direct, photo=True)

    standing = direct.go(direct.intended(released_correction(direct, first)))

    assert standing.publication.differs == ()
    assert len(direct.platform.kept) == 1
    assert len(direct.platform.kept[0].sent.pictures) == 1


def test_where_nothing_can_be_edited_it_is_out_beside_it(direct: Direct) -> None:
    direct.platform.can_correct = False
    first = out(direct)

    standing = direct.go(direct.intended(released_correction(direct, first)))

    assert standing.decision.next is Next.DONE
    assert [one.sent.text for one in direct.platform.kept] == [TEXT, f"The very right words\n\n{SAID}"]
    assert standing.publication.link != first.link


@pytest.mark.parametrize("killed_after", range(2, 9))
def test_a_kill_anywhere_leads_to_one_post_with_the_right_words(direct: Direct, killed_after: int) -> None:
    first = out(direct)
    intended = direct.intended(released_correction(direct, first))

    with suppress(Killed):
        direct.go(intended, killed_after=killed_after)
    for _ in range(20):
        standing = direct.go(intended)
        if standing.decision.next is not Next.WAIT:
            break
        direct.road.school.clock.forward(minutes=4)

    assert standing.decision.next is Next.DONE
    assert [one.sent.text for one in direct.platform.kept] == [f"The very right words\n\n{SAID}"]


def test_a_lost_answer_is_looked_for(direct: Direct) -> None:
    first = out(direct)
    intended = direct.intended(released_correction(direct, first))
    faults = [Fault(Trouble.LOST, after=True)]
    direct.platform.faults = lambda method: faults.pop() if method == "correct" and faults else None

    standing = direct.go(intended)
    while standing.decision.next is Next.WAIT:
        direct.road.school.clock.forward(minutes=4)
        standing = direct.go(intended)

    assert standing.sending.stage is SendStage.SEEN
    assert direct.platform.calls.count("correct") == 1


def test_what_was_taken_down_is_corrected_no_more(direct: Direct) -> None:
    first = out(direct)
    assert first.post is not None
    correction = released_correction(direct, first)
    take_down(direct, first)

    with pytest.raises(NotAllowed) as refused:
        direct.go(direct.intended(correction))

    assert "corrections.gone" in {one.message.id for one in refused.value.reasons}
    assert corrections_of(direct).blockers(direct.road.by("ana"), first.post)


def test_a_correction_waits_for_no_time(direct: Direct) -> None:
    first = out(direct)
    correction = released_correction(direct, first)

    with direct.road.school.desk.look(direct.road.by("ana")) as unit:
        proven = direct.road.proof.now(unit)
        assert first.post is not None
        assert [one.message.id for one in queue_reasons(proven, correction)] == ["corrections.not-queued"]
        assert queue_reasons(proven, first.post) == ()
