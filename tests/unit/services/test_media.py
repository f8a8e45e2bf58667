"""Media: sealed files, opened into memory only, unreadable once their row is gone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from smadmin.credentials.files import AgeFiles
from smadmin.domain.errors import KnownError, OutsideFailed, Tampered
from smadmin.domain.media import MediaFile
from smadmin.services.media import Media
from smadmin.storage.files import MediaFiles
from tests.school import MONDAY, TinySchool, make_school

LONG_AGO, FAR_AHEAD = datetime(2020, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
SECRET_BYTES = b"the pixels of a child's face, as they came from the camera"


def media_of(school: TinySchool) -> Media:
    return Media(school.desk, MediaFiles(school.folder / "media"), AgeFiles())


def kept(school: TinySchool, media: Media) -> MediaFile:
    file = media.seal(SECRET_BYTES, "image/jpeg")
    with school.desk.deed(school.by("ana")) as deed:
        deed.unit.media.add(file)
    return file


def test_what_is_sealed_opens_again_and_lies_nowhere_in_plain(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media = media_of(school)

    file = kept(school, media)

    assert media.open(school.by("ana"), file.id) == SECRET_BYTES
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 1
    assert not [path for path in files if SECRET_BYTES[:16] in path.read_bytes()]


def test_the_same_content_twice_is_two_unlike_files(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media = media_of(school)

    one, other = media.seal(SECRET_BYTES, "image/jpeg"), media.seal(SECRET_BYTES, "image/jpeg")

    assert one.sha256 == other.sha256
    assert one.name != other.name


def test_a_file_without_its_row_opens_for_nobody(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media, ana = media_of(school), school.by("ana")
    file = kept(school, media)
    with school.desk.deed(ana) as deed:
        deed.unit.media.remove(file.id)

    with pytest.raises(KnownError):
        media.open(ana, file.id)

    assert file.secret.encode() not in (tmp_path / "store.db").read_bytes()


def test_a_file_swapped_for_another_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media = media_of(school)
    file, other = kept(school, media), kept(school, media)
    (tmp_path / "media" / file.name).write_bytes((tmp_path / "media" / other.name).read_bytes())

    with pytest.raises(Tampered):
        media.open(school.by("ana"), file.id)


def test_shredding_takes_the_file_away(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media = media_of(school)
    file = kept(school, media)

    media.shred([file])

    with pytest.raises(OutsideFailed):
        media.open(school.by("ana"), file.id)


def test_what_a_kill_left_behind_is_swept_after_a_day(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    media = media_of(school)
    file = kept(school, media)
    media.seal(b"its deed never came", "image/jpeg")

    school.clock.at = LONG_AGO
    assert media.sweep() == 0
    school.clock.at = FAR_AHEAD
    assert media.sweep() == 1
    school.clock.at = MONDAY
    assert media.open(school.by("ana"), file.id) == SECRET_BYTES
