"""*Before it goes out*."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, FaceId, MediaId, PersonId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Look, Photo
from smadmin.domain.policy.findings import Finding, Severity, Span
from smadmin.domain.policy.packs import Duty
from smadmin.domain.posts import Content, Override, Picture
from smadmin.services.policy import Policy
from smadmin.ui.composer.readiness import PictureLine, ReadyLine, missing_now, pictures_of, ready_lines
from smadmin.ui.theme import State

PACK = Policy.shipped().pack("baltimore-city-md")
X = AccountId("x")
LIVE = Account(
    X,
    SchoolId("school"),
    Platform.X,
    "Lincoln",
    "lincoln",
    "",
    stage=AccountStage.LIVE,
    principal=PersonId("ellen"),
)
FACE = Face(FaceId("f"), Box(0, 0, 9, 9), FaceState.NO_MATCH, decision=Decision.CLEARED)
LOOK = Look(PersonId("maya"), 7, datetime(2026, 11, 20, tzinfo=UTC), other_things_fine=True)
PHOTO = Photo(
    PhotoId("p"),
    SchoolId("school"),
    PhotoSetId("set"),
    "a.jpg",
    MediaId("m"),
    "00",
    looked_for=True,
    faces=(FACE,),
)


def lines(
    content: Content,
    *,
    findings: tuple[Finding, ...] = (),
    blockers: tuple[Reason, ...] = (),
    pictures: tuple[PictureLine, ...] = (),
) -> tuple[ReadyLine, ...]:
    return ready_lines(
        content, accounts=(LIVE,), findings={X: findings}, blockers=blockers, pictures=pictures
    )


def test_an_empty_draft_says_at_once_what_it_lacks() -> None:
    missing = missing_now(Content(), ())

    assert [reason.message.id for reason in missing] == ["posts.no-account", "posts.empty"]


def test_what_was_missing_in_the_stored_draft_is_not_said_of_the_text_since_typed() -> None:
    stored_without_words = (Reason(say("posts.empty"), None, "text"),)

    assert missing_now(Content(text="Hello", accounts=(X,)), stored_without_words) == ()


def test_the_services_other_reasons_stay() -> None:
    too_long = Reason(say("posts.too-long", n=3, account="Lincoln"), None, "account:x")

    assert missing_now(Content(text="Hello", accounts=(X,)), (too_long,)) == (too_long,)


def test_blocks_are_counted_once_and_not_repeated_as_reasons() -> None:
    block = Finding("r", "BAL-B1i3", Span(0, 4), "Lena", say("policy.opted-out-name"), Severity.BLOCK)
    reason = Reason(block.message, block.citation, "text")

    made = lines(Content(text="Lena", accounts=(X,)), findings=(block, block), blockers=(reason,))

    assert made[0] == ReadyLine(State.STOP, say("compose.solve", n=1))
    assert [line.says for line in made].count(block.message) == 0


def test_a_doubt_about_the_text_stays_in_sight_until_it_is_mended_or_let_stand() -> None:
    content = Content(text="SEE YOU AT THE FAIR", accounts=(X,))
    doubt = Finding("capitals", "BAL-B1l1", Span(0, 3), "SEE", say("policy.capitals"), Severity.WARN)
    stands = Override("capitals", "SEE", "It is an acronym", PersonId("maya"))

    open_, answered = lines(content, findings=(doubt, doubt)), replace(content, overrides=(stands,))

    assert ReadyLine(State.DOUBT, say("compose.in-doubt", n=1)) in open_
    assert say("compose.nothing-missing") not in [one.says for one in open_]
    assert say("compose.nothing-missing") in [one.says for one in lines(answered, findings=(doubt,))]


def test_when_nothing_is_missing_it_says_so() -> None:
    made = lines(Content(text="Hello", accounts=(X,)))

    assert {line.state for line in made} == {State.FINE}
    assert say("compose.nothing-missing") in [line.says for line in made]


def test_under_what_is_missing_nothing_says_that_nothing_is() -> None:
    content = Content(text="Hello", accounts=(X,), pictures=(Picture(PHOTO.id, ""),))
    looked = {PHOTO.id: replace(PHOTO, first=LOOK)}

    made = [line.says for line in lines(content, pictures=pictures_of(content, looked, PACK))]

    assert say("compose.alt-for", number=1) in made
    assert say("compose.nothing-missing") not in made


def test_a_picture_tells_who_looked() -> None:
    content = Content(pictures=(Picture(PHOTO.id, "The choir"),))

    def shown(photo: Photo | None) -> PictureLine:
        return pictures_of(content, {} if photo is None else {PHOTO.id: photo}, PACK)[0]

    looked = replace(PHOTO, first=LOOK)
    assert shown(None).says == say("compose.photo-loading")
    assert (shown(PHOTO).state, shown(PHOTO).missing) == (State.WAITS, say("compose.waits-for-first"))
    assert (shown(looked).state, shown(looked).missing) == (State.WAITS, say("compose.waits-for-second"))
    assert shown(replace(looked, second=LOOK)).state is State.FINE
    assert shown(replace(looked, faces=())).state is State.FINE
    assert shown(replace(PHOTO, looked_for=False)).state is State.STOP


@pytest.mark.demand("SOC-M4")
def test_where_a_second_look_is_advised_a_picture_says_so_and_waits_for_nobody() -> None:
    content, looked = Content(pictures=(Picture(PHOTO.id, "The choir"),)), replace(PHOTO, first=LOOK)
    advising = replace(PACK, second_look=Duty.ADVISED)

    (shown,) = pictures_of(content, {PHOTO.id: looked}, advising)
    (seen_twice,) = pictures_of(content, {PHOTO.id: replace(looked, second=LOOK)}, advising)

    assert (shown.state, shown.missing) == (State.NOTE, say("compose.second-advised"))
    assert (seen_twice.state, seen_twice.missing) == (State.FINE, None)


def test_a_picture_without_words_is_asked_for_them() -> None:
    content = Content(pictures=(Picture(PHOTO.id),), accounts=(X,))
    pictures = pictures_of(content, {PHOTO.id: replace(PHOTO, first=LOOK, second=LOOK)}, PACK)

    made = lines(content, pictures=pictures)

    assert ReadyLine(State.DOUBT, say("compose.alt-for", number=1)) in made
