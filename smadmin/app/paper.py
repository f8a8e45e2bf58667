"""The weekly page as files, for the demo: what the Plan screen prints, without a screen."""

from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.plan import monday_of
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Office
from smadmin.ui.plan.weekly import weekly_model
from smadmin.ui.plan.weekly_html import weekly_html
from smadmin.ui.plan.weekly_paper import PICTURE_PX, draw_pdf, pngs_of
from smadmin.ui.wording import Wording

PDF, HTML = "weekly-page.pdf", "weekly-page.html"


def print_week(office: Office, by: Actor, out: Path, *, language: str) -> list[str]:
    """Write this week's page into a folder; gives the files' names."""
    words = Wording(Catalogue.load(language)).in_zone(office.school.zone)
    page = office.weekly_pages.page(by, monday_of(office.school.local(office.desk.now).date()))
    model = weekly_model(page)
    pictures = pngs_of(office.weekly_pages.small(by, page, longest_px=PICTURE_PX))
    html = weekly_html(model, words, pictures, alt=words.say("weekly.picture"))
    (out / HTML).write_text(html, "utf-8")
    (out / PDF).write_bytes(draw_pdf(html, words(model.title)))
    return [PDF, HTML]
