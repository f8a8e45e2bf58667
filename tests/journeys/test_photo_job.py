"""The whole photo job by two people: dropped, covered, looked at twice, released, out on two accounts."""

from tests.journeys.photo_road import FOUR, photo_job, plan_and_sign
from tests.journeys.sitting import Sitting


def test_two_people_bring_four_photos_out_and_the_record_proves_it(seat: Sitting) -> None:
    seat.look_around()
    plan_and_sign(seat)

    acts = photo_job(seat, FOUR)

    assert acts.people == {"Maya Ortega", "Daniel Reyes"}
    assert acts.total <= 50, acts
    prove(seat)


def prove(seat: Sitting) -> None:
    """See in Plan that both posts are out, and in Records that every row is as it was signed."""
    hand = seat.hand
    seat.go("plan")
    out = hand.said("today.slot-published")
    hand.wait("both posts", lambda: hand.seen().count(out) >= 2)
    seat.go("records")
    hand.say_press("recordui.verify")
    hand.wait("the proof", lambda: hand.says(hand.said("recordui.whole", n=2).partition(":")[0] + ":"))
