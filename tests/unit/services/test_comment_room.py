"""The services for comments stand on one another, each made once."""

from pathlib import Path

from tests.sample import sample_office, sit


def test_the_office_has_a_desk_for_comments_with_its_rounds_and_cards(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    by = sit(office, "maya-ortega").actor

    assert office.comment_views.look(by).cards_due
    office.read_cards.read(by)

    assert not office.comment_views.look(by).cards_due
    assert office.comments is office.comments
    assert office.rounds.all(by)
    office.close()
