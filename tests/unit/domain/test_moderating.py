"""On which ground a comment goes or a visitor is blocked, and that a view never is one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.accounts import Platform
from smadmin.domain.comments import CommentForm, CommentId, CommentKind
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.moderating import (
    Measure,
    Moderated,
    Stage,
    Way,
    Wish,
    agree_blockers,
    begin_blockers,
    begun_of,
    done_blockers,
    ground_of,
    measure_plain,
    ways_on,
    wish_blockers,
)
from smadmin.domain.policy.values import Removal, Told
from smadmin.domain.rounds import Spot

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SPAM = Removal("spam", Told({"en": "Spam", "es": "Correo basura"}), ("BAL-B1f3",))
OFF_TOPIC = Removal("off-topic", Told({"en": "Off topic"}), ("BLO-R3",), caution=True, second=True)
GROUNDS = (SPAM, OFF_TOPIC)
WISH = Wish(Measure.REMOVAL, "spam", viewpoint=False, way=Way.HIDE)
FORM = CommentForm(
    AccountId("x"), CommentKind.OTHER, Spot.COMMENTS, "Buy!", "A", "", NOW.replace(tzinfo=None)
)
ANA, BO = PersonId("ana"), PersonId("bo")

WISHES = st.builds(
    Wish,
    measure=st.sampled_from(Measure),
    kind=st.sampled_from(["spam", "off-topic", "the view", ""]),
    viewpoint=st.sampled_from([True, False, None]),
    way=st.sampled_from([None, *Way]),
    words=st.sampled_from(["", " ", "It sells something.", "We disagree."]),
    until=st.sampled_from([None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=400)]),
    unpictured=st.booleans(),
)


def asked(wish: Wish, *, pictured: bool = True, platform: Platform | None = Platform.FACEBOOK) -> list[str]:
    found = wish_blockers(wish, GROUNDS, ways_on(platform), pictured=pictured, today=TODAY)
    return [one.message.id.removeprefix("moderating.") for one in found]


def begun(wish: Wish, ground: Removal = SPAM) -> Moderated:
    part = measure_plain(wish, ground, AccountId("x"), pictured=True)
    return begun_of(part, CommentId("c"), wish.words, by=ANA, at=NOW)


@pytest.mark.demand("YEL-U2")
@given(wish=WISHES, pictured=st.booleans(), platform=st.sampled_from([None, *Platform]))
def test_no_wish_for_a_view_is_ever_allowed_nor_read(
    wish: Wish, pictured: bool, platform: Platform | None
) -> None:
    refused = asked(wish, pictured=pictured, platform=platform)

    if wish.viewpoint is not False:
        assert refused == ["view" if wish.viewpoint else "view-unanswered"]
        with pytest.raises(ValueError, match="for a view"):
            begun(wish)
    elif not refused:
        ground = ground_of(wish.kind, GROUNDS)
        assert ground is not None
        made = begun(wish, ground)
        assert (made.kind, made.told.words) == (ground.kind, ground.told.words)
        assert made.second == (ground.second or wish.measure is Measure.BLOCK)
        assert made.stage is (Stage.ASKED if made.second else Stage.READY)


@pytest.mark.demand("YEL-U1")
def test_only_a_ground_of_the_policy_is_one() -> None:
    assert asked(WISH) == []
    assert asked(replace(WISH, kind="rude")) == ["kind-missing"]


def test_it_is_kept_first_and_hidden_rather_than_deleted() -> None:
    assert asked(WISH, pictured=False) == ["keep-first"]
    assert asked(replace(WISH, unpictured=True), pictured=False) == []
    assert asked(replace(WISH, way=Way.DELETE)) == ["words-missing"]
    assert asked(replace(WISH, way=Way.DELETE), platform=Platform.VIMEO) == []
    assert asked(WISH, platform=Platform.MASTODON) == ["way-missing"]
    assert asked(replace(WISH, words="a" * 1001)) == ["comments.too-long"]
    assert all(Way.HIDE not in ways_on(one)[1:] for one in Platform)


@pytest.mark.demand("BLO-R3")
def test_off_topic_takes_words() -> None:
    assert asked(replace(WISH, kind="off-topic")) == ["words-missing"]
    assert asked(replace(WISH, kind="off-topic", words="It is about taxes.")) == []


def test_a_block_takes_words_and_an_end() -> None:
    block = Wish(Measure.BLOCK, "spam", viewpoint=False, until=TODAY, words="Every day.")
    assert asked(block) == []
    assert asked(replace(block, words="")) == ["words-missing"]
    assert asked(replace(block, until=None)) == ["until-missing"]
    assert begun(block).until == TODAY
    for until in (None, TODAY + timedelta(days=400)):
        with pytest.raises(ValueError, match="without an end"):
            begun(replace(block, until=until))
    assert asked(replace(block, until=TODAY + timedelta(days=367))) == ["until-far"]
    done = replace(begun(block), stage=Stage.DONE)
    assert (done.over_on(TODAY), done.over_on(TODAY + timedelta(days=1))) == (False, True)


def test_a_block_waits_for_a_second_person_whatever_its_row_says() -> None:
    wish = Wish(Measure.BLOCK, "spam", viewpoint=False, until=TODAY, words="Every day.")
    part = {**measure_plain(wish, SPAM, AccountId("x"), pictured=True), "second": False}

    made = begun_of(part, CommentId("c"), wish.words, by=ANA, at=NOW)

    assert (made.second, made.stage) == (True, Stage.ASKED)


def test_when_it_can_begin() -> None:
    def reasons(
        form: CommentForm = FORM,
        before: Moderated | None = None,
        *,
        measure: Measure = Measure.REMOVAL,
        gone: bool = False,
        speaks: bool = True,
    ) -> list[str]:
        found = begin_blockers(measure, form, before, gone=gone, speaks=speaks)
        return [one.message.id.rpartition(".")[2] for one in found]

    assert reasons() == []
    assert reasons(speaks=False) == ["not-yours"]
    assert reasons(before=begun(WISH)) == ["under-way"]
    assert reasons(before=replace(begun(WISH), stage=Stage.SPARED)) == []
    assert reasons(replace(FORM, spot=Spot.MESSAGES)) == ["private"]
    assert reasons(replace(FORM, spot=Spot.MESSAGES), measure=Measure.BLOCK) == []
    assert reasons(gone=True) == ["gone-already"]
    assert reasons(replace(FORM, text=" ", author="")) == ["text-first", "author-first"]
    blocked = replace(begun(replace(WISH, measure=Measure.BLOCK, until=TODAY)), stage=Stage.DONE)
    assert reasons(before=blocked, measure=Measure.BLOCK, gone=True) == ["blocked-already"]


def test_the_second_person_is_another_and_comes_before_the_deed() -> None:
    waits = begun(replace(WISH, kind="off-topic"), OFF_TOPIC)
    assert [len(agree_blockers(waits, who, speaks=True)) for who in (ANA, None, BO)] == [1, 1, 0]
    assert len(agree_blockers(waits, BO, speaks=False)) == 1
    assert len(agree_blockers(begun(WISH), BO, speaks=True)) == 1
    assert done_blockers(waits, speaks=True)[0].message.id == "moderating.second-first"
    assert done_blockers(None, speaks=True)[0].message.id == "moderating.not-begun"
    assert done_blockers(begun(WISH), speaks=True) == ()
    assert done_blockers(begun(WISH), speaks=False)
