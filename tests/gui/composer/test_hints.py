"""The small things at *Read it back*: few of them, how many there are, one by one or all."""

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.reach import Reach, Reached
from smadmin.services.links import Links
from tests.gui.composer.conftest import Sitting
from tests.gui.composer.test_handing_in import read_back, sentences


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


def test_a_number_may_be_the_schools_own_and_whoever_writes_is_told_who_says_so(at_compose: Sitting) -> None:
    refused: list[KnownError] = []
    at_compose.screen._around.performer.failedUnheard.connect(refused.append)
    at_compose.choose(1)
    at_compose.write("Call 410-396-8577 today, or buy now.")
    at_compose.until_found(2)
    number, sale = at_compose.screen.writing.findings.cards
    assert sale.ours is None
    assert number.ours is not None

    number.ours.click()

    at_compose.qtbot.waitUntil(lambda: bool(refused), timeout=5_000)
    assert isinstance(refused[0], NotAllowed)
    assert [one.message.id for one in refused[0].reasons] == ["policy.not-your-number"]


def test_somebody_else_of_a_childs_name_is_let_stand_in_one_press_for_this_post(at_compose: Sitting) -> None:
    child = at_compose.child(opted_out=True)
    at_compose.choose(1)
    at_compose.write(f"Our visitor {child.first_name} sings with the band club.")
    at_compose.until_found(1)
    (card,) = at_compose.screen.writing.findings.cards
    assert card.not_this is not None

    card.not_this.click()

    at_compose.qtbot.waitUntil(lambda: at_compose.screen.writing.findings.cards == (), timeout=5_000)
    (override,) = at_compose.until_saved().content.overrides
    assert override.words == child.first_name
    assert override.reason == "Somebody else of that name, not this child"


def test_links_are_tried_only_when_asked_and_say_where_they_end(at_compose: Sitting) -> None:
    asked: list[str] = []

    def answer(link: str) -> Reached:
        asked.append(link)
        return Reached(link, Reach.OPENS, "https://lincoln.example/fair")

    at_compose.office.__dict__["links"] = Links(answer)
    at_compose.choose(1)
    at_compose.write("All about the fair is at https://bit.ly/3fair today.")
    read_back(at_compose)
    card = at_compose.screen.read_back_page.links
    assert card is not None
    assert asked == []

    card.button.click()

    says = "https://bit.ly/3fair opens, and ends up at https://lincoln.example/fair"
    at_compose.qtbot.waitUntil(
        lambda: says in [one.replace("\u200b", "") for one in sentences(at_compose)], timeout=5_000
    )
    assert asked == ["https://bit.ly/3fair"]


def test_hints_wait_for_reading_back_and_are_mended_together(at_compose: Sitting) -> None:
    at_compose.choose(1)
    at_compose.write("COME AND SING WITH EVERYBODY. Tea is served.\n\nBRING YOUR WHOLE FAMILY ALONG. Thanks.")
    at_compose.until_saved()
    assert at_compose.screen.writing.findings.cards == ()

    read_back(at_compose)
    hints = at_compose.screen.read_back_page.hints
    assert hints is not None
    assert hints.mend_all is not None
    hints.mend_all.click()

    mended = "Come and sing with everybody. Tea is served.\n\nBring your whole family along. Thanks."
    at_compose.qtbot.waitUntil(lambda: mended in sentences(at_compose), timeout=5_000)
    at_compose.screen.heads.backAsked.emit()
    at_compose.screen.writing.editor.undo()
    assert at_compose.screen.writing.editor.words.startswith("COME AND SING")


def test_a_long_mend_is_not_read_out_on_its_button(at_compose: Sitting) -> None:
    at_compose.choose(1)
    at_compose.write("COME AND SING WITH ALL THE FAMILIES OF OUR SCHOOL IN THE GYM. Thanks.")

    read_back(at_compose)

    hints = at_compose.screen.read_back_page.hints
    assert hints is not None
    assert [one.text() for one in hints.mends] == ["Mend it"]
