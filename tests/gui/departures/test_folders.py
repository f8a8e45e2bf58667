"""Browser folders of who leaves: removed here by a press; of another login somebody says who did it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.credentials.identity import Identity
from smadmin.domain.accounts import Platform
from smadmin.domain.departures import Departure, How, LineKind
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.vocabulary import Noun
from smadmin.publishing.browsers import Profiles
from smadmin.services.keys import public_key
from smadmin.ui.banners import BannerModel
from smadmin.ui.departures.model import Act
from tests.gui.departures.test_departures_screen import Leaving, seat
from tests.gui.seated import Seat

__all__ = ["seat"]

LAPTOP = SeatId("019aa000-0000-7000-8000-00000000000a")


def maya(seat: Seat) -> PersonId:
    return next(
        one.person.id for one in seat.office.accounts.colleagues() if one.person.name == "Maya Ortega"
    )


def folder(seat: Seat) -> Path:
    """Let Maya have a browser folder here for a page that her own log-in holds."""
    page = next(one for one in seat.office.accounts.all() if one.platform is Platform.FACEBOOK)
    found = Profiles(seat.office.grounds.place.private).folder_of(page.id, maya(seat))
    found.mkdir(parents=True)
    (found / "Cookies").write_text("a live log-in", "utf-8")
    return found


def turned_to_folders(seat: Seat, window: QWidget) -> Leaving:
    drill = Leaving(seat, window)
    drill.choose("Maya Ortega", "Daniel Reyes")
    drill.press()
    drill.turn_to(LineKind.PROFILES)
    return drill


def seen(seat: Seat, drill: Leaving) -> Departure:
    assert drill.screen.model is not None
    found = seat.office.departure_views.see(seat.around.by, drill.screen.model.id)
    assert found is not None
    return found.departure


@pytest.mark.demand("BAL-B1b3")
def test_folders_of_this_login_are_removed_by_a_press(seat: Seat, window: QWidget) -> None:
    kept = folder(seat)
    drill = turned_to_folders(seat, window)
    line = drill.row.model
    assert (drill.act, line.line.count, line.line.seat) == (Act.PROFILES, 1, seat.around.by.seat)

    drill.press()

    assert not kept.exists()
    assert seen(seat, drill).receipts[line.key].how is How.REVOKED


def test_a_browser_that_is_open_is_said_and_its_line_stays(seat: Seat, window: QWidget) -> None:
    kept, said = folder(seat), list[BannerModel]()
    (kept / "SingletonLock").symlink_to("without-a-number-")
    drill = turned_to_folders(seat, window)
    drill.screen.bannerAsked.connect(said.append)
    key = drill.row.model.key

    drill.press()

    assert [one.happened.id for one in said] == ["browsers.still-open"]
    assert kept.exists()
    assert key not in seen(seat, drill).receipts


@pytest.mark.demand("BAL-B1b3")
def test_of_another_login_it_says_where_and_asks_who_removed_them(seat: Seat, window: QWidget) -> None:
    with seat.office.desk.deed(seat.by("ellen-whitcomb")) as deed:
        for key in (
            public_key(Identity.new(), KeyKind.SEAT, None, LAPTOP),
            public_key(Identity.new(), KeyKind.PERSON, maya(seat), LAPTOP),
        ):
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain()})
    seat.by("samuel-okoye")
    drill = turned_to_folders(seat, window)
    line, form = drill.row.model, drill.row.outside
    assert (drill.act, line.line.seat) == (Act.SAY, LAPTOP)
    assert form is not None
    assert "Maya Ortega" in seat.words(line.said)
    assert any("@" in seat.words(one) for one in line.lists), (
        "each account, and whether it is still live there"
    )

    drill.press()
    assert form.line.isVisible()
    form.line.setText("Ms. Ito deleted the laptop's login")
    form._typed()
    form.do_button.click()
    seat.settle()

    receipt = seen(seat, drill).receipts[line.key]
    assert (receipt.how, receipt.reason) == (How.ELSEWHERE, "Ms. Ito deleted the laptop's login")
