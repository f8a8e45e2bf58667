"""Runs deeds in child processes, for tests that kill them or fill their disk from outside (by strace).

`python -m tests.faults.acting FOLDER` signs somebody in at the school in `FOLDER/school` and, for each line
it reads (a deed's name), forks a child that does this deed on a copy of the school and says `acknowledged` or
the id of the error. Only the children write to a store, so what strace injects hits only them.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from smadmin.credentials.files import AgeFiles
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.videos.ports import CleanVideo, Videos
from smadmin.domain.videos.video import VideoFacts
from smadmin.services.accounts import Accounts
from smadmin.services.backups import Backups
from smadmin.services.desk import Desk
from smadmin.services.export import RecordExport
from smadmin.services.media import Media
from smadmin.services.places import Place
from smadmin.services.seats import identities_in, take_seat
from smadmin.services.session import Session
from smadmin.services.vault import Vault
from smadmin.services.videos.taking import TakingVideos
from smadmin.storage.clock import SystemClock, SystemIds
from smadmin.storage.files import MediaFiles
from smadmin.storage.store import Store
from tests.school import make_school, passphrase

FORM = AccountForm(Platform.X, "Lincoln", "lincoln_es", "https://x.com/lincoln_es", "social@lincoln.example")
ACKNOWLEDGED = "acknowledged"
KILLED = "killed"


def adopt(desk: Desk, by: Actor, _account: AccountId, _folder: Path) -> None:
    Accounts(desk).adopt(by, replace(FORM, handle="lincoln_two", page="https://x.com/lincoln_two"))


def confirm(desk: Desk, by: Actor, account: AccountId, _folder: Path) -> None:
    Accounts(desk).confirm(by, account, handle_seen="lincoln_es")


def designate(desk: Desk, by: Actor, account: AccountId, _folder: Path) -> None:
    with desk.look() as unit:
        bo = next(person.id for person in unit.trust.read().people.values() if person.name.startswith("Bo"))
    Accounts(desk).designate(by, account, bo)


def keep_log_in(desk: Desk, by: Actor, account: AccountId, _folder: Path) -> None:
    Vault(desk, MemorySecrets()).keep(by, account, LogIn("user", "word"))


def back_up(desk: Desk, _by: Actor, _account: AccountId, folder: Path) -> None:
    Backups(desk, Place(folder, folder)).make()


def export(desk: Desk, by: Actor, _account: AccountId, folder: Path) -> None:
    RecordExport(desk).write(by, folder / "bag")


def take_in_video(desk: Desk, by: Actor, _account: AccountId, folder: Path) -> None:
    (folder / "play.mp4").write_bytes(b"another video")
    taking_videos(desk, folder).take_in(by, folder / "play.mp4")


def remove_video(desk: Desk, by: Actor, _account: AccountId, folder: Path) -> None:
    with desk.look(by) as unit:
        (video,) = unit.videos.all()
    taking_videos(desk, folder).remove(by, video.id)


def taking_videos(desk: Desk, folder: Path) -> TakingVideos:
    """Give what takes videos in, with the sealed files of a folder."""
    return TakingVideos(
        desk, Media(desk, MediaFiles(folder / "media"), AgeFiles()), cast("Videos", CleanAlready())
    )


class CleanAlready:
    """Takes whatever it is given for a clean video: what opens real ones takes long to start."""

    def clean(self, untrusted_file: bytes) -> CleanVideo:
        return CleanVideo(untrusted_file, VideoFacts(640, 360, 2_000, sound=False))


DEEDS: dict[str, Callable[[Desk, Actor, AccountId, Path], None]] = {
    "adopt": adopt,
    "confirm": confirm,
    "designate": designate,
    "keep-log-in": keep_log_in,
    "back-up": back_up,
    "export": export,
    "take-in-video": take_in_video,
    "remove-video": remove_video,
}


def begin(folder: Path) -> None:
    """Make the school, and note what the keyring holds (the school is a made-up one)."""
    school = make_school(folder / "school", staff=("ana", "pat", "bo"))
    account = Accounts(school.desk).adopt(school.by("pat"), FORM).value
    (folder / "fair.mp4").write_bytes(b"a video")
    taking_videos(school.desk, folder / "school").take_in(school.by("pat"), folder / "fair.mp4")
    school.rest()
    noted = [school.id, account, school.people["pat"], school.secrets.get("seat"), school.root.key]
    (folder / "noted.json").write_text(json.dumps(noted))


def sign_in(folder: Path) -> tuple[Desk, Actor, AccountId]:
    """Sign the principal in at the school that `begin` made."""
    id_, account, person, secret, _ = json.loads((folder / "noted.json").read_text())
    desk = desk_at(folder / "school", SchoolId(id_))
    secrets = MemorySecrets()
    secrets.set("seat", secret)
    session = Session(desk, identities_in(folder / "school"), take_seat(secrets, found=False))
    return desk, session.sign_in(PersonId(person), passphrase("pat")).actor, AccountId(account)


def desk_at(folder: Path, school: SchoolId) -> Desk:
    """Give a desk on a store."""
    return Desk(Store.open(folder), school, SystemClock(), SystemIds(), Ed25519Verifier())


def main() -> None:
    """Serve deeds from the lines of stdin."""
    folder = Path(sys.argv[1])
    desk, by, account = sign_in(folder)
    desk.store.close()
    for number, line in enumerate(sys.stdin):
        copy = folder / f"{number:04}"
        shutil.copytree(folder / "school", copy)
        answer = in_a_child(partial(_do, desk.school, by, account, copy, line.strip()))
        os.write(1, f"{copy.name} {line.strip()} {answer}\n".encode())


def _do(school: SchoolId, by: Actor, account: AccountId, folder: Path, deed: str) -> None:
    DEEDS[deed](desk_at(folder, school), by, account, folder)


def in_a_child(deed: Callable[[], object]) -> str:
    """Do something in a fork; gives `ACKNOWLEDGED`, the id of the error, or how the child ended."""
    end, written = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            deed()
            os.write(written, ACKNOWLEDGED.encode())
        except KnownError as error:
            os.write(written, error.happened.id.encode())
        os._exit(0)
    os.close(written)
    _, status = os.waitpid(child, 0)
    said = os.read(end, 200).decode()
    os.close(end)
    return said or (KILLED if os.WIFSIGNALED(status) else f"ended with {status}")


if __name__ == "__main__":
    main()
