"""Help while writing: ready-made texts, earlier words, who else has the draft open, as whom it goes out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.posts import Content
from smadmin.services.drafting import Drafting
from smadmin.storage.openings import Openings
from smadmin.ui.composer.findings import Hints
from smadmin.ui.labels import PlainLabel
from tests.gui.composer.conftest import Sitting

CONCERT = "The winter concert is on Friday at 6:30 pm in the gym."


def menus(at_compose: Sitting) -> list[QMenu]:
    return at_compose.screen.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def menu_of(at_compose: Sitting) -> QMenu:
    at_compose.screen.heads.drafts.click()
    at_compose.qtbot.waitUntil(lambda: bool(menus(at_compose)), timeout=5_000)
    return menus(at_compose)[-1]


def choose(menu: QMenu, *words: str) -> None:
    """Press a line of a menu or of a menu in it, by how it begins."""
    for word in words:
        action = next(one for one in menu.actions() if one.text().startswith(word))
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            menu = submenu
        else:
            action.trigger()


def selected(at_compose: Sitting) -> str:
    return at_compose.screen.writing.editor.textCursor().selectedText()


def test_a_ready_made_text_is_filled_blank_by_blank(at_compose: Sitting) -> None:
    at_compose.choose(0)
    choose(menu_of(at_compose), "Ready-made text", "Game day")
    editor = at_compose.screen.writing.editor
    assert editor.words.startswith("Game day!")
    assert selected(at_compose) == "\u2039team\u203a"

    QTest.keyClicks(editor, "Larks")
    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert "Our Larks play" in editor.words
    assert selected(at_compose) == "\u2039opponent\u203a"


@pytest.mark.demand("BLO-A9")
def test_the_licence_line_stands_last_by_one_press_and_once(
    at_compose: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy, school = at_compose.office.policy, at_compose.office.school
    licensed = replace(policy.pack(school.policy), licence="CC BY-NC-SA 3.0 US")
    monkeypatch.setattr(policy, "packs", {**policy.packs, school.policy: licensed})
    at_compose.choose(0)
    at_compose.write(CONCERT)
    editor = at_compose.screen.writing.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)

    menu = menu_of(at_compose)
    choose(menu, "License line")
    menu.close()
    at_compose.qtbot.waitUntil(lambda: not menus(at_compose), timeout=5_000)

    year = school.local(at_compose.office.desk.now).year
    line = f"\u00a9 {school.name} {year}, CC BY-NC-SA 3.0 US"
    assert editor.words == f"{CONCERT}\n{line}"
    assert not [one for one in menu_of(at_compose).actions() if "CC BY" in one.text()]
    assert at_compose.until_saved().content.text == f"{CONCERT}\n{line}"
    editor.undo()
    assert editor.words == CONCERT


def test_a_post_with_a_blank_is_not_read_back(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("We play \u2039opponent\u203a.")

    assert "Fill in \u2039opponent\u203a." in at_compose.screen.heads.writing.missing


def test_without_a_blank_tab_leads_on(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write(CONCERT)
    editor = at_compose.screen.writing.editor
    editor.setFocus()

    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.words == CONCERT


def test_earlier_words_come_back_and_those_that_stood_are_kept(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write(CONCERT)
    at_compose.until_saved()
    at_compose.screen.writing.editor.rewrite("Something else altogether")
    at_compose.until_saved()

    choose(menu_of(at_compose), "Earlier words", CONCERT[:20])

    editor = at_compose.screen.writing.editor
    at_compose.qtbot.waitUntil(lambda: editor.words == CONCERT, timeout=5_000)
    draft = at_compose.until_saved()
    assert [one.text for one in draft.earlier] == ["Something else altogether", CONCERT]


def test_who_has_the_draft_open_too_is_told(at_compose: Sitting, qtbot: QtBot) -> None:
    at_compose.choose(0)
    at_compose.write(CONCERT)
    draft = at_compose.until_saved()
    office, banners = at_compose.office, at_compose.screen.banners
    other = Drafting(office.desk, Openings(office.grounds.store.folder), office.policy)
    assert other.open_here(office.session.actor, draft.id) != ()

    at_compose.screen.elsewhere.ask()

    qtbot.waitUntil(
        lambda: "compose.open-elsewhere" in [one.happened.id for one in banners.models], timeout=5_000
    )
    other.close_here()
    at_compose.screen.elsewhere.ask()
    qtbot.waitUntil(lambda: not banners.models, timeout=5_000)


def test_beside_the_button_that_sends_stands_as_whom_it_goes_out(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write(CONCERT)
    at_compose.until_saved()

    at_compose.screen.read_back()

    heads = at_compose.screen.heads
    handle = (
        at_compose.screen.opening.grounds.accounts[0].at_handle if at_compose.screen.opening.grounds else ""
    )
    at_compose.qtbot.waitUntil(heads.reading.isVisible, timeout=5_000)
    assert heads.reading.note.whole_text == f"Goes out as {handle}"


def test_what_readers_wont_get_is_read_back_too(at_compose: Sitting) -> None:
    accounts = at_compose.screen.opening.grounds.accounts if at_compose.screen.opening.grounds else ()
    page = at_compose.screen.read_back_page
    instagram = next(one for one in accounts if one.platform is Platform.INSTAGRAM)

    page.show_post(
        Content("More at lincoln.org", (instagram.id,)),
        (instagram,),
        {},
        platforms=at_compose.office.policy.platforms,
        questions=(),
        topic="",
        guards=(),
        doubts=(),
        hints=Hints(),
        asked=(),
        now=at_compose.office.desk.now,
    )

    assert "Links can't be pressed on Instagram." in [one.whole_text for one in page.findChildren(PlainLabel)]


def test_wished_posts_are_found_in_the_menu_of_posts(at_compose: Sitting) -> None:
    choose(menu_of(at_compose), "Wished posts")

    assert at_compose.doors.opened[-1] == ("wishes", None)
