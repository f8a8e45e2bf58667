"""Where a post is out is taken from the signed row; what the store says of it is plain."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.sending import SendStage
from smadmin.services.published import link_of, posted_of
from tests.afterwards import out
from tests.direct import Killed, make_direct


def test_an_address_that_somebody_wrote_into_the_store_is_not_believed(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, desk = out(direct), direct.road.school.desk
    with desk.deed(direct.road.by("ana")) as deed:
        kept = deed.unit.publications.get(publication.id)
        deed.unit.publications.change(replace(kept, link="https://other.example/9", posted_id="9"))

    with desk.look(direct.road.by("ana")) as unit:
        proven = direct.road.proof.now(unit)
        posted = posted_of(proven, publication.id, publication.account)
        assert link_of(proven, publication.id, publication.account) == publication.link
    assert posted is not None
    assert (posted.id, posted.link) == (publication.posted_id, publication.link)


def test_what_a_person_posted_has_no_name_of_the_platforms(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    with direct.road.school.desk.look(direct.road.by("ana")) as unit:
        proven = direct.road.proof.now(unit)
        assert posted_of(proven, intended.id, intended.account) is None
        assert link_of(proven, intended.id, intended.account) == ""


@pytest.mark.parametrize("forged", ["1", ""])
def test_a_post_is_read_back_where_its_row_names_it_whatever_the_store_says(
    tmp_path: Path, forged: str
) -> None:
    direct = make_direct(tmp_path)
    desk = direct.road.school.desk
    direct.go(direct.intended(direct.released(text="Another post.")))
    intended = direct.intended(direct.released())
    with pytest.raises(Killed):
        direct.go(intended, killed_after=7)  # it is out, and nobody read it
    with desk.store.deed(desk.school, None) as unit:
        unit.publications.change(replace(unit.publications.get(intended.id), posted_id=forged))

    standing = direct.go(intended)

    assert direct.acts(intended) == ["intend", "send", "publish", "read-back"]
    assert (standing.sending.stage, standing.publication.differs) == (SendStage.SEEN, ())
