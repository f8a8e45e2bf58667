"""Where a phone shows its photos once it is connected by cable and unlocked. Only folders are looked at."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_CAMERA = "DCIM"
"""The folder that every camera and phone keeps its pictures in."""
_LINKED = ("mtp", "gphoto2", "afc")
"""How GNOME names what it reaches over a cable."""


def looks_like_phone(path: Path) -> bool:
    """Tell whether photos seem to come straight from a phone or a camera."""
    parts = [part.lower() for part in path.parts]
    return _CAMERA.lower() in parts or any(part.startswith(f"{how}:") for part in parts for how in _LINKED)


def phone_folders(roots: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Find the folders of connected phones and cameras (an errand: one may be slow to answer).

    Args:
        roots: where disks and phones appear; by default where this system puts them.
    """
    return tuple(folder for root in roots or _roots() for folder in _in(root))


def _in(root: Path) -> Iterator[Path]:
    try:
        for place in (root, *sorted(root.iterdir())):
            if (place / _CAMERA).is_dir():
                yield place / _CAMERA
            elif place.name.lower().startswith(_LINKED):
                yield place
    except OSError:
        return  # it isn't there, or was pulled out while we looked


def _roots() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from (Path(f"{letter}:/") for letter in "DEFGHIJ")
        return
    if sys.platform == "darwin":
        yield Path("/Volumes")
        return
    yield Path(f"/run/user/{os.getuid()}/gvfs")
    yield from (Path(above) / Path.home().name for above in ("/media", "/run/media"))
