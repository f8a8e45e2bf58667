"""The platforms' facts are read whole, or refused with their line."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.importing.platforms import read_platforms

FACTS = resources.find("platforms/platforms.toml").read_text("utf-8")


def test_every_platform_has_its_facts() -> None:
    facts = read_platforms(resources.find("platforms/platforms.toml"))

    assert set(facts) == set(Platform)
    assert facts[Platform.X].alt_limit == 1000
    assert facts[Platform.YOUTUBE].title_limit == 100


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[vimeo]", "[vimeos]", "unknown-key"),
        ('unit = "weighted"', 'unit = "stones"', "choice"),
        ("at_most = 280", "at_most = 0", "range"),
        ("(?P<handle>", "(?P<who>", "pattern"),
        ("(?P<handle>", "(?P<handle", "pattern"),
        ('limits = [{ unit = "toot", at_most = 500 }]', "", "missing"),
    ],
)
def test_broken_facts_are_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = tmp_path / "platforms.toml"
    path.write_text(FACTS.replace(old, new, 1), "utf-8")

    with pytest.raises(BadInput) as refused:
        read_platforms(path)

    assert getattr(refused.value.happened.values["reason"], "id", "") == f"policy.reason-{reason}"


def test_a_missing_platform_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "platforms.toml"
    path.write_text(FACTS.partition("[wordpress]")[0], "utf-8")

    with pytest.raises(BadInput):
        read_platforms(path)
