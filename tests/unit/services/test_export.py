"""The record as a package: what leaves the school, and what a package proves."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.keys import fingerprint
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.export import Paper, RecordExport, check_package
from smadmin.services.rows_out import BODIES, KEYS, PARTS, PROOFS
from smadmin.storage.bag import BadBag
from tests.school import TinySchool, found_school, make_school
from tests.unit.services.test_backups import with_a_child


def exported(school: TinySchool, folder: Path) -> Path:
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.ADOPT, Noun.ACCOUNTS, "one", parts={"account": {"name": "Lincoln"}})
        deed.record(Act.FIRST_LOOK, Noun.PHOTOS, "two", parts={"look": {"who": "Mia Lopez"}})
    RecordExport(school.desk).write(school.by("pat"), folder)
    return folder


def paper_of(school: TinySchool) -> Paper:
    head = school.desk.newest
    assert head is not None
    return Paper.read(fingerprint(school.root.key), f"{head.seq}:{head.letters}")


def mended(folder: Path) -> None:
    """Write the package's own digests anew, as somebody who changes it would."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  data/{file.name}\n"
        for file in sorted((folder / "data").iterdir())
    ]
    (folder / "manifest-sha256.txt").write_text("".join(lines))
    size = sum(file.stat().st_size for file in (folder / "data").iterdir())
    facts = (folder / "bag-info.txt").read_text().splitlines()
    facts = [line for line in facts if not line.startswith("Payload-Oxum")]
    (folder / "bag-info.txt").write_text("\n".join([*facts, f"Payload-Oxum: {size}.{len(lines)}", ""]))
    (folder / "tagmanifest-sha256.txt").unlink()


@pytest.mark.demand("BLO-II")
@pytest.mark.demand("YEL-R")
def test_a_package_verifies_alone_and_against_paper(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    folder = exported(school, tmp_path / "bag")

    alone, held = check_package(folder, Paper()), check_package(folder, paper_of(school))

    assert alone.whole
    assert held.whole
    assert held.head == school.desk.newest
    assert bagit.Bag(str(folder)).is_valid()


def test_the_bodies_are_the_bytes_as_stored(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    folder = exported(school, tmp_path / "bag")

    with school.desk.look() as unit:
        stored = [row.row.body for row in unit.record.rows()]

    assert (folder / "data" / BODIES).read_bytes() == b"".join(body + b"\n" for body in stored)


def test_no_childs_detail_leaves_and_the_rows_still_verify(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    with_a_child(school)
    folder = exported(school, tmp_path / "bag")

    everything = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    lines = [json.loads(line) for line in (folder / "data" / PARTS).read_text().splitlines()]
    look = next(line for line in lines if line["name"] == "look")

    assert b"Mia" not in everything
    assert set(look) == {"seq", "name"}
    assert any(line["name"] == "account" and "salt" in line for line in lines)
    assert check_package(folder, paper_of(school)).whole


def test_a_childs_id_in_any_detail_withholds_it(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    with_a_child(school)
    with school.desk.deed(school.by("ana")) as deed:
        child = deed.unit.students.all()[0]
        deed.unit.students.remove(child.id)
        known = type(child)(**{**child.__dict__, "id": school.desk.ids.new(), "version": 1})
        deed.unit.students.add(known)
        deed.roster_changed()
        deed.record(Act.IMPORT, Noun.STUDENTS, None)
        deed.record(Act.ADOPT, Noun.ACCOUNTS, "three", parts={"account": {"slip": known.id}})

    folder = exported(school, tmp_path / "bag")

    assert known.id not in (folder / "data" / PARTS).read_text()


def test_a_reviewer_exports_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")

    with pytest.raises(NotAllowed) as refused:
        RecordExport(school.desk).write(school.by("bo"), tmp_path / "bag")

    assert refused.value.happened.id == "records.export-who"
    assert not (tmp_path / "bag").exists()


def test_a_folder_that_is_there_is_never_written_into(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    (tmp_path / "bag").mkdir()

    with pytest.raises(BadInput):
        RecordExport(school.desk).write(school.by("pat"), tmp_path / "bag")

    assert list((tmp_path / "bag").iterdir()) == []


def change_line(number: int, old: str, new: str, file: str = BODIES) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "data" / file
        lines = path.read_text().splitlines(keepends=True)
        assert old in lines[number]
        lines[number] = lines[number].replace(old, new)
        path.write_text("".join(lines))

    return change


def drop_line(number: int, *files: str) -> Callable[[Path], None]:
    def drop(folder: Path) -> None:
        for file in files:
            path = folder / "data" / file
            lines = path.read_text().splitlines(keepends=True)
            del lines[number]
            path.write_text("".join(lines))

    return drop


def swap_lines(folder: Path) -> None:
    for file in (BODIES, PROOFS):
        path = folder / "data" / file
        lines = path.read_text().splitlines(keepends=True)
        lines[3], lines[4] = lines[4], lines[3]
        path.write_text("".join(lines))


TAMPERS = {
    "an act": change_line(5, '"act":"', '"act":"x'),
    "a time": change_line(5, '"utc":"2026', '"utc":"2025'),
    "a signature": change_line(5, '"signature":"', '"signature":"00', PROOFS),
    "a detail": change_line(0, '"content":"', '"content":" ', PARTS),
    "the last row": drop_line(-1, BODIES, PROOFS),
    "a row between": drop_line(4, BODIES, PROOFS),
    "a body without its proof": drop_line(4, BODIES),
    "a detail dropped": drop_line(-1, PARTS),
    "two rows swapped": swap_lines,
}


@pytest.mark.parametrize("what", TAMPERS)
def test_a_changed_package_is_noticed_even_with_its_digests_mended(tmp_path: Path, what: str) -> None:
    school = make_school(tmp_path / "school")
    folder = exported(school, tmp_path / "bag")
    TAMPERS[what](folder)

    with pytest.raises(BadBag):
        check_package(folder, Paper())
    mended(folder)
    try:
        noticed = not check_package(folder, paper_of(school)).whole
    except BadBag:
        noticed = True

    assert noticed


def test_another_schools_package_is_whole_but_not_the_one_on_paper(tmp_path: Path) -> None:
    school, other = make_school(tmp_path / "school"), found_school(tmp_path / "other")
    folder = exported(other, tmp_path / "bag")

    alone, held = check_package(folder, Paper()), check_package(folder, paper_of(school))

    assert alone.whole
    assert {fault.message.id for fault in held.faults} >= {"records.other-root-than-paper"}


def test_a_cut_package_agrees_with_itself_and_fails_against_a_head_from_paper(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    folder = exported(school, tmp_path / "bag")
    for file in (BODIES, PROOFS):
        drop_line(-1, file)(folder)
    drop_line(-1, PARTS)(folder)
    mended(folder)

    assert check_package(folder, Paper()).whole
    held = check_package(folder, paper_of(school))
    assert [fault.message.id for fault in held.faults] == ["records.head-not-in-package"]


@pytest.mark.parametrize("head", ["", "7", "x:ABCDABCDABCDABCD", "7:ABC", "7:" + "A" * 40])
def test_a_head_that_isnt_written_as_one_is_said(head: str) -> None:
    with pytest.raises(BadInput) as refused:
        Paper.read(None, head)

    assert refused.value.happened.id == "records.head-form"


def test_letters_are_read_as_people_write_them() -> None:
    assert Paper.read("ab1o-cd2l ef3i gh45", "7: abcd-efgh jkmn 0123").root == "AB10CD21EF31GH45"


def test_a_link_in_a_package_is_not_followed(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    folder = exported(school, tmp_path / "bag")
    shutil.move(folder / "data" / PARTS, tmp_path / "elsewhere")
    (folder / "data" / PARTS).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(BadBag):
        check_package(folder, Paper())


def test_a_folder_without_a_package_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadBag) as refused:
        check_package(tmp_path, Paper())

    assert refused.value.happened.id == "records.package-missing"


def test_the_store_itself_is_held_against_paper(tmp_path: Path) -> None:
    school, other = make_school(tmp_path / "school"), found_school(tmp_path / "other", staff=("ana", "pat"))
    export = RecordExport(school.desk)

    right = export.paper_faults(school.root.key, paper_of(school))
    wrong = export.paper_faults(school.root.key, paper_of(other))

    assert right == ()
    assert [fault.message.id for fault in wrong] == [
        "records.other-root-than-paper",
        "records.head-not-in-package",
    ]


def test_no_sentence_in_somebodys_own_words_leaves(tmp_path: Path) -> None:
    school, told = make_school(tmp_path / "school"), "Mia's mother rang"
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.HOLD, Noun.ACCOUNTS, "one", parts={"why": told})
        deed.record(Act.PUBLISH, Noun.PUBLICATIONS, "three", parts={"link": "https://x.com/a/status/1"})
    by_root = replace(school.by("ana"), person=None, seat=None, signer=school.root)
    with school.desk.deed(by_root) as deed:
        deed.record(Act.USE_ENVELOPE, Noun.KEYS, "two", parts={"use": {"person": "p", "reason": told}})

    RecordExport(school.desk).write(school.by("pat"), tmp_path / "bag")

    parts = (tmp_path / "bag" / "data" / PARTS).read_text("utf-8")
    assert told not in parts
    assert "status/1" in parts
    assert check_package(tmp_path / "bag", paper_of(school)).whole


@pytest.mark.parametrize("name", [BODIES, PROOFS, PARTS, KEYS])
def test_a_package_nested_without_end_is_damaged(tmp_path: Path, name: str) -> None:
    folder = exported(make_school(tmp_path / "school"), tmp_path / "bag")
    (folder / "data" / name).write_bytes(b"[" * 50_000 + b"\n")
    mended(folder)

    with pytest.raises(BadBag):
        check_package(folder, Paper())


@pytest.mark.parametrize("encoding", ["rot13", "zip", "nonsense", "utf-16"])
def test_a_package_in_an_odd_encoding_is_damaged(tmp_path: Path, encoding: str) -> None:
    folder = exported(make_school(tmp_path / "school"), tmp_path / "bag")
    (folder / "bagit.txt").write_text(f"BagIt-Version: 1.0\nTag-File-Character-Encoding: {encoding}\n")
    (folder / "tagmanifest-sha256.txt").unlink()

    with pytest.raises(BadBag):
        check_package(folder, Paper())
