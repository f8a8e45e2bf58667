"""Read it back shows what is in doubt, and asks the principal first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.ui.composer.heads import Step
from smadmin.ui.labels import PlainLabel
from tests.gui.composer.conftest import AUTHOR, Sitting
from tests.gui.composer.test_handing_in import read_back, sentences
from tests.sample import sit


@pytest.mark.demand("BLO-A4")
def test_what_is_in_doubt_stands_in_what_is_read_back_and_the_principal_is_asked_first(
    at_compose: Sitting,
) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six. Ask jo.miller@gmail.com.")

    read_back(at_compose)

    read = sentences(at_compose)
    assert any(line.endswith("still in doubt") for line in read)
    assert any("jo.miller@gmail.com" in line and "Doors" not in line for line in read)
    ask = at_compose.screen.read_back_page.ask
    assert ask is not None
    ask.form.unfold()
    ask.form.line.setText("Is it sure?")
    QTest.keyClick(ask.form.line, Qt.Key.Key_Return)
    at_compose.qtbot.waitUntil(
        lambda: "Maya Ortega asked: “Is it sure?”" in sentences(at_compose), timeout=5_000
    )
    now = at_compose.screen.read_back_page.ask
    assert now is not None
    assert now.form.isHidden()

    office, post = at_compose.office, at_compose.screen.write.keeper.draft
    assert post is not None
    assert not at_compose.screen.banners.isVisible(), "nothing that the answer makes untrue stands there"
    (asked,) = office.questions.about(at_compose.screen._around.by, post.id)
    office.questions.answer(sit(office, "ellen-whitcomb").actor, asked.question.id, "It is.")
    sit(office, AUTHOR)
    at_compose.screen.load()
    at_compose.qtbot.waitUntil(lambda: any("It is." in one for one in sentences(at_compose)), timeout=5_000)


@pytest.mark.demand("BLO-A4")
def test_a_draft_that_can_not_be_read_back_yet_is_asked_about_where_it_is_written(
    at_compose: Sitting,
) -> None:
    child = at_compose.child(opted_out=True)
    ask = at_compose.screen.writing.ask
    assert ask.isHidden(), "nothing is there to ask about"
    at_compose.choose(0)
    at_compose.write(f"Well done, {child.first_name} {child.last_name}!")
    at_compose.qtbot.waitUntil(lambda: not ask.isHidden(), timeout=5_000)
    assert at_compose.office.posts.submit_blockers(at_compose.screen._around.by, at_compose.until_saved().id)

    ask.form.unfold()
    ask.form.line.setText("May we name her?")
    QTest.keyClick(ask.form.line, Qt.Key.Key_Return)
    at_compose.qtbot.waitUntil(ask.form.isHidden, timeout=5_000)

    assert at_compose.screen.step is Step.WRITE
    said = [label.whole_text for label in ask.findChildren(PlainLabel)]
    assert "Maya Ortega asked: “May we name her?”" in said
