"""Canary secrets, children's names, portraits and patterns: nowhere but in the keyring, in no form (S1)."""

import json
import logging
import os
import struct
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import seal_under
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.ids import AccountId, StudentId
from smadmin.domain.log_ins import ApiToken, LogIn, SecondStep
from smadmin.domain.students import OptOut, StudentEntry, Template
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.backups import Backups
from smadmin.services.copies import Field, Way
from smadmin.services.export import RecordExport
from smadmin.services.handing import write_handed
from smadmin.services.logs import start_log, stop_log
from smadmin.services.places import Place
from smadmin.services.vault import Vault
from smadmin.ui.crash import report_of
from tests.canary_forms import Unstruck, files_in, forms, found, lost_in_the_log
from tests.darkroom import Darkroom, make_darkroom
from tests.faults.acting import FORM
from tests.school import passphrase
from tests.seeing import ANN, CAM, as_file, picture

SEED, TOKEN, PHRASE = "GEZDGNBVGY3TQOJQ", "canary-31-WWV", "canary brisk otter quill"
PASSWORD, RECOVERY = "canary-Falcon+42&pass", "canary-recovery-77-ZQX"
CHILD, FAMILY = "Quetzalcoatl-Canary", "Torresquilla-Canary"
WORDS = "Benedict Rookwood canary fell off the swing."
CHOSEN = {
    "password": PASSWORD,
    "recovery": RECOVERY,
    "seed": SEED,
    "token": TOKEN,
    "words told by telephone": PHRASE,
    "child": CHILD,
    "family name": FAMILY,
}
PATTERN = tuple(0.123456789 + number / 1000 for number in range(128))
FORMS = 14


def patterns() -> dict[str, bytes]:
    """Give the forms in which a face pattern could lie somewhere."""
    return {
        "doubles": struct.pack("<8d", *PATTERN[:8]),
        "floats": struct.pack("<8f", *PATTERN[:8]),
        "digits": repr(PATTERN[3])[:9].encode(),
        "json": json.dumps(PATTERN[:4])[1:-1].encode(),
    }


class Spiteful(MemorySecrets):
    """A keyring that complains by quoting what it was to keep."""

    def set(self, name: str, value: str) -> None:
        raise RuntimeError(f"no room for {value}")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Unstruck]:
    level = logging.getLogger().level
    start_log(tmp_path / "data" / "logs")
    logging.getLogger().setLevel(logging.DEBUG)
    before_the_border = Unstruck()
    logging.getLogger().addHandler(before_the_border)
    yield before_the_border
    logging.getLogger().removeHandler(before_the_border)
    stop_log()
    logging.getLogger().setLevel(level)


def open_every_way(room: Darkroom, vault: Vault, account: AccountId) -> None:
    """Show, copy, hand out and lock anew; have what is refused refused."""
    pat, copy = room.by("pat"), vault.fetch(account)
    vault.reveal(pat, copy)
    for field in Field:
        vault.copy(pat, copy, field)
    vault.hand_out(pat, copy, Way.LOCKED)
    write_handed(room.folder / "handed.age", copy.sealed)
    locked = seal_under(PASSWORD.encode(), PHRASE)
    write_handed(room.folder / "told.age", locked)
    vault.shelve(vault.reseal(pat, copy).value)
    other = replace(FORM, handle="another", page="https://x.com/another")
    another = Accounts(room.school.desk).adopt(pat, other).value
    with pytest.raises(NotAllowed):
        vault.keep(pat, another, LogIn("other", PASSWORD))
    with pytest.raises(BadInput) as odd:
        vault.keep(pat, another, LogIn("other", "x", seed=f"{SEED}!"))
    logging.getLogger("smadmin.faults").warning("refused: %r %s", odd.value, odd.value)


def a_days_work(room: Darkroom) -> list[str]:
    """Do what touches secrets, let some of it go wrong, and give the crash reports."""
    pat, ana, desk = room.by("pat"), room.by("ana"), room.school.desk
    entry = StudentEntry(CHILD, FAMILY, ("4b",), frozenset({OptOut.PHOTOS}))
    child = room.students.add(pat, entry).value
    room.allow_matching([("ann", child)])
    with desk.deed(pat) as deed:
        known = deed.unit.templates.all()
        template = replace(known[0], numbers=PATTERN) if known else _template(room, child)
        (deed.unit.templates.change if known else deed.unit.templates.add)(template)
        deed.roster_changed()
        deed.record(Act.CHANGE, Noun.STUDENTS, child)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    room.review.cover_everybody(ana, [photo])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)
    return [_crash(room, secret) for secret in (PASSWORD, CHILD, WORDS)]


def _template(room: Darkroom, child: StudentId) -> Template:
    portrait = room.media.seal(as_file(picture((ANN, 60))), "image/jpeg")
    return Template("canary", room.school.id, child, portrait.id, PATTERN, engine="colours")


def _crash(room: Darkroom, secret: str) -> str:
    try:
        Spiteful().set("x", secret)
    except RuntimeError as error:
        logging.getLogger("smadmin.faults").exception("it went wrong")
        return report_of(error).text
    return ""


def lying_about(room: Darkroom, reports: list[str], before: set[Path]) -> dict[str, bytes]:
    """Collect everything that the program left, with where it is."""
    temporary = set(Path(tempfile.gettempdir()).iterdir()) - before
    places = [room.folder, *(place for place in temporary if not place.is_relative_to(room.folder))]
    files = files_in(places)
    process = {
        "argv": "\0".join(sys.argv).encode(),
        "environ": "\0".join(f"{name}={value}" for name, value in os.environ.items()).encode(),
    }
    return files | process | {"crash reports": "\n".join(reports).encode()}


def test_no_secret_lies_anywhere_but_in_the_keyring_in_any_form(tmp_path: Path, log: Unstruck) -> None:
    before = set(Path(tempfile.gettempdir()).iterdir())
    room = make_darkroom(tmp_path / "data")
    school, pat = room.school, room.by("pat")
    account = _account(room)
    vault = Vault(school.desk, school.secrets)
    log_in = LogIn(
        "social@lincoln.example",
        PASSWORD,
        (RECOVERY,),
        seed=SEED,
        second=SecondStep.CODES,
        tokens=(ApiToken("poster", TOKEN),),
    )
    vault.shelve(vault.keep(pat, account, log_in).value)
    open_every_way(room, vault, account)
    reports = a_days_work(room)
    Backups(school.desk, Place(school.folder, school.folder)).make()
    RecordExport(school.desk).write(pat, room.folder / "bag")

    lying = lying_about(room, reports, before) | {"given to the log": log.content}

    secrets = {
        **{what: forms(secret) for what, secret in CHOSEN.items()},
        "passphrase": forms(passphrase("pat")),
        "seat's own": forms(school.seat.secret),
        "portrait": {"pixels": bytes(ANN) * 20},
        "pattern": patterns(),
    }
    assert len(forms(PASSWORD)) >= FORMS
    assert any(path.endswith("store.db") for path in lying)
    assert any("RuntimeError" in content.decode(errors="replace") for content in lying.values())
    assert len(lying) > 15
    assert lost_in_the_log(CHOSEN) == []
    assert log.messages
    assert found(secrets, lying) == []


def _account(room: Darkroom) -> AccountId:
    return Accounts(room.school.desk).adopt(room.by("pat"), FORM).value
