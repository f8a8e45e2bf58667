"""The pictures of a year as painted: the more silent the darker, bars against the promise, the file's ink."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.rhythm import Rhythm, Silence
from smadmin.domain.week import PastWeek
from smadmin.services.rhythms import RhythmView
from smadmin.ui.cadence.model import YearModel, year_model
from smadmin.ui.cadence.paint import column, paint_bars, paint_strip, shade
from smadmin.ui.cadence.picture import png_of, year_image
from smadmin.ui.theme import DARK, LIGHT, Tokens
from smadmin.ui.wording import Wording

ACCOUNT = Account(AccountId("a"), SchoolId("s"), Platform.X, "Lincoln", "lincoln", "https://x.com/lincoln")
MONDAY = date(2026, 11, 16)
PLACE = QRectF(0, 0, 200, 100)
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def year(*posts: int, promised: float | None = 2.0) -> YearModel:
    """Give a year of some weeks, the oldest first."""
    first = MONDAY - timedelta(weeks=len(posts) - 1)
    weeks = tuple(PastWeek(first + timedelta(weeks=n), count) for n, count in enumerate(posts))
    return year_model(RhythmView(ACCOUNT, Rhythm(weeks, promised), (), ()))


def light_of(colour: QColor) -> float:
    """Give how light a colour looks, 0 to 255."""
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()


def canvas(tokens: Tokens) -> tuple[QImage, QPainter]:
    image = QImage(PLACE.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.card))
    return image, QPainter(image)


def bars(shown: YearModel, tokens: Tokens) -> QImage:
    image, painter = canvas(tokens)
    paint_bars(painter, PLACE.adjusted(0, 0, 0, -2), shown, tokens)
    painter.end()
    return image


def rows_with(image: QImage, colour: str, x: int) -> list[int]:
    """Give the rows of a column of points that have a colour."""
    return [y for y in range(image.height()) if image.pixelColor(x, y).name() == colour]


@THEMES
def test_the_more_silent_a_week_the_darker_it_is(tokens: Tokens) -> None:
    lights = [light_of(QColor(shade(one, tokens))) for one in sorted(Silence)]

    steps = [before - after for before, after in pairwise(lights)]
    assert min(steps) > 8, "seen, and in greyscale too"
    assert min(lights) == light_of(QColor(shade(Silence.LATE, tokens)))


@THEMES
def test_the_strip_has_each_week_in_its_place(tokens: Tokens) -> None:
    shown = year(2, 1, 0, 2)
    image, painter = canvas(tokens)
    paint_strip(painter, PLACE, shown.weeks, tokens)
    painter.end()

    middles = [column(PLACE, number, 4).center().toPoint() for number in range(4)]

    painted = [image.pixelColor(one).name() for one in middles]
    expected = [Silence.KEPT, Silence.SOME, Silence.NONE, Silence.KEPT]
    assert painted == [QColor(shade(one, tokens)).name() for one in expected]


@THEMES
def test_a_bar_is_as_high_as_its_posts_and_a_week_without_has_none(tokens: Tokens) -> None:
    image = bars(year(4, 2, 1, 0, promised=2.0), tokens)
    ends = [column(PLACE, number, 4).center().toPoint().x() for number in range(4)]

    full, half, short = (
        len(rows_with(image, colour, x))
        for colour, x in zip((tokens.accent, tokens.accent, tokens.accent_soft), ends, strict=False)
    )

    assert full == pytest.approx(98, abs=6)
    assert half == pytest.approx(49, abs=6)
    assert short == pytest.approx(24, abs=6), "below the promise it is of another colour"
    assert rows_with(image, tokens.accent, ends[3]) == rows_with(image, tokens.accent_soft, ends[3]) == []


@THEMES
def test_the_promise_is_a_line_at_its_height_and_none_where_nothing_is_promised(tokens: Tokens) -> None:
    def line(shown: YearModel) -> set[int]:
        image = bars(shown, tokens)
        return {y for x in range(image.width()) for y in rows_with(image, tokens.stop, x)}

    promised = line(year(4, 4, 0, 0, promised=1.0))

    assert promised
    assert all(abs(y - 98 * 3 / 4) <= 2 for y in promised)
    assert line(year(4, 4, 0, 0, promised=None)) == set()


def test_the_file_has_the_title_the_strip_the_bars_and_the_promise(
    qapp: QApplication, words: Wording
) -> None:
    whole = year(*([2, 3, 1, 0] * 13))
    written = QImage.fromData(png_of(year_image(whole, words, QFont())))
    empty = QImage.fromData(png_of(year_image(replace(whole, account=""), words, QFont())))

    colours = {
        written.pixelColor(x, y).name() for x in range(0, written.width(), 3) for y in range(written.height())
    }
    shades = {QColor(shade(one, LIGHT)).name() for one in (Silence.KEPT, Silence.SOME, Silence.NONE)}
    assert {LIGHT.card, LIGHT.accent, LIGHT.accent_soft, LIGHT.stop} | shades <= colours
    title = written.copy(0, 0, written.width(), 100)
    assert title != empty.copy(0, 0, empty.width(), 100), "the account's name stands at the top"
