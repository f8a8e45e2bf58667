"""After a whole run of the window and the commands no secret lies anywhere, in no form (S1).

Secrets that people choose and those that the program makes, children's names: looked for in the data folder,
the home, the temporary folder, everything handed on, what commands print, and in the arguments and
environment of every process, sampled while they run. The clipboard is `test_log_in`'s; what another program
reads from it in its seconds can't be held off.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.log_ins import ApiToken, LogIn, SecondStep
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.copies import Field, Way
from smadmin.services.handing import under_phrase, write_handed
from smadmin.services.passphrases import change_passphrase
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.sitting import expected, sit_down
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.crash import report_of
from smadmin.ui.plan.screen import PlanScreen
from tests.canary_forms import digits_found, files_in, forms, found, lost_in_the_log, watched_processes
from tests.journeys.roads import PRINCIPAL, X
from tests.journeys.sitting import Sitting

CHOSEN = {
    "password": 'canary-"Falcon"+42&pässe',
    "recovery code": "canary-recovery-77-ZQX",
    "seed": "GEZDGNBVGY3TQOJQ",
    "token": "canary-31-WWV",
    "passphrase": "seven Quetzal larks drift homeward",
    "child": "Quetzalcoatl-Cänary",
    "family name": "Torresquilla-Canary",
}
PIN = "402871"
REVIEWER = "Robin Vega"
HANDED_ON = ("accounts.csv", "accounts.html", "page.html", "page.pdf", "posts.ics")
COMMANDS = (
    ("--json", "accounts"),
    ("--json", "doctor"),
    ("--json", "cadence"),
    ("--json", "--as", PRINCIPAL, "accounts"),
    ("--as", PRINCIPAL, "records", "export", "--out", "package"),
    ("records", "verify"),
    ("store", "backup", "school.backup"),
)


@dataclass
class Run:
    """What a run of the program came to know, and where it left things.

    Args:
        made: secrets that the program made meanwhile, by what they are.
        said: what was printed and reported.
    """

    home: Path
    out: Path
    made: dict[str, str] = field(default_factory=dict)
    said: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A home and a temporary folder of its own, and a log that keeps everything."""
    places = {"HOME": "home", "TMPDIR": "home/tmp", "XDG_CONFIG_HOME": "home/.config"}
    places |= {"XDG_CACHE_HOME": "home/.cache", "XDG_DATA_HOME": "home/.local/share"}
    for name, place in places.items():
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / place))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "home" / "tmp"))
    (tmp_path / "out").mkdir()
    level = logging.getLogger().level
    yield Run(tmp_path / "home", tmp_path / "out")
    logging.getLogger().setLevel(level)


def test_no_secret_and_no_childs_name_lies_anywhere_after_a_whole_run(
    run: Run, seat: Sitting, tmp_path: Path
) -> None:
    with watched_processes() as processes:
        seat.look_around()
        logging.getLogger().setLevel(logging.DEBUG)
        seat.sit(PRINCIPAL)
        change_passphrase(seat.office, old=PASSPHRASE, new=CHOSEN["passphrase"])
        seat.lock()
        seat.sit(PRINCIPAL, CHOSEN["passphrase"])
        keep_and_open_a_log_in(seat, run)
        let_a_reviewer_in(seat, run)
        enter_a_child_and_fail(seat, run)
        hand_on(seat, run)
        command(run, tmp_path / "data")
        seat.close()

    lying = files_in([run.home, run.out, tmp_path / "data"]) | processes | run.said
    secrets = {what: forms(secret) for what, secret in (CHOSEN | run.made).items()}
    assert {"locked under six words", "one-time code"} <= set(run.made)
    places = (
        "store.db",
        "smadmin.log",
        "accounts.csv",
        "accounts.html",
        "page.html",
        "page.pdf",
        "posts.ics",
    )
    assert [name for name in places if not any(one.endswith(name) for one in lying)] == []
    assert sum(one.startswith("cmdline") for one in lying) > len(COMMANDS)
    assert found(secrets, lying) == []
    assert digits_found(PIN, lying) == []


def keep_and_open_a_log_in(seat: Sitting, run: Run) -> None:
    """Keep a log-in; show it, copy it, hand it out, and lock it under six words."""
    vault, by = seat.office.vault, seat.office.session.actor
    account = next(one.id for one in seat.office.accounts.all() if one.name == X.name)
    log_in = LogIn(
        "social@lincoln.example",
        CHOSEN["password"],
        (CHOSEN["recovery code"],),
        seed=CHOSEN["seed"],
        second=SecondStep.CODES,
        tokens=(ApiToken("poster", CHOSEN["token"]),),
    )
    vault.shelve(vault.keep(by, account, log_in).value)
    copy = vault.fetch(account)
    vault.reveal(by, copy)
    for one in Field:
        vault.copy(by, copy, one)
    shown = vault.hand_out(by, copy, Way.LOCKED).value
    run.made["locked under six words"], locked = under_phrase(f"{shown.password}\n{shown.seed}")
    write_handed(run.out / "told.age", locked)
    write_handed(run.out / "handed.age", copy.sealed)
    logging.getLogger("smadmin.canary").debug("kept %r and %r", log_in, copy)


def let_a_reviewer_in(seat: Sitting, run: Run) -> None:
    """Sign a list; somebody sits down with the code and chooses a PIN."""
    office, by = seat.office, seat.office.session.actor
    day = office.school.local(office.desk.now).date() + timedelta(days=200)
    prepared = office.reviewers.prepare(by, [REVIEWER], day)
    office.reviewers.sign(by, prepared)
    code = run.made["one-time code"] = prepared.codes[0].code
    sit_down(office, expected(office)[0], code, PIN)
    logging.getLogger("smadmin.canary").debug("a list of %r", prepared)


def enter_a_child_and_fail(seat: Sitting, run: Run) -> None:
    """Enter an opted-out child; then let a bug quote a child and a password."""
    entry = StudentEntry(CHOSEN["child"], CHOSEN["family name"], ("4b",), frozenset({OptOut.PHOTOS}))
    seat.office.students.add(seat.office.session.actor, entry)
    for what in ("child", "password"):
        try:
            dict[str, str]()[CHOSEN[what]]
        except KeyError as error:
            logging.getLogger("smadmin.canary").exception("it went wrong")
            run.said[f"crash report of {what}"] = report_of(error).text.encode()


def hand_on(seat: Sitting, run: Run) -> None:
    """Save what the window hands on: the register, the public page, the week and its calendars."""
    seat.go("accounts")
    hand = seat.shown(AccountsScreen).hand
    hand.keep_table(run.out / "accounts.csv")
    hand.keep_page(run.out / "accounts.html")
    run.said["the register on paper"] = hand.printed(seat.shown(AccountsScreen).side.found).toHtml().encode()
    seat.go("plan")
    weekly = seat.shown(PlanScreen).weekly
    weekly.keep_pdf(run.out / "page.pdf")
    weekly.keep_html(run.out / "page.html")
    weekly.keep_posts(run.out / "posts.ics")
    for name in HANDED_ON:
        seat.hand.wait(name, (run.out / name).exists)


def command(run: Run, folder: Path) -> None:
    """Run the commands, with a terminal at which a passphrase is typed where one is asked for."""
    for arguments in COMMANDS:
        terminal, ours = os.openpty()
        with subprocess.Popen(
            ("setsid", "--ctty", sys.executable, "-m", "smadmin", "--data", str(folder), *arguments),
            stdin=ours,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=run.out,
        ) as started:
            os.close(ours)
            if "--as" in arguments:
                os.read(terminal, 1)  # it asks, and shows nothing of what is typed
                os.write(terminal, f"{CHOSEN['passphrase']}\n".encode())
            said, wrong = started.communicate()
        os.close(terminal)
        run.said[" ".join(arguments)] = said + wrong
        assert started.returncode in {0, 1}, (arguments, wrong)


def test_what_is_planted_anywhere_in_any_form_is_found(tmp_path: Path) -> None:
    """The search is worth what it finds; nor does the log's border hide from it what leaked."""
    assert lost_in_the_log(CHOSEN) == []
    secrets = {what: forms(secret) for what, secret in CHOSEN.items()}
    planted = {(what, form) for what, needles in secrets.items() for form in needles}
    for number, (what, form) in enumerate(sorted(planted)):
        (tmp_path / f"{number}.bin").write_bytes(b"before " + secrets[what][form] + b" after")
    (tmp_path / f"{CHOSEN['child']}.txt").write_text(json.dumps({"pin": PIN}))
    command = (sys.executable, "-c", "import sys; sys.stdin.read()", CHOSEN["password"])

    with (
        watched_processes() as processes,
        subprocess.Popen(command, stdin=subprocess.PIPE, env={"KEY": CHOSEN["token"]}) as child,
    ):
        wanted = {("password", "cmdline"), ("token", "environ")}
        while not wanted <= kinds(found(secrets, dict(processes))):
            assert child.poll() is None
        child.communicate()

    lying = files_in([tmp_path])
    assert {(what, form) for what, form, _ in found(secrets, lying)} == planted
    assert ("child", "plain") in {
        (what, form) for what, form, place in found(secrets, lying) if place.endswith(".txt")
    }
    assert [Path(place).suffix for place in digits_found(PIN, lying)] == [".txt"]


def kinds(hits: list[tuple[str, str, str]]) -> set[tuple[str, str]]:
    """Give what was found of processes, and whether among arguments or in an environment."""
    return {(what, place.split(" of ")[0]) for what, _, place in hits}
