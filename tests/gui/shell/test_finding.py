"""The search of the whole window: asked at each key, opened where it lives, gone with the lock."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.domain.actors import Actor
from smadmin.domain.searching import Hit, HitKind
from smadmin.language.catalogue import Catalogue
from smadmin.services.search import Found
from smadmin.services.search_rows import RowWords
from smadmin.ui.appearance import Appearance
from smadmin.ui.rows import Row
from smadmin.ui.search.box import SearchBox
from smadmin.ui.search.phrases import row_words
from smadmin.ui.search.reading import ask
from smadmin.ui.shell.seating import GATE
from smadmin.ui.theme import TEXT_SCALES
from smadmin.ui.wording import Wording
from tests.gui.fitting import cut_words, dead_buttons, mute_controls
from tests.gui.shell.tiny import Opened, Tiny

LONG_MS = 20_000


@pytest.fixture
def seated(opened: Opened, qtbot: QtBot) -> Opened:
    screens = dict.fromkeys(("students", "people", "records", "compose", "publish"), Tiny)
    opened.shell._screens = {**opened.shell._screens, **screens}
    with qtbot.waitSignal(opened.shell.opened, timeout=LONG_MS):
        opened.sit(qtbot, "Maya Ortega")
    opened.office.search.catch_up()
    opened.office.search.refresh(opened.office.session.actor)
    return opened


def box_of(opened: Opened) -> SearchBox:
    box = opened.shell._finding.box
    assert box is not None
    return box


def begin(opened: Opened) -> SearchBox:
    opened.frame.menus.action("search").trigger()
    return box_of(opened)


def rows(box: SearchBox) -> list[tuple[str, str]]:
    return [(row.aside, row.title) for row in box.list.rows]


def wait_for(qtbot: QtBot, box: SearchBox, kind: str) -> None:
    qtbot.waitUntil(lambda: kind in [aside for aside, _ in rows(box)], timeout=LONG_MS)


def test_it_finds_what_one_types_and_opens_it_where_it_lives(seated: Opened, qtbot: QtBot) -> None:
    with seated.office.desk.look(seated.office.session.actor) as unit:
        child = unit.students.all()[0]
    box = begin(seated)

    QTest.keyClicks(box.line, f"{child.first_name} {child.last_name}".lower())
    wait_for(qtbot, box, "Student")
    assert ("Student", f"{child.first_name} {child.last_name}") in rows(box)
    chosen = next(i for i, row in enumerate(box.list.rows) if row.aside == "Student")
    for _ in range(chosen):
        QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Return)

    assert seated.frame.current == "students"
    shown = seated.frame.seen
    assert isinstance(shown, Tiny)
    assert shown.subject == child.id
    qtbot.waitUntil(lambda: seated.shell._finding.box is None, timeout=LONG_MS)


def test_screens_and_deeds_are_found_too(seated: Opened, qtbot: QtBot) -> None:
    box = begin(seated)
    QTest.keyClicks(box.line, "larger te")
    qtbot.waitUntil(lambda: ("Menu", "Larger text") in rows(box), timeout=LONG_MS)

    box.line.setText("plan")
    qtbot.waitUntil(lambda: bool(box.list.rows) and rows(box)[0] == ("Menu", "Plan"), timeout=LONG_MS)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seated.frame.current == "plan", timeout=LONG_MS)


def test_rows_of_the_record_open_in_records(seated: Opened, qtbot: QtBot) -> None:
    box = begin(seated)
    QTest.keyClicks(box.line, "founded")
    wait_for(qtbot, box, "Record")
    assert ("Record", "Founded the school") in rows(box)


def test_a_former_question_never_shows_after_a_later_one(
    seated: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, go_on, begun = seated.office.search, threading.Event(), threading.Event()
    real = search.find

    def slow(by: Actor, text: str, words: RowWords | None, *, still: Callable[[], bool]) -> Found:
        if text == "m":
            begun.set()
            go_on.wait(20)
        return real(by, text, words, still=still)

    monkeypatch.setattr(search, "find", slow)
    box = begin(seated)
    box.line.setText("m")
    assert begun.wait(20)
    box.line.setText("maya o")
    wait_for(qtbot, box, "Person")
    shown = rows(box)
    go_on.set()
    qtbot.wait(200)

    assert rows(box) == shown
    assert ("Person", "Maya Ortega") in shown


def test_enter_before_the_answer_opens_its_first_row(
    seated: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = begin(seated)
    box.line.setText("ellen whit")
    QTest.keyClick(box.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: seated.frame.current == "people", timeout=LONG_MS)


def test_nothing_found_says_so_and_escape_leaves(seated: Opened, qtbot: QtBot) -> None:
    box = begin(seated)
    box.line.setText("zzzzqqq")
    qtbot.waitUntil(lambda: "Nothing was found" in box.said.whole_text, timeout=LONG_MS)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert seated.shell._finding.box is box
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: seated.shell._finding.box is None, timeout=LONG_MS)


def test_locking_closes_it_and_drops_what_it_had_in_memory(seated: Opened, qtbot: QtBot) -> None:
    begin(seated)
    assert seated.office.search._sealed._kept
    seated.shell.lock()
    qtbot.waitUntil(lambda: seated.frame.current == GATE, timeout=LONG_MS)

    assert seated.shell._finding.box is None
    assert seated.office.search._sealed._kept == {}
    seated.frame.menus.action("search").trigger()
    assert seated.shell._finding.box is None


def test_a_second_person_in_the_chair_searches_nothing(seated: Opened, qtbot: QtBot) -> None:
    seated.shell.hand_over("approvals")
    qtbot.waitUntil(lambda: seated.frame.current == GATE, timeout=LONG_MS)
    with qtbot.waitSignal(seated.shell.opened, timeout=LONG_MS):
        seated.sit(qtbot, "Daniel Reyes")

    seated.frame.menus.action("search").trigger()

    assert seated.shell._finding.box is None


@pytest.mark.parametrize(("post", "said"), [("", True), ("p", False)])
def test_a_post_from_before_says_that_its_account_opens(
    seated: Opened, words: Wording, monkeypatch: pytest.MonkeyPatch, *, post: str, said: bool
) -> None:
    hit = Hit(HitKind.POST, "7", "The garden club", "X @school", post=post, account="x")
    monkeypatch.setattr(seated.office.search, "find", lambda *_args, **_still: Found((hit,)))

    (line,) = ask(
        seated.office,
        seated.office.session.actor,
        "garden",
        words=words,
        rows=row_words(words),
        still=lambda: True,
    )

    assert (words.say("search.from-before") in line.note) is said
    assert line.opens.screen == ("accounts" if said else "publish")


def test_it_says_where_there_may_be_more_than_it_shows(words: Wording, qtbot: QtBot) -> None:
    box = SearchBox(words)
    qtbot.addWidget(box)
    box.line.setText("a")
    five = [Row(str(n), "A row", aside="Record") for n in range(5)]

    box.show_found("a", five[:4])
    assert box.said.text() == words.say("search.number", n=4)

    box.show_found("a", five)
    assert box.said.text() == words.say("search.some", n=5)


@pytest.mark.parametrize("language", ["en", "es"])
def test_its_words_fit_with_text_twice_as_large(language: str, appearance: Appearance, qtbot: QtBot) -> None:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    box = SearchBox(Wording(Catalogue.load(language)))
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.open()
    box.line.setText("a")
    box.show_found(
        "a", [Row(str(n), "A title that is longer than its line " * 3, "A note") for n in range(20)]
    )
    qtbot.wait(1)  # lets Qt lay out what is shown

    room = box.screen().availableGeometry()
    assert [*cut_words(box), *mute_controls(box), *dead_buttons(box)] == []
    assert room.contains(box.frameGeometry())
    assert box.list.viewport().height() >= box.list.sizeHintForRow(0)
    box.reject()
    appearance.reset_scale()
