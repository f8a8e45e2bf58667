"""The weekly page as files, for the demo: what the Plan screen prints, without a screen."""

from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.plan import monday_of
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Office
from smadmin.ui.plan.weekly_pages import page_of
from smadmin.ui.plan.weekly_paper import draw_pdf
from smadmin.ui.wording import Wording

PDF, HTML = "weekly-page.pdf", "weekly-page.html"


def print_week(office: Office, by: Actor, out: Path, *, language: str) -> list[str]:
    """Write this week's page into a folder; gives the files' names."""
    words = Wording(Catalogue.load(language)).in_zone(office.school.zone)
    monday = monday_of(office.school.local(office.desk.now).date())
    html, title = page_of(office.weekly_pages, by, monday, words)
    (out / HTML).write_text(html, "utf-8")
    (out / PDF).write_bytes(draw_pdf(html, title))
    return [PDF, HTML]
