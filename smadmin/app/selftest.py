"""`smadmin --self-test`: is everything here that is needed? Screens, store, keyring, models, decoders.

It works in a throw-away folder with a keyring in memory and touches nobody's data. A keyring that is missing
is a line of the report, for the program runs without one; anything else that is missing is a failure.
"""

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from smadmin.app.screens import SCREENS
from smadmin.app.stage import staged
from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.pictures import ImageFormat
from smadmin.imaging.workers import PhotoWorkers
from smadmin.language.catalogue import Catalogue
from smadmin.resources import find
from smadmin.services.founding import found_sample
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.sample.making import PASSPHRASE

DONE, FAILED = 0, 4
_SITTER = "Maya Ortega"
_HEIF = "sample/photos/06-garden.heic"
"""No library here writes HEIF, so the file is one drawn once."""

_SIZE = (48, 32)
_PROBE = "self-test"


@dataclass
class Report:
    """What was looked at, line by line, on standard output."""

    catalogue: Catalogue
    failures: list[Message] = field(default_factory=list)

    def tell(self, message: Message) -> None:
        """Say that something is here."""
        sys.stdout.write(self.catalogue.word(message) + "\n")
        sys.stdout.flush()

    def fail(self, message: Message) -> None:
        """Say that something is missing."""
        self.failures.append(message)
        self.tell(message)


def self_test(catalogue: Catalogue, application: QApplication) -> int:
    """Look at everything and say so; gives 0, or 4 where something is missing."""
    report = Report(catalogue)
    steps: tuple[tuple[str, Callable[[Report], None]], ...] = (
        ("screens", lambda report: _screens(report, application)),
        ("keyring", _keyring),
        ("models", _models),
        ("formats", _formats),
    )
    for name, step in steps:
        try:
            step(report)
        except KnownError as error:
            report.fail(say(f"selftest.no-{name}", why=error.happened))
    report.tell(say("selftest.failed", n=len(report.failures)) if report.failures else say("selftest.passed"))
    return FAILED if report.failures else DONE


def _screens(report: Report, application: QApplication) -> None:
    """Open a fresh store, make the sample school in it, and every screen on it."""
    with tempfile.TemporaryDirectory(prefix="smadmin-self-test-") as folder, _office(Path(folder)) as office:
        report.tell(say("selftest.store"))
        with staged(office, application, language=report.catalogue.language) as stage:
            for screen in SCREENS:
                stage.open(screen)
                if stage.bugs:
                    report.fail(
                        say("selftest.screen-broken", screen=screen, kind=type(stage.bugs[0]).__name__)
                    )
                    stage.bugs.clear()
            report.tell(say("selftest.screens", n=len(SCREENS)))


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    secrets = MemorySecrets()
    office = found_sample(open_grounds(Place(folder, folder), lambda _store: secrets))
    try:
        person = next(one.person for one in office.session.sitters() if one.name == _SITTER)
        office.begin_work(office.session.sign_in(person, PASSPHRASE).actor)
        yield office
    finally:
        office.close()


def _keyring(report: Report) -> None:
    probe = KeyringSecrets(_PROBE)
    try:
        probe.get(_PROBE)
    except NoKeyring as error:
        report.tell(say("selftest.without-keyring", why=error.happened))
        return
    report.tell(say("selftest.keyring", backend=probe.backend))


def _models(report: Report) -> None:
    with PhotoWorkers.open() as workers:
        report.tell(say("selftest.models", name=workers.name().detector))


def _formats(report: Report) -> None:
    """Decode a photo of each format in the jailed decoder, as every photo is."""
    drawn = find(_HEIF).read_bytes()
    files = {one: drawn if one is ImageFormat.HEIF else _encoded(one) for one in ImageFormat}
    opened = []
    with PhotoWorkers.open() as workers:
        for kind, file in files.items():
            try:
                workers.preview(file, longest_px=_SIZE[0])
            except KnownError as error:
                report.fail(say("selftest.no-format", name=kind.value, why=error.happened))
            else:
                opened.append(kind.value)
    report.tell(say("selftest.formats", names=", ".join(opened)))


def _encoded(kind: ImageFormat) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize(_SIZE).convert("RGB").save(file, kind.value)
    return file.getvalue()
