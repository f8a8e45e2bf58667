"""The command line end to end in this process: statuses, sentences, documents."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin import __version__
from smadmin.cli.asking import Doors
from smadmin.cli.main import run
from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.accounts import Accounts
from smadmin.services.office import Grounds
from smadmin.services.places import Place
from smadmin.services.restored import Restored
from tests.school import make_school, passphrase
from tests.unit.cli.desktops import Desktop
from tests.unit.services.test_vault import SECRET, vault_of

DASH = "\N{EN DASH}"


@pytest.mark.demand("WIC-P5")
def test_accounts_are_listed_for_people(desktop: Desktop, capsys: pytest.CaptureFixture[str]) -> None:
    status = desktop.run("accounts")

    told = capsys.readouterr().out.splitlines()
    assert status == 0
    assert told[0] == f"Lincoln Elementary {DASH} X @lincoln_es {DASH} live"
    assert told[1:3] == ["  Answers for it: Pat Winters", "  Administered by Ana Brooks"]
    assert "  Missing: Ana Brooks has no telephone number here." in told
    assert told[-1] == "One account."


def test_accounts_are_one_document_for_programs(desktop: Desktop, capsys: pytest.CaptureFixture[str]) -> None:
    status = desktop.run("accounts", "--json")

    (account,) = json.loads(capsys.readouterr().out)["accounts"]
    assert status == 0
    assert (account["stage"], account["kind"], account["principal"]) == ("live", "school", "Pat Winters")
    assert account["contacts"][0]["name"] == "Ana Brooks"
    assert "social@lincoln.example" not in json.dumps(account)  # the log-in is nobody's business here


@pytest.mark.demand("BAL-B1b5")
def test_who_gets_in_is_told_to_who_signs_in_and_to_nobody_else(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands sealed in the record: without a passphrase a program reads that it isn't told."""
    school = desktop.school
    account = Accounts(school.desk).all()[0].id
    vault_of(school).keep(school.by("ana"), account, SECRET)
    school.note()

    assert desktop.run("accounts", "--json") == 0
    assert json.loads(capsys.readouterr().out)["accounts"][0]["openers"] is None
    assert desktop.run("accounts", "--json", "--as", "Pat Winters") == 0
    assert "Ana Brooks" in json.loads(capsys.readouterr().out)["accounts"][0]["openers"]
    assert desktop.run("accounts", "--as", "Pat Winters") == 0
    told = capsys.readouterr().out
    assert "  Gets in: Ana Brooks" in told
    assert SECRET.password not in told


def test_a_record_that_is_whole_ends_with_status_0(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desktop.run("records", "verify") == 0
    assert capsys.readouterr().out.startswith("The record is whole: ")


def test_a_changed_record_ends_with_status_1_and_names_the_row(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    with desktop.school.store.deed(desktop.school.id) as unit:
        unit._connection.exec_driver_sql("UPDATE record_row SET act = 'x' WHERE seq = 6")

    status = desktop.run("records", "verify", "--json")

    found = json.loads(capsys.readouterr().out)
    assert status == 1
    assert found["faults"][0]["row"] == 6


def test_the_record_is_exported_by_who_signs_in_and_verified_alone(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrote = desktop.run("records", "export", "--out", str(tmp_path / "bag"), "--as", "pat winters")
    head = capsys.readouterr().out.split("ends at ")[1].split(".")[0]
    verified = desktop.run("records", "verify", str(tmp_path / "bag"), "--head", head)

    assert (wrote, verified) == (0, 0)
    assert desktop.asked == ("Passphrase of Pat Winters",)
    assert "It contains the row on the paper." in capsys.readouterr().out


def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    desktop.types = "guess"

    status = desktop.run("records", "export", "--out", str(tmp_path / "bag"), "--as", "Pat Winters")

    said = capsys.readouterr().err
    assert status == 2
    assert said == ("That isn't your passphrase on this computer. Nothing was changed. Try again.\n")
    assert not (tmp_path / "bag").exists()


def test_what_is_not_allowed_ends_with_status_3(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    desktop.types = passphrase("bo")

    status = desktop.run("records", "export", "--out", str(tmp_path / "bag"), "--as", "Bo Lindqvist")

    assert status == 3
    assert capsys.readouterr().err.startswith("Only the principal, the deputy, communications")


def test_without_somebody_who_acts_it_says_how(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status = desktop.run("records", "export", "--out", str(tmp_path / "bag"))

    assert status == 2
    assert "--as NAME" in capsys.readouterr().err


def test_a_backup_is_written_and_restored_and_the_principal_signs(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = str(tmp_path / "copy")

    backed = desktop.run("store", "backup", file)
    again = desktop.run("store", "backup", file)
    restored = desktop.run("store", "restore", file)
    signed = desktop.run("store", "restore", "--sign", "--as", "Pat Winters")
    checked = desktop.run("store", "check")

    said = capsys.readouterr()
    assert (backed, again, restored, signed, checked) == (0, 2, 0, 0, 0)
    assert "carry a copy away from this computer" in said.err
    assert "The store is whole." in said.out


def test_without_this_seats_key_the_envelope_is_asked_for(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = str(tmp_path / "copy")
    desktop.run("store", "backup", file)
    desktop.school.secrets.delete("seat")
    secret = desktop.school.root.secret.lower()
    desktop.types = " ".join(secret[i : i + 5] for i in range(0, len(secret), 5))

    status = desktop.run("store", "restore", file)

    assert status == 0
    assert desktop.asked == ("Key from the school's envelope",)
    assert secret not in "".join(capsys.readouterr()).lower()


def test_where_the_keyring_is_shut_that_is_said_and_the_envelope_still_helps(
    desktop: Desktop, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def restore(place: Place, file: Path, typed: str | None) -> Restored:
        if typed is None:
            raise NoKeyring(say("keys.keyring-locked"))
        return desktop._restore(place, file, typed)

    file = str(tmp_path / "copy")
    desktop.run("store", "backup", file)
    desktop.types = desktop.school.root.secret
    doors = Doors(desktop._grounds, Catalogue.load("en"), desktop._type, restore)

    status = run(doors, ["store", "restore", file, "--data", str(desktop.school.folder)])

    assert status == 0
    assert "locked" in capsys.readouterr().err


def test_where_there_is_no_store_none_is_called_damaged(
    tmp_path: Path, desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    doors = Doors(desktop._grounds, Catalogue.load("en"), desktop._type)

    status = run(doors, ["store", "check", "--data", str(tmp_path / "nothing")])

    assert status == 2
    assert capsys.readouterr().err.startswith("There is no school here yet.")


def test_a_backup_that_is_not_there_is_said_before_anything_is_asked(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    desktop.school.secrets._items.clear()

    status = desktop.run("store", "restore", "no-such.age")

    assert status == 2
    assert "no-such.age" in capsys.readouterr().err
    assert desktop.asked == ()


def test_a_damaged_store_names_the_last_backup(desktop: Desktop, capsys: pytest.CaptureFixture[str]) -> None:
    folder = desktop.school.folder
    (folder / "backups").mkdir()
    backup = folder / "backups" / "smadmin-20261116T150000Z.smadmin-backup"
    backup.write_bytes(b"age-encryption.org/v1\n")
    desktop.school.rest()
    (folder / "store.db").write_bytes(b"not a database" * 1000)

    status = desktop.run("accounts")

    said = capsys.readouterr().err
    assert status == 4
    assert said.startswith(f"The store is damaged. The last backup is {backup}.")
    assert "Restore the last backup" in said


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["accounts", "--wrong"], ["records", "verify", "--head", "x"]]
)
def test_bad_usage_ends_with_status_2(desktop: Desktop, arguments: list[str]) -> None:
    assert desktop.run(*arguments) == 2


def test_a_bug_is_one_sentence_and_never_a_traceback(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_folder: Path | None) -> Grounds:
        raise RuntimeError("Mia Lopez")

    status = run(Doors(broken, Catalogue.load("en"), lambda _prompt: ""), ["accounts"])

    said = capsys.readouterr().err
    assert status == 4
    assert "Mia" not in said.replace("RuntimeError: Mia Lopez", "")


def test_spanish_is_spoken(desktop: Desktop, capsys: pytest.CaptureFixture[str]) -> None:
    doors = Doors(desktop._grounds, Catalogue.load("es"), desktop._type)

    status = run(replace(doors), ["accounts", "--data", str(desktop.school.folder)])

    assert status == 0
    assert "Administran: Ana Brooks" in capsys.readouterr().out


def test_a_passphrase_is_never_read_from_a_pipe(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    school.rest()
    command = [sys.executable, "-m", "smadmin", "records", "export", "--out", str(tmp_path / "bag")]

    done = subprocess.run(
        [*command, "--data", str(tmp_path), "--as", "Ana Brooks"],
        input=passphrase("ana") + "\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("A passphrase is only taken from a terminal.")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def nothing(_folder: Path | None) -> Grounds:
        raise BadInput(say("store.no-school"))

    assert run(Doors(nothing, Catalogue.load("en"), lambda _prompt: ""), ["--version"]) == 0
    assert capsys.readouterr().out == f"{__version__}\n"
