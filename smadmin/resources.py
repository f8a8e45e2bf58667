"""Finds the files under `resources/`: in a checkout, in an installed wheel, and in a bundle.

The one module that knows where they lie. They are the program's own, read-only and trusted; nothing
a person made is looked for here.
"""

import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """Give the folder that holds the policies, icons, words and samples.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    candidates = [Path(bundle) / "resources"] if bundle else []
    # The checkout comes first: an editable installation has both, and only this one is being edited.
    candidates += [PACKAGE.parent / "resources", PACKAGE / "_resources"]
    for candidate in candidates:
        if (candidate / "translations").is_dir():
            return candidate
    raise FileNotFoundError(f"no resources beside {PACKAGE}")


def find(relative: str) -> Path:
    """Give the path of one file or folder: `find("icons/save.svg")`.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    path = folder() / relative
    if not path.exists():
        raise FileNotFoundError(relative)
    return path
