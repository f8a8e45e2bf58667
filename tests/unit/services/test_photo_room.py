"""The room of children and photos: each service once; what is being taken in stops with its workers."""

from pathlib import Path

from tests.sample import sample_office


def test_a_service_is_made_once(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    assert office.students is office.students
    assert office.imports is office.imports


def test_stopping_the_workers_also_stops_what_is_being_taken_in(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    turn = office.takings._turn

    office.stop_workers()

    assert office.takings._turn == turn + 1
