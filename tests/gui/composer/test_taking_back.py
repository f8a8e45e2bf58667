"""Taking a handed-in post back: offered where it can be, and saying why where it can't."""

from smadmin.domain.posts import PostStage
from smadmin.ui.buttons import Button
from smadmin.ui.composer.heads import Step
from tests.gui.composer.conftest import AUTHOR, Sitting
from tests.sample import sit

WORDS = "Take it back and go on writing"


def handed_in(sitting: Sitting) -> Button:
    """Hand a post in; gives the button that takes it back."""
    sitting.choose(0)
    sitting.write("Doors open at six.")
    draft = sitting.until_saved()
    sitting.office.posts.submit(sitting.office.session.actor, draft.id)
    return take_back_of(sitting)


def take_back_of(sitting: Sitting) -> Button:
    screen = sitting.screen
    screen.open_subject(sitting.stored()[0].id)
    sitting.settle()
    sitting.qtbot.waitUntil(lambda: screen.step is Step.HANDED_IN, timeout=5_000)
    buttons = [one for one in screen.handed_in_page.findChildren(Button) if one.accessibleName() == WORDS]
    return buttons[-1]


def test_a_handed_in_post_offers_to_be_taken_back(at_compose: Sitting) -> None:
    button = handed_in(at_compose)

    assert button.isEnabled()
    button.click()
    at_compose.qtbot.waitUntil(lambda: at_compose.stored()[0].stage is PostStage.DRAFT, timeout=5_000)


def test_a_post_that_is_going_out_says_why_it_stays(at_compose: Sitting) -> None:
    handed_in(at_compose)
    office, post = at_compose.office, at_compose.stored()[0]
    office.approvals.release(sit(office, "ellen-whitcomb").actor, post.id)
    author = sit(office, AUTHOR).actor
    office.publications.intend(author, post.id, post.content.accounts[0])

    at_compose.qtbot.waitUntil(lambda: not take_back_of(at_compose).isEnabled(), timeout=5_000)

    said = take_back_of(at_compose).accessibleDescription()
    assert said == "This post is already going out. Give up what was begun first."
