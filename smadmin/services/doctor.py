"""What `smadmin doctor` finds: versions, store, keyring, models, fonts, disk, and what mends them."""

import importlib.metadata
import importlib.util
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smadmin import __version__
from smadmin.credentials.locks import FLOOR, seconds_of
from smadmin.credentials.secrets import KeyringSecrets, NoKeyring
from smadmin.domain.messages import Message, say
from smadmin.imaging import model_files
from smadmin.services.forgetting import Forgets, Traces, forgetting
from smadmin.services.places import Place, place_blockers
from smadmin.services.protection import Guard, protection
from smadmin.storage.engine import SQLITE_VERSION

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "cryptography", "pyrage", "keyring", "pillow", "pi-heif")
_MODELS = "face_recognition_models"
_LEAST_FREE = 500 * 1024 * 1024
_PROBE = "doctor"
_SLOW_S = 1.0
"""Signing in takes less by design; the least costs that a lock may have decide it."""


class Health(StrEnum):
    """How well something is."""

    GOOD = "good"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True)
class Symptom:
    """One thing that was looked at; `remedy` says what mends it."""

    what: str
    health: Health
    message: Message
    remedy: Message | None = None


class Doctor:
    """Looks at this computer and this data folder; changes nothing."""

    def __init__(self, place: Place) -> None:
        """Take the data folder."""
        self._place = place

    def examine(self) -> Iterator[Symptom]:
        """Look at one thing after the other (an errand; the keyring may take five seconds)."""
        yield self._versions()
        yield self._folder()
        yield from self._blocked()
        yield from self._forgetting()
        yield self._space()
        yield self._keyring()
        yield self._signing_in()
        yield self._models()
        yield self._fonts()
        yield self._disk()
        yield self._protection()

    def _versions(self) -> Symptom:
        lacking = [name for name in _LIBRARIES if _version(name) is None]
        if lacking:
            remedy = say("doctor.libraries-remedy")
            return Symptom(
                "versions", Health.MISSING, say("doctor.libraries-missing", names=", ".join(lacking)), remedy
            )
        told = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
        python = f"{platform.python_version()}, SQLite {SQLITE_VERSION}"
        return Symptom(
            "versions",
            Health.GOOD,
            say("doctor.versions", program=__version__, python=python, libraries=told),
        )

    def _folder(self) -> Symptom:
        folder = str(self._place.store)
        if self._place.has_store:
            shared = self._place.shared
            return Symptom(
                "store",
                Health.GOOD,
                say("doctor.store-shared", folder=folder) if shared else say("doctor.store", folder=folder),
            )
        return Symptom("store", Health.NOTE, say("doctor.no-store", folder=folder), say("store.first-run"))

    def _blocked(self) -> Iterator[Symptom]:
        for reason in place_blockers(self._place.store):
            yield Symptom("store", Health.MISSING, reason.message, say("store.read-only-remedy"))

    def _forgetting(self) -> Iterator[Symptom]:
        found = forgetting(self._place.store)
        if found is None and not self._place.has_store:
            found = Traces(KeyringSecrets(Traces.PREFIX)).emptied(self._place.store)
        if found is not None:
            maybe = found.why in {Forgets.FROZEN, Forgets.EMPTIED}
            yield Symptom("store", Health.NOTE if maybe else Health.MISSING, found.said, found.remedy)

    def _space(self) -> Symptom:
        folder = next(one for one in (self._place.store, *self._place.store.parents) if one.exists())
        free = shutil.disk_usage(folder).free
        message = say("doctor.space", megabytes=free // (1024 * 1024))
        if free < _LEAST_FREE:
            return Symptom("space", Health.NOTE, message, say("store.disk-full-remedy"))
        return Symptom("space", Health.GOOD, message)

    def _keyring(self) -> Symptom:
        probe = KeyringSecrets(_PROBE)
        try:
            probe.get(_PROBE)
        except NoKeyring as error:
            remedy = say("doctor.keyring-remedy-linux") if sys.platform == "linux" else error.remedy
            return Symptom("keyring", Health.MISSING, error.happened, remedy)
        return Symptom("keyring", Health.GOOD, say("doctor.keyring", backend=probe.backend))

    def _signing_in(self) -> Symptom:
        took = seconds_of(FLOOR)
        if took > _SLOW_S:
            slow = say("doctor.sign-in-slow", n=int(took))
            return Symptom("sign-in", Health.NOTE, slow, say("doctor.sign-in-slow-remedy"))
        return Symptom("sign-in", Health.GOOD, say("doctor.sign-in"))

    def _models(self) -> Symptom:
        found = importlib.util.find_spec(_MODELS)
        places = [] if found is None else list(found.submodule_search_locations or [])
        models = [file for place in places for file in Path(place).glob("models/*.dat")]
        if not models:
            return Symptom(
                "models", Health.MISSING, say("doctor.models-missing"), say("doctor.libraries-remedy")
            )
        if not model_files.are_there():
            return Symptom("models", Health.NOTE, say("doctor.models-slow"), say("doctor.models-slow-remedy"))
        return Symptom("models", Health.GOOD, say("doctor.models", n=len(models)))

    def _fonts(self) -> Symptom:
        if sys.platform != "linux":
            return Symptom("fonts", Health.GOOD, say("doctor.fonts"))
        folders = (
            Path("/usr/share/fonts"),
            Path.home() / ".local/share/fonts",
            Path("/usr/local/share/fonts"),
        )
        any_font = any(next(folder.rglob("*.[to]tf"), None) for folder in folders if folder.is_dir())
        if any_font:
            return Symptom("fonts", Health.GOOD, say("doctor.fonts"))
        return Symptom("fonts", Health.MISSING, say("doctor.fonts-missing"), say("doctor.fonts-remedy"))

    def _disk(self) -> Symptom:
        encrypted = _disk_encrypted()
        if encrypted is None:
            return Symptom("disk", Health.NOTE, say("doctor.disk-unknown"), say("doctor.disk-remedy"))
        if encrypted:
            return Symptom("disk", Health.GOOD, say("doctor.disk-encrypted"))
        return Symptom("disk", Health.NOTE, say("doctor.disk-plain"), say("doctor.disk-remedy"))

    def _protection(self) -> Symptom:
        found = protection()
        health = Health.GOOD if found.guard is Guard.ON else Health.NOTE
        message = say(f"doctor.protection-{found.guard.value}", product=found.product)
        remedy = None if found.guard is Guard.ON else say("doctor.protection-remedy")
        return Symptom("protection", health, message, remedy)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _disk_encrypted() -> bool | None:
    """Tell whether this computer's disk is encrypted; None where that can't be seen."""
    mapped = Path("/sys/block")
    if sys.platform != "linux" or not mapped.is_dir():
        return None
    kinds = [uuid.read_text("ascii", "replace") for uuid in mapped.glob("dm-*/dm/uuid")]
    return True if any(kind.startswith("CRYPT-") for kind in kinds) else (False if kinds else None)
