"""The whole photo job by two people: dropped, covered, looked at twice, released, out on two accounts."""

from tests.journeys.photo_road import PhotoJob, photo_job, plan_and_sign
from tests.journeys.sitting import Sitting

FOUR = PhotoJob(("01-science-fair.jpg", "04-field-day.jpg", "06-garden.heic", "09-reading-hour.jpg"))


def test_two_people_bring_four_photos_out_on_two_accounts(seat: Sitting) -> None:
    seat.look_around()
    plan_and_sign(seat)

    acts = photo_job(seat, FOUR)

    assert acts.people == {"Maya Ortega", "Daniel Reyes"}
    assert acts.total <= 60, acts
