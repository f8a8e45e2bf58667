"""What is due, and what isn't yet."""

from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.retention import Kind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
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


class Looked(dict[int, Fact]):
    """What is proven, counting which rows are looked at."""

    count = 0

    def __getitem__(self, seq: int) -> Fact:
        self.count += 1
        return super().__getitem__(seq)

    def get(self, seq: int, default: object = None) -> Any:
        self.count += 1
        return super().get(seq, default)


def test_a_long_record_costs_no_more_looks_than_a_short_one(kept: Kept) -> None:
    road = kept.road
    desk, proof, pat = road.school.desk, road.proof, road.by("pat")
    first = kept.keeping.view(pat).due
    looked = proof._facts = Looked(proof._facts)
    kept.keeping.view(pat)
    before, looked.count = looked.count, 0
    with desk.deed(pat) as deed:
        for one in range(1_000):
            deed.record(Act.READ_BACK, Noun.PUBLICATIONS, f"later-{one}", parts={"seen": {"at": "day"}})
    proof.catch_up(pat)
    looked.count = 0

    again = kept.keeping.view(pat).due

    assert again == first
    assert 0 < looked.count < before + 50


def test_what_is_destroyed_is_not_gone_through_again_until_something_is_done_about_it(kept: Kept) -> None:
    road = kept.road
    kept.destroyed()
    pat = road.by("pat")
    with road.school.desk.look(pat) as unit:
        (gone,) = unit.publications.all()
    assert kept.keeping.view(pat).due == ()
    with road.school.desk.look(pat) as unit:
        assert road.proof.now(unit).untouched(Kind.POSTS, lambda _: True) == ()

    with road.school.desk.deed(pat) as deed:
        deed.record(Act.READ_BACK, Noun.PUBLICATIONS, gone.id, parts={"seen": {"at": "day"}})

    with road.school.desk.look(pat) as unit:
        assert road.proof.now(unit).untouched(Kind.POSTS, lambda _: True) == (gone.id,)
