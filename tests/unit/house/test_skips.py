"""Which tests may be skipped, and where."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from house import skips
from house.environment import ROOT
from house.skips import ALLOWED, Allowed

LIST = (
    Allowed("the extra", "an extra", lambda: True),
    Allowed("only root can", "root's", lambda: False),
)


def test_a_reason_is_allowed_by_how_it_begins_and_only_on_such_a_computer() -> None:
    found = ("the extra `sound` isn't installed", "only root can mount a small disk", "no reason")

    assert skips.unlisted(found, LIST) == ("only root can mount a small disk", "no reason")


def test_a_skip_nobody_allowed_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert not skips.told(Counter({"the extra": 3, "it hangs": 2}), LIST)

    allowed, marked = sorted(capsys.readouterr().out.splitlines(), key=len)
    assert allowed == "skipped 3: the extra"
    assert marked.startswith("skipped 2: it hangs   NOT ALLOWED HERE")


@pytest.mark.parametrize(
    ("way", "module"),
    [
        ("marked", "import pytest\n@pytest.mark.skipif(True, reason='it hangs')\ndef test_it(): ...\n"),
        ("called", "import pytest\ndef test_it():\n    pytest.skip('it hangs')\n"),
        ("module", "import pytest\npytest.skip('it hangs', allow_module_level=True)\n"),
        ("imported", "import pytest\ndef test_it():\n    pytest.importorskip('it_hangs')\n"),
        (
            "expected",
            "import pytest\n@pytest.mark.xfail(reason='it hangs')\ndef test_it():\n    assert not 1\n",
        ),
    ],
)
def test_whatever_keeps_a_test_from_counting_is_found_in_the_report(
    tmp_path: Path, way: str, module: str
) -> None:
    report, file = tmp_path / "report.xml", tmp_path / f"test_{way}.py"
    file.write_text(module, "utf-8")

    pytest.main(["-q", "-p", "no:cacheprovider", f"--rootdir={tmp_path}", f"--junit-xml={report}", str(file)])

    found = skips.reasons(report)
    assert found.total() == 1
    assert skips.unlisted(found, ALLOWED[1:]) == tuple(found)


def test_no_line_of_the_list_is_without_a_test_that_gives_its_reason() -> None:
    written = {
        part.value
        for file in (ROOT / "tests").rglob("*.py")
        if file != Path(__file__)
        for part in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }

    assert [one.reason for one in ALLOWED if not any(text.startswith(one.reason) for text in written)] == []
