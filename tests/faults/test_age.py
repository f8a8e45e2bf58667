"""Debian's own `age` opens what is locked here: a copy with the envelope's key, a file with its words."""

import os
import pty
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import KnownError
from smadmin.domain.log_ins import LogIn
from smadmin.language.catalogue import Catalogue
from smadmin.services.handing import under_phrase, write_handed
from smadmin.services.places import Place
from smadmin.services.restoring import restore_from
from tests.school import make_school
from tests.unit.services.test_backups import backups_of
from tests.unit.services.test_vault import SECRET, kept, vault_of

AGE = shutil.which("age")
LONGEST_S = 30

needs_age = pytest.mark.skipif(AGE is None, reason="Debian's age isn't installed: apt-get install age")


def opened(file: Path, key: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([AGE or "", "-d", "-i", str(key), str(file)], check=False, capture_output=True)


def key_file(folder: Path, identity: Identity) -> Path:
    path = folder / "key.txt"
    path.write_text(identity.secret)
    return path


def age_sealed(content: bytes, recipient: str) -> bytes:
    """Seal with Debian's age, as somebody else's program would."""
    command = [AGE or "", "-r", recipient]
    return subprocess.run(command, input=content, check=True, capture_output=True).stdout


def flipped(sealed: bytes, at: int) -> bytes:
    return sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]


def told_by_telephone(file: Path, phrase: str, out: Path) -> int:
    """Run age as somebody at a terminal does: it asks the terminal itself for the words."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(AGE or "", ["age", "-d", "-o", str(out), str(file)])  # noqa: S606  age itself, by its place
    said, answered, ends = b"", False, time.monotonic() + LONGEST_S
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            said += os.read(terminal, 1024)
        except OSError:  # it ended
            break
        if b"passphrase" in said and not answered:
            answered = True
            os.write(terminal, phrase.encode() + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_age
def test_the_locked_copy_opens_with_the_envelopes_key_and_with_no_other(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    vault = vault_of(school)
    file = tmp_path / "x.age"
    write_handed(file, vault.fetch(kept(school, vault)).sealed)

    by_root = opened(file, key_file(tmp_path, school.root))
    by_another = opened(file, key_file(tmp_path, Identity.new()))

    assert LogIn.from_bytes(by_root.stdout) == SECRET
    assert by_another.returncode != 0
    assert by_another.stdout == b""


@needs_age
@pytest.mark.parametrize(("name", "opens"), [("pat", True), ("cem", True), ("bo", False)])
def test_principal_and_communications_open_it_with_their_own_keys_and_a_reviewer_does_not(
    tmp_path: Path, name: str, *, opens: bool
) -> None:
    school = make_school(tmp_path / "school")
    vault = vault_of(school)
    file = tmp_path / "x.age"
    write_handed(file, vault.fetch(kept(school, vault)).sealed)
    own = school.by(name).signer
    assert isinstance(own, Identity)

    by_own = opened(file, key_file(tmp_path, own))

    assert (by_own.returncode == 0) is opens
    assert by_own.stdout == (SECRET.to_bytes() if opens else b"")


@needs_age
@pytest.mark.parametrize("spoil", ["cut", "flip"])
def test_a_spoiled_copy_opens_nowhere(tmp_path: Path, spoil: str) -> None:
    school = make_school(tmp_path / "school")
    vault = vault_of(school)
    sealed = vault.fetch(kept(school, vault)).sealed
    file = tmp_path / "x.age"
    write_handed(file, sealed[:-9] if spoil == "cut" else sealed[:-1] + bytes([sealed[-1] ^ 1]))

    assert opened(file, key_file(tmp_path, school.root)).returncode != 0


CANNOT_OPEN = "This can't be opened with this key, or it was changed."
OTHER_KEY = "These letters are a key, but not one that opens this backup."
CHANGED_LOG_IN = "The locked copy of this log-in is not the one that was signed."
NOT_OURS: dict[str, tuple[Callable[[bytes, str], bytes], str]] = {
    "cut in its content": (lambda whole, _: whole[:-9], CANNOT_OPEN),
    "cut in its header": (lambda whole, _: whole[:150], OTHER_KEY),
    "changed in its content": (lambda whole, _: flipped(whole, -1), CANNOT_OPEN),
    "changed in its header": (lambda whole, _: flipped(whole, 100), OTHER_KEY),
    "sealed to somebody else": (lambda _, __: age_sealed(b"x", Identity.new().recipient), OTHER_KEY),
    "something else": (lambda _, __: b"%PDF-1.7", "This file is no backup of smadmin."),
    "sealed to us, and no backup": (age_sealed, "This backup is damaged or isn't one of this school."),
}


@needs_age
def test_what_debians_age_sealed_opens_here() -> None:
    mine = Identity.new()

    assert mine.open(age_sealed(b"words", mine.recipient)) == b"words"


@needs_age
@pytest.mark.parametrize("name", NOT_OURS)
def test_a_spoilt_or_foreign_copy_is_refused_here_with_a_sentence(tmp_path: Path, name: str) -> None:
    spoil, sentence = NOT_OURS[name]
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    file, place = tmp_path / "copy.smadmin-backup", Place(tmp_path / "new", tmp_path / "new")
    whole = backups_of(school).write(file).file.read_bytes()
    file.write_bytes(spoil(whole, school.root.recipient))

    with pytest.raises(KnownError) as refused:
        restore_from(place, file, typed=school.root.secret, secrets=lambda _name: MemorySecrets())

    assert Catalogue.load("en").word(refused.value.happened) == sentence
    assert Catalogue.load("es").word(refused.value.happened) not in {sentence, refused.value.happened.id}
    assert not (place.store / "store.db").exists()


@needs_age
@pytest.mark.parametrize("name", ["cut", "flipped", "foreign"])
def test_a_spoilt_or_foreign_log_in_is_refused_here_with_a_sentence(tmp_path: Path, name: str) -> None:
    """Somebody put it in the place of the one that the signed row names."""
    school = make_school(tmp_path / "school")
    vault = vault_of(school)
    account = kept(school, vault)
    sealed = vault.fetch(account).sealed
    own = school.by("pat").signer
    assert isinstance(own, Identity)
    spoilt = {
        "cut": sealed[:-9],
        "flipped": flipped(sealed, -1),
        "foreign": age_sealed(SECRET.to_bytes(), own.recipient),
    }[name]

    with pytest.raises(KnownError) as refused:
        vault.reveal(school.by("pat"), replace(vault.fetch(account), sealed=spoilt))

    assert Catalogue.load("en").word(refused.value.happened) == CHANGED_LOG_IN


@needs_age
def test_the_file_under_a_passphrase_opens_with_the_six_words(tmp_path: Path) -> None:
    phrase, content = under_phrase("Password: canary-word")
    file, out = tmp_path / "x.age", tmp_path / "x.txt"
    write_handed(file, content)

    status = told_by_telephone(file, phrase, out)

    assert status == 0
    assert len(phrase.split()) == 6
    assert out.read_text() == "Password: canary-word"
    assert file.stat().st_mode & 0o077 == 0
