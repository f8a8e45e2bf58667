"""What came of one lot is added to what came of those before."""

from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.messages import say
from smadmin.services.photos.taken import LeftOut, TakenIn

SET = PhotoSetId("set")


def test_a_further_lot_adds_its_photos_and_all_that_was_left_out() -> None:
    why = say("photos.event-missing")
    first = TakenIn(SET, (PhotoId("a"),), (LeftOut("x.jpg", why),), 1, 2)
    more = TakenIn(SET, (PhotoId("b"), PhotoId("c")), (LeftOut("y.jpg", why),), 3, 4)

    both = first.and_then(more)

    assert both.photos == ("a", "b", "c")
    assert [one.name for one in both.left_out] == ["x.jpg", "y.jpg"]
    assert (both.set, both.same, both.films) == (SET, 4, 6)
