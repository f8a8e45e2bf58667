"""The room of workers: processes only when something is opened, and let go with who sat here."""

from pathlib import Path

from tests.sample import sample_office


def test_no_process_starts_before_something_is_opened_and_all_end_together(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    office.end_workers()
    assert not {"workers", "lists"} & set(vars(office))

    path = tmp_path / "list.csv"
    path.write_text("First name,Last name\nAnn,Ash\n", "utf-8")
    assert len(office.imports.read(path).table.lines) == 1
    office.end_workers()  # what is left behind fails the test


def test_locking_lets_the_process_go_that_read_a_list(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    path = tmp_path / "list.csv"
    path.write_text("First name,Last name\nAnn,Ash\n", "utf-8")
    office.imports.read(path)

    office.rest_workers()

    assert not office.lists._workshop._idle
    assert len(office.imports.read(path).table.lines) == 1  # another one reads the next list
    office.end_workers()
