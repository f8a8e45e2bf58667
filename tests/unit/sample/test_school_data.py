"""school.toml says one coherent thing, with everything that the sample school must have."""

from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageOps

School = dict[str, Any]
BYTES_AT_MOST = 12_000_000
ORIENTATION, GPS = 0x0112, 0x8825


def slugs(school: School, noun: str) -> set[str]:
    return {entry["slug"] for entry in school[noun]}


def exif(path: Path) -> Image.Exif:
    with Image.open(path) as picture:
        return picture.getexif()


def upright_size(path: Path) -> tuple[int, int]:
    if path.suffix == ".heic":
        return (2400, 1600)
    with Image.open(path) as picture:
        return ImageOps.exif_transpose(picture).size


def test_there_are_enough_students_each_named_once_with_two_portraits(school: School, sample: Path) -> None:
    names = Counter((s["first"], s["last"]) for s in school["student"])

    assert len(school["student"]) >= 24
    assert len(slugs(school, "student")) == len(school["student"])
    assert max(names.values()) == 1
    assert len({s["number"] for s in school["student"]}) == len(school["student"])
    for slug in slugs(school, "student"):
        assert len(list((sample / "portraits" / slug).glob("*.jpg"))) == 2


def test_five_accounts_are_on_five_platforms_and_differ_in_colour_and_pattern(school: School) -> None:
    for key in ("platform", "handle", "colour", "pattern", "avatar", "page"):
        assert len({account[key] for account in school["account"]}) == 5


def kinds_of(student: dict[str, Any]) -> list[str]:
    return [kind.strip() for kind in student.get("opt_out", "").split(",")]


def test_every_kind_of_opt_out_occurs_and_those_children_can_be_looked_for(school: School) -> None:
    opted_out = [s for s in school["student"] if "opt_out" in s]
    kinds = {kind for s in opted_out for kind in kinds_of(s)}
    assert kinds == {"everything", "photos", "names", "creative", "media"}
    assert all("consent_days_ago" in s for s in opted_out)
    assert any("consent_days_ago" not in s for s in school["student"])


def test_whoever_is_named_exists(school: School) -> None:
    people = slugs(school, "student") | slugs(school, "staff")
    staff, accounts = slugs(school, "staff"), slugs(school, "account")

    assert {f["who"] for p in school["photo"] for f in p["faces"]} <= people
    assert {p["taken_by"] for p in school["photo"]} <= staff
    assert {school["law"]["decided_by"]} <= staff
    assert {a["administrator"] for a in school["account"]} <= staff
    assert {p["account"] for p in school["post"]} | {s["account"] for s in school["slot"]} <= accounts
    assert {p[key] for p in school["post"] for key in ("by", "reviewed_by")} <= staff
    assert {s["looks_like"] for s in school["student"] if "looks_like" in s} <= slugs(school, "student")


def test_nobody_reviewed_their_own_post(school: School) -> None:
    assert {post["by"] != post["reviewed_by"] for post in school["post"]} == {True}


def test_every_role_is_taken(school: School) -> None:
    roles = {role for one in school["staff"] for role in one["roles"]}

    assert roles == {"administrator", "reviewer", "principal", "deputy", "communications"}


def test_exactly_three_photos_hold_opted_out_children_and_say_so(school: School) -> None:
    opted_out = {s["slug"] for s in school["student"] if "opt_out" in s}

    held = {p["file"]: sorted(opted_out & {f["who"] for f in p["faces"]}) for p in school["photo"]}

    assert len(school["photo"]) == 12
    assert held == {p["file"]: sorted(p["opted_out"]) for p in school["photo"]}
    assert sum(bool(children) for children in held.values()) == 3
    assert {child for children in held.values() for child in children} == opted_out
    uncovered = {s["slug"] for s in school["student"] if {"everything", "photos"} & set(kinds_of(s))}
    assert sum(bool(uncovered & set(children)) for children in held.values()) == 3


def test_classes_of_a_photo_are_those_of_its_students(school: School) -> None:
    class_of = {s["slug"]: s["class"] for s in school["student"]}

    for photo in school["photo"]:
        here = {class_of[f["who"]] for f in photo["faces"] if f["who"] in class_of}
        assert here == set(photo["classes"]), photo["file"]


def test_boxes_lie_inside_their_photo_and_apart_from_one_another(school: School, sample: Path) -> None:
    for photo in school["photo"]:
        wide, high = upright_size(sample / photo["file"])
        for face in photo["faces"]:
            left, top, right, bottom = face["box"]
            assert 0 <= left < right <= wide
            assert 0 <= top < bottom <= high
        middles = [((f["box"][0] + f["box"][2]) / 2, (f["box"][1] + f["box"][3]) / 2) for f in photo["faces"]]
        assert len(set(middles)) == len(middles)


def test_one_photo_tells_a_place_one_lies_on_its_side_and_one_is_heic(school: School, sample: Path) -> None:
    files = [p["file"] for p in school["photo"] if p["file"].endswith(".jpg")]

    facts = {file: exif(sample / file) for file in files}

    assert [f for f, fact in facts.items() if fact.get_ifd(GPS)] == ["photos/04-field-day.jpg"]
    assert [f for f, fact in facts.items() if fact[ORIENTATION] == 6] == ["photos/12-playground.jpg"]
    assert (sample / "photos" / "06-garden.heic").read_bytes()[4:12] == b"ftypheic"


def test_some_faces_are_too_small_to_tell_and_some_are_teachers(school: School) -> None:
    boxes = [(f["who"], f["box"]) for p in school["photo"] for f in p["faces"]]

    assert any(box[2] - box[0] < 60 for _, box in boxes)
    assert {who for who, _ in boxes} & slugs(school, "staff")


@pytest.mark.parametrize(
    ("stage", "least", "most"), [("on time", 0, 5), ("overdue", 8, 17), ("silent", 18, 60)]
)
def test_the_history_puts_accounts_where_they_are_meant_to_be(
    school: School, stage: str, least: int, most: int
) -> None:
    last = {
        a["slug"]: min(p["days_ago"] for p in school["post"] if p["account"] == a["slug"])
        for a in school["account"]
        if a["meant_to_be"] == stage
    }

    assert last
    assert all(least <= days <= most for days in last.values())


def test_the_law_record_says_that_it_is_a_sample(school: School) -> None:
    assert school["law"]["sample"]
    assert "This is a sample" in school["law"]["basis"]


def test_zone_addresses_and_slots_are_usable(school: School) -> None:
    ZoneInfo(school["school"]["zone"])
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")

    assert {one["email"].split("@")[1] for one in school["staff"]} == set(school["school"]["domains"])
    assert {slot["weekday"] in days and len(slot["at"]) for slot in school["slot"]} == {5}


def test_everything_committed_stays_small(sample: Path) -> None:
    files = [f for f in sample.rglob("*") if f.is_file() and "__pycache__" not in f.parts]

    assert sum(f.stat().st_size for f in files) < BYTES_AT_MOST
