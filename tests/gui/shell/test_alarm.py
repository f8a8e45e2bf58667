"""A record that isn't the one that was here last: said to everybody, decided by the principal."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backup_files import FOLDER
from smadmin.services.backups import Backups
from smadmin.services.checked import CheckedNotes
from smadmin.services.places import Place
from smadmin.storage.clock import SystemClock
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.alarm import AlarmScreen
from smadmin.ui.shell.bell import ALARM
from smadmin.ui.shell.trouble_model import TroubleDeed
from smadmin.ui.theme import State
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.rings import Mood, Ring
from tests.school import TinySchool

Opener = Callable[[Path], Opened]


@pytest.fixture
def rolled_back(school: TinySchool, ring: Ring) -> TinySchool:
    """An older copy was put in place after this computer had noted where the record ended."""
    store = school.folder / "store.db"
    shutil.copy(store, school.folder / "older")
    school.admit("bo", "Bo Lindqvist", {Role.REVIEWER}, by="pat")
    school.note()
    ring.keep(school.store.id, school.secrets._items)
    school.rest()
    (school.folder / "older").replace(store)
    return school


def alarm_seen(opened: Opened) -> AlarmScreen:
    opened.qtbot.waitUntil(lambda: banner(opened) is not None, timeout=LONG_MS)
    assert opened.window.shell is not None
    opened.window.shell.open(ALARM)
    screen = next(one for one in opened.frame.screens() if isinstance(one, AlarmScreen))
    opened.qtbot.waitUntil(lambda: bool(screen.rows) and screen.rows[0].isVisible(), timeout=LONG_MS)
    return screen


def banner(opened: Opened) -> str | None:
    return next((one.happened.id for one in opened.frame.banners.models if one.key == ALARM), None)


def take(opened: Opened, screen: AlarmScreen) -> None:
    """Have the principal take the record as it stands."""
    assert screen._header.main is not None
    screen._header.main.click()
    opened.qtbot.waitUntil(lambda: banner(opened) == "trouble.taken", timeout=LONG_MS)
    assert not alarms_left(opened)


def alarms_left(opened: Opened) -> bool:
    office = opened.window.opened and opened.window.opened.office
    assert office
    return office.alarms.look(office.session.actor) is not None


def test_a_rolled_back_record_rings_and_the_principal_takes_it(
    rolled_back: TinySchool, open_on: Opener, qtbot: QtBot
) -> None:
    opened = open_on(rolled_back.folder)
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.shorter"
    main = screen._header.main
    assert main is not None
    assert main.isEnabled()

    main.click()

    qtbot.waitUntil(lambda: banner(opened) == "trouble.taken", timeout=LONG_MS)
    opened.arrive("today")
    assert not alarms_left(opened)


def test_only_the_principal_decides(rolled_back: TinySchool, open_on: Opener) -> None:
    opened = open_on(rolled_back.folder)
    opened.sit("Ana Brooks", "ana")

    screen = alarm_seen(opened)

    assert screen._header.main is not None
    assert not screen._header.main.isEnabled()
    assert screen._header.missing == "Only the principal decides about a restored store."


def test_work_that_goes_on_doesnt_hide_what_is_missing(
    rolled_back: TinySchool, ring: Ring, open_on: Opener
) -> None:
    noted = dict(ring.items)
    opened = open_on(rolled_back.folder)
    opened.sit("Pat Winters", "pat")
    alarm_seen(opened)
    office = opened.window.opened and opened.window.opened.office
    assert office

    for _ in range(12):
        with office.desk.deed(office.session.actor) as deed:
            deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, None)
    office.settle()

    assert ring.items == noted
    assert alarms_left(opened)


def test_a_changed_row_is_red_and_the_way_out_is_a_backup(school: TinySchool, open_on: Opener) -> None:
    sql(school, "UPDATE record_row SET signature = zeroblob(64) WHERE seq = 3")
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")

    screen = alarm_seen(opened)

    assert banner(opened) == "trouble.changed"
    main = screen._header.main
    assert main is not None
    assert main.text() == "Put the last backup back"

    main.click()

    assert opened.trouble.title.whole_text == "The record here can't be proven to be the school's."


def test_a_planted_note_of_another_root_is_red_and_the_principal_decides(
    school: TinySchool, ring: Ring, open_on: Opener
) -> None:
    ring.keep(school.store.id, {"root": "00" * 16})
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.root-gone"

    take(opened, screen)


def test_a_restored_backup_waits_for_the_principal(school: TinySchool, open_on: Opener) -> None:
    Backups(school.desk, Place(school.folder, school.folder)).make()
    school.admit("bo", "Bo Lindqvist", {Role.REVIEWER}, by="pat")
    school.rest()
    (school.folder / "store.db").write_bytes(b"spoiled " * 4096)
    opened = open_on(school.folder)
    opened.trouble.buttons[TroubleDeed.PUT_BACK].click()
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.restored"

    take(opened, screen)


def sql(school: TinySchool, *statements: str) -> None:
    with closing(sqlite3.connect(school.folder / "store.db")) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_a_changed_row_leads_to_the_backup_and_the_principal_takes_that(
    school: TinySchool, open_on: Opener
) -> None:
    Backups(school.desk, Place(school.folder, school.folder)).make()
    sql(school, "UPDATE record_row SET noun = 'nothing' WHERE seq = 3")
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.changed"
    assert screen._header.main is not None
    screen._header.main.click()

    opened.trouble.buttons[TroubleDeed.PUT_BACK].click()

    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.restored"
    take(opened, screen)


def test_a_keyring_that_falls_silent_is_said_calmly_and_asked_again(
    school: TinySchool, ring: Ring, open_on: Opener, qtbot: QtBot
) -> None:
    ring.mood = Mood.SEAT_ALONE
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    qtbot.waitUntil(lambda: banner(opened) == "trouble.unanswered", timeout=LONG_MS)
    (said,) = [one for one in opened.frame.banners.models if one.key == ALARM]
    assert said.state is State.DOUBT
    assert alarms_left(opened)

    ring.mood = Mood.WELL
    opened.frame.bannerActed.emit(said)

    qtbot.waitUntil(lambda: banner(opened) is None, timeout=LONG_MS)
    assert not alarms_left(opened)


def test_asking_again_on_the_screen_takes_the_banner_back_too(
    school: TinySchool, ring: Ring, open_on: Opener, qtbot: QtBot
) -> None:
    ring.mood = Mood.SEAT_ALONE
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    main = alarm_seen(opened)._header.main
    assert main is not None
    assert main.text() == "Try again"
    main.click()
    qtbot.waitUntil(main.isEnabled, timeout=LONG_MS)
    still = banner(opened)

    ring.mood = Mood.WELL
    main.click()

    qtbot.waitUntil(lambda: banner(opened) == "trouble.all-well", timeout=LONG_MS)
    assert still == "trouble.unanswered"
    assert not main.isVisible()


def test_lost_notes_ask_for_no_letters_where_the_lock_knows_root(
    school: TinySchool, ring: Ring, open_on: Opener
) -> None:
    for item in list(ring.items):
        if not item.endswith("/seat"):
            del ring.items[item]
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.unnoted"
    assert not screen.field.isVisible()

    take(opened, screen)

    assert len(ring.items) == 3


@pytest.mark.parametrize("damage", ["DELETE FROM key", "UPDATE role SET body = zeroblob(4)"])
def test_damaged_trust_tables_are_written_anew_from_the_record(
    school: TinySchool, open_on: Opener, damage: str
) -> None:
    sql(school, damage)
    opened = open_on(school.folder)

    opened.sit("Pat Winters", "pat")

    opened.arrive("today")
    assert not alarms_left(opened)


def test_with_the_record_damaged_too_a_backup_is_offered_before_anybody_sits(
    school: TinySchool, open_on: Opener
) -> None:
    Backups(school.desk, Place(school.folder, school.folder)).make()
    sql(school, "UPDATE role SET body = zeroblob(4)", "UPDATE record_row SET signature = zeroblob(64)")
    opened = open_on(school.folder)

    opened.trouble.buttons[TroubleDeed.PUT_BACK].click()

    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.restored"
    (above,) = opened.frame.banners._banners
    told = [label.whole_text for label in screen.rows[0].findChildren(PlainLabel)]
    assert above.happened.whole_text in told, "by the school's clock in both places"


@pytest.mark.parametrize("full", [False, True])
def test_what_only_the_weekly_check_finds_rings_while_somebody_works(
    school: TinySchool, ring: Ring, open_on: Opener, full: bool
) -> None:
    if full:
        (school.folder / FOLDER).write_bytes(b"no backup can be made here")
    pat, now = school.by("pat"), SystemClock().now()
    notes = CheckedNotes(school.secrets, school.id)
    notes.keep(pat, school.records.head(), now - timedelta(days=8))
    ring.keep(school.store.id, school.secrets._items)
    sql(school, "UPDATE record_row SET signature = zeroblob(64) WHERE seq = 3")
    opened = open_on(school.folder)

    opened.sit("Pat Winters", "pat")

    alarm_seen(opened)
    assert banner(opened) == "trouble.changed"
