"""A plain body is read once, and known again by its very bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from smadmin.domain.canonical import canonical
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId
from smadmin.domain.schools import School
from smadmin.storage import bodies, shapes
from smadmin.storage.rows import Shape

SCHOOL = School(SchoolId("one"), "Northgate", "America/Chicago", "northgate")
CHANGEABLE = {dict, list, set, Mapping, Sequence}
BODY = canonical(SCHOOL.to_plain())


def test_the_same_bytes_are_read_once_and_others_anew() -> None:
    first, again = bodies.plain(School, 1, BODY), bodies.plain(School, 1, BODY)
    renamed = bodies.plain(School, 1, BODY.replace(b"Northgate", b"Southgate"))
    newer = bodies.plain(School, 2, BODY)

    assert again is first
    assert first == SCHOOL
    assert (renamed.name, newer.version) == ("Southgate", 2)


def test_what_was_sealed_is_read_anew_each_time() -> None:
    assert bodies.opened(School, 1, BODY) is not bodies.opened(School, 1, BODY)


@pytest.mark.parametrize("read", [bodies.plain, bodies.opened])
@pytest.mark.parametrize("body", [b"", b"[]", b'{"id":7}', BODY.replace(b"America/", b"Nowhere/")])
def test_what_isn_t_one_is_told_as_changed_each_time(read: Any, body: bytes) -> None:
    for _ in range(2):
        with pytest.raises(Tampered):
            read(School, 1, body)


def test_what_is_remembered_can_t_be_changed_by_who_holds_it() -> None:
    kinds = [one.kind for one in vars(shapes).values() if isinstance(one, Shape) and one.label is None]

    assert len(kinds) >= 10
    assert [f"{kind.__name__}: {why}" for kind in kinds for why in _changeable(kind)] == []


def _changeable(kind: Any) -> list[str]:
    """Name what of a kind of value, and of the values in it, could be changed in place."""
    if {get_origin(kind), kind} & CHANGEABLE:
        return [str(kind)]
    inner = [why for one in get_args(kind) for why in _changeable(one)]
    if not is_dataclass(kind):
        return inner
    if not vars(kind)["__dataclass_params__"].frozen:
        return [str(kind)]
    hints = get_type_hints(kind)
    return inner + [f"{one.name}: {why}" for one in fields(kind) for why in _changeable(hints[one.name])]
