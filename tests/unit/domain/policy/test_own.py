"""An own pack is called by what it says."""

from dataclasses import replace

from smadmin.domain.ids import SchoolId
from smadmin.domain.policy.own import OwnPack


def test_an_own_pack_is_right_as_long_as_its_text_is_the_one_it_is_called_by() -> None:
    own = OwnPack.of(SchoolId("s"), 'id = "ours"')

    assert own.right
    assert not replace(own, text='id = "theirs"').right
