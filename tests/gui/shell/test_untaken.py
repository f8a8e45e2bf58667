"""A folder whose taking in ended with the window's lock: whoever began it is told, and led to the rest."""

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.services.photos.intake import SetFacts
from smadmin.services.photos.taking import FIRST_LOTS, Taking
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.leaving import Leaving
from smadmin.ui.shell.seating import GATE
from smadmin.ui.surroundings import REST_OF_PHOTOS
from smadmin.ui.untaken import UNTAKEN
from smadmin.ui.wording import Wording
from tests.gui.shell.test_returning import lock, sit
from tests.gui.shell.tiny import Opened, Tiny


def begin(opened: Opened, camera: Path, count: int) -> None:
    """Take the first photos of a folder in, and no more."""
    camera.mkdir()
    for number in range(count):
        (camera / f"{number}.jpg").write_bytes(b"photo %d" % number)
    taking = Taking(SetFacts("Sports day", "Maya Ortega"), [camera])
    with closing(opened.office.takings.lots(opened.office.session.actor, taking)) as lots:
        next(lots)


def test_whoever_began_it_is_told_how_many_are_missing_and_led_to_them(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    sit(opened, qtbot, "Maya Ortega")
    begin(opened, tmp_path / "camera", FIRST_LOTS[0] + 3)
    lock(opened, qtbot)
    assert UNTAKEN not in sit(opened, qtbot, "Daniel Reyes")
    lock(opened, qtbot)

    assert UNTAKEN in sit(opened, qtbot, "Maya Ortega")

    model = next(one for one in opened.frame.banners.models if one.key == UNTAKEN)
    assert model.happened == say("photoui.untaken", n=3, event="Sports day")
    opened.frame.bannerActed.emit(model)
    photos = opened.frame.open_screen("photos")
    assert isinstance(photos, Tiny)
    assert photos.subject == REST_OF_PHOTOS
    assert UNTAKEN not in {one.key for one in opened.frame.banners.models}
    assert opened.frame.current != GATE


def test_leaving_asks_while_something_is_under_way_and_goes_by_itself_once_it_ended(
    opened: Opened, qtbot: QtBot, words: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(opened, qtbot, "Maya Ortega")
    under_way, went = say("photoui.leaving-unread", n=3), list[bool]()
    monkeypatch.setattr(Tiny, "unfinished", under_way)
    leaving = Leaving(opened.frame, words, lambda: opened.office)

    assert not leaving.may_go(lambda: went.append(True))

    qtbot.waitUntil(lambda: bool(opened.frame.findChildren(ConfirmDialog)))
    (asked,) = opened.frame.findChildren(ConfirmDialog)
    assert words(under_way) in {label.whole_text for label in asked.findChildren(PlainLabel)}
    assert went == []
    monkeypatch.setattr(Tiny, "unfinished", None)
    qtbot.waitUntil(lambda: went == [True])
