"""Resources are found, and what isn't there is said."""

import pytest

from smadmin import resources


def test_the_folder_holds_the_words() -> None:
    assert (resources.folder() / "translations" / "en").is_dir()


def test_a_file_is_found_by_its_relative_name() -> None:
    assert resources.find("translations/es").name == "es"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/nothing\.svg"):
        resources.find("icons/nothing.svg")
