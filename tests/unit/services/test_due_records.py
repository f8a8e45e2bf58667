"""What is due, and what isn't yet."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.retention import Kind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.retention import Keeping
from tests.afterwards import out
from tests.direct import make_direct
from tests.records_kept import Kept, make_kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return make_kept(tmp_path)


def test_what_is_younger_is_not_due(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    out(direct)
    road = direct.road
    keeping = Keeping(road.school.desk, road.reader, road.proof, road.media)

    assert keeping.view(road.by("pat")).due == ()
    with pytest.raises(NotAllowed) as refused:
        keeping.order(road.by("pat"))
    assert refused.value.happened.id == "retention.nothing-due"


def test_a_post_is_kept_as_long_as_the_newest_row_about_any_of_it(kept: Kept) -> None:
    road = kept.road
    with road.school.desk.look(road.by("pat")) as unit:
        (publication,) = unit.publications.all()
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(Act.READ_BACK, Noun.PUBLICATIONS, publication.id)

    due = kept.keeping.view(road.by("pat")).due

    assert {one.kind for one in due} == {Kind.PHOTOS}
