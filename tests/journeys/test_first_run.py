"""From nothing to a school with one live account, counted; and what works before the envelope is proven."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from smadmin.domain.photos.review import Decision
from smadmin.services.photos.views import PhotoView
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.photos.screen import PhotosScreen
from tests.journeys.founding_road import HANDLE, MOST_FIELDS, MOST_SCREENS, SCHOOL, Walked
from tests.journeys.photo_road import PhotoJob, bring_in
from tests.journeys.sitting import Sitting

MINE, HERS = "cobalt heron quiet ladder mosaic", "velvet orbit thistle canyon ribbon"
PRINCIPAL, ADMINISTRATOR = "Ruth Delgado", "Ana Brooks"
BOTH_TYPE = 15
"""Fields that administrator and principal fill in together, where the administrator begins."""
ONE = PhotoJob(("01-science-fair.jpg",))


@pytest.fixture(autouse=True)
def _at_school(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the computer's clock be in the school's zone, as it is there."""
    monkeypatch.setenv("TZ", "America/Chicago")


def test_a_principal_has_a_live_account_in_twelve_fields_and_six_screens_and_begins_before_the_envelope(
    seat: Sitting,
) -> None:
    walked = Walked(seat)
    walked.set_up(PRINCIPAL, MINE, role="principal")
    walked.put_off_envelope()
    walked.adopt()
    walked.see_page()

    screen = seat.shown(AccountsScreen)
    assert screen.model is not None
    assert (screen.model.account.name, screen.model.account.handle) == (SCHOOL, "cedar_hill")
    assert [one.name for one in screen.model.administrators] == [PRINCIPAL]
    assert screen._register is not None
    due = screen._register.accounts[0].due
    assert due is not None
    dated = seat.hand.said("accountui.due", day=due)
    seat.hand.wait("what is missing, with its day", lambda: seat.hand.says(dated))
    assert len(walked.fields) <= MOST_FIELDS, walked.fields
    assert len(walked.screens) <= MOST_SCREENS, walked.screens

    write_with_checks(seat)
    cover_a_face(seat)
    seat.go("today")
    seat.hand.wait_for(seat.hand.said("today.start-letter-do"))


def test_an_administrator_who_begins_is_told_that_the_account_waits_for_the_principal(seat: Sitting) -> None:
    walked, hand = Walked(seat), seat.hand
    walked.set_up(ADMINISTRATOR, MINE)
    walked.put_off_envelope()
    walked.adopt()

    screen = seat.shown(AccountsScreen)
    assert len(walked.fields) <= MOST_FIELDS, walked.fields
    assert len(walked.screens) <= MOST_SCREENS, walked.screens
    assert not screen.main.isEnabled()
    assert [row.chip for row in screen.list.rows] == [hand.said("accountui.stage-incomplete")]
    waits = hand.said("accounts.no-principal", account="Instagram @cedar_hill")
    hand.wait("what it waits for", lambda: hand.says(waits))

    hand.say_press("accountui.let-principal-in")
    seat.arrive("newcomer")
    walked.person(PRINCIPAL, HERS)
    hand.say_press("founding.let-in")
    seat.arrive("accounts")
    hand.say_press("accountui.answers-for-it", name=PRINCIPAL)
    seat.quiet()
    be_named(seat)
    walked.see_page()

    screen = seat.shown(AccountsScreen)
    assert screen.model is not None
    assert [one.name for one in screen.model.administrators] == [ADMINISTRATOR]
    assert [one.name for one in screen.model.principals] == [PRINCIPAL]
    assert screen.model.account.principal == screen.model.principals[0].id
    assert len(walked.fields) <= BOTH_TYPE, walked.fields


def be_named(seat: Sitting) -> None:
    """The principal sits down and names who entered the account, with one press (BAL-A2)."""
    hand = seat.hand
    seat.lock()
    seat.sit(PRINCIPAL, HERS)
    seat.arrive("staff-page")
    hand.say_press("staffpage.i-read-it")
    seat.quiet()
    seat.go("accounts")
    screen = seat.shown(AccountsScreen)
    hand.wait("the open account", lambda: screen.model is not None)
    seat.quiet()
    hand.say_press("accountui.name-them", name=ADMINISTRATOR)
    hand.wait("the administrator", lambda: bool(screen.model and screen.model.administrators))
    seat.quiet()


def write_with_checks(seat: Sitting) -> None:
    """Write a draft; its findings stand beside it."""
    hand = seat.hand
    seat.go("compose")
    toggle = hand.wait_for(f"{SCHOOL}, {HANDLE}, Instagram", QAbstractButton)
    assert isinstance(toggle, QAbstractButton)
    hand.wait("the only account, chosen already", toggle.isChecked)
    hand.go_to(hand.said("compose.words"))
    hand.write("Call Mrs. Reyes at home, 505-555-0142!")
    found = hand.said("policy.phone", phone="505-555-0142")
    hand.wait("the check's answer", lambda: hand.says(found))
    assert seat.shown(ComposeScreen).writing.editor.words


def cover_a_face(seat: Sitting) -> None:
    """Take a photo in, have its faces found, and cover the first."""
    hand = seat.hand
    bring_in(seat, ONE)
    screen = seat.shown(PhotosScreen)
    hand.say_press("photoui.pick-all")
    hand.say_press("photoui.main-decide", n=1)
    seat.quiet()
    hand.wait("the photo", lambda: screen.current is screen.decide and not screen.decide.canvas.unseen)
    before = _view(screen)
    assert before.photo.faces, "faces are found without a list of children"
    hand.key("C")
    hand.wait(
        "a covered face", lambda: any(f.decision is Decision.COVERED for f in _view(screen).photo.faces)
    )


def _view(screen: PhotosScreen) -> PhotoView:
    assert screen.decide.read is not None
    return screen.decide.read.view
