"""The state that signed rows give: its bytes are for ever."""

from smadmin.domain.people import Role
from tests.listed import DAY, founded, key_of, seated, with_list


def test_a_list_stands_among_the_bytes_that_every_row_vouches_for() -> None:
    before, after = founded(), with_list("bo")

    assert "reviewer_list/list" in after.stored()
    assert before.digest() != after.digest() != seated(after, "bo").digest()


def test_a_school_without_lists_has_the_same_bytes_as_before_there_were_any() -> None:
    assert {place.partition("/")[0] for place in founded().stored()} == {"key", "person", "role"}


def test_who_holds_a_role_is_given_by_id_and_a_stranger_s_key_isnt_alive() -> None:
    trust = founded()

    assert trust.holders(Role.PRINCIPAL, DAY) == ("pat",)
    assert trust.key_alive(key_of("pat").id) is not None
    assert trust.key_alive(key_of("mallory").id) is None
