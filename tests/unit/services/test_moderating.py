"""Comments that are hidden or removed: kept first, on a ground of the policy, and never for a view."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.comments import ClosedAs, CommentId
from smadmin.domain.errors import NotAllowed
from smadmin.domain.media import MediaFile
from smadmin.domain.moderating import KEPT_PART, MEASURE_PART, Measure, Stage, Way, Wish
from smadmin.domain.vocabulary import Act
from smadmin.services.moderated import ModeratedSheet, ModerationViews
from smadmin.services.moderating import Moderating
from tests.commented import Commented, commented

SPAM = Wish(Measure.REMOVAL, "spam", viewpoint=False, way=Way.HIDE, unpictured=True)


class Moderated:
    """The tiny school with a comment that somebody wants away."""

    def __init__(self, folder: Path, *, policy: str = "baltimore-city-md", text: str = "Buy pills!") -> None:
        self.school: Commented = commented(folder, policy=policy)
        stands = self.school.road.school.desk, self.school.road.reader, self.school.road.proof
        self.deeds, self.views = Moderating(*stands), ModerationViews(*stands)
        self.comment: CommentId = self.school.enter(text=text)

    def ask(self, wish: Wish = SPAM, by: str = "ana", shot: MediaFile | None = None) -> None:
        self.deeds.ask(self.school.road.by(by), self.comment, wish, shot)

    def done(self, by: str = "ana", way: Way = Way.HIDE) -> None:
        self.deeds.done(self.school.road.by(by), self.comment, Measure.REMOVAL, way)

    def sheet(self, measure: Measure = Measure.REMOVAL, by: str = "ana") -> ModeratedSheet:
        found = self.views.look(self.school.road.by(by)).newest(self.comment, measure)
        assert found is not None
        return found

    def due(self, by: str) -> int:
        return len(self.views.due(self.school.road.by(by)))


def refused(error: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [one.message.id for one in error.value.reasons]


@pytest.mark.demand("BAL-B1f3")
@pytest.mark.demand("SOC-M5")
def test_a_comment_is_kept_with_its_picture_hidden_and_how_long_it_took_is_told(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    shot = school.school.road.media.seal(b"\x89PNG a picture", "image")
    asked = replace(SPAM, unpictured=False)
    with pytest.raises(NotAllowed) as missing:
        school.ask(asked)
    assert refused(missing) == ["moderating.keep-first"]

    school.ask(asked, shot=shot)
    assert school.sheet().one.stage is Stage.READY
    assert (school.due("ana"), school.due("bo")) == (1, 0)
    school.school.pass_days(0.25)
    school.done()

    sheet = school.sheet()
    assert sheet.kept is not None
    assert (sheet.kept.text, sheet.kept.author) == ("Buy pills!", "A parent")
    assert (sheet.one.stage, sheet.one.done, sheet.one.pictured) == (Stage.DONE, Way.HIDE, True)
    assert sheet.took is not None
    assert timedelta(hours=6) <= sheet.took < timedelta(hours=6, minutes=2)
    assert not school.school.seen(school.comment).comment.open
    road = school.school.road
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (row,) = proven.acts(Act.REMOVE_COMMENT)
        kept, measure = proven.part(row, KEPT_PART), proven.part(row, MEASURE_PART)
        assert kept is not None
        assert kept["shot"] == {"file": shot.id, "sha256": shot.sha256}
        assert unit.media.get(shot.id).sha256 == shot.sha256
        assert measure is not None
        assert measure["viewpoint"] is False
    with pytest.raises(NotAllowed) as again:
        school.ask()
    assert refused(again) == ["moderating.gone-already"]


@pytest.mark.demand("YEL-U2")
@pytest.mark.parametrize("viewpoint", [True, None])
@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("by", ["ana", "pat", "cem"])
def test_nobody_removes_or_blocks_for_the_view(
    tmp_path: Path, viewpoint: bool | None, measure: Measure, by: str
) -> None:
    school = Moderated(tmp_path, policy="yelm-wa", text="The new schedule is a disgrace.")
    for kind in school.views.look(school.school.road.by("ana")).grounds:
        until = school.school.now.date()
        wish = Wish(measure, kind.kind, viewpoint, Way.HIDE, "It is rude.", until=until, unpictured=True)
        with pytest.raises(NotAllowed) as error:
            school.ask(wish, by=by)
        assert set(refused(error)) & {"moderating.view", "moderating.view-unanswered", "comments.not-yours"}
    with pytest.raises(NotAllowed):
        school.done()
    assert school.school.seen(school.comment).comment.open
    assert school.views.look(school.school.road.by("ana")).sheets == ()


@pytest.mark.demand("BLO-R3")
@pytest.mark.demand("WIC-P19")
def test_off_topic_takes_words_and_a_second_person(tmp_path: Path) -> None:
    school = Moderated(tmp_path, policy="bloomington-mn", text="And what about the taxes?")
    bare = Wish(Measure.REMOVAL, "off-topic", viewpoint=False, way=Way.HIDE, unpictured=True)
    with pytest.raises(NotAllowed) as error:
        school.ask(bare)
    assert refused(error) == ["moderating.words-missing"]

    school.ask(
        Wish(bare.measure, bare.kind, False, bare.way, "It is about the state's taxes.", unpictured=True)
    )
    assert school.sheet().one.stage is Stage.ASKED
    for name in ("ana", "bo"):  # who asked, and who doesn't speak for the account
        with pytest.raises(NotAllowed):
            school.deeds.agree(school.school.road.by(name), school.comment, Measure.REMOVAL)
    with pytest.raises(NotAllowed) as early:
        school.done()
    assert refused(early) == ["moderating.second-first"]
    assert (school.due("pat"), school.due("ana")) == (1, 0)

    school.deeds.agree(school.school.road.by("pat"), school.comment, Measure.REMOVAL)
    assert (school.sheet().one.stage, school.due("ana")) == (Stage.READY, 1)
    school.done()
    assert school.sheet().name(school.sheet().one.agreed_by) == "Pat Winters"


GROUNDS = {
    "baltimore-city-md": ("spam", "profanity", "unlawful"),
    "bloomington-mn": ("all-ages", "personal-attack", "personal-matter", "off-topic", "sales"),
    "socorro-tx": (
        *("obscene", "endangering", "drugs", "rights"),
        *("defamatory", "lawless", "hate", "disruption"),
    ),
    "wichita-ks": (
        *("unlawful", "abusive", "pornography", "personal-attack", "group-attack", "campaigning"),
        *("platform-terms", "spam", "off-topic", "personal-data", "promotion"),
    ),
    "yelm-wa": (
        *("obscene", "harassment", "illegal", "copyright"),
        *("safety", "campaigning", "commercial", "discrimination"),
    ),
}
CAREFUL = {"off-topic", "personal-matter"}


@pytest.mark.demand("BAL-B1f3")
@pytest.mark.demand("BLO-R1")
@pytest.mark.demand("BLO-R3")
@pytest.mark.demand("SOC-M7")
@pytest.mark.demand("WIC-P3")
@pytest.mark.demand("WIC-P19")
@pytest.mark.demand("YEL-U1")
@pytest.mark.parametrize("policy", GROUNDS)
def test_a_comment_goes_on_each_ground_of_the_policy_and_on_no_other(tmp_path: Path, policy: str) -> None:
    school = Moderated(tmp_path, policy=policy)
    assert (
        tuple(one.kind for one in school.views.look(school.school.road.by("ana")).grounds) == GROUNDS[policy]
    )
    for kind in GROUNDS[policy]:
        careful = kind in CAREFUL
        school.ask(replace(SPAM, kind=kind, words="It has another matter." if careful else ""))
        assert school.sheet().one.stage is (Stage.ASKED if careful else Stage.READY)
        if careful:
            school.deeds.agree(school.school.road.by("pat"), school.comment, Measure.REMOVAL)
        school.done()
        school.comment = school.school.enter(text="Another.")
    with pytest.raises(NotAllowed) as error:
        school.ask(replace(SPAM, kind="criticism"))
    assert refused(error) == ["moderating.kind-missing"]


def test_what_is_spared_stays_and_can_be_asked_for_again(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    school.ask()
    with pytest.raises(NotAllowed):
        school.ask()
    school.deeds.spare(school.school.road.by("pat"), school.comment, Measure.REMOVAL)
    assert school.sheet().one.stage is Stage.SPARED
    with pytest.raises(NotAllowed):
        school.done()
    with pytest.raises(NotAllowed):
        school.deeds.spare(school.school.road.by("pat"), school.comment, Measure.REMOVAL)
    assert school.school.seen(school.comment).comment.open
    school.ask()
    school.done()
    assert not school.school.seen(school.comment).comment.open


@pytest.mark.demand("YEL-U2")
def test_a_block_is_kept_seen_by_two_ends_and_is_lifted(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    pat, ana = (school.school.road.by(name) for name in ("pat", "ana"))
    today = school.school.now.date()
    for until in (None, today - timedelta(days=1), today + timedelta(days=367)):
        wish = Wish(Measure.BLOCK, "spam", False, words="Ten times a day.", until=until, unpictured=True)
        with pytest.raises(NotAllowed) as error:
            school.ask(wish)
        assert error.value.reasons[0].place == "until"
    school.ask(Wish(Measure.BLOCK, "spam", False, words="Daily.", until=today, unpictured=True))
    with pytest.raises(NotAllowed):
        school.deeds.done(ana, school.comment, Measure.BLOCK)
    school.deeds.agree(pat, school.comment, Measure.BLOCK)
    school.deeds.done(ana, school.comment, Measure.BLOCK)
    assert (school.sheet(Measure.BLOCK).one.stage, school.due("ana")) == (Stage.DONE, 0)
    with pytest.raises(NotAllowed):
        school.ask(Wish(Measure.BLOCK, "spam", False, words="Daily.", until=today, unpictured=True))

    school.school.pass_days(1)
    assert (school.sheet(Measure.BLOCK).over, school.due("ana"), school.due("bo")) == (True, 1, 0)
    school.deeds.unblock(ana, school.comment)
    assert (school.sheet(Measure.BLOCK).one.stage, school.due("ana")) == (Stage.ENDED, 0)
    with pytest.raises(NotAllowed):
        school.deeds.unblock(ana, school.comment)


def test_who_has_no_say_asks_for_nothing(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    with pytest.raises(NotAllowed) as error:
        school.ask(by="bo")
    assert refused(error) == ["comments.not-yours"]


def test_what_was_closed_and_is_gone_waits_for_no_answer_again(tmp_path: Path) -> None:
    school = Moderated(tmp_path)
    desk, ana = school.school.desk, school.school.road.by("ana")
    desk.close(ana, school.comment, ClosedAs.NONE_NEEDED)
    school.ask()
    school.done()

    with pytest.raises(NotAllowed) as refusal:
        desk.reopen(ana, school.comment)
    assert refused(refusal) == ["comments.not-closed"]
