"""`smadmin photos scan|cover|clean`: photos in folders, with no store needed.

The JSON is a contract: its keys and states don't change with the language.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.matching import MATCH_AT_MOST, Thresholds
from smadmin.domain.photos.ports import EngineName
from smadmin.services.photos.folders import KnownPerson, PhotoFolders, SeenFace, SeenPhoto, Which

Json = dict[str, Any]

BAD_INPUT = 2
_DECIMALS = 4

_paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_people = click.option("--people", required=True, type=click.Path(path_type=Path), metavar="DIR")
_threshold = click.option(
    "--threshold", type=click.FloatRange(0, 2), default=MATCH_AT_MOST, show_default=True
)
_workers = click.option("--workers", type=click.IntRange(1, 16), default=1, show_default=True)
_out = click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
_as_json = click.option("--json", "as_json", is_flag=True)


@dataclass(frozen=True)
class PhotoDoors:
    """What these commands get from `app`.

    Args:
        open_folders: opens the photo workers, so many photos at once; closing ends their processes.
        matching_reasons: why faces may not be compared; empty where they may, None where there is no store.
        word: says a message in the person's language.
    """

    open_folders: Callable[[int], AbstractContextManager[PhotoFolders]]
    matching_reasons: Callable[[], tuple[Reason, ...] | None]
    word: Callable[[Message], str]


def photo_commands(doors: PhotoDoors) -> click.Group:
    """Make the group `photos` with its three commands."""
    group = click.Group("photos", help="Find faces in photo files, cover them, remove hidden data.")
    for command in (_scan_command(doors), _cover_command(doors), _clean_command(doors)):
        group.add_command(command)
    return group


def _scan_command(doors: PhotoDoors) -> click.Command:
    @click.command("scan")
    @_paths
    @_people
    @_threshold
    @_workers
    @_as_json
    def scan(paths: tuple[Path, ...], people: Path, threshold: float, workers: int, *, as_json: bool) -> None:
        """Find faces and say whom of --people (a folder or a file per person) they look like."""
        _ask_whether_comparing_is_allowed(doors)
        with doors.open_folders(workers) as folders:
            photos = folders.photos(paths)
            known = folders.people(people)
            seen = _with_progress(folders.scan(photos, known, Thresholds.around(threshold)), len(photos))
            engine = folders.engine()
        _tell(doors, seen, as_json=as_json, head=_head_json(doors, engine, threshold, known))

    return scan


def _cover_command(doors: PhotoDoors) -> click.Command:
    @click.command("cover")
    @_paths
    @_people
    @_threshold
    @_workers
    @_out
    @click.option("--cover", "which", type=click.Choice([which.value for which in Which]), default="matched")
    @click.option("--style", type=click.Choice(["solid"]), default="solid", expose_value=False)
    @_as_json
    def cover(
        paths: tuple[Path, ...],
        people: Path,
        threshold: float,
        workers: int,
        *,
        out: Path,
        which: str,
        as_json: bool,
    ) -> None:
        """Write copies with faces covered for good and nothing in them but pixels."""
        _ask_whether_comparing_is_allowed(doors)
        with doors.open_folders(workers) as folders:
            photos = folders.photos(paths)
            known = folders.people(people)
            deed = folders.cover(photos, known, Thresholds.around(threshold), which=Which(which), out=out)
            seen = _with_progress(deed, len(photos))
            engine = folders.engine()
        _tell(doors, seen, as_json=as_json, head=_head_json(doors, engine, threshold, known))
        _fail_if_any_is_missing(seen)

    return cover


def _clean_command(doors: PhotoDoors) -> click.Command:
    @click.command("clean")
    @_paths
    @_workers
    @_out
    @_as_json
    def clean(paths: tuple[Path, ...], workers: int, *, out: Path, as_json: bool) -> None:
        """Write copies that hold the pixels and nothing else: no place, no camera, no thumbnail."""
        with doors.open_folders(workers) as folders:
            photos = folders.photos(paths)
            seen = _with_progress(folders.clean(photos, out=out), len(photos))
        _tell(doors, seen, as_json=as_json, head={})
        _fail_if_any_is_missing(seen)

    return clean


def _ask_whether_comparing_is_allowed(doors: PhotoDoors) -> None:
    reasons = doors.matching_reasons()
    if reasons:
        raise NotAllowed(reasons)
    if reasons is None:
        click.echo(doors.word(say("imaging.needs-legal-basis")), err=True)


def _with_progress(photos: Iterator[SeenPhoto], count: int) -> list[SeenPhoto]:
    if not sys.stderr.isatty():
        return list(photos)
    with click.progressbar(photos, length=count, file=sys.stderr) as bar:
        return list(bar)


def _fail_if_any_is_missing(seen: Iterable[SeenPhoto]) -> None:
    if missing := sum(photo.error is not None for photo in seen):
        raise BadInput(say("imaging.left-out", n=missing), kept=say("imaging.others-written"))


def _tell(doors: PhotoDoors, seen: Sequence[SeenPhoto], *, as_json: bool, head: Json) -> None:
    faces = sum(len(photo.faces) for photo in seen)
    unreadable = sum(photo.error is not None for photo in seen)
    if as_json:
        photos = [_photo_json(doors, photo) for photo in seen]
        seconds = round(sum(photo.seconds for photo in seen), 2)
        totals = {"photos": len(seen), "faces": faces, "unreadable": unreadable, "seconds": seconds}
        click.echo(json.dumps({**head, "photos": photos, "totals": totals}, ensure_ascii=False, indent=2))
        return
    for person in head.get("people", ()):
        for file in person["unusable"]:
            click.echo(f"{person['name']}: {file}", err=True)
    for photo in seen:
        click.echo(_photo_line(doors, photo))
    click.echo(doors.word(say("imaging.totals", n=len(seen), faces=faces, unreadable=unreadable)))


def _photo_line(doors: PhotoDoors, photo: SeenPhoto) -> str:
    if photo.error is not None:
        return f"{photo.path}: {doors.word(photo.error)}"
    words = [_face_words(doors, face) for face in photo.faces]
    if photo.covered is not None:
        words.append(doors.word(say("imaging.covered-line", n=photo.covered, copy=str(photo.copy))))
    elif photo.copy is not None:
        words.append(doors.word(say("imaging.clean-line", copy=str(photo.copy))))
    return f"{photo.path}: " + ("; ".join(words) or doors.word(say("imaging.no-face")))


def _face_words(doors: PhotoDoors, face: SeenFace) -> str:
    likest = face.judgement.likest
    name = likest.who if likest else ""
    return doors.word(say(f"imaging.state-{face.judgement.state.value.replace('_', '-')}", person=name))


def _head_json(doors: PhotoDoors, engine: EngineName, threshold: float, known: Sequence[KnownPerson]) -> Json:
    return {
        "engine": {"detector": engine.detector, "descriptor": engine.descriptor, "threshold": threshold},
        "people": [
            {
                "name": person.name,
                "portraits": len(person.portraits),
                "unusable": [f"{file}: {doors.word(why)}" for file, why in person.unusable],
            }
            for person in known
        ],
    }


def _photo_json(doors: PhotoDoors, photo: SeenPhoto) -> Json:
    told: Json = {
        "path": str(photo.path),
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "error": None if photo.error is None else doors.word(photo.error),
        "seconds": round(photo.seconds, 3),
        "faces": [_face_json(face) for face in photo.faces],
    }
    if photo.copy is not None:
        told |= {"copy": str(photo.copy), "covered": photo.covered}
    return told


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
