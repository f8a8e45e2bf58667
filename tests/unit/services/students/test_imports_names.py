"""Lists whose numbers and names don't belong together: no child's no goes to another."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.students import OptOut
from smadmin.domain.vocabulary import Act
from tests.enrolled import Office, make_office

FIRST = """\
Student Number|First name|Last name|Class|Opted out
100|Annabel|Quillfeather|4b|photos
101|Benedict|Rookwood|4b|
102|Camila|Sandoval|5a|yes
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


@pytest.mark.demand("BAL-B1i1")
def test_numbers_shifted_against_the_names_leave_every_no_where_it_is(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    shifted = "Number|First name|Last name\n101|Annabel|Quillfeather\n102|Benedict|Rookwood\n100|Dan|Dole"

    seen = office.take(ana, office.order(ana, shifted, whole=True))

    now = office.children(ana)
    nothing: frozenset[OptOut] = frozenset()
    assert len(seen.refused) == 3
    assert all(one.left_on is None for one in now.values())
    assert {number: (one.name, one.opt_outs) for number, one in now.items()} == {
        "100": ("Annabel Quillfeather", frozenset({OptOut.PHOTOS})),
        "101": ("Benedict Rookwood", nothing),
        "102": ("Camila Sandoval", frozenset({OptOut.EVERYTHING})),
    }


def test_a_list_with_many_shifted_numbers_is_refused(office: Office) -> None:
    ana = office.room.by("ana")
    names = [f"First{letter}|Last{letter}" for letter in "abcdef"]
    head = "Number|First name|Last name\n"
    office.take(ana, office.order(ana, head + "\n".join(f"{n}|{name}" for n, name in enumerate(names, 1))))
    order = office.order(ana, head + "\n".join(f"{n}|{name}" for n, name in enumerate(names)) + "\n9|New|One")

    with pytest.raises(NotAllowed):
        office.take(ana, order)

    assert "9" not in office.children(ana)


def test_another_name_for_a_child_with_a_no_is_a_row_of_its_own(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    child = office.children(ana)["100"]
    renamed = FIRST.replace("Annabel", "Zoe")

    office.take(ana, office.order(ana, renamed))
    assert office.children(ana)["100"].name == "Annabel Quillfeather"
    office.take(ana, office.order(ana, renamed, weaken=(child.id,)))

    after = office.children(ana)["100"]
    assert (after.name, after.opt_outs) == ("Zoe Quillfeather", frozenset({OptOut.PHOTOS}))
    (part,) = office.parts(ana, Act.CHANGE, "student")
    assert part["student"] == child.id
