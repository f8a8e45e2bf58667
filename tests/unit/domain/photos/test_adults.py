"""What a folder rests on that adults are shown: their consent, once a person, or a public event."""

from datetime import date

import pytest

from smadmin.domain.photos.adults import (
    NOTHING_KNOWN,
    NOTHING_SAID,
    AdultConsent,
    Adults,
    AdultsSaid,
    AdultsShown,
    ConsentKind,
    adults_blockers,
    adults_of,
    key_of,
    known,
    names_in,
    said_of,
    unknown,
)

MAY, TODAY = date(2026, 5, 3), date(2026, 11, 20)
ANA = AdultConsent("Ana Ruiz", ConsentKind.WRITTEN, MAY)
RECORDED = {key_of(ANA.name): ANA}


def test_names_stand_between_commas_each_once() -> None:
    assert names_in(" Ana Ruiz, Bo Ott; ana  ruiz ,, ") == ("ana  ruiz", "Bo Ott")
    assert key_of("Ana Ru\u00edz") == key_of("ANA  ruiz")


@pytest.mark.demand("WIC-S1")
def test_who_consented_before_is_not_asked_again() -> None:
    said = AdultsSaid(AdultsShown.CONSENTED, ("ana ruiz", "Bo Ott"), ConsentKind.MAIL, TODAY)

    assert known(said.names, RECORDED) == (ANA,)
    assert unknown(said.names, RECORDED) == ("Bo Ott",)
    assert adults_of(said, RECORDED).named == (ANA, AdultConsent("Bo Ott", ConsentKind.MAIL, TODAY))


@pytest.mark.demand("SOC-M2")
def test_a_public_event_is_kept_with_its_day_and_names_nobody() -> None:
    adults = adults_of(AdultsSaid(AdultsShown.PUBLIC_EVENT, ("Ana Ruiz",), on=MAY), {})

    assert adults == Adults(AdultsShown.PUBLIC_EVENT, MAY)
    assert adults.part == {"adults": {"shown": "public-event", "on": "2026-05-03", "named": []}}


def test_a_folder_of_which_nothing_was_said_says_nothing_in_the_record() -> None:
    assert adults_of(NOTHING_SAID, RECORDED) == NOTHING_KNOWN
    assert NOTHING_KNOWN.part == {}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (AdultsSaid(AdultsShown.CONSENTED, (" ",), on=MAY), "adults.names-missing"),
        (AdultsSaid(AdultsShown.CONSENTED, ("Bo Ott",)), "adults.day-missing"),
        (AdultsSaid(AdultsShown.CONSENTED, ("Bo Ott",), on=date(2027, 1, 1)), "adults.day-to-come"),
        (AdultsSaid(AdultsShown.PUBLIC_EVENT), "adults.day-missing"),
    ],
)
def test_what_is_missing_is_said(said: AdultsSaid, reason: str) -> None:
    assert [one.message.id for one in adults_blockers(said, today=TODAY)] == [reason]


def test_what_was_said_can_be_corrected() -> None:
    adults = Adults(AdultsShown.CONSENTED, None, (ANA,))

    said = said_of(adults)

    assert adults_of(said, {}) == adults
    assert adults_blockers(said, today=TODAY) == ()
    assert adults_blockers(AdultsSaid(AdultsShown.PUBLIC_EVENT, on=date(2027, 1, 1)), today=TODAY) == ()
