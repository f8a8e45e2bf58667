"""Plain values that others wrote, read strictly: what isn't of the expected kind is a `ValueError`."""

from collections.abc import Mapping, Sequence

from smadmin.domain.canonical import Plain
from smadmin.domain.photos.boxes import Box

_LONGEST_WORDS = 200


def sides_of(box: Box) -> list[Plain]:
    """Give a box as its four sides."""
    return [box.left, box.top, box.right, box.bottom]


def box_of(sides: Sequence[Plain]) -> Box:
    """Read a box from its four sides."""
    left, top, right, bottom = (number_of(one) for one in sides)
    return Box(left, top, right, bottom)


def text_of(value: Plain, *, longest: int | None = _LONGEST_WORDS) -> str:
    """Read a text; by default a short one."""
    if not isinstance(value, str) or (longest is not None and len(value) > longest):
        raise ValueError("a short text was expected")
    return value


def number_of(value: Plain) -> int:
    """Read a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("a whole number was expected")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def list_of(value: Plain) -> list[Plain]:
    """Read a list."""
    if not isinstance(value, list):
        raise ValueError("a list was expected")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def object_of(value: Plain) -> Mapping[str, Plain]:
    """Read an object."""
    if not isinstance(value, dict):
        raise ValueError("an object was expected")  # noqa: TRY004 - bad bytes, not a wrong call
    return value
