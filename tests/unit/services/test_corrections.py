"""Beginning a correction, and who hears of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.corrections import CORRECTS_PART
from smadmin.domain.errors import NotAllowed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven
from tests.afterwards import (
    SAID,
    WISH,
    corrections_of,
    out,
    posts_of,
    released_correction,
    removals_of,
    take_down,
)
from tests.direct import Direct, make_direct
from tests.road import TEXT, WEEK


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    return direct


def test_nothing_is_corrected_before_a_second_person_released_it(direct: Direct) -> None:
    first = out(direct)
    ana = direct.road.by("ana")
    assert first.post is not None
    draft = corrections_of(direct).begin(ana, first.post, SAID).value
    assert draft.content.text == f"{TEXT}\n\n{SAID}"

    with pytest.raises(NotAllowed):
        direct.intended(draft.id)

    assert direct.platform.kept[0].sent.text == TEXT
    assert corrections_of(direct).begin(ana, first.post, SAID).value.id == draft.id


@pytest.mark.demand("SOC-O2")
def test_the_principal_hears_of_corrections_and_removals(direct: Direct) -> None:
    first = out(direct)
    released_correction(direct, first)
    before = corrections_of(direct).brief(direct.road.by("pat"))
    take_down(direct, first, WISH)

    brief = corrections_of(direct).brief(direct.road.by("pat"))

    assert [(one.words, one.by, one.took) for one in before.corrections] == [(TEXT, "Ana Brooks", None)]
    assert brief.corrections == (), "nothing is left to correct"
    assert [(one.words, one.by) for one in brief.removals] == [(TEXT, "Ana Brooks")]
    assert corrections_of(direct).brief(direct.road.by("ana")).corrections == ()
    direct.road.school.clock.forward(days=8)
    assert corrections_of(direct).brief(direct.road.by("pat")).removals == ()


def test_whoever_left_a_removal_unfinished_hears_of_it_at_the_next_start(direct: Direct) -> None:
    first = out(direct)
    removals = removals_of(direct)
    removals.begin_by_hand(direct.road.by("ana"), first, replace(WISH, uncaptured=True))
    direct.road.school.clock.forward(days=9)

    told = corrections_of(direct).brief(direct.road.by("ana")).removals
    assert [one.post for one in told] == [first.post]
    assert corrections_of(direct).brief(direct.road.by("dee")).removals == ()

    removals.gone(direct.road.by("ana"), first, None)
    assert corrections_of(direct).brief(direct.road.by("ana")).removals == ()


def test_who_corrects_again_begins_with_the_words_that_are_out(direct: Direct) -> None:
    first = out(direct)
    post = released_correction(direct, first)
    direct.go(direct.intended(post))
    assert first.post is not None

    again = corrections_of(direct).begin(direct.road.by("ana"), first.post, SAID).value

    assert again.content.text == f"The very right words\n\n{SAID}"
    assert again.content.wordings == {}


@pytest.mark.parametrize("in_place", [True, False])
def test_what_an_account_says_by_now_is_what_was_released_last(direct: Direct, *, in_place: bool) -> None:
    direct.platform.can_correct = in_place
    first, corrections, ana = out(direct), corrections_of(direct), direct.road.by("ana")
    assert first.post is not None
    post = released_correction(direct, first)
    assert corrections.since(ana, first.post) == {}, "it isn't out yet"
    direct.road.school.clock.forward(minutes=5)
    direct.go(direct.intended(post))

    said = corrections.since(ana, first.post)[first.account]

    assert said.text == f"The very right words\n\n{SAID}"
    assert (said.at, said.in_place) == (direct.road.school.clock.now(), in_place)
    assert corrections.since(ana, post) == {}


@pytest.mark.parametrize("which", ["first", "correction"])
def test_what_was_taken_down_is_not_corrected_by_way_of_its_correction(direct: Direct, which: str) -> None:
    first = out(direct)
    post = released_correction(direct, first)
    newer = direct.go(direct.intended(post)).publication
    assert first.post is not None
    taken, asked = (first, post) if which == "first" else (newer, first.post)

    take_down(direct, taken)

    assert direct.platform.kept == []
    assert corrections_of(direct).blockers(direct.road.by("ana"), asked)


def test_a_correction_beside_the_first_post_stays_when_that_is_gone(direct: Direct) -> None:
    direct.platform.can_correct = False
    first = out(direct)
    post = released_correction(direct, first)
    direct.go(direct.intended(post))
    assert first.post is not None

    again = corrections_of(direct).begin(direct.road.by("ana"), first.post, SAID).value
    take_down(direct, first)

    assert again.content.text == f"{TEXT}\n\n{SAID}"
    assert corrections_of(direct).blockers(direct.road.by("ana"), post) == ()


def test_what_was_released_as_a_post_of_its_own_becomes_no_correction_afterwards(direct: Direct) -> None:
    first = out(direct)
    post = direct.released(text=f"Something else altogether.\n\n{SAID}")
    with direct.road.school.desk.deed(direct.road.by("dee")) as deed:
        deed.record(Act.CORRECT, Noun.CORRECTIONS, post, parts={CORRECTS_PART: {"post": first.post}})

    direct.go(direct.intended(post))

    assert "correct" not in direct.platform.calls
    assert direct.platform.kept[0].sent.text == TEXT
    assert corrections_of(direct).of(direct.road.by("pat"), post) is None


def test_what_was_gone_long_ago_is_not_read_again(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    take_down(direct, out(direct), WISH)
    direct.road.school.clock.forward(days=8)
    late = out(direct)
    removals_of(direct).begin_by_hand(direct.road.by("ana"), late, replace(WISH, uncaptured=True))
    read: list[str | None] = []
    part = Proven.part

    def noted(proven: Proven, fact: Fact, name: str) -> dict[str, Plain] | None:
        read.append(fact.body.id)
        return part(proven, fact, name)

    monkeypatch.setattr(Proven, "part", noted)

    brief = corrections_of(direct).brief(direct.road.by("pat"))

    assert [one.post for one in brief.removals] == [late.post]
    assert set(read) == {late.id}


@pytest.mark.demand("WIC-P13")
def test_who_may_release_the_original_by_the_week_may_release_its_correction(direct: Direct) -> None:
    road = direct.road
    ana, pat, bo = road.by("ana"), road.by("pat"), road.by("bo")
    road.plan.add(ana, direct.blogs[0], date(2026, 11, 19), "Book fair")
    road.plan.sign_week(pat, WEEK)
    first = road.submitted(accounts=direct.blogs[:1])
    road.approvals.release(bo, first)
    direct.go(direct.intended(first))

    draft = corrections_of(direct).begin(ana, first, SAID).value
    posts_of(direct).submit(ana, draft.id)
    road.approvals.permit(
        pat, road.school.people["ana"], starts=WEEK, ends=date(2026, 12, 31), accounts=direct.blogs[:1]
    )

    with pytest.raises(NotAllowed):  # not alone, for what she was let to release for its plan is out
        road.approvals.release(ana, draft.id)
    road.approvals.release(bo, draft.id)
    direct.go(direct.intended(draft.id))
    assert direct.platform.kept[0].sent.text == f"{TEXT}\n\n{SAID}"
