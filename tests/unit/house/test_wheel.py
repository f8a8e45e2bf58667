"""What an ordinary `pip install .` gets: the program, its resources, the compiled words, nothing of ours."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SOURCES = ("smadmin", "house", "resources/icons", "resources/policies", "resources/translations")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "MANIFEST.in")


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build a wheel from a copy without anything compiled, and give the names in it."""
    tree = tmp_path_factory.mktemp("tree")
    for source in SOURCES:
        shutil.copytree(ROOT / source, tree / source, ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, tree)
    drawing = tree / "resources" / "sample" / "drawing"
    drawing.mkdir(parents=True)
    (drawing / "hair.py").write_text("LONG = 1\n", "utf-8")

    offline = ("--no-deps", "--no-index", "--no-build-isolation")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", *offline, "--wheel-dir", str(tree), str(tree)]
    subprocess.run(build, check=True, capture_output=True)

    with zipfile.ZipFile(next(tree.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_words_come_compiled_in_every_language(contents: set[str]) -> None:
    for source in (ROOT / "resources" / "translations").glob("*/*.po"):
        language, area = source.parent.name, source.stem
        assert f"smadmin/_resources/translations/{language}/{area}.mo" in contents


def test_resources_lie_inside_the_package(contents: set[str]) -> None:
    for icon in (ROOT / "resources" / "icons").glob("*.svg"):
        assert f"smadmin/_resources/icons/{icon.name}" in contents


def test_every_module_is_in(contents: set[str]) -> None:
    for module in (ROOT / "smadmin").rglob("*.py"):
        assert str(module.relative_to(ROOT)) in contents


def test_nothing_that_only_developers_need_is_in(contents: set[str]) -> None:
    outside = {name for name in contents if not name.startswith(("smadmin/", "smadmin-"))}
    sources = {name for name in contents if name.endswith((".po", ".tmp")) or "/drawing/" in name}

    assert outside | sources == set()
