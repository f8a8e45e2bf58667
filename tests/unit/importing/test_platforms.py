"""The platforms' facts are read whole, or refused with their line."""

import shutil
from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.appearing import Several
from smadmin.domain.errors import BadInput
from smadmin.importing.platforms import read_platforms

FACTS = resources.find("platforms")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the facts, to be broken."""
    return Path(shutil.copytree(FACTS, tmp_path / "platforms"))


def test_every_platform_has_its_facts() -> None:
    facts = read_platforms(FACTS)

    assert set(facts) == set(Platform)
    assert {path.stem for path in FACTS.iterdir()} == {platform.value for platform in Platform}
    assert facts[Platform.X].alt_limit == 1000
    assert facts[Platform.YOUTUBE].title_limit == 100


def test_what_readers_see_is_read_too() -> None:
    shown = {platform: facts.shown for platform, facts in read_platforms(FACTS).items()}

    assert (shown[Platform.INSTAGRAM].widest, shown[Platform.INSTAGRAM].tallest) == (1.91, 0.8)
    assert shown[Platform.INSTAGRAM].several is Several.FIRST
    assert not shown[Platform.INSTAGRAM].live_links
    assert shown[Platform.LINKEDIN].live_links
    assert shown[Platform.LINKEDIN].fold_characters == 210


def test_every_platform_that_takes_pictures_takes_those_that_are_made_here() -> None:
    assert all("jpeg" in facts.picture_types for facts in read_platforms(FACTS).values() if facts.pictures)


@pytest.mark.parametrize(
    ("platform", "old", "new", "reason"),
    [
        ("vimeo", 'name = "Vimeo"', 'nome = "Vimeo"', "unknown-key"),
        ("x", 'unit = "weighted"', 'unit = "stones"', "choice"),
        ("x", "at_most = 280", "at_most = 0", "range"),
        ("x", "at_most = 280", "at_best = 280", "unknown-key"),
        ("x", "(?P<handle>", "(?P<who>", "pattern"),
        ("x", "(?P<handle>", "(?P<handle", "pattern"),
        ("mastodon", 'limits = [{ unit = "toot", at_most = 500 }]', "", "missing"),
        ("instagram", "4:5", "4 by 5", "ratio"),
        ("instagram", "4:5", "0:5", "ratio"),
        ("instagram", '"first"', '"any"', "choice"),
        ("x", 'writing = "https', 'writing = "http', "text"),
        ("facebook", 'api = "v', 'api = "../v', "text"),
        ("instagram", "pictures_first", "pictures_last", "unknown-key"),
    ],
)
def test_broken_facts_are_refused(folder: Path, platform: str, old: str, new: str, reason: str) -> None:
    path = folder / f"{platform}.toml"
    before = path.read_text("utf-8")
    path.write_text(before.replace(old, new, 1), "utf-8")

    with pytest.raises(BadInput) as refused:
        read_platforms(folder)

    assert refused.value.happened.values["file"] == path.name
    assert getattr(refused.value.happened.values["reason"], "id", "") == f"policy.reason-{reason}"


def test_a_missing_platform_is_refused(folder: Path) -> None:
    (folder / "wordpress.toml").unlink()

    with pytest.raises(BadInput):
        read_platforms(folder)
