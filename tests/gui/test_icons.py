"""Icons: every name that is used exists, and tinting tints."""

import re

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.ui.appearance import Appearance
from smadmin.ui.icons import icon_pixmap, platform_pixmap
from smadmin.ui.navigation import ICONS
from tests.gui.gallery import PretendPhotos


def inked(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", sorted(ICONS.values()))
def test_every_screen_has_its_icon(name: str, appearance: Appearance) -> None:
    assert inked(icon_pixmap(name, "#ff0000", 48).toImage()) == {"#ff0000"}


@pytest.mark.parametrize("platform", list(Platform))
def test_every_platform_has_an_icon_or_a_letter(platform: Platform, appearance: Appearance) -> None:
    drawn = inked(platform_pixmap(platform, "#123456", 48).toImage())

    assert QColor("#123456").name() in drawn


def test_an_unknown_icon_is_a_bug_that_shows(appearance: Appearance) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "#000000", 16)


def test_every_icon_file_is_drawable_and_tinted_by_the_program(appearance: Appearance) -> None:
    for path in sorted(resources.find("icons").glob("*.svg")):
        assert "currentColor" in path.read_text("utf-8"), path.name
        assert inked(icon_pixmap(path.stem, "#00ff00", 48).toImage()) == {"#00ff00"}, path.name


def test_every_icon_named_in_the_source_exists() -> None:
    named = set()
    for source in (resources.PACKAGE / "ui").rglob("*.py"):
        named |= set(re.findall(r'icon="([a-z0-9-]+)"', source.read_text("utf-8")))
        named |= set(re.findall(r'IconMark\("([a-z0-9-]+)"', source.read_text("utf-8")))

    assert named
    for name in named:
        assert resources.find(f"icons/{name}.svg").is_file()


def test_buttons_with_icons_draw(qtbot: QtBot, appearance: Appearance) -> None:
    screen = PretendPhotos()
    qtbot.addWidget(screen)
    screen.resize(800, 600)

    assert not screen.grab().isNull()
