"""The small things at *Read it back*: few of them, how many there are, one by one or all."""

from tests.gui.composer.conftest import Sitting
from tests.gui.composer.test_handing_in import read_back


def test_a_misspelled_word_is_written_right_or_becomes_the_schools_own(at_compose: Sitting) -> None:
    at_compose.choose(1)
    at_compose.write("Come to the larkfest today. We eat breakfest there.")
    read_back(at_compose)

    card = at_compose.screen.read_back_page.hints
    assert card is not None
    assert [one.text() for one in card.mends][-1] == "Write “breakfast”"
    card.ours[0].click()
    page = at_compose.screen.read_back_page
    at_compose.qtbot.waitUntil(lambda: page.hints is not None and len(page.hints.ours) == 1, timeout=5_000)
    assert page.hints is not None
    page.hints.mends[0].click()
    at_compose.qtbot.waitUntil(lambda: page.hints is None, timeout=5_000)

    assert at_compose.screen.writing.editor.words == "Come to the larkfest today. We eat breakfast there."
