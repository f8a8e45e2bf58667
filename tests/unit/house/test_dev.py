"""What `dev.py test` takes its arguments for."""

import pytest

import dev
from house import parts

ALL = ["lint", *parts.PARTS]


@pytest.mark.parametrize(
    ("arguments", "names", "left_out", "further"),
    [
        ([], ALL, "", []),
        (["unit", "-k", "posts"], ["unit"], "", ["-k", "posts"]),
        (["--no-servers"], [name for name in ALL if name != "servers"], "servers", []),
        (["unit", "servers", "--no-servers", "-x"], ["unit"], "servers", ["-x"]),
    ],
)
def test_parts_are_named_first_and_the_real_servers_can_be_left_out(
    arguments: list[str], names: list[str], left_out: str, further: list[str]
) -> None:
    assert dev._chosen(arguments) == (names, left_out, further)
