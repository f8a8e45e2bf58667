"""The room for people and accounts gives each service once, on the school's own desk."""

from pathlib import Path

from tests.sample import sample_office


def test_it_hands_out_the_same_service_each_time(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    assert office.accounts is office.accounts
    assert office.staff_pages is office.staff_pages
    assert office.yearly is office.yearly
    office.close()
