"""The forger's hands: raw SQL, sealed rows rewritten with the school's key, rows of a changed program."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId, PhotoId, PostId
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Content, Draft, PostStage
from smadmin.domain.records import Body
from smadmin.domain.timeline import Timeline
from smadmin.services.desk import Deed
from smadmin.services.heads import Noted
from smadmin.services.proof import Proof
from smadmin.services.publications import Publications
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.unit import Unit
from tests.road import Road
from tests.unasked import record_unasked


@contextmanager
def sealed_rows(road: Road) -> Iterator[Unit]:
    """Write sealed rows with the school's key, past every rule and without a row in the record."""
    with road.school.store.deed(road.school.id, road.by("dee").cells) as unit:
        yield unit


def sql(road: Road, *statements: str) -> None:
    """Write the file as whoever holds it can."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def stored_rows(road: Road, table: str) -> list[tuple[object, ...]]:
    """Copy a table's rows as they lie in the store."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        return [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]


def put_back(road: Road, table: str, row: tuple[object, ...]) -> None:
    """Put an older row of a table back as it lay there, its seal whole."""
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as connection:
        places = ",".join("?" * len(row))
        connection.execute(f"REPLACE INTO {table} VALUES ({places})", row)
        connection.commit()


class Word(str):
    """An act or a noun as a changed program writes it, whether or not the vocabulary knows it."""

    __slots__ = ()

    @property
    def value(self) -> str:
        return str(self)


def sign_row(road: Road, by: Actor, act: str, noun: str, noun_id: str, **parts: object) -> int:
    """Append a row as a changed program would that asks nobody whether it may."""
    desk = road.school.desk
    with desk.store.deed(desk.school, by.cells) as unit:
        head = unit.record.head()
        last = unit.record.at(head.seq)
        assert last is not None
        roster = Body.from_bytes(last.row.body).roster
        deed = Deed(
            unit,
            by,
            desk.now,
            trust=unit.trust.read(),
            head=head,
            roster=roster,
            timeline=desk.timeline or Timeline(),
        )
        seq = record_unasked(deed, Word(act), Word(noun), noun_id, parts=parts)  # type: ignore[arg-type]  # forged
    desk.newest = deed.head
    return seq


def change_content(road: Road, post: PostId, **fields: object) -> None:
    """Change what a post says, in its row and in its revision alike."""
    with sealed_rows(road) as unit:
        draft = unit.posts.get(post)
        content: Content = replace(draft.content, **fields)  # type: ignore[arg-type]  # forged fields
        unit.posts.change(replace(draft, content=content))
        revision = unit.revisions.find(post_id=post)[-1]
        unit.revisions.change(replace(revision, content=content))


def change_photo(road: Road, post: PostId, **fields: object) -> Photo:
    """Change a post's first photo."""
    with sealed_rows(road) as unit:
        photo = unit.photos.get(unit.posts.get(post).content.pictures[0].photo)
        return unit.photos.change(replace(photo, **fields))  # type: ignore[arg-type]  # forged fields


def first_photo(road: Road, post: PostId) -> PhotoId:
    """Give a post's first photo."""
    return road.posts.get(road.by("ana"), post).content.pictures[0].photo


def copied_manifest(road: Road, of: PostId, **fields: object) -> dict[str, object]:
    """Give the manifest that releases a post, with some fields forged."""
    found = road.approvals.released(road.by("ana"), of)
    assert found is not None
    assert found.manifest is not None
    return {**found.manifest.to_plain(), **fields}


def restarted(road: Road) -> Publications:
    """Start the program again: nothing that was proven before is remembered."""
    proof = Proof(road.school.desk, lambda: Noted(road.school.heads.kept()))
    return Publications(road.school.desk, road.reader, proof, road.media)


def try_to_publish(road: Road, post: PostId, account: AccountId, out: Path) -> set[str]:
    """Try to get a post out, in this run of the program and after a restart; gives all reasons met."""
    _force_stage(road, post)
    met: set[str] = set()
    for publications in (road.publications, restarted(road)):
        dee = road.by("dee")
        try:
            met |= {reason.message.id for reason in publications.blockers(dee, post, account)}
            intended = publications.intend(dee, post, account).value
        except KnownError as error:
            met |= _ids(error)
            continue
        try:
            publications.hand_out(dee, intended, folder=out, handle="lincoln_es")
        except KnownError as error:
            met |= _ids(error)
        publications.give_up(dee, intended, "tried")
    return met


def nothing_is_out(out: Path) -> bool:
    """Tell whether no folder was written."""
    return not out.exists() or not list(out.iterdir())


def _ids(error: KnownError) -> set[str]:
    if isinstance(error, NotAllowed):
        return {reason.message.id for reason in error.reasons}
    return {error.happened.id}


def _force_stage(road: Road, post: PostId) -> None:
    """Say in the post's row that it is released: a status that must not matter."""
    with sealed_rows(road) as unit:
        draft: Draft = unit.posts.get(post)
        if draft.stage is not PostStage.RELEASED:
            unit.posts.change(replace(draft, stage=PostStage.RELEASED))
