"""Which releases leave in a package: what the public could read, and nothing that was never out."""

import json
from pathlib import Path

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication, PublicationStep, publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.export import Paper, RecordExport, check_package
from smadmin.services.rows_out import PARTS
from tests.road import Road, make_road


def manifests(road: Road, folder: Path) -> list[str]:
    """Write a package and give the posts whose manifests left in it."""
    RecordExport(road.school.desk).write(road.by("pat"), folder)
    lines = [json.loads(line) for line in (folder / "data" / PARTS).read_text().splitlines()]
    told = [one for one in lines if one["name"] == "manifest" and "content" in one]
    return [json.loads(one["content"])["post"] for one in told]


def out_on_x(road: Road, post: PostId, folder: Path, number: int) -> None:
    handed = road.handed_out(post, folder)
    road.publications.confirm(
        road.by("ana"), handed, f"https://x.com/lincoln_es/status/1990000000000000{number}"
    )


def test_only_releases_that_went_out_leave(tmp_path: Path) -> None:
    road = make_road(tmp_path / "school")
    out, never, voided, begun = road.released(), road.released(), road.released(), road.released()
    out_on_x(road, out, tmp_path / "one", 111)
    road.approvals.void(road.by("pat"), voided, "Not this week")
    road.handed_out(begun, tmp_path / "two")

    left = manifests(road, tmp_path / "bag")

    assert left == [out]
    assert never not in left
    assert check_package(tmp_path / "bag", Paper()).whole


def test_of_a_post_released_twice_only_what_went_out_leaves(tmp_path: Path) -> None:
    road = make_road(tmp_path / "school")
    post = road.released()
    road.approvals.void(road.by("pat"), post, "The time is wrong")
    road.approvals.release(road.by("bo"), post)
    out_on_x(road, post, tmp_path / "one", 112)

    assert manifests(road, tmp_path / "bag") == [post]


def test_a_release_with_an_override_keeps_the_quoted_name_at_school(tmp_path: Path) -> None:
    road = make_road(tmp_path / "school")
    override: list[Plain] = ["name", "Mia Lopez", "Her mother asked for it"]
    with road.school.desk.deed(road.by("pat")) as deed:
        parts: dict[str, Plain] = {"manifest": {"post": "p"}, "overrides": {"overrides": [override]}}
        seq = deed.record(Act.APPROVE, Noun.POSTS, "p", parts=parts)
        key = publication_id(PostId("p"), road.x)
        deed.unit.publications.add(
            Publication(
                key, road.school.id, road.x, PublicationStep.CONFIRMED, post=PostId("p"), release_seq=seq
            )
        )
        deed.record(Act.INTEND, Noun.PUBLICATIONS, key)
        deed.record(Act.PUBLISH, Noun.PUBLICATIONS, key)

    assert manifests(road, tmp_path / "bag") == ["p"]
    assert "Mia" not in (tmp_path / "bag" / "data" / PARTS).read_text()
