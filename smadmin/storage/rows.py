"""Rows as they are made ready for their tables: what of an entity stands in columns, and what is sealed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar, cast

import sqlalchemy as sa

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.cells import Cells
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.storage.converter import CONVERTER

_BODY_VERSION = 1


class Entity(Protocol):
    """What can stand on a shelf."""

    @property
    def id(self) -> str:
        """The lasting id."""
        ...

    @property
    def version(self) -> int:
        """How often it was written."""
        ...


E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Shape(Generic[E]):
    """How a noun lies in its table.

    Args:
        label: the cell's lasting name (`students/body`), or None where the body is plain.
        columns: the values of the columns beside the body.
        words: what the public reads of it, to be found by its words; None where it is never searched so.
    """

    table: sa.Table
    kind: type[E]
    label: str | None
    columns: Callable[[E], Mapping[str, object]] = lambda _: {}
    words: Callable[[E], str] | None = None

    def __post_init__(self) -> None:
        """Keep what is sealed out of the index, which lies there in plain.

        Raises:
            ValueError: for a sealed noun with words.
        """
        if self.label is not None and self.words is not None:
            raise ValueError(f"{self.label} is sealed")


@dataclass(frozen=True)
class Ready(Generic[E]):
    """A row that was sealed before its turn came; the columns are what is written."""

    entity: E
    new: bool
    columns: Mapping[str, object]


class Sealing(Generic[E]):
    """Makes rows ready. It stands on no transaction, so many can be sealed while others write."""

    def __init__(self, shape: Shape[E], school: SchoolId, cells: Cells | None) -> None:
        """Take how rows lie; `cells` is None while nobody is signed in."""
        self._shape = shape
        self._school = school
        self._cells = cells

    def to_add(self, entity: E) -> Ready[E]:
        """Make a new row ready."""
        return Ready(entity, new=True, columns=self._values(entity))

    def to_change(self, entity: E) -> Ready[E]:
        """Make a changed row ready; `entity.version` is the version that was read."""
        newer = replace(entity, version=entity.version + 1)  # type: ignore[type-var]  # all are dataclasses
        seen = {"seen_id": entity.id, "seen_school": self._school, "seen_version": entity.version}
        return Ready(newer, new=False, columns={**self._values(newer), **seen})

    def _values(self, entity: E) -> dict[str, object]:
        plain = cast("dict[str, Plain]", CONVERTER.unstructure(entity))
        content = canonical({**plain, "v": _BODY_VERSION})
        body = (
            content
            if self._shape.label is None
            else self._open_cells().close(self._shape.label, entity.id, content)
        )
        return {
            "id": entity.id,
            "school_id": self._school,
            "version": entity.version,
            "body": body,
            **self._shape.columns(entity),
        }

    def _open_cells(self) -> Cells:
        if self._cells is None:
            raise KnownError(say("store.locked"), remedy=say("store.sign-in"))
        return self._cells
