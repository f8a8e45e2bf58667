"""The report for the parent's file."""

from pathlib import Path

import pytest

from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, key_of
from tests.afterwards import take_down
from tests.swept import NOW, Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


@pytest.mark.parametrize(("language", "word"), [("en", "What was searched"), ("es", "Dónde se buscó")])
def test_the_report_tells_what_was_done_and_names_no_other_child(
    swept: Swept, language: str, word: str
) -> None:
    swept.add("Noa", "Adler")
    publication = swept.out("Noa Adler and Maya Ortega sang together.")
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    reason = "Agreed <with> the family of Noa Adler too"
    swept.sweeps.decide(swept.ana, sweep, key_of(post=publication.post), Decided.KEEP, reason)

    page = swept.sweeps.report(swept.ana, sweep, language).decode()

    assert word in page
    assert f'lang="{language}"' in page
    assert "Maya Ortega" in page
    assert "&lt;with&gt;" in page
    assert "Noa" not in page
    assert "Adler" not in page
    assert "sweeping." not in page


def test_what_is_gone_is_told_with_its_day_and_what_isn_t_as_being_out(swept: Swept) -> None:
    publication = swept.out()
    other = swept.out("Maya Ortega sings.")
    swept.says(OptOut.NAMES)
    sweep = swept.begun()
    for one in (publication, other):
        swept.sweeps.decide(swept.ana, sweep, key_of(post=one.post), Decided.TAKE_DOWN)
    take_down(swept.direct, publication, NOW)

    page = swept.sweeps.report(swept.ana, sweep, "en").decode()

    assert page.count("Taken down. · Gone from every account since Nov 16, 2026.") == 1
    assert page.count("To be taken down. · It is still out.") == 1
    assert "no to names alone" in page
