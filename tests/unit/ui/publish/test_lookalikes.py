"""The right handle has to be found among look-alikes; its place tells nothing."""

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.accounts import same_handle
from smadmin.ui.publish.lookalikes import handles_to_choose

HANDLES = st.from_regex(r"[A-Za-z0-9_.]{1,30}", fullmatch=True)


@given(HANDLES, st.text(max_size=8))
def test_the_right_one_is_there_once_among_others(handle: str, post: str) -> None:
    choices = handles_to_choose(handle, mixed_by=post)

    keys = [same_handle(one) for one in choices]
    assert choices.count(f"@{handle}") == 1
    assert len(set(keys)) == len(keys) >= 3


@given(HANDLES)
def test_the_order_stays_while_one_looks(handle: str) -> None:
    assert handles_to_choose(handle, mixed_by="a") == handles_to_choose(handle, mixed_by="a")


def test_the_right_one_has_no_place_of_its_own() -> None:
    places = {
        handles_to_choose("lincoln_larks", mixed_by=str(post)).index("@lincoln_larks") for post in range(40)
    }

    assert places == {0, 1, 2}


def test_the_schools_other_account_is_the_likeliest_mistake_and_stands_there() -> None:
    assert "@lincoln_music" in handles_to_choose("lincoln_larks", ("lincoln_music",), mixed_by="post")


def test_a_server_is_never_imitated() -> None:
    choices = handles_to_choose("larks_music@social.lincoln.example", mixed_by="post")

    assert {one.rpartition("@")[2] for one in choices} == {"social.lincoln.example"}
