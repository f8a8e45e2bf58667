"""`smadmin photos scan|cover|clean`: photos in folders, with no store needed.

The JSON is a contract: its keys and states don't change with the language.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from smadmin.cli.asking import Asked, asked
from smadmin.cli.photo_words import Json, head_json, photo_json, photo_line
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.matching import MATCH_AT_MOST, Thresholds
from smadmin.domain.photos.renditions import Rendition, rendition_of
from smadmin.services.commanded import command_place
from smadmin.services.photos.folders import (
    Copies,
    PhotoFolders,
    SeenPhoto,
    Which,
    open_photo_folders,
)

Outcome = TypeVar("Outcome")

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_threshold = click.option(
    "--threshold",
    type=click.FloatRange(0, 2),
    default=MATCH_AT_MOST,
    show_default=True,
    help="How alike a face must be to count as that person; less is stricter.",
)
_workers = click.option(
    "--workers",
    type=click.IntRange(1, 16),
    default=1,
    show_default=True,
    help="So many photos are opened at a time.",
)
_platform = click.option("--platform", metavar="P", help="As large and fine as x, facebook, … takes it.")
_out = click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the copies go; nothing there is overwritten.",
)
_cover = click.option(
    "--cover",
    "which",
    type=click.Choice([which.value for which in Which]),
    default=Which.MATCHED.value,
    show_default=True,
    help="matched: who looks, or may look, like somebody of --people. unknown: who doesn't surely look "
    "like one of them. all: everybody; this needs no --people.",
)
_style = click.option(
    "--style",
    type=click.Choice([style.value for style in CoverStyle]),
    default=CoverStyle.SOLID.value,
    show_default=True,
    help="What a cover looks like. Under each of them the face is gone for good.",
)


def _people(*, required: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--people",
        required=required,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Whom to look for: a folder of portraits for each person, or a file for each.",
    )


OpenFolders = Callable[[int], AbstractContextManager[PhotoFolders]]
"""Starts what sees photos, so many at once; leaving the block ends its processes."""


def photo_commands(open_folders: OpenFolders = open_photo_folders) -> click.Group:
    """Make the group `photos` with its three commands."""
    group = click.Group("photos", help="Find faces in photo files, cover them, remove hidden data.")
    for command in (_scan_command(open_folders), _cover_command(open_folders), _clean_command(open_folders)):
        group.add_command(command)
    return group


def _scan_command(open_folders: OpenFolders) -> click.Command:
    @click.command("scan")
    @_paths
    @_people(required=True)
    @_threshold
    @_workers
    def scan(paths: tuple[Path, ...], people: Path, threshold: float, workers: int) -> None:
        """Find faces and say whom of --people (a folder or a file per person) they look like."""
        state = asked()
        _ask_whether_comparing_is_allowed(state)
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            known = folders.people(people, watched=partial(_bar, state, "imaging.bar-portraits"))
            seen = _with_progress(state, folders.scan(photos, known, Thresholds.around(threshold)), photos)
            engine = folders.engine()
        if engine.weaker:
            state.remark(say("imaging.weaker-eyes"))
        _tell(state, seen, head_json(state.word, engine, threshold, known))

    return scan


def _cover_command(open_folders: OpenFolders) -> click.Command:
    @click.command("cover")
    @_paths
    @_people(required=False)
    @_threshold
    @_workers
    @_out
    @_cover
    @_style
    @_platform
    def cover(
        paths: tuple[Path, ...],
        people: Path | None,
        threshold: float,
        workers: int,
        *,
        out: Path,
        which: str,
        style: str,
        platform: str | None,
    ) -> None:
        """Write copies with faces covered for good and nothing in them but pixels."""
        state, wanted = asked(), Which(which)
        if people is not None:
            _ask_whether_comparing_is_allowed(state)
        elif wanted is not Which.ALL:
            raise BadInput(say("imaging.whom"), remedy=say("imaging.whom-remedy"))
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            watched = partial(_bar, state, "imaging.bar-portraits")
            known = () if people is None else folders.people(people, watched=watched)
            copies = Copies(out, CoverStyle(style), _rendition(platform))
            deed = folders.cover(photos, known, Thresholds.around(threshold), which=wanted, copies=copies)
            seen = _with_progress(state, deed, photos)
            engine = folders.engine()
        if engine.weaker:
            state.remark(say("imaging.weaker-eyes"))
        _tell(state, seen, head_json(state.word, engine, threshold, known))
        _warn_of_doubts(state, seen, wanted)
        _fail_if_any_is_missing(seen)

    return cover


def _clean_command(open_folders: OpenFolders) -> click.Command:
    @click.command("clean")
    @_paths
    @_workers
    @_out
    @_platform
    def clean(paths: tuple[Path, ...], workers: int, *, out: Path, platform: str | None) -> None:
        """Write copies that hold the pixels and nothing else: no place, no camera, no thumbnail."""
        state = asked()
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            deed = folders.clean(photos, Copies(out, rendition=_rendition(platform)))
            seen = _with_progress(state, deed, photos)
        _tell(state, seen, {})
        _fail_if_any_is_missing(seen)

    return clean


def _ask_whether_comparing_is_allowed(state: Asked) -> None:
    """Ask the school's law record if there is one; without a school say that a legal basis is needed."""
    if not command_place(state.folder).has_store:
        state.remark(say("imaging.needs-legal-basis"))
        return
    from smadmin.services.photos.permission import comparing_blockers  # noqa: PLC0415 - only where a school is

    with state.grounds() as grounds:
        reasons = comparing_blockers(grounds.office().desk) if grounds.founded else ()
    if reasons:
        raise NotAllowed(reasons)


def _rendition(platform: str | None) -> Rendition:
    """Give what a platform's pictures keep within; all there is where none is named."""
    if platform is None:
        return Rendition()
    from smadmin.services.policy import Policy  # noqa: PLC0415 - only where a platform is named

    return rendition_of(Policy.shipped().facts(platform))


def _with_progress(state: Asked, outcomes: Iterator[SeenPhoto], photos: Sequence[Path]) -> list[SeenPhoto]:
    """Give all outcomes in the order of the photos; show meanwhile how many have come."""
    places = {path: place for place, path in enumerate(photos)}
    watched = _bar(state, "imaging.bar-photos", outcomes, len(photos))
    return sorted(watched, key=lambda seen: places[seen.path])


def _bar(state: Asked, label: str, outcomes: Iterator[Outcome], many: int) -> Iterator[Outcome]:
    """Give the outcomes as they come; on a terminal show how many have come, and the time left."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    words = state.word(say(label))
    with click.progressbar(outcomes, length=many, label=words, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _warn_of_doubts(state: Asked, seen: Iterable[SeenPhoto], which: Which) -> None:
    """Say how many faces were left as they are because nobody could be told by them."""
    states = [face.judgement.state for photo in seen for face in photo.faces]
    doubts = sum(one is FaceState.TOO_SMALL and not which.takes(one) for one in states)
    if doubts:
        state.remark(say("imaging.left-in-doubt", n=doubts))


def _fail_if_any_is_missing(seen: Iterable[SeenPhoto]) -> None:
    if missing := sum(photo.error is not None for photo in seen):
        raise BadInput(say("imaging.left-out", n=missing), kept=say("imaging.others-written"))


def _tell(state: Asked, seen: Sequence[SeenPhoto], head: Json) -> None:
    faces = sum(len(photo.faces) for photo in seen)
    unreadable = sum(photo.error is not None for photo in seen)
    seconds = round(sum(photo.seconds for photo in seen), 2)
    totals = {"photos": len(seen), "faces": faces, "unreadable": unreadable, "seconds": seconds}
    state.document({**head, "photos": [photo_json(state.word, photo) for photo in seen], "totals": totals})
    if state.as_json:
        return
    for person in head.get("people", ()):
        for file in person["unusable"]:
            click.echo(f"{person['name']}: {file}", err=True)
    for photo in seen:
        click.echo(photo_line(state.word, photo))
    state.tell(say("imaging.totals", n=len(seen), faces=faces, unreadable=unreadable))
