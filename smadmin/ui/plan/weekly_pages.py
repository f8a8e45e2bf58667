"""Makes the weekly page: as HTML for paper and screen, and as what goes into a file for another computer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtGui import QImage

from smadmin.domain.actors import Actor
from smadmin.domain.page_letters import week_letters
from smadmin.domain.records import grouped
from smadmin.domain.schools import School
from smadmin.domain.week import WEEK
from smadmin.domain.week_pictures import PagePicture
from smadmin.domain.week_signing import Section
from smadmin.services.week_away import WeekVisit
from smadmin.services.weekly_page import WeeklyPages
from smadmin.ui.plan.weekly import weekly_model
from smadmin.ui.plan.weekly_html import data_source, sent_html, weekly_html
from smadmin.ui.plan.weekly_paper import PICTURE_PX, image_of, pngs_of
from smadmin.ui.wording import Wording


@dataclass(frozen=True)
class ShownPage:
    """A page for the window: its HTML, and the pictures that it names."""

    html: str
    pictures: Mapping[str, QImage]


def page_of(pages: WeeklyPages, by: Actor, monday: date | None, words: Wording) -> tuple[str, str]:
    """Make the page as HTML for paper and browsers, and its title (an errand)."""
    page = pages.page(by, monday)
    model = weekly_model(page)
    small = pngs_of(pages.small(by, page, longest_px=PICTURE_PX))
    pictures = {one: data_source(png) for one, png in small.items()}
    html = weekly_html(model, words, pictures, alt=words.say("weekly.picture"))
    return html, words(model.title)


def shown_page(pages: WeeklyPages, by: Actor, monday: date, words: Wording) -> ShownPage:
    """Make the page for the window (an errand)."""
    page = pages.page(by, monday)
    small = pages.small(by, page, longest_px=PICTURE_PX)
    names = {one: f"picture:{number}" for number, one in enumerate(small)}
    html = weekly_html(weekly_model(page), words, names, alt=words.say("weekly.picture"), paper=False)
    return ShownPage(html, {names[one]: image_of(picture) for one, picture in small.items()})


def sections_of(
    pages: WeeklyPages, by: Actor, monday: date, words: Wording
) -> tuple[tuple[Section, ...], tuple[PagePicture, ...]]:
    """Make the page as plain sections, with its covered pictures in small, for a file (an errand)."""
    page = pages.page(by, monday)
    model = weekly_model(page)
    sections = tuple(
        (
            words(part.title),
            tuple(f"{words.optional(line.before)} {words(line.said)}".strip() for line in part.lines),
        )
        for part in model.parts
    )
    small = pngs_of(pages.small(by, page, longest_px=PICTURE_PX))
    pictures = tuple(
        PagePicture(section, number, small[line.picture])
        for section, part in enumerate(model.parts)
        for number, line in enumerate(part.lines)
        if line.picture is not None and line.picture in small
    )
    return sections, pictures


def sent_page(pages: WeeklyPages, visit: WeekVisit, school: School, words: Wording) -> ShownPage:
    """Make a page that somebody sent for the window (an errand).

    Which week it is and where the record ended is worded here, by what the signature will name: what the
    sender wrote about it would be the sender's word alone.

    Raises:
        BadInput: if a picture of it can't be opened.
    """
    asked = visit.asked
    opened = pages.opened(visit.pictures, longest_px=PICTURE_PX)
    names = {(told.section, told.line): f"picture:{number}" for number, told in enumerate(visit.pictures)}
    last = asked.monday + WEEK - timedelta(days=1)
    until = min(last, school.local(asked.ends).date())  # a week that is over is approved no more
    note = words.say("weekly.asked-note", first=asked.monday, last=last, day=until)
    foot = words.say(
        "weekly.head",
        n=asked.seq,
        letters=grouped(asked.letters),
        week=week_letters(asked.letters, asked.monday),
    )
    title = words.say("weekly.title", school=school.name)
    html = sent_html((title, note, foot), asked.page, names, alt=words.say("weekly.picture"))
    return ShownPage(html, dict(zip(names.values(), map(image_of, opened), strict=True)))
