"""From the sample school to one's own and back: nothing is lost, nothing stays open."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import KnownError
from smadmin.services.founding import move_to
from smadmin.services.office import Office
from smadmin.services.places import Place, find_turned_place, own_folder
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.founding.first_run import SET_UP
from smadmin.ui.screen import Freshness
from smadmin.ui.shell.seating import GATE
from smadmin.ui.today.screen import TodayScreen
from tests.gui.shell.conftest import Opened, have_read
from tests.rings import Ring
from tests.sample import sample_office
from tests.school import TinySchool, make_school

Opener = Callable[[Path | None], Opened]
WAYS = ("set-up-school", "open-school", "open-sample")
HALF = "Half a sentence about the science"


@pytest.fixture
def sample(tmp_path: Path, ring: Ring) -> Path:
    """The sample school's folder, closed; its seat lies in the ring."""
    return put_sample(tmp_path / "sample", ring)


@pytest.fixture
def own(tmp_path: Path, ring: Ring) -> TinySchool:
    """One's own school, closed; its seat lies in the ring."""
    return put_own(tmp_path / "own", ring)


def put_own(folder: Path, ring: Ring) -> TinySchool:
    made = make_school(folder, staff=("ana", "pat"), sample=False)
    have_read(made, "ana", "pat")
    ring.keep(made.store.id, made.secrets._items)
    made.rest()
    return made


def put_sample(folder: Path, ring: Ring) -> Path:
    office = sample_office(folder)
    assert isinstance(office.grounds.secrets, MemorySecrets)
    ring.keep(office.desk.store.id, office.grounds.secrets._items)
    office.close()
    return folder


def ways(opened: Opened) -> list[str]:
    """The ways to the school beside that the menu shows."""
    return [one for one in WAYS if opened.frame.menus.action(one).isVisible()]


def go(opened: Opened, way: str) -> None:
    opened.frame.menus.action(way).trigger()


def office_of(opened: Opened) -> Office:
    held = opened.window.opened
    assert held is not None
    assert held.office is not None
    return held.office


def sit_as_maya(opened: Opened) -> None:
    opened.arrive(GATE)
    assert opened.window.shell is not None
    card = opened.window.shell._seating.gate.card
    opened.qtbot.waitUntil(lambda: bool(card._group.buttons()), timeout=20_000)
    card.choose(next(one.person for one in office_of(opened).session.sitters() if one.name == "Maya Ortega"))
    card.passphrase.setText(PASSPHRASE)
    card.button.click()
    opened.arrive("today")


def compose(opened: Opened) -> ComposeScreen:
    screen = opened.frame.open_screen("compose")
    assert isinstance(screen, ComposeScreen)
    opened.qtbot.waitUntil(lambda: screen.freshness is Freshness.FRESH, timeout=20_000)
    return screen


def test_half_a_draft_is_kept_and_the_chair_is_empty_when_one_leaves_the_sample(
    sample: Path, open_on: Opener
) -> None:
    opened = open_on(sample)
    sit_as_maya(opened)
    left = office_of(opened)
    compose(opened).writing.editor.textCursor().insertText(HALF)
    assert ways(opened) == ["set-up-school"]

    go(opened, "set-up-school")

    opened.arrive(SET_UP)
    assert left.session_if_any is None
    assert ways(opened) == []
    screen = next(one for one in opened.frame.screens() if one.isVisible())
    next(one for one in screen.findChildren(QPushButton) if one.accessibleName() == "Back").click()
    sit_as_maya(opened)
    drafts = office_of(opened).posts.mine(office_of(opened).session.actor)
    assert [one.content.text for one in drafts if one.content.text == HALF] == [HALF]


def test_today_of_the_sample_leads_to_ones_own_school(sample: Path, open_on: Opener) -> None:
    opened = open_on(sample)
    sit_as_maya(opened)
    today = opened.frame.open_screen("today")
    assert isinstance(today, TodayScreen)
    opened.qtbot.waitUntil(today.own.isVisible, timeout=20_000)

    today.own.click()

    opened.arrive(SET_UP)


def test_from_ones_own_school_to_the_sample_and_back(own: TinySchool, open_on: Opener, ring: Ring) -> None:
    put_sample(own.folder.with_name("own-sample"), ring)
    opened = open_on(own.folder)
    opened.sit("Pat Winters", "pat")
    opened.arrive("today")
    left = office_of(opened)
    today = opened.frame.open_screen("today")
    assert isinstance(today, TodayScreen)
    assert not today.own.isVisible()

    go(opened, "open-sample")

    opened.qtbot.waitUntil(lambda: opened.window.opened is not None, timeout=20_000)
    opened.arrive(GATE)
    assert office_of(opened).school.sample
    assert left.session_if_any is None
    assert ways(opened) == ["open-school"]
    go(opened, "open-school")
    opened.sit("Pat Winters", "pat")
    opened.arrive("today")
    assert ways(opened) == ["open-sample"]


def test_what_the_school_one_left_still_wanted_to_write_is_refused_and_said_to_nobody(
    own: TinySchool, open_on: Opener, ring: Ring
) -> None:
    put_sample(own.folder.with_name("own-sample"), ring)
    opened = open_on(own.folder)
    opened.sit("Pat Winters", "pat")
    opened.arrive("today")
    left, gone, refused = office_of(opened), threading.Event(), list[str]()
    by = left.session.actor

    def late() -> None:
        gone.wait(20)
        try:
            left.posts.create(by, ())
        except KnownError as error:
            refused.append(error.happened.id)
            raise

    opened.window.performer.errand(late)
    go(opened, "open-sample")
    opened.qtbot.waitUntil(lambda: ways(opened) == ["open-school"], timeout=20_000)
    gone.set()

    opened.qtbot.waitUntil(lambda: bool(refused), timeout=20_000)
    opened.window.performer.errand(lambda: None, done=lambda _: refused.append("heard"))
    opened.qtbot.waitUntil(lambda: refused == ["store.closed", "heard"], timeout=20_000)
    assert opened.frame.banners.models == ()


def test_a_folder_that_setting_up_moved_to_is_closed_when_one_goes_back(
    tmp_path: Path, sample: Path, open_on: Opener
) -> None:
    opened = open_on(sample)
    opened.arrive(GATE)
    go(opened, "set-up-school")
    opened.arrive(SET_UP)
    run = opened.window._first
    assert run is not None
    moved = move_to(run.grounds, Place(tmp_path / "all", tmp_path / "own"))
    run._grounds = moved

    screen = next(one for one in opened.frame.screens() if one.isVisible())
    next(one for one in screen.findChildren(QPushButton) if one.accessibleName() == "Back").click()

    opened.arrive(GATE)
    with pytest.raises(KnownError, match=r"store\.closed"):
        moved.store.schools()


def test_a_sample_that_was_never_made_is_made_at_once(own: TinySchool, open_on: Opener) -> None:
    opened = open_on(own.folder)
    opened.arrive(GATE)

    go(opened, "open-sample")

    opened.qtbot.waitUntil(lambda: ways(opened) == ["open-school"], timeout=60_000)
    opened.arrive(GATE)
    assert office_of(opened).school.sample


def test_the_next_start_opens_where_one_turned_to(
    tmp_path: Path, ring: Ring, open_on: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA_HOME", "CONFIG_HOME", "DATA_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))
    put_own(own_folder(), ring)
    there = put_sample(own_folder().with_name("smadmin-sample"), ring)
    opened = open_on(None)
    opened.arrive(GATE)

    go(opened, "open-sample")

    opened.qtbot.waitUntil(lambda: ways(opened) == ["open-school"], timeout=20_000)
    place = find_turned_place(None)
    assert place.store == there
    assert not place.named


def test_a_folder_that_was_named_is_remembered_by_nobody(
    own: TinySchool, open_on: Opener, ring: Ring
) -> None:
    before = find_turned_place(None)
    put_sample(own.folder.with_name("own-sample"), ring)
    opened = open_on(own.folder)
    opened.arrive(GATE)

    go(opened, "open-sample")

    opened.qtbot.waitUntil(lambda: ways(opened) == ["open-school"], timeout=20_000)
    assert find_turned_place(None) == before
