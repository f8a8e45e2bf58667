"""How an access token is made is told for every platform that is posted to, in both languages."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.errors import BadInput
from smadmin.importing.platforms import read_platforms
from smadmin.importing.tables import Table
from smadmin.importing.token_steps import token_steps
from smadmin.publishing.direct import direct_publishers
from smadmin.publishing.web import Web

GOOD = """page = "https://a.example"
do = "Open."
menu = ["A"]
press = "A"
es = {do = "Abra.", menu = ["A"], press = "A"}"""


def test_every_platform_that_is_posted_to_has_its_steps() -> None:
    facts = read_platforms(resources.find("platforms"))

    posted_to = set(direct_publishers(Web(), lambda one: facts[one]))

    assert {platform for platform, told in facts.items() if told.token} == posted_to
    for told in facts.values():
        for step in told.token:
            assert step.said("es") != step.drawn
            assert len(step.said("es").places) == len(step.drawn.places)


@pytest.mark.parametrize(
    ("old", "new"),
    [('press = "A"\n', 'press = "B"\n'), ("do = ", "does = "), ('press = "A"}', 'press = "C"}')],
)
def test_what_cant_be_pressed_or_means_nothing_is_refused(old: str, new: str) -> None:
    assert len(token_steps(Table.parse(Path("a.toml"), f"[[token]]\n{GOOD}".encode()))) == 1

    with pytest.raises(BadInput):
        token_steps(Table.parse(Path("a.toml"), f"[[token]]\n{GOOD}".replace(old, new, 1).encode()))
