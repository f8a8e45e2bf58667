"""Forging a release (`safety.md`, T2): whatever is tried, nothing is published.

Each attack is made after a proper road (or instead of its release), and then the post's row is made to say
*released*. Each must meet the reason that is meant to stop it, in a running program and after a restart.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.vocabulary import Noun
from tests.faults import forged_by_edit, forged_by_key, forged_by_sql
from tests.faults.forgeries import nothing_is_out, sql, try_to_publish
from tests.road import Road, make_road, publications_of

Attack = Callable[[Road], PostId]

ATTACKS: dict[str, tuple[Attack, str]] = {
    **forged_by_key.ATTACKS,
    **forged_by_edit.ATTACKS,
    **forged_by_sql.ATTACKS,
}


def test_there_are_as_many_attacks_as_promised() -> None:
    assert len(ATTACKS) >= 40


@pytest.mark.parametrize("photo", [False, True])
def test_without_an_attack_the_post_goes_out(tmp_path: Path, photo: bool) -> None:
    road, out = make_road(tmp_path / "store"), tmp_path / "out"
    post = road.released(photo=photo)

    met = try_to_publish(road, post, road.x, out)

    assert met == set()
    assert not nothing_is_out(out)


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_a_forged_release_publishes_nothing(tmp_path: Path, name: str) -> None:
    attack, reason = ATTACKS[name]
    road, out = make_road(tmp_path / "store"), tmp_path / "out"
    try:
        post = attack(road)
    except KnownError as refused:
        pytest.fail(f"the attack itself was refused: {refused.happened.id}")

    met = try_to_publish(road, post, road.x, out)

    assert nothing_is_out(out)
    assert reason in met


def test_published_once_though_the_row_of_the_publication_is_deleted(tmp_path: Path) -> None:
    road, out = make_road(tmp_path / "store"), tmp_path / "out"
    post = road.released()
    publication = road.handed_out(post, tmp_path / "first")
    road.publications.confirm(road.by("ana"), publication, "https://x.com/lincoln_es/status/1")
    sql(road, "DELETE FROM publication")

    met = try_to_publish(road, post, road.x, out)

    assert nothing_is_out(out)
    assert "publications.already-out" in met


def test_handed_out_once_though_its_step_is_set_back(tmp_path: Path) -> None:
    road, out = make_road(tmp_path / "store"), tmp_path / "out"
    post = road.released()
    publication = road.handed_out(post, tmp_path / "first")
    sql(
        road,
        "UPDATE publication SET step = 'intended', "
        "body = CAST(replace(CAST(body AS TEXT), 'handed-out', 'intended') AS BLOB)",
    )
    (forged,) = publications_of(road.school.desk, post)
    assert forged.step is PublicationStep.INTENDED

    with pytest.raises(NotAllowed):
        road.publications.hand_out(road.by("ana"), forged, folder=out, handle="lincoln_es")

    assert nothing_is_out(out)
    assert forged.id == publication.id


def test_of_two_who_publish_at_once_one_does(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post, people = road.released(), [road.by("ana"), road.by("dee")] * 3

    done = _at_once(lambda by: road.publications.intend(by, post, road.x), people)

    assert done.count(None) == 1
    assert len(road.publications.unfinished()) == 1


def test_of_two_who_release_at_once_one_does(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store")
    post, people = road.submitted(), [road.by("bo"), road.by("pat"), road.by("dee")] * 2

    done = _at_once(lambda by: road.approvals.release(by, post), people)

    assert done.count(None) == 1
    with road.school.desk.look() as unit:
        assert [row.act for row in unit.record.about(Noun.POSTS, post)] == ["submit", "approve"]


def test_a_release_and_a_taking_back_at_once_never_publish_what_was_taken_back(tmp_path: Path) -> None:
    road, out = make_road(tmp_path / "store"), tmp_path / "out"
    post, bo, ana = road.submitted(), road.by("bo"), road.by("ana")

    def act(by: Actor) -> object:
        return road.approvals.release(by, post) if by is bo else road.posts.take_back(by, post)

    _at_once(act, [bo, ana])
    met = try_to_publish(road, post, road.x, out)

    assert road.posts.get(ana, post).stage is not PostStage.SUBMITTED
    assert nothing_is_out(out)
    assert met & {"publications.no-release", "publications.edited"}


def _at_once(act: Callable[[Actor], object], people: list[Actor]) -> list[str | None]:
    """Let everybody act at the same moment; gives why each was refused, None who wasn't."""
    start = Barrier(len(people))

    def one(by: Actor) -> str | None:
        start.wait()
        try:
            act(by)
        except KnownError as error:
            return error.happened.id
        return None

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(one, people))
