"""What happens with a post that was handed in."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.ids import PersonId, PhotoId, PostId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import Person, Role
from smadmin.domain.posts import Content, Draft, PostStage
from smadmin.ui.composer.drafts import draft_lines
from smadmin.ui.composer.standing import Colleague, releasers, second_lookers, standing_of, with_listed
from smadmin.ui.composer.telling import saved_note

MAYA = Colleague(PersonId("maya"), "Maya Ortega", frozenset({Role.ADMINISTRATOR}))
DANIEL = Colleague(PersonId("daniel"), "Daniel Reyes", frozenset({Role.ADMINISTRATOR, Role.REVIEWER}))
ELLEN = Colleague(PersonId("ellen"), "Ellen Whitcomb", frozenset({Role.PRINCIPAL}))
SAMUEL = Colleague(PersonId("samuel"), "Samuel Okoye", frozenset({Role.COMMUNICATIONS}))
EVERYBODY = (MAYA, DANIEL, ELLEN, SAMUEL)
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def post(stage: PostStage, text: str = "Hello") -> Draft:
    return Draft(PostId("post"), SchoolId("school"), MAYA.person, Content(text=text), stage, NOW)


@pytest.mark.parametrize(
    ("planned", "releases", "first", "able"),
    [
        (True, ReleaseBy.WEEK, frozenset(), (DANIEL, ELLEN)),
        (False, ReleaseBy.WEEK, frozenset(), (ELLEN,)),
        (True, ReleaseBy.EACH, frozenset(), (ELLEN,)),
        (True, ReleaseBy.WEEK, frozenset({DANIEL.person}), (ELLEN,)),
    ],
)
def test_only_those_are_named_who_may_release(
    planned: bool, releases: ReleaseBy, first: frozenset[PersonId], able: tuple[Colleague, ...]
) -> None:
    named = releasers(EVERYBODY, author=MAYA.person, first_lookers=first, planned=planned, releases=releases)

    assert named == able


def test_a_handed_in_post_names_who_goes_on() -> None:
    model = standing_of(post(PostStage.SUBMITTED), (DANIEL,), look_at=PhotoId("one"), planned=True)

    assert model.next == say("compose.look-and-release", people=(say("compose.name", name="Daniel Reyes"),))
    assert model.hand_over
    assert not model.publish


def test_who_may_only_look_is_named_beside_who_releases() -> None:
    model = standing_of(
        post(PostStage.SUBMITTED), (ELLEN,), look_at=PhotoId("one"), planned=False, lookers=(DANIEL, ELLEN)
    )

    daniel, ellen = say("compose.name", name="Daniel Reyes"), say("compose.name", name="Ellen Whitcomb")
    assert model.next == say("compose.look-then-release", lookers=(daniel, ellen), people=(ellen,))
    assert model.hand_over


def test_the_second_look_is_everybodys_but_the_authors_and_the_first_lookers() -> None:
    lookers = second_lookers(EVERYBODY, author=MAYA.person, first_lookers=frozenset({SAMUEL.person}))

    assert lookers == (DANIEL, ELLEN)


def test_under_the_plan_nobody_is_sent_to_look_who_cant_release_it_then() -> None:
    model = standing_of(
        post(PostStage.SUBMITTED),
        (DANIEL, ELLEN),
        look_at=PhotoId("one"),
        planned=True,
        lookers=(DANIEL, SAMUEL, ELLEN),
    )

    daniel, ellen = say("compose.name", name="Daniel Reyes"), say("compose.name", name="Ellen Whitcomb")
    assert model.next == say("compose.look-and-release", people=(daniel, ellen))


def test_what_the_plan_covers_is_never_said_to_be_outside_it() -> None:
    looks, looked = (
        standing_of(
            post(PostStage.SUBMITTED),
            (ELLEN,),
            look_at=look_at,
            planned=True,
            by_plan=False,  # a video, or a pack in which the office releases each
            lookers=(DANIEL, ELLEN),
        )
        for look_at in (PhotoId("one"), None)
    )

    assert (looks.next.id, looked.next.id) == ("compose.look-then-office", "compose.release-office")


def test_who_is_on_the_reviewers_list_is_named_with_their_code_and_many_are_counted() -> None:
    hannah = Person(PersonId("hannah"), "Hannah Berg")
    many = [Person(PersonId(f"p{n}"), f"Reviewer {n}") for n in range(12)]

    few, all_of_them = (
        releasers(
            with_listed(EVERYBODY, coded),
            author=MAYA.person,
            first_lookers=frozenset(),
            planned=True,
            releases=ReleaseBy.WEEK,
        )
        for coded in ([hannah, Person(DANIEL.person, DANIEL.name)], many)
    )

    said = [
        standing_of(post(PostStage.SUBMITTED), able, look_at=None, planned=True).next.values["people"]
        for able in (few, all_of_them)
    ]
    daniel, ellen = say("compose.name", name="Daniel Reyes"), say("compose.name", name="Ellen Whitcomb")
    assert said[0] == (daniel, say("compose.name-with-code", name="Hannah Berg"), ellen)
    assert said[1] == (daniel, say("compose.of-list", n=12), ellen)


def test_where_nobody_here_may_release_nobody_is_asked_to_sit_down() -> None:
    model = standing_of(post(PostStage.SUBMITTED), (), look_at=None, planned=False)

    assert model.next == say("compose.nobody-releases")
    assert not model.hand_over


def test_a_released_post_goes_on_to_publishing() -> None:
    model = standing_of(post(PostStage.RELEASED), (ELLEN,), look_at=None, planned=True)

    assert model.publish
    assert not model.hand_over


@pytest.mark.parametrize("stage", [PostStage.PUBLISHED, PostStage.DROPPED])
def test_what_is_over_leads_nowhere_from_here(stage: PostStage) -> None:
    model = standing_of(post(stage), (ELLEN,), look_at=None, planned=True)

    assert (model.publish, model.hand_over, model.take_back) == (False, False, False)


def test_posts_are_named_by_their_first_words() -> None:
    long = post(
        PostStage.SENT_BACK, "Congratulations to the whole chess team of our school, who took second place"
    )

    line = draft_lines((long,), NOW)[0]

    assert line.title == "Congratulations to the whole chess team of our s…"
    assert line.note == say("compose.stage-sent-back", ago=say("shell.just-now"))


@pytest.mark.parametrize(
    ("seconds", "stored", "said"),
    [
        (None, False, None),
        (None, True, say("compose.saved")),
        (0.2, True, say("compose.saved-seconds", n=1)),
        (59.4, True, say("compose.saved-seconds", n=59)),
        (150.0, True, say("compose.saved-minutes", n=2)),
    ],
)
def test_the_note_says_when_it_was_saved(seconds: float | None, stored: bool, said: object) -> None:
    assert saved_note(seconds, stored=stored) == said
