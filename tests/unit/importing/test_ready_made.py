"""The shipped ready-made texts, in every language."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.blanks import blanks_in
from smadmin.domain.errors import BadInput
from smadmin.importing.ready_made import read_ready_made
from smadmin.language.catalogue import languages


def test_every_language_has_the_same_texts_each_with_blanks() -> None:
    shipped = {one: read_ready_made(resources.find(f"ready-made/{one}.toml")) for one in languages()}

    assert {tuple(text.id for text in texts) for texts in shipped.values()} == {
        ("game-day", "closure", "award", "event")
    }
    assert all(blanks_in(text.text) for texts in shipped.values() for text in texts)


def test_a_broken_file_says_its_line(tmp_path: Path) -> None:
    path = tmp_path / "en.toml"
    path.write_text('[game]\nname = "Game"\n\n[event]\nname = "Event"\nwords = "Come!"\n', "utf-8")

    with pytest.raises(BadInput) as refused:
        read_ready_made(path)

    assert refused.value.happened.values["line"] in (1, 6)
