"""What lies ready shows no secret, and only the connected account's log-in goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.services.ready import OtherIdentity, require_same
from tests.direct import make_direct


def test_only_the_connected_account_goes_on_and_nothing_shows_the_token(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    ready = direct.sendings.prepare(direct.road.by("ana"), direct.intended(direct.released()))
    asked = direct.sendings.ask(ready)

    require_same(ready, asked)
    with pytest.raises(OtherIdentity) as error:
        require_same(ready, replace(asked, who=replace(asked.who, id="666")))

    assert isinstance(error.value, NotAllowed)
    told = error.value.reasons[0].message.values
    assert (told["seen"], told["expected"]) == ("blog0 (666)", "blog0 (id-blog0)")
    assert ready.access.secret == direct.secret(direct.blogs[0])
    assert direct.secret(direct.blogs[0]) not in repr((ready, ready.access, ready.outgoing, asked))
