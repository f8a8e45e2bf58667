"""Canonical bytes: the one way in which values become bytes that are signed.

What is verified is always the stored bytes, never a value serialised again. For the subset allowed
here the result equals RFC 8785 (JCS).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"
"""What may be made canonical: no floats, no bytes."""

LARGEST = 2**53
"""Integers beyond this lose digits in readers that use floats (RFC 8785, appendix D)."""


def canonical(value: Plain) -> bytes:
    """Turn a value into its canonical bytes (UTF-8).

    Raises:
        ValueError: for floats, keys that aren't ASCII, lone surrogates, integers out of range.
    """
    _check(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def parse(stored: bytes) -> dict[str, Plain]:
    """Read an object back from stored bytes.

    Raises:
        ValueError: if the bytes aren't an object.
    """
    value = loads(stored)
    if not isinstance(value, dict):
        raise ValueError("an object was expected")  # noqa: TRY004 - bad bytes, not a wrong call
    return cast("dict[str, Plain]", value)


def loads(text: bytes | str) -> Any:
    """Read JSON that others may have written: all of it is read here, so that no reader forgets the depth.

    Raises:
        ValueError: if it is none, or is nested so deeply that nobody of ours wrote it.
    """
    try:
        return json.loads(text)
    except RecursionError as error:  # brackets within brackets, thousands deep
        raise ValueError("nested too deeply") from error


def _check(value: Plain) -> None:
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        value.encode()  # refuses lone surrogates (UnicodeEncodeError is a ValueError)
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError("integer out of range")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not key.isascii():
                raise ValueError("keys are ASCII strings")
            _check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item)
    else:
        reason = f"no canonical form for {type(value).__name__}"
        raise ValueError(reason)  # noqa: TRY004 - one kind of error for all that can't be signed
