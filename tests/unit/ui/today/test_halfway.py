"""What Today says of a post that was handed out and isn't confirmed."""

from dataclasses import replace

import pytest

from smadmin.domain.people import Role
from smadmin.ui.today.need import Beside
from smadmin.ui.today.needs import needs_of
from tests.today_views import halfway, view


@pytest.mark.parametrize(("kept", "note"), [(True, "today.halfway-kept"), (False, "today.halfway-handed")])
def test_an_address_that_was_kept_isnt_said_to_be_missing(note: str, *, kept: bool) -> None:
    begun = replace(halfway(), kept=kept)

    first, *_ = needs_of(view(Role.ADMINISTRATOR, halfway=(begun,)), Beside())

    assert first.note is not None
    assert first.note.id == note
