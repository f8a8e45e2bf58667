"""Adults are asked about once a folder; who agreed before is named with it and not asked again."""

from PySide6.QtCore import QDate

from smadmin.domain.photos.adults import AdultsShown
from smadmin.ui.buttons import Button
from smadmin.ui.photos.adults_form import AdultsForm
from smadmin.ui.photos.facts import Offered
from tests.gui.photos.conftest import Studio


def brought(studio: Studio) -> AdultsForm:
    """Bring a folder and say that adults agreed."""
    studio.screen.take(Offered((studio.camera,), event="Chess finals"))
    studio.sitting.settle()
    form = studio.screen.facts.form.adults
    form.shown.setCurrentIndex(form.shown.findData(AdultsShown.CONSENTED))
    return form


def test_nobody_is_asked_more_than_once(studio: Studio) -> None:
    main = studio.screen.facts.header.main
    assert main is not None
    form = brought(studio)
    assert (main.isEnabled(), studio.screen.facts.header.missing) == (False, "Say which adults agreed.")
    form.names.setText("Ida Ash")
    assert form.kind.isVisible()
    assert form.on.isVisible()
    today = studio.office.school.local(studio.office.desk.now).date()
    assert form.on.date() == QDate(today.year, today.month, today.day)
    studio.screen.facts.take_in()
    studio.until(lambda: studio.page() is studio.screen.sheet and bool(studio.screen.sheet.tiles.tiles))
    studio.until(lambda: not studio.screen.finding.running and all(one.looked_for for one in studio.photos))
    kept = studio.office.review.sets(studio.sitting.actor)[0].adults
    assert [one.name for one in kept.named] == ["Ida Ash"]

    form = brought(studio)
    form.names.setText("ida ash")

    assert "Recorded already: Ida Ash (In writing" in form.known.text()
    assert not form.kind.isVisible()
    assert not form.on.isVisible()
    (withdraw,) = [one for one in form.findChildren(Button) if one.isVisible()]
    withdraw.click()
    studio.sitting.settle()
    studio.sitting.settle()
    assert form.kind.isVisible()
    assert studio.office.consented.recorded(studio.sitting.actor) == {}


def test_a_public_event_asks_for_its_day_only_and_an_ordinary_folder_for_nothing(studio: Studio) -> None:
    form = brought(studio)

    form.shown.setCurrentIndex(form.shown.findData(AdultsShown.PUBLIC_EVENT))
    assert (form.on.isVisible(), form.names.isVisible()) == (True, False)
    assert form.said.on is not None

    form.shown.setCurrentIndex(form.shown.findData(AdultsShown.NOBODY))
    assert (form.on.isVisible(), form.names.isVisible()) == (False, False)
    assert form.said.on is None
