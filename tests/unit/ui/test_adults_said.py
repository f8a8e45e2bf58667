"""What is known of adults, in words of both languages."""

from datetime import date

import pytest

from smadmin.domain.photos.adults import NOTHING_KNOWN, AdultConsent, Adults, AdultsShown, ConsentKind
from smadmin.language.catalogue import Catalogue
from smadmin.ui.adults_said import adults_words, recorded_words

MAY = date(2026, 5, 3)
IDA = AdultConsent("Ida Ash", ConsentKind.WRITTEN, MAY)


@pytest.mark.parametrize("language", ["en", "es"])
def test_kind_and_day_stand_beside_each_name(language: str) -> None:
    told = Catalogue.load(language).word(adults_words(Adults(AdultsShown.CONSENTED, None, (IDA,))))

    assert "Ida Ash (" in told
    assert "2026" in told


def test_a_public_event_is_told_with_its_day_and_nothing_known_as_nothing() -> None:
    assert adults_words(Adults(AdultsShown.PUBLIC_EVENT, MAY)).values["on"] == MAY
    assert adults_words(NOTHING_KNOWN).id == "adults.seen-unsaid"
    assert recorded_words(()) is None
