"""Words are compiled when their source is newer, and only then."""

import gettext
import os
from pathlib import Path

import pytest

from house import catalogues

SOURCE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "x.y"\nmsgstr "grün"\n'


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    path = tmp_path / "en" / "x.po"
    path.parent.mkdir()
    path.write_text(SOURCE, "utf-8")
    os.utime(path, (1, 1))
    return path


def test_a_new_source_is_stale_until_it_is_compiled(source: Path) -> None:
    assert catalogues.stale() == [source]

    catalogues.compile_all(catalogues.stale())

    assert catalogues.stale() == []
    with source.with_suffix(".mo").open("rb") as opened:
        assert gettext.GNUTranslations(opened).gettext("x.y") == "grün"


def test_a_source_with_an_error_in_it_is_named(source: Path) -> None:
    source.write_text(SOURCE + 'msgid "x.z\n', "utf-8")

    with pytest.raises(SystemExit, match=r"x\.po"):
        catalogues.compile_all([source])
