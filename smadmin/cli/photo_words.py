"""What the photo commands answer about a photo: a line for people, and the JSON of the contract.

The JSON's keys and states don't change with the language. A line counts the faces that bear no name: a crowd
would be forty times the same words.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from smadmin.domain.messages import Message, say
from smadmin.domain.photos.ports import EngineName
from smadmin.domain.typed import tidy
from smadmin.services.photos.folders import KnownPerson, SeenFace, SeenPhoto

Json = dict[str, Any]
Word = Callable[[Message], str]

_DECIMALS = 4


def photo_line(word: Word, photo: SeenPhoto) -> str:
    """Say in one line what became of a photo."""
    place = tidy(str(photo.path))  # a line break in a name would look like another photo
    if photo.error is not None:
        return f"{place}: {word(photo.error)}"
    words = _faces_words(word, photo.faces)
    if photo.covered is not None:
        words.append(word(say("imaging.covered-line", n=photo.covered, copy=str(photo.copy))))
    elif photo.copy is not None:
        words.append(word(say("imaging.clean-line", copy=str(photo.copy))))
    words += [word(note) for note in photo.notes]
    return f"{place}: " + ("; ".join(words) or word(say("imaging.no-face")))


def _faces_words(word: Word, faces: Sequence[SeenFace]) -> list[str]:
    """Name who is alike, each once, and count the others, in the order in which they stand there."""
    judged = [one.judgement for one in faces]
    alike = Counter((one.state, one.likest.who if one.likest else "") for one in judged)
    return [
        word(say(f"imaging.state-{state.value.replace('_', '-')}", n=n, person=name))
        for (state, name), n in alike.items()
    ]


def head_json(word: Word, engine: EngineName, threshold: float, known: Sequence[KnownPerson]) -> Json:
    """Say what looked, and for whom."""
    return {
        "engine": {"detector": engine.detector, "descriptor": engine.descriptor, "threshold": threshold},
        "people": [
            {
                "name": person.name,
                "portraits": len(person.portraits),
                "unusable": [f"{file}: {word(why)}" for file, why in person.unusable],
            }
            for person in known
        ],
    }


def photo_json(word: Word, photo: SeenPhoto) -> Json:
    """Give a photo as the contract has it, and its copy if there is one."""
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
