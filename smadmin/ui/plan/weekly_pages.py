"""Makes the weekly page: as HTML for paper and screen, and as what goes into a file for another computer."""

from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.week_pictures import PagePicture
from smadmin.domain.week_signing import Section
from smadmin.services.week_away import WeekVisit
from smadmin.services.weekly_page import WeeklyPages
from smadmin.ui.plan.weekly import weekly_model
from smadmin.ui.plan.weekly_html import sent_html, weekly_html
from smadmin.ui.plan.weekly_paper import PICTURE_PX, png_of, pngs_of
from smadmin.ui.wording import Wording


def page_of(
    pages: WeeklyPages, by: Actor, monday: date | None, words: Wording, *, paper: bool = True
) -> tuple[str, str]:
    """Make the page as HTML, and its title (an errand)."""
    page = pages.page(by, monday)
    model = weekly_model(page)
    pictures = pngs_of(pages.small(by, page, longest_px=PICTURE_PX))
    html = weekly_html(model, words, pictures, alt=words.say("weekly.picture"), paper=paper)
    return html, words(model.title)


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


def sent_page(pages: WeeklyPages, visit: WeekVisit, words: Wording) -> str:
    """Make a page that somebody sent, as HTML for the window (an errand)."""
    opened = pages.opened(visit.pictures, longest_px=PICTURE_PX)
    shown = {
        (told.section, told.line): png_of(picture)
        for told, picture in zip(visit.pictures, opened, strict=True)
    }
    return sent_html(visit.asked.page, shown, alt=words.say("weekly.picture"))
