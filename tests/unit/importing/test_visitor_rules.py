"""The sentences between the policy's own words in the rules for visitors."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.errors import BadInput
from smadmin.importing.visitor_rules import read_rules_frame


def test_each_sentence_stands_in_both_languages() -> None:
    frame = read_rules_frame(resources.find("visitor-rules.toml"))

    for told in (frame.title, frame.reasons, frame.views):
        assert set(told.words) == {"en", "es"}
        assert told.said("en") != told.said("es")
    assert "{account}" in frame.title.said("en")


def test_a_file_without_one_of_them_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[title]\nen = "Rules"', "utf-8")

    with pytest.raises(BadInput):
        read_rules_frame(tmp_path / "rules.toml")
