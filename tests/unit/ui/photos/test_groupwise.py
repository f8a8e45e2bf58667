"""What stands over the children beside a photo."""

from dataclasses import replace

from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.services.photos.views import PhotoView
from smadmin.ui.photos.groupwise import beside_of_groups
from tests.unit.ui.photos.album import ANN, BEN, FOLDER, photo, view

CY = replace(BEN, groups=("5a",))


def seen(
    *groups: str, mode: RosterMode = RosterMode.OPT_IN, beside: tuple[Student, ...] = (ANN, BEN)
) -> PhotoView:
    return replace(view(photo("a"), mode=mode), set=replace(FOLDER, groups=groups), beside=beside)


def test_children_of_other_groups_stand_below_those_of_the_photos_groups() -> None:
    beside = beside_of_groups(seen("4b", mode=RosterMode.OPT_OUT, beside=(ANN, CY)))

    assert (beside.children, beside.others) == ((ANN,), (CY,))
    assert beside.title == say("photoui.children", n=1)
    assert (beside.none, beside.first) == (say("photoui.none-here"), None)


def test_an_opt_in_photo_is_cleared_by_the_name_of_its_group() -> None:
    beside = beside_of_groups(seen("4b"))

    assert beside.none == say("photoui.rest-consents", groups="4b", n=2)
    assert beside.first == say("photoui.name-them-first", n=2)


def test_where_all_of_the_group_consented_nobody_is_to_be_named_first() -> None:
    beside = beside_of_groups(seen("4a", beside=()))

    assert (beside.none, beside.first) == (
        say("photoui.all-consent", groups="4a"),
        say("photoui.all-of-them-consent"),
    )


def test_no_group_means_the_school_and_many_are_counted() -> None:
    whole, many = beside_of_groups(seen()), beside_of_groups(seen("4a", "4b", "5a"))

    assert whole.none == say("photoui.rest-consents", groups=say("photoui.whole-school"), n=2)
    assert many.none == say("photoui.rest-consents", groups=say("photoui.these-groups", n=3), n=2)
