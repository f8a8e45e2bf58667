"""Somebody at the photos screen of the sample school; coloured squares are faces, so no model is loaded."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Photo
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel
from smadmin.ui.photos.facts import Offered
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.screen import PhotosScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting
from tests.seeing import ANN, BEN, STRANGER, Eyes, as_file, picture

PATIENCE_MS = 10_000
DOUBLE_PRESS_MS = 100
"""Nobody's hand is that quick, but a test is; each photo and each face stands so long before an answer."""
KEYS = {" ": Qt.Key.Key_Space, "<": Qt.Key.Key_Escape, ">": Qt.Key.Key_Right}


class Watching(Eyes):
    """Eyes that an office may open and close."""

    opened = False

    def warm_up(self) -> None:
        self.opened = True

    def rest(self) -> None:
        self.opened = False

    def stop(self) -> None:
        """Have nothing to kill."""

    def close(self) -> None:
        """Have nothing to end."""


class Studio:
    """The screen, and what a person does with it."""

    def __init__(self, qtbot: QtBot, folder: Path, words: Wording) -> None:
        self.qtbot = qtbot
        self.camera = folder / "Chess_finals"
        self.camera.mkdir()
        self.sitting = Sitting(qtbot, folder / "data", words, "maya-ortega")
        self.office = self.sitting.office
        self.eyes = Watching()
        self.office.workers = self.eyes  # type: ignore[assignment]  # a cached property: made beforehand
        self.banners: list[BannerModel] = []
        self.screen = PhotosScreen(self.sitting.around)
        self.screen.bannerAsked.connect(self.banners.append)
        self.sitting.show(self.screen)
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)

    def shoot(self, **photos: Picture | bytes) -> None:
        """Leave files in the camera."""
        for name, content in photos.items():
            path = self.camera / f"{name}.jpg"
            path.write_bytes(content if isinstance(content, bytes) else as_file(content))

    def take_in(self) -> None:
        """Drop the camera's folder, fill the form and wait until faces were looked for."""
        self.screen.take(Offered((self.camera,), event="Chess finals", right=RightOfUse.STAFF))
        self.screen.facts.take_in()
        self.until(lambda: self.screen.current is self.screen.sheet and bool(self.screen.sheet.tiles.tiles))
        self.until(
            lambda: not self.screen.finding.running and not any(not one.looked_for for one in self.photos)
        )
        self.sitting.settle()

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The folder's photos as they are stored, by name."""
        sets = self.office.review.sets(self.sitting.actor)
        found = self.office.review.set(self.sitting.actor, sets[0].id).photos
        return tuple(sorted((one for one in found if one.error is None), key=lambda one: one.name))

    def type(self, keys: str) -> None:
        """Press keys, each as fast as its deed allows."""
        for key in keys:
            self.look()
            place = self.screen.current.keyboard_place()
            QTest.keyClick(place, KEYS.get(key) or Qt.Key(ord(key.upper())))
            self.sitting.settle()
            self.sitting.settle()

    def look(self) -> None:
        """Look at the photo that stands large, as long as a person does at the least."""
        page = self.screen.current
        if page is self.screen.decide:
            self.until(lambda: page.read is not None and not page.chosen.resting)
        if page is self.screen.second and page.photo is not None:
            self.until(lambda: page.read is not None and not page.resting)
        visit = self.screen.mailing.page
        if page is visit and visit.photo is not None:
            self.until(lambda: not visit.resting)

    def page(self) -> Page:
        """Give the page that is seen."""
        return self.screen.current

    def step(self) -> Step:
        """Say what the folder wants next."""
        return self.screen.sheet.step

    def comparing(self) -> bool:
        """Tell whether two faces stand large instead of the photo."""
        return self.screen.decide.stage.comparing

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def look_at_all(self) -> None:
        """Pick everything and take the first look: none of the children is here."""
        self.screen.sheet.picking.pick_all()
        self.sitting.settle()
        self.press_main()
        while self.screen.current is self.screen.decide:
            self.type("0 ")

    def press_main(self) -> None:
        """Press the main button of the page that is seen."""
        self.look()
        main = self.screen.current.header.main
        assert main is not None
        assert main.isEnabled(), self.screen.current.header.missing
        main.click()
        self.sitting.settle()
        self.sitting.settle()

    def second_person(self) -> None:
        """Let the second reviewer take the chair and be led to the folder."""
        session = self.office.session
        chair = next(one for one in session.sitters() if one.person != self.sitting.actor.person)
        session.hand_over(chair.person, "sunny larks draw maps")
        set_id = self.office.review.sets(self.sitting.actor)[0].id
        self.screen.open_subject(set_id)
        self.until(lambda: self.screen.current is self.screen.second and self.screen.second.read)


@pytest.fixture
def studio(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Studio]:
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(DOUBLE_PRESS_MS)
    made = Studio(qtbot, tmp_path, words)
    made.shoot(one=picture((ANN, 40), (STRANGER, 160)), two=picture((BEN, 100)))
    yield made
    if isValid(made.screen):  # else its search was told to stop when it went
        made.screen.finding.drop()
    made.sitting.close()
    QApplication.setDoubleClickInterval(usual)
