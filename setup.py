"""What pyproject.toml can't say of the build: words are compiled, `resources/` goes into the wheel.

An editable installation reads `resources/` where it stands, so nothing is copied for it.
"""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # an isolated build doesn't look beside this file

from house import catalogues  # noqa: E402  found by the line above


class BuildWithResources(build_py):
    """Copies the package, then the compiled words, policies, icons and samples into it."""

    def run(self) -> None:
        """Do what setuptools does, then add `smadmin/_resources`."""
        super().run()
        if self.editable_mode:
            return
        catalogues.compile_all(sorted(catalogues.TRANSLATIONS.glob("*/*.po")))
        target = Path(self.build_lib) / "smadmin" / "_resources"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(ROOT / "resources", target, ignore=shutil.ignore_patterns("*.po", "*.tmp", "drawing"))


setup(cmdclass={"build_py": BuildWithResources})
