"""Writing on the sample school: accounts, saving, findings, lengths, own words."""

import time

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from smadmin.ui.theme import State
from tests.gui.composer.conftest import Sitting
from tests.gui.fitting import nested_bars

PROMISED_S = 0.8


def test_without_an_account_nothing_can_be_read_back_and_it_is_said(at_compose: Sitting) -> None:
    at_compose.write("Hello")

    head = at_compose.screen.heads.writing
    assert head.missing == "Choose at least one account."
    assert not at_compose.screen.heads.read_back.isEnabled()
    assert at_compose.doors.accounts == ()


def test_the_chosen_accounts_stand_in_the_bar(at_compose: Sitting) -> None:
    at_compose.choose(2, 0)

    chosen = [toggle.account for toggle in at_compose.screen.writing.toggles.toggles if toggle.isChecked()]
    assert at_compose.doors.accounts == tuple(chosen)
    assert len(chosen) == 2


def test_what_is_typed_is_stored_within_the_promised_time(at_compose: Sitting) -> None:
    at_compose.choose(0)
    begun = time.monotonic()

    while time.monotonic() - begun < PROMISED_S:
        at_compose.write("x")
        at_compose.qtbot.wait(40)

    assert at_compose.stored()[0].content.text.startswith("xxx")
    at_compose.until_saved()
    assert at_compose.screen.heads.writing.note.whole_text == "Draft saved 1 s ago"


def test_an_empty_draft_is_not_stored(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.qtbot.wait(700)

    assert at_compose.stored() == ()


def test_settling_stores_at_once(at_compose: Sitting) -> None:
    at_compose.write("The window is about to be locked")

    at_compose.screen.settle()
    at_compose.settle()

    assert at_compose.stored()[0].content.text == "The window is about to be locked"


def test_a_full_name_is_underlined_quoted_and_mended_in_one_click(at_compose: Sitting) -> None:
    child = at_compose.child(opted_out=False)
    name = f"{child.first_name} {child.last_name}"
    at_compose.choose(0)
    at_compose.write(f"🎉 Well done, {name}!")
    at_compose.until_found(1)

    card = at_compose.screen.writing.findings.cards[0]
    editor = at_compose.screen.writing.editor
    marked = editor.extraSelections()[0]
    assert marked.cursor.selectedText() == name
    assert "II.B.1.j" in card.clause.whole_text

    assert card.mend is not None
    card.mend.click()

    assert editor.words == f"🎉 Well done, {child.first_name}!"
    at_compose.until_found(0)
    editor.undo()
    assert editor.words == f"🎉 Well done, {name}!"


def test_an_opted_out_childs_name_blocks(at_compose: Sitting) -> None:
    child = at_compose.child(opted_out=True)
    at_compose.choose(0)
    at_compose.write(f"Thanks to {child.first_name} {child.last_name}")
    at_compose.until_found(1)
    at_compose.until_saved()

    card = at_compose.screen.writing.findings.cards[0]
    marked = at_compose.screen.writing.editor.extraSelections()[0]
    assert card.line.state is State.STOP
    assert card.stand is None
    assert marked.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not at_compose.screen.heads.read_back.isEnabled()


def test_a_warning_can_stand_with_a_reason_that_the_record_keeps(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Buy now at the corner shop.")
    at_compose.until_found(1)
    card = at_compose.screen.writing.findings.cards[0]
    marked = at_compose.screen.writing.editor.extraSelections()[0]
    assert marked.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine

    card.standAsked.emit("It is the school's own shop")

    at_compose.until_found(0)
    override = at_compose.stored()[0].content.overrides[0]
    assert (override.rule, override.words, override.reason) == (
        "promotion",
        "Buy now",
        "It is the school's own shop",
    )
    at_compose.write(" Come in.")
    assert len(at_compose.until_saved().content.overrides) == 1


def test_a_reason_half_typed_survives_what_is_typed_before_the_finding(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Buy now at the corner shop.")
    at_compose.until_found(1)
    card = at_compose.screen.writing.findings.cards[0]

    cursor = at_compose.screen.writing.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Listen: ")
    at_compose.qtbot.waitUntil(
        lambda: card.line.finding.span is not None and card.line.finding.span.start == 8, timeout=3_000
    )

    assert at_compose.screen.writing.findings.cards == (card,)


def test_words_typed_since_are_never_mended_by_an_old_finding(at_compose: Sitting) -> None:
    child = at_compose.child(opted_out=False)
    at_compose.choose(0)
    at_compose.write(f"Well done, {child.first_name} {child.last_name}!")
    at_compose.until_found(1)
    line = at_compose.screen.writing.findings.cards[0].line
    cursor = at_compose.screen.writing.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Today: ")

    at_compose.screen.writing.findings.mendAsked.emit(line)

    text = at_compose.screen.writing.editor.words
    assert text == f"Today: Well done, {child.first_name} {child.last_name}!"


def test_counters_count_with_each_key(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)

    at_compose.write("🎉 Doors open at six")

    chips = [chip.words for chip in at_compose.screen.writing._chips]
    assert [chip.values["count"] for chip in chips] == [20, 20]


def test_an_account_can_have_its_own_words(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.write("A long text for everybody.")
    x, facebook = at_compose.doors.accounts

    at_compose.screen.writing.preview.own.click()
    at_compose.screen.writing.editor.selectAll()
    at_compose.write("Short.")

    content = at_compose.until_saved().content
    assert (content.text_for(x.id), content.text_for(facebook.id)) == ("Short.", "A long text for everybody.")
    at_compose.screen.write.show_voice(None)
    assert at_compose.screen.writing.editor.words == "A long text for everybody."


def test_own_words_given_up_come_back_by_undo(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.write("For everybody.")
    at_compose.screen.writing.preview.own.click()
    at_compose.write(" And more for X.")

    at_compose.screen.writing.preview.own.click()
    assert at_compose.until_saved().content.wordings == {}
    banner = at_compose.screen.banners.models[0]
    at_compose.write("Since then. ")
    at_compose.screen.banners.actionChosen.emit(banner)

    content = at_compose.until_saved().content
    assert list(content.wordings.values()) == ["For everybody. And more for X."]
    assert "Since then." in content.text, "what was typed meanwhile is no part of the undo"


def test_f8_goes_from_finding_to_finding(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Buy now here. Then buy now there.")
    at_compose.until_found(2)
    editor = at_compose.screen.writing.editor
    places = []

    for keys in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ):
        QTest.keyClick(editor, Qt.Key.Key_F8, keys)
        places.append(editor.textCursor().position())

    assert places == [len("Buy now"), len("Buy now here. Then buy now"), len("Buy now")]


def test_ctrl_k_puts_the_keyboard_on_the_accounts(at_compose: Sitting) -> None:
    editor = at_compose.screen.writing.editor
    at_compose.write("Text that Ctrl+K must not delete")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)

    QTest.keyClick(editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    focused = at_compose.screen.window().focusWidget()
    assert focused is at_compose.screen.writing.toggles.toggles[0]
    assert editor.words == "Text that Ctrl+K must not delete"


def test_choosing_an_account_moves_none_of_them_under_the_mouse(at_compose: Sitting) -> None:
    writing = at_compose.screen.writing

    def places() -> list[QRect]:
        writing.window().grab()  # lays it out
        return [QRect(one.mapTo(writing, QPoint(0, 0)), one.size()) for one in writing.toggles.toggles]

    before = places()
    at_compose.choose(2)
    with_one = places()
    at_compose.choose(0)

    assert with_one == before
    assert places() == before
    assert writing.topic.isVisible()


def test_in_one_column_nothing_scrolls_but_the_page(at_compose: Sitting) -> None:
    at_compose.screen.resize(600, 500)
    at_compose.choose(0, 1)
    at_compose.write("The library opens at 8.\n" * 12 + "Write to somebody@example.com.")
    at_compose.until_found(1)

    page = at_compose.screen._scroller.verticalScrollBar()
    at_compose.qtbot.waitUntil(lambda: page.maximum() > 0 and nested_bars(at_compose.screen) == [])


def test_with_little_room_the_planned_post_stands_below_the_accounts(at_compose: Sitting) -> None:
    writing = at_compose.screen.writing
    beside = writing.topic.y()

    at_compose.screen.resize(600, 500)

    at_compose.qtbot.waitUntil(lambda: writing.topic.y() > beside + writing.toggles.height() // 2)
    assert writing.topic.x() < writing.toggles.geometry().center().x()


def test_no_planned_post_is_chosen_unasked(at_compose: Sitting) -> None:
    writing = at_compose.screen.writing
    accounts = at_compose.office.posts.may_post(at_compose.office.session.actor)
    today = at_compose.office.school.local(at_compose.office.desk.now).date()
    at_compose.office.plan.add(at_compose.office.session.actor, accounts[0].id, today, "art")
    at_compose.screen.load()
    at_compose.settle()

    assert not at_compose.screen.write.content.slot
    assert not at_compose.screen.write.content.accounts
    assert writing.topic.currentText() == "Not a planned one"
    assert writing.offer.isVisible()
    writing.offer.click()

    chosen = at_compose.screen.write.content.slot
    assert chosen
    assert at_compose.screen.write.content.accounts == (accounts[0].id,)
    assert writing.topic.currentData() == str(chosen)
    assert not writing.offer.isVisible()


def test_a_draft_begun_from_the_plan_keeps_its_planned_post(at_compose: Sitting) -> None:
    actor = at_compose.office.session.actor
    account = at_compose.office.posts.may_post(actor)[0]
    today = at_compose.office.school.local(at_compose.office.desk.now).date()
    slot = at_compose.office.plan.add(actor, account.id, today, "art").value
    at_compose.screen.load()
    at_compose.settle()
    draft = at_compose.office.posts.create(actor, (account.id,), slot=slot.id).value

    at_compose.screen.open_subject(draft.id)
    at_compose.settle()

    assert at_compose.screen.write.content.slot == slot.id
    assert "art" in at_compose.screen.writing.topic.currentText()
    assert not at_compose.screen.writing.offer.isVisible()
