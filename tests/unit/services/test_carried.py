"""A request that travels as a file: whole where it is opened, and nothing else is taken for one."""

from datetime import datetime
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, KnownError
from smadmin.domain.joining import WAITS
from smadmin.services.asking import withdraw
from smadmin.services.carried import bring_request, request_file
from smadmin.services.requested import waiting_for
from smadmin.storage.requests import FOLDER, MOST_BYTES
from tests.logins import Login, found_shared, login
from tests.newcomers import asked, signed


@pytest.fixture
def first(tmp_path: Path) -> Login:
    """Where somebody lets people in."""
    return found_shared(tmp_path)[0]


@pytest.fixture
def file(first: Login, tmp_path: Path) -> Path:
    """A request of Ana's that somebody carries; beside the first one's store there is none."""
    second = login(tmp_path, "second")
    asked(second)
    carried = tmp_path / "ana.smrequest"
    with second.office() as office:
        carried.write_bytes(request_file(office))
        withdraw(office)
    assert not any((first.store / FOLDER).iterdir())
    return carried


def refused(at: Login, file: Path) -> str:
    with at.office() as office:
        with pytest.raises(BadInput) as error:
            bring_request(office, file)
        assert waiting_for(office) == ()
    return error.value.happened.id


def test_a_request_that_was_carried_waits_as_any_other_and_is_signed_once(first: Login, file: Path) -> None:
    with first.office() as office:
        assert waiting_for(office) == ()
        bring_request(office, file)
        (waiting,) = waiting_for(office)
    assert waiting.name == "Ana Brooks"
    signed(first, waiting.request.fingerprint)

    assert refused(first, file) == "joining.not-a-request", "its key is let in already"


def test_what_was_altered_on_the_way_has_other_letters(first: Login, file: Path) -> None:
    with first.office() as office:
        bring_request(office, file)
        letters = waiting_for(office)[0].request.fingerprint
        file.write_text(file.read_text("utf-8").replace("employed", "unemployed"), "utf-8")
        bring_request(office, file)
    with pytest.raises(BadInput) as error:
        signed(first, letters)

    assert error.value.happened.id == "joining.other-letters"


def test_an_old_one_one_of_another_school_or_none_at_all_is_not_laid_there(
    first: Login, file: Path, tmp_path: Path
) -> None:
    text = file.read_text("utf-8")
    with first.office() as office:
        school = office.desk.school
    made = text.split('"made":"')[1].split('"')[0]
    late = (datetime.fromisoformat(made) - 2 * WAITS).isoformat()
    spoilt = {
        "foreign": text.replace(school, "another-school").encode(),
        "old": text.replace(made, late).encode(),
        "long": text.encode() + b" " * MOST_BYTES,
        "deep": b"[" * MOST_BYTES,
        "odd": b"\xff\xfe{}",
        "empty": b"",
    }
    for name, content in spoilt.items():
        (tmp_path / name).write_bytes(content)
        assert refused(first, tmp_path / name) == "joining.not-a-request", name
    assert refused(first, tmp_path / "missing") == "away.not-readable"
    assert not any((first.store / FOLDER).iterdir())


def test_where_nobody_asked_there_is_nothing_to_save(first: Login) -> None:
    with first.office() as office, pytest.raises(KnownError) as nothing:
        request_file(office)

    assert nothing.value.happened.id == "joining.not-yet"
