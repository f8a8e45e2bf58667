"""The weekly page on its way to another computer: its covered pictures in small, sealed and signed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPixmap, QTextDocument
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import BadInput
from smadmin.domain.ids import SlotId
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.week_pictures import MOST_PICTURE_BYTES, PagePicture
from smadmin.services.meetings import Meetings
from smadmin.services.photos.away import keys_of
from smadmin.services.photos.lookfiles import packed
from smadmin.services.week import Weeks
from smadmin.services.week_away import WeekAway, WeekVisit
from smadmin.services.weekly_page import Beside, WeeklyPages
from smadmin.services.yearly import YearlyConfirmations
from smadmin.ui.plan.weekly_pages import sections_of, sent_page
from smadmin.ui.plan.weekly_paper import png_of
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.wording import Wording
from tests.road import WEEK, Road, make_road
from tests.sample import sample_office

PAGE = (("This week", ("Thursday: Book fair", "Friday: Chess club")),)
SMALL = Picture(4, 2, bytes(range(24)))


class NoTasks:
    """Log-ins of which nothing is due."""

    def brief(self, _by: object) -> tuple[()]:
        return ()


class Eyes:
    """Opens pictures, and remembers which bytes it was given."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def preview(self, content: bytes, *, longest_px: int) -> Picture:
        del longest_px
        self.seen.append(content)
        return SMALL


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def away(road: Road) -> WeekAway:
    return WeekAway(road.school.desk, road.proof)


@pytest.fixture
def eyes() -> Eyes:
    return Eyes()


@pytest.fixture
def pages(road: Road, eyes: Eyes) -> WeeklyPages:
    desk, proof = road.school.desk, road.proof
    beside = Beside(
        Weeks(desk, road.reader, proof),
        Meetings(desk, proof),
        YearlyConfirmations(desk, proof),
        NoTasks(),  # type: ignore[arg-type]  # all that is asked of it
    )
    return WeeklyPages(desk, road.reader, proof, beside=beside, media=road.media, pictures=eyes)  # type: ignore[arg-type]  # it previews alone


def sent(road: Road, away: WeekAway, folder: Path, *pictures: PagePicture) -> WeekVisit:
    file = folder / "a.smweek"
    file.write_bytes(away.ask(road.by("ana"), WEEK, road.school.people["pat"], PAGE, pictures))
    visit = away.open(road.by("pat"), file)
    assert isinstance(visit, WeekVisit)
    return visit


def test_a_file_takes_the_covered_pictures_and_no_other(
    road: Road, pages: WeeklyPages, eyes: Eyes, words: Wording
) -> None:
    ana = road.by("ana")
    draft = road.draft()
    road.posts.attach(ana, draft, road.photo(second=None), alt="A tower")
    road.posts.submit(ana, draft.id)
    assert sections_of(pages, ana, WEEK, words)[1] == (), "nobody took the second look yet"
    with road.school.desk.look(ana) as unit:
        photo = unit.posts.get(draft.id).content.pictures[0].photo
    road.looks.finish(road.by("bo"), photo, other_things_fine=True)

    page, pictures = sections_of(pages, ana, WEEK, words)

    (picture,) = pictures
    assert picture.content == png_of(SMALL)
    assert "Book fair" in page[picture.section][1][picture.line]
    assert eyes.seen == [road.pixels[0]], "the covered file, never the original"


def test_the_pages_pictures_go_along_sealed_and_signed(road: Road, away: WeekAway, tmp_path: Path) -> None:
    pictures = (PagePicture(0, 0, b"a covered one"), PagePicture(0, 1, b"another"))

    visit = sent(road, away, tmp_path, *pictures)

    assert visit.pictures == pictures
    assert b"covered" not in (tmp_path / "a.smweek").read_bytes()


@pytest.mark.parametrize("content", [b"another one..", b"a covered one and more", b"a cove"])
def test_a_page_with_other_pictures_than_were_signed_isnt_opened(
    road: Road, away: WeekAway, tmp_path: Path, content: bytes
) -> None:
    """Who carries the file can't read it; a changed program could put another picture in after signing."""
    ana, asked = road.by("ana"), sent(road, away, tmp_path, PagePicture(0, 0, b"a covered one")).asked
    with road.school.desk.look(ana) as unit:
        recipients = [one.recipient for one in keys_of(unit.trust.read(), road.school.people["pat"])]
    file = tmp_path / "b.smweek"
    file.write_bytes(packed(ana, asked.to_bytes(), recipients=recipients, pictures=[content]))

    with pytest.raises(BadInput) as refused:
        away.open(road.by("pat"), file)

    assert refused.value.happened.id == "weeksign.not-a-week"


def test_a_picture_too_large_for_a_page_stays_at_home(road: Road, away: WeekAway, tmp_path: Path) -> None:
    large, small = (PagePicture(0, n, bytes(size)) for n, size in ((0, MOST_PICTURE_BYTES + 1), (1, 9)))

    assert sent(road, away, tmp_path, large, small).pictures == (small,)


def test_whoever_is_asked_sees_them_opened_by_a_worker(
    road: Road, away: WeekAway, tmp_path: Path, words: Wording, qtbot: QtBot
) -> None:
    visit = sent(road, away, tmp_path, PagePicture(0, 0, png_of(SMALL)))
    office = sample_office(tmp_path / "sample")
    try:
        page = sent_page(office.weekly_pages, visit, office.school, words)
    finally:
        office.close()
    dialog = WeekDialog(page, ((SlotId("1"), "Thu: Book fair"),), words, why="")
    qtbot.addWidget(dialog)

    shown = dialog.page.document()
    (url,) = [part.split('"')[0] for part in page.html.split('src="')[1:]]
    image = shown.resource(QTextDocument.ResourceType.ImageResource, QUrl(url))

    assert "Thursday: Book fair" in dialog.page.toPlainText()
    assert "data:" not in page.html, "megabytes of letters would stop the window"
    assert isinstance(image, QImage | QPixmap)
    assert (image.width(), image.height()) == (4, 2)


def test_a_page_whose_picture_cant_be_opened_is_not_shown(
    road: Road, away: WeekAway, tmp_path: Path, words: Wording
) -> None:
    visit = sent(road, away, tmp_path, PagePicture(0, 0, b"no picture at all"))
    office = sample_office(tmp_path / "sample")
    try:
        with pytest.raises(BadInput):
            sent_page(office.weekly_pages, visit, office.school, words)
    finally:
        office.close()


def test_only_who_is_asked_opens_the_file(road: Road, away: WeekAway, tmp_path: Path) -> None:
    sent(road, away, tmp_path)

    with pytest.raises(BadInput):
        away.open(road.by("bo"), tmp_path / "a.smweek")
