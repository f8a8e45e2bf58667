"""At somebody's own computer whoever takes the chair is asked first why they are there."""

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.computers import Owner
from smadmin.ui.shell.why_here import WHY_HERE
from tests.gui.shell.test_details import in_the_chair, settle
from tests.gui.shell.test_returning import lock
from tests.gui.shell.tiny import Opened


def asked(opened: Opened) -> bool:
    return any(one.key == WHY_HERE for one in opened.frame.banners.models)


@pytest.mark.demand("BAL-B1g2")
def test_a_reviewer_in_the_chair_is_led_to_the_question_and_answers_it_with_their_own_key(
    opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.shell.opened, timeout=10_000):
        opened.sit(qtbot, "Maya Ortega")
    computers, session = opened.office.computers, opened.office.session
    computers.describe(session.actor, Owner.PERSONAL, "Maya's laptop")
    assert not asked(opened)  # Today asks her
    lock(opened, qtbot)

    in_the_chair(opened, qtbot)
    qtbot.waitUntil(lambda: asked(opened), timeout=10_000)
    robin = session.actor
    banner = next(one for one in opened.frame.banners.models if one.key == WHY_HERE)
    opened.frame.bannerActed.emit(banner)
    assert opened.frame.current == "computer"
    assert computers.here(robin).may_say == frozenset()

    opened.performer.perform(lambda: computers.say_why(robin, "The school is closed"))

    qtbot.waitUntil(lambda: not asked(opened), timeout=10_000)
    assert not computers.here(robin).needs_why
    settle(opened, qtbot)
