"""What a login asked itself: its screen shows the letters of that, whatever lies in the folder for all."""

import json
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.canonical import canonical
from smadmin.domain.joining import seat_of
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.records import grouped
from smadmin.services.asking import pending, withdraw
from smadmin.services.requested import waiting_for
from tests.logins import found_shared, login
from tests.newcomers import asked, signed


@pytest.mark.parametrize("field", ["person", "seat", "ends", "gone"])
def test_the_newcomers_own_screen_never_shows_the_letters_of_what_somebody_wrote_into_the_folder(
    tmp_path: Path, field: str
) -> None:
    """Else both screens would agree on another's login, or on keys that nobody meant to end."""
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    request = asked(second)
    file = next((tmp_path / "shared" / "requests").iterdir())
    whole = json.loads(file.read_text("utf-8"))
    if field == "person":
        whole["person"]["email"] = "mallory@lincoln.example"
    elif field == "ends":
        whole["ends"] = ["00" * 16]
    elif field == "seat":
        theirs = Identity.new()
        key = Key(theirs.public, theirs.recipient, KeyKind.SEAT)
        whole["seat"] |= {
            "public": theirs.public.hex(),
            "recipient": theirs.recipient,
            "seat": seat_of(key.id),
        }
        whole["key"]["seat"] = seat_of(key.id)
    file.unlink()
    if field != "gone":
        file.write_text(canonical(whole).decode(), "utf-8")
        with first.office() as office:
            (planted,) = waiting_for(office)
            assert grouped(planted.request.fingerprint) != request.letters, "it can be read, and is another"

    with second.office() as office:
        shown = pending(office)

    assert shown is not None
    assert shown.letters == request.letters
    signed(first, shown.letters)


def test_what_was_taken_back_isnt_laid_out_again(tmp_path: Path) -> None:
    found_shared(tmp_path)
    second = login(tmp_path, "second")
    asked(second)

    with second.office() as office:
        withdraw(office)
        assert pending(office) is None

    assert not list((tmp_path / "shared" / "requests").iterdir())
    assert not list((second.home / "asked").iterdir())
