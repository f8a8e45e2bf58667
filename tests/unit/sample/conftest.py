"""Loads the drawing code, which is no part of the shipped package, from its folder."""

import importlib
import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def school() -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "school.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def drawing() -> ModuleType:
    folder = SAMPLE / "drawing"
    spec = importlib.util.spec_from_file_location(
        "drawing", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec
    assert spec.loader
    package = importlib.util.module_from_spec(spec)
    sys.modules["drawing"] = package
    spec.loader.exec_module(package)
    for name in ("staging", "photos", "mascot", "__main__"):
        importlib.import_module(f"drawing.{name}")
    return package
