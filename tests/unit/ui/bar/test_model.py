"""What the account bar says and how the plates share the width."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.accounts import Account, AccountStage, Identity, Pattern, Platform, Proof
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.ui.bar.model import PATTERN_SHARE, Room, fit, legible, plate_of
from smadmin.ui.theme import AA_TEXT, State, contrast, mixed

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def account_with(identity: Identity, colour: str = "#17603f") -> Account:
    return Account(
        id=AccountId("one"),
        school=SchoolId("school"),
        platform=Platform.X,
        name="Cottonwood Elementary",
        handle="cottonwood_es",
        page="",
        colour=colour,
        pattern=Pattern.WAVES,
        identity=identity,
    )


def test_an_identity_the_platform_answered_says_how_long_ago() -> None:
    plate = plate_of(account_with(Identity(Proof.SEEN, NOW - timedelta(minutes=4))), now=NOW)

    ago = say("shell.minutes-ago", n=4)
    assert plate.proof == say("shell.seen-as", handle="@cottonwood_es", ago=ago)
    assert plate.state is State.FINE


def test_an_identity_a_person_confirmed_says_who_and_when() -> None:
    identity = Identity(Proof.CONFIRMED, NOW - timedelta(days=17), PersonId("ana"))

    plate = plate_of(account_with(identity), now=NOW, confirmed_by="Ana Ruiz")

    day = (NOW - timedelta(days=17)).date()
    assert plate.proof == say("shell.confirmed-by", person="Ana Ruiz", day=day)


def test_the_day_of_a_confirmation_is_the_schools_even_in_the_evening() -> None:
    late = datetime(2026, 11, 23, 3, 7, tzinfo=UTC)  # 8:07 p.m. on the 22nd in Denver

    plate = plate_of(
        account_with(Identity(Proof.CONFIRMED, late, PersonId("ana"))),
        now=(late + timedelta(days=1)).astimezone(ZoneInfo("America/Denver")),
        confirmed_by="Ana Ruiz",
    )

    assert plate.proof == say("shell.confirmed-by", person="Ana Ruiz", day=date(2026, 11, 22))
    assert plate.proof_age == say("shell.confirmed-short", day=date(2026, 11, 22))


def test_a_confirmation_of_the_same_day_says_how_long_ago() -> None:
    identity = Identity(Proof.CONFIRMED, NOW - timedelta(seconds=20), PersonId("ana"))

    plate = plate_of(account_with(identity), now=NOW, confirmed_by="Ana Ruiz")

    ago = say("shell.just-now")
    assert plate.proof == say("shell.confirmed-by-ago", person="Ana Ruiz", ago=ago)
    assert plate.proof_age == ago


def test_what_the_platform_said_it_is_called_stands_there() -> None:
    identity = Identity(Proof.SEEN, NOW - timedelta(minutes=4), seen="ana.ruiz")

    plate = plate_of(account_with(identity), now=NOW)

    assert plate.proof == say("shell.seen-as", handle="@ana.ruiz", ago=say("shell.minutes-ago", n=4))


def test_an_identity_nobody_proved_is_a_doubt() -> None:
    plate = plate_of(account_with(Identity()), now=NOW)

    assert plate.state is State.DOUBT
    assert plate.proof == say("shell.not-proven")


@pytest.mark.parametrize("colour", ["#ffffff", "#ffe600", "#00c2ff", "#17603f", "#000000"])
def test_white_words_are_readable_on_any_colour_and_on_its_pattern(colour: str) -> None:
    plate = plate_of(account_with(Identity(), colour), now=NOW)

    assert contrast("#ffffff", plate.colour) >= AA_TEXT
    assert contrast("#ffffff", mixed(plate.colour, "#ffffff", PATTERN_SHARE)) >= AA_TEXT


def test_a_dark_enough_colour_stays_the_schools_own() -> None:
    assert legible("#17603f") == "#17603f"


@pytest.mark.parametrize(
    ("count", "width_px", "room"),
    [(1, 900, Room.FULL), (2, 900, Room.FULL), (5, 820, Room.COMPACT), (12, 820, Room.MINI)],
)
def test_plates_get_smaller_as_they_get_more(count: int, width_px: int, room: Room) -> None:
    shared = fit(count, width_px, 1.0)

    assert shared.room is room
    assert (shared.shown, shared.hidden) == (count, 0)


def test_what_has_no_room_is_counted_not_forgotten() -> None:
    shared = fit(40, 820, 1.0)

    assert shared.shown + shared.hidden == 40
    assert shared.hidden > 0


def test_larger_text_makes_plates_smaller_sooner() -> None:
    assert fit(2, 900, 2.0).room is Room.COMPACT


def test_at_least_one_plate_stands_there_however_narrow() -> None:
    assert fit(3, 10, 2.0).shown == 1


def test_an_account_on_hold_says_so_by_word_and_shape_and_has_no_green_left() -> None:
    proven = account_with(Identity(Proof.SEEN, NOW - timedelta(minutes=4)))

    plate = plate_of(replace(proven, stage=AccountStage.ON_HOLD), now=NOW)

    assert not plate.official
    assert (plate.tag, plate.proof_age) == (say("accountui.stage-on-hold"),) * 2
    assert (plate.state, plate.proof) == (State.STOP, say("shell.stands-still"))
    assert plate.colour != plate_of(proven, now=NOW).colour
    assert contrast("#ffffff", mixed(plate.colour, "#ffffff", PATTERN_SHARE)) >= AA_TEXT


def test_an_account_that_is_only_asked_for_isnt_called_official() -> None:
    asked = replace(account_with(Identity()), stage=AccountStage.ASKED)

    assert not plate_of(asked, now=NOW).official
    assert plate_of(replace(asked, stage=AccountStage.SET_UP), now=NOW).official
