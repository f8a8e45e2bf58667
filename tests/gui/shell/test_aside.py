"""A row that nobody had a right to: everybody is told, the office sets it aside, and work goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.people import Grant, Role
from smadmin.domain.records import Body
from smadmin.domain.timeline import Timeline
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed
from smadmin.ui.appearance import Scheme
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.bell import ALARM
from smadmin.ui.theme import TEXT_SCALES
from tests.gui.fitting import cut_words
from tests.gui.shell.conftest import LONG_MS, Opened
from tests.gui.shell.test_alarm import alarm_seen, alarms_left, banner
from tests.school import TinySchool
from tests.unasked import record_unasked

Opener = Callable[[Path], Opened]


def forge(school: TinySchool, *, tables: bool) -> None:
    """Let Ana sign herself the principal's role past the program."""
    ana, desk = school.by("ana"), school.desk
    assert ana.person is not None
    grant = Grant("g-1", ana.person, Role.PRINCIPAL, desk.now.date())
    with desk.store.deed(desk.school, ana.cells) as unit:
        before, head = unit.trust.read(), unit.record.head()
        last = unit.record.at(head.seq)
        assert last is not None
        told = replace(before, grants={**before.grants, grant.id: grant})
        if tables:
            unit.trust.write(before, told)
        roster = Body.from_bytes(last.row.body).roster
        deed = Deed(unit, ana, desk.now, trust=told, head=head, roster=roster, timeline=Timeline())
        record_unasked(deed, Act.GRANT, Noun.PEOPLE, ana.person, parts={"trust": {"grant": grant.to_plain()}})
    school.rest()


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("tables", [True, False])
def test_the_principal_sets_a_forged_row_aside_and_everybody_goes_on(
    school: TinySchool, open_on: Opener, qtbot: QtBot, tables: bool
) -> None:
    forge(school, tables=tables)
    opened = open_on(school.folder)
    opened.sit("Pat Winters", "pat")
    screen = alarm_seen(opened)
    assert banner(opened) == "trouble.refused-some"
    main = screen._header.main
    assert main is not None
    assert (main.text(), main.isEnabled()) == ("Set aside", True)
    assert any("Ana Brooks" in label.whole_text for label in screen.rows[0].findChildren(PlainLabel))

    main.click()

    qtbot.waitUntil(lambda: banner(opened) == "trouble.is-aside", timeout=LONG_MS)
    opened.arrive("today")
    assert not alarms_left(opened)
    office = opened.window.opened and opened.window.opened.office
    assert office
    with office.desk.deed(office.session.actor) as deed:
        deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, None)
    assert office.verify().whole


def test_an_administrator_reads_of_it_and_the_button_says_who_decides(
    school: TinySchool, open_on: Opener
) -> None:
    forge(school, tables=False)
    opened = open_on(school.folder)
    opened.sit("Ana Brooks", "ana")

    screen = alarm_seen(opened)

    assert screen._header.main is not None
    assert not screen._header.main.isEnabled()
    assert "set entries aside" in screen._header.missing
    (told,) = [one for one in opened.frame.banners.models if one.key == ALARM]
    assert [one.id for one in told.details] == ["trouble.refused-until"], "not the principal alone decides"


@pytest.mark.parametrize("who", [("Pat Winters", "pat"), ("Ana Brooks", "ana")])
def test_at_200_percent_and_in_the_dark_nothing_of_it_is_cut(
    school: TinySchool, open_on: Opener, qtbot: QtBot, who: tuple[str, str]
) -> None:
    forge(school, tables=False)
    opened = open_on(school.folder)
    opened.frame.resize(1200, 800)
    opened.sit(*who)
    screen = alarm_seen(opened)
    look, said, widths = opened.window.appearance, screen._header._missing, list[int]()
    small = said.fontMetrics().height()
    look.choose(Scheme.DARK)
    for _ in TEXT_SCALES:
        look.enlarge()

    def laid_out() -> bool:
        """Tell whether the words beside the screen have grown too, and take no more of its room."""
        widths.append(screen.width())
        return said.fontMetrics().height() > small * 3 // 2 and len(set(widths[-20:])) == 1 < len(set(widths))

    qtbot.waitUntil(laid_out, timeout=LONG_MS)
    assert said.text() == said.whole_text
    assert cut_words(screen) == []
    look.choose(Scheme.LIGHT)
