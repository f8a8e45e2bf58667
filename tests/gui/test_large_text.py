"""Every screen at 200 % text on 1280 by 800: no word cut, no bar in a bar, nothing grey or dead."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.app.screens import SCREENS
from smadmin.app.stage import HEIGHT_PX, WIDTH_PX, staged
from smadmin.language.catalogue import Catalogue
from smadmin.services.reviewers import Handed
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.help.menu import HelpMenu
from smadmin.ui.perform import Performer
from smadmin.ui.reviewers.slips import SlipsCard
from smadmin.ui.shell.gate import GateScreen
from smadmin.ui.shell.passphrase import PassphraseDialog
from smadmin.ui.shell.welcome import WelcomeScreen
from smadmin.ui.theme import TEXT_SCALES
from smadmin.ui.wording import Wording
from tests.gui.fitting import cut_words, dead_buttons, mute_controls, nested_bars
from tests.gui.seated import CountingPerformer, Seat
from tests.sample import sample_office, sit


@pytest.fixture
def large(appearance: Appearance) -> Iterator[None]:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    yield
    appearance.reset_scale()


def unfit(root: QWidget) -> list[str]:
    return [*cut_words(root), *nested_bars(root), *mute_controls(root), *dead_buttons(root)]


@pytest.mark.parametrize("who", ["maya-ortega", "ellen-whitcomb", "daniel-reyes"])
@pytest.mark.usefixtures("large")
def test_every_screen_fits(who: str, tmp_path: Path, qapp: QApplication) -> None:
    office = sample_office(tmp_path)
    sit(office, who)
    found = {}

    with closing(office), staged(office, qapp, language="en", text_scale=TEXT_SCALES[-1]) as stage:
        for screen in SCREENS:
            stage.open(screen)
            found[screen] = unfit(stage.frame)

    assert {screen: names for screen, names in found.items() if names} == {}


@pytest.mark.usefixtures("large")
def test_a_post_fits_while_it_waits_and_while_it_is_published(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, words: Wording
) -> None:
    performer = CountingPerformer()
    seat = Seat(sample_office(tmp_path), performer, words, qtbot)
    seat.sign_week()
    waits, released = seat.post(), seat.released()
    performer.close()
    found = {}

    for who, views in {
        "daniel-reyes": (("approvals", waits),),
        "maya-ortega": (("publish", released), ("compose", waits)),
    }.items():
        sit(seat.office, who)
        with staged(seat.office, qapp, language="en", text_scale=TEXT_SCALES[-1]) as stage:
            for screen, subject in views:
                stage.open(screen, subject)
                stage.rest(200)  # the previews of each account come a turn after one another
                found[screen] = unfit(stage.frame)
    seat.office.close()

    assert {screen: names for screen, names in found.items() if names} == {}


@pytest.mark.parametrize("made", [WelcomeScreen, GateScreen])
@pytest.mark.usefixtures("large")
def test_the_first_screens_fit(made: Callable[[Wording], QWidget], words: Wording, qtbot: QtBot) -> None:
    screen = made(words)
    qtbot.addWidget(screen)
    screen.resize(WIDTH_PX, HEIGHT_PX - 160)
    with qtbot.waitExposed(screen):
        screen.show()

    assert unfit(screen) == []


@pytest.mark.parametrize("deed", ["guide", "keys", "places", "about", "check"])
@pytest.mark.usefixtures("large")
def test_the_pages_of_help_fit(deed: str, frame: Frame, words: Wording, tmp_path: Path, qtbot: QtBot) -> None:
    performer = Performer()
    HelpMenu(frame, performer, words, folder=lambda: tmp_path)

    frame.menus.action(deed).trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    performer.close()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    qtbot.waitUntil(lambda: mute_controls(sheet) == [])  # what is looked at has come

    assert unfit(sheet) == []
    sheet.close()


@pytest.mark.usefixtures("large")
def test_the_passphrase_is_asked_for_in_words_that_fit(frame: Frame, words: Wording, qtbot: QtBot) -> None:
    dialog = PassphraseDialog("Maximiliana Wolfeschlegelsteinhausenberger", words, frame)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.wait(1)  # lets Qt lay out what is shown

    assert unfit(dialog) == []
    dialog.reject()


@pytest.mark.usefixtures("large")
def test_codes_that_are_shown_once_fit_in_spanish_too(qtbot: QtBot) -> None:
    card = SlipsCard(Wording(Catalogue.load("es")))
    qtbot.addWidget(card)
    card.resize(620, 700)
    handed = [Handed(name, "SRRWDABCDE") for name in ("Hannah Bergstrom-Lindqvist", "Jo Li")]

    card.show_codes(handed, school="Lincoln", until="30 de junio de 2027")
    qtbot.waitUntil(card.isVisible)

    assert card.minimumSizeHint().width() <= 620
    assert unfit(card) == []
