"""Somebody's own new computer: from the first backup to their key, with files that are carried."""

from collections.abc import Callable
from pathlib import Path

from smadmin.services.asking import ask, let_in
from smadmin.services.carried import bring_request, request_file
from smadmin.services.coming import copy_for, read_coming
from smadmin.services.joining import Applicant, people_to_join
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.requested import waiting_for
from smadmin.services.restoring import restore_from
from smadmin.ui.founding.coming import ComingScreen
from smadmin.ui.founding.first_run import COMING, WELCOME
from smadmin.ui.founding.joining import PENDING
from smadmin.ui.founding.pending import PendingScreen
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.trouble_model import TroubleDeed
from smadmin.ui.shell.welcome import WelcomeScreen
from tests.gui.founding.test_carrying import chosen
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.logins import sit_down
from tests.rings import Mood, Ring
from tests.school import CHEAP, TinySchool, make_school, passphrase
from tests.unit.services.test_backups import backups_of

NEW = "four calm otters drift"
Opener = Callable[[Path], Opened]


class Two:
    """The school's computer and Ana's at home, each with a keyring; files are carried in `stick`."""

    def __init__(self, school: TinySchool, ring: Ring, stick: Path) -> None:
        self._school, self._ring, self.stick, self.home = school, ring, stick, stick / "home" / "smadmin"
        self._items: dict[str, dict[str, str]] = {"school": ring.items, "home": {}}

    def at(self, computer: str) -> Office:
        """Sit at a computer, whose keyring it is then; gives its office."""
        self.sit_at(computer)
        folder = self._school.folder if computer == "school" else self.home
        return open_grounds(Place(folder, folder)).office()

    def sit_at(self, computer: str) -> None:
        self._ring.items = self._items[computer]

    def ask(self) -> str:
        """Put a first backup on Ana's computer and ask there for a key; gives her letters."""
        office = self.at("school")
        first = office.backups.write(self.stick / "first.smadmin-backup").file
        office.close()
        self.sit_at("home")
        place = Place(self.home, self.home)
        restore_from(place, first, typed=self._school.root.secret)
        office = self.at("home")
        ana = next(one for one in people_to_join(office) if one.id == self._school.people["ana"])
        letters = ask(office, Applicant(ana, frozenset(), NEW), costs=CHEAP, floor=CHEAP).letters
        (self.stick / "ana.smrequest").write_bytes(request_file(office))
        office.close()
        return letters

    def let_in(self, letters: str) -> tuple[Path, str]:
        """Let Ana in at the school's computer; gives the backup that is made then, and root's letters."""
        office = self.at("school")
        sit_down(office, "Pat Winters", passphrase("pat"))
        bring_request(office, self.stick / "ana.smrequest")
        root = let_in(office, waiting_for(office)[0], typed=letters, roles=frozenset()).value
        backup = office.backups.write(self.stick / "answer.smadmin-backup").file
        office.settle()
        office.close()
        return backup, root


def test_from_the_waiting_screen_a_backup_brings_the_key_without_the_envelope(
    school: TinySchool, ring: Ring, tmp_path: Path, open_on: Opener
) -> None:
    two = Two(school, ring, tmp_path)
    letters = two.ask()
    backup, root = two.let_in(letters)
    two.sit_at("home")

    opened = open_on(two.home)
    waits = waiting(opened)
    assert waits.mine.whole_text == letters
    opened.chosen.a_backup = backup
    waits.put_back.click()
    opened.trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()

    opened.qtbot.waitUntil(lambda: waiting(opened) is not waits)
    waits = waiting(opened)
    assert waits.put_back.isHidden()
    waits.letters.setText(root)
    waits.main.click()
    opened.arrive(GATE)
    assert opened.window.opened is not None
    assert opened.window.opened.office is not None
    assert "Ana Brooks" in {one.name for one in opened.window.opened.office.session.sitters()}


def test_from_the_first_window_the_school_comes_without_the_envelope(
    school: TinySchool, ring: Ring, tmp_path: Path, open_on: Opener
) -> None:
    opened = bring_a_copy(Two(school, ring, tmp_path), open_on)

    opened.trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()

    opened.arrive(GATE)
    assert opened.window.opened is not None
    assert opened.window.opened.school is not None
    assert opened.window.opened.school.name == "Lincoln Elementary"


def test_while_the_keyring_is_locked_that_is_said_beside_the_envelopes_field(
    school: TinySchool, ring: Ring, tmp_path: Path, open_on: Opener
) -> None:
    opened = bring_a_copy(Two(school, ring, tmp_path), open_on)
    trouble = opened.trouble
    ring.mood = Mood.LOCKED

    trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()

    opened.qtbot.waitUntil(lambda: not trouble.field.isHidden(), timeout=LONG_MS)
    assert "locked" in trouble.field.error
    ring.mood = Mood.WELL
    trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()
    opened.arrive(GATE)


def test_after_another_schools_copy_the_gate_takes_the_true_one(
    school: TinySchool, ring: Ring, tmp_path: Path, open_on: Opener
) -> None:
    two = Two(school, ring, tmp_path)
    opened = bring_a_copy(two, open_on)
    wrong = make_school(tmp_path / "wrong", staff=("pat",))
    asked = read_coming(two.stick / "new.smcomputer")
    true, opened.chosen.a_backup = opened.chosen.a_backup, tmp_path / "wrong.smadmin-backup"
    backups_of(wrong).write(opened.chosen.a_backup, also=(asked.recipient,))
    opened.trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()
    opened.arrive(GATE)
    gate = opened.frame.open_screen(GATE)
    assert isinstance(gate, GateScreen)

    before, opened.chosen.a_backup = opened.window.opened, true
    gate.put_back.click()
    opened.trouble.buttons[TroubleDeed.CHOOSE_BACKUP].click()

    opened.qtbot.waitUntil(lambda: opened.window.opened not in (None, before), timeout=LONG_MS)
    opened.arrive(GATE)
    assert opened.window.opened is not None
    assert opened.window.opened.office is not None
    assert opened.window.opened.office.proven().begun_by == school.root.key


def bring_a_copy(two: Two, open_on: Opener) -> Opened:
    """Ask at home for a copy, have it given at school, and carry it home; it is about to be chosen."""
    copy, file = two.stick / "copy.smadmin-backup", two.stick / "new.smcomputer"
    two.sit_at("home")
    opened = open_on(two.home)
    opened.arrive(WELCOME)
    welcome = opened.frame.open_screen(WELCOME)
    assert isinstance(welcome, WelcomeScreen)
    welcome.elsewhere.click()
    opened.arrive(COMING)
    screen = opened.frame.open_screen(COMING)
    assert isinstance(screen, ComingScreen)
    screen.save.click()
    chosen(screen, file)
    opened.qtbot.waitUntil(file.exists)
    letters = screen.letters.whole_text

    office = two.at("school")
    sit_down(office, "Pat Winters", passphrase("pat"))
    copy_for(office, read_coming(file), typed=letters, file=copy)
    office.close()
    two.sit_at("home")
    opened.chosen.a_backup = copy
    screen.put_back.click()
    return opened


def waiting(opened: Opened) -> PendingScreen:
    opened.arrive(PENDING)
    screen = opened.frame.open_screen(PENDING)
    assert isinstance(screen, PendingScreen)
    return screen
