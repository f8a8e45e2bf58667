"""Roles by person and by account: one more gives what sorting all of them gives."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.granted import Granted
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Grant, Role
from tests.listed import DAY

grants = st.lists(
    st.tuples(
        st.sampled_from(["ana", "bo", "cem"]),
        st.sampled_from([None, "one", "two"]),
        st.sampled_from(list(Role)),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=12,
)


@given(grants)
def test_one_more_role_is_found_as_if_all_were_sorted_anew(
    told: list[tuple[str, str | None, Role, int]],
) -> None:
    made = [
        Grant(
            str(place),
            PersonId(who),
            role,
            DAY + timedelta(days=day),
            None if account is None else AccountId(account),
        )
        for place, (who, account, role, day) in enumerate(told)
    ]

    assert Granted.of(made[:-1]).with_new(made[-1]) == Granted.of(made)
