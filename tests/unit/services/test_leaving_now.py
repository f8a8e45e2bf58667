"""Whose bytes leave is named as long as any of its errands runs, however those end."""

import pytest

from smadmin.domain.ids import PublicationId
from smadmin.services.leaving_now import LeavingNow

POST = PublicationId("p")


def test_it_is_named_until_the_last_errand_ends_though_it_fails() -> None:
    leaving = LeavingNow()
    with leaving.during(POST):
        with pytest.raises(KeyError), leaving.during(POST):
            raise KeyError
        assert POST in leaving
        assert PublicationId("another") not in leaving

    assert POST not in leaving
