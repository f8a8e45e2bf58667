"""The outline of a platform's page: what is marked has room for its bold words."""

from pytestqt.qtbot import QtBot

from smadmin.domain.token_steps import Drawn
from smadmin.ui.accounts.token_picture import TokenPicture
from smadmin.ui.appearance import Appearance

LINE = "Usuarios del sistema"


def test_a_marked_line_is_measured_with_the_bold_words_it_is_painted_in(
    qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    picture = TokenPicture()
    qtbot.addWidget(picture)

    def highest(press: str) -> list[int]:
        picture.show_page("", Drawn("", press, (LINE,)), "")
        return [picture.heightForWidth(wide) for wide in range(100, 700, 2)]

    plain, marked = highest("another"), highest(LINE)

    assert marked != plain
    assert all(bold >= thin for bold, thin in zip(marked, plain, strict=True))
