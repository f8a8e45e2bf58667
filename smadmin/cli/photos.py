"""`smadmin photos scan|cover|clean`: photos in folders, with no store needed.

The JSON is a contract: its keys and states don't change with the language.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click

from smadmin.cli.asking import Asked, asked
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.matching import MATCH_AT_MOST, Thresholds
from smadmin.domain.photos.ports import EngineName
from smadmin.domain.photos.renditions import Rendition, fitting
from smadmin.domain.typed import tidy
from smadmin.services.commanded import command_place
from smadmin.services.photos.folders import (
    Copies,
    KnownPerson,
    PhotoFolders,
    SeenFace,
    SeenPhoto,
    Which,
    open_photo_folders,
)

Json = dict[str, Any]
Word = Callable[[Message], str]

_DECIMALS = 4

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_people = click.option("--people", required=True, type=click.Path(path_type=Path), metavar="DIR")
_threshold = click.option(
    "--threshold", type=click.FloatRange(0, 2), default=MATCH_AT_MOST, show_default=True
)
_workers = click.option("--workers", type=click.IntRange(1, 16), default=1, show_default=True)
_platform = click.option("--platform", metavar="P", help="As large and fine as x, facebook, … takes it.")
_out = click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR")


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
    @_people
    @_threshold
    @_workers
    def scan(paths: tuple[Path, ...], people: Path, threshold: float, workers: int) -> None:
        """Find faces and say whom of --people (a folder or a file per person) they look like."""
        state = asked()
        _ask_whether_comparing_is_allowed(state)
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            known = folders.people(people)
            seen = _with_progress(folders.scan(photos, known, Thresholds.around(threshold)), photos)
            engine = folders.engine()
        _tell(state, seen, _head_json(state, engine, threshold, known))

    return scan


def _cover_command(open_folders: OpenFolders) -> click.Command:
    @click.command("cover")
    @_paths
    @_people
    @_threshold
    @_workers
    @_out
    @click.option("--cover", "which", type=click.Choice([which.value for which in Which]), default="matched")
    @click.option("--style", type=click.Choice([style.value for style in CoverStyle]), default="solid")
    @_platform
    def cover(
        paths: tuple[Path, ...],
        people: Path,
        threshold: float,
        workers: int,
        *,
        out: Path,
        which: str,
        style: str,
        platform: str | None,
    ) -> None:
        """Write copies with faces covered for good and nothing in them but pixels."""
        state = asked()
        _ask_whether_comparing_is_allowed(state)
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            known = folders.people(people)
            copies = Copies(out, CoverStyle(style), _rendition(platform))
            deed = folders.cover(
                photos, known, Thresholds.around(threshold), which=Which(which), copies=copies
            )
            seen = _with_progress(deed, photos)
            engine = folders.engine()
        _tell(state, seen, _head_json(state, engine, threshold, known))
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
        with open_folders(workers) as folders:
            photos = folders.photos(paths)
            deed = folders.clean(photos, Copies(out, rendition=_rendition(platform)))
            seen = _with_progress(deed, photos)
        _tell(asked(), seen, {})
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

    return fitting([Policy.shipped().facts(platform)])


def _with_progress(outcomes: Iterator[SeenPhoto], photos: Sequence[Path]) -> list[SeenPhoto]:
    """Give all outcomes in the order of the photos; show meanwhile how many have come."""
    places = {path: place for place, path in enumerate(photos)}
    if not sys.stderr.isatty():
        return sorted(outcomes, key=lambda seen: places[seen.path])
    with click.progressbar(outcomes, length=len(photos), file=sys.stderr, show_pos=True) as bar:
        return sorted(bar, key=lambda seen: places[seen.path])


def _fail_if_any_is_missing(seen: Iterable[SeenPhoto]) -> None:
    if missing := sum(photo.error is not None for photo in seen):
        raise BadInput(say("imaging.left-out", n=missing), kept=say("imaging.others-written"))


def _tell(state: Asked, seen: Sequence[SeenPhoto], head: Json) -> None:
    faces = sum(len(photo.faces) for photo in seen)
    unreadable = sum(photo.error is not None for photo in seen)
    seconds = round(sum(photo.seconds for photo in seen), 2)
    totals = {"photos": len(seen), "faces": faces, "unreadable": unreadable, "seconds": seconds}
    state.document({**head, "photos": [_photo_json(state.word, photo) for photo in seen], "totals": totals})
    if state.as_json:
        return
    for person in head.get("people", ()):
        for file in person["unusable"]:
            click.echo(f"{person['name']}: {file}", err=True)
    for photo in seen:
        click.echo(_photo_line(state.word, photo))
    state.tell(say("imaging.totals", n=len(seen), faces=faces, unreadable=unreadable))


def _photo_line(word: Word, photo: SeenPhoto) -> str:
    place = tidy(str(photo.path))  # a line break in a name would look like another photo
    if photo.error is not None:
        return f"{place}: {word(photo.error)}"
    words = [_face_words(word, face) for face in photo.faces]
    if photo.covered is not None:
        words.append(word(say("imaging.covered-line", n=photo.covered, copy=str(photo.copy))))
    elif photo.copy is not None:
        words.append(word(say("imaging.clean-line", copy=str(photo.copy))))
    words += [word(note) for note in photo.notes]
    return f"{place}: " + ("; ".join(words) or word(say("imaging.no-face")))


def _face_words(word: Word, face: SeenFace) -> str:
    likest = face.judgement.likest
    name = likest.who if likest else ""
    return word(say(f"imaging.state-{face.judgement.state.value.replace('_', '-')}", person=name))


def _head_json(state: Asked, engine: EngineName, threshold: float, known: Sequence[KnownPerson]) -> Json:
    return {
        "engine": {"detector": engine.detector, "descriptor": engine.descriptor, "threshold": threshold},
        "people": [
            {
                "name": person.name,
                "portraits": len(person.portraits),
                "unusable": [f"{file}: {state.word(why)}" for file, why in person.unusable],
            }
            for person in known
        ],
    }


def _photo_json(word: Word, photo: SeenPhoto) -> Json:
    told: Json = {
        "path": _as_text(photo.path),
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "error": None if photo.error is None else word(photo.error),
        "seconds": round(photo.seconds, 3),
        "faces": [_face_json(face) for face in photo.faces],
    }
    if photo.copy is not None:
        notes = [word(note) for note in photo.notes]
        told |= {"copy": _as_text(photo.copy), "covered": photo.covered, "notes": notes}
    return told


def _as_text(path: Path) -> str:
    """Give a path as JSON can hold it: a name on the disk may be no text at all."""
    return str(path).encode(errors="replace").decode()


def _face_json(seen: SeenFace) -> Json:
    judgement = seen.judgement
    nearest = [{"person": one.who, "distance": round(one.distance, _DECIMALS)} for one in judgement.nearest]
    box = seen.face.box
    return {
        "box": [box.left, box.top, box.right, box.bottom],
        "confidence": round(seen.face.confidence, _DECIMALS),
        "state": judgement.state.value,
        "person": judgement.likest.who if judgement.likest else None,
        "distance": nearest[0]["distance"] if nearest else None,
        "nearest": nearest,
    }
