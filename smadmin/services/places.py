"""Where a store lies: in the folder asked for, in one for all users of this computer, or in one's own.

Where several OS logins share a computer, the store lies in the folder for all its users, which another login
finds by itself; what belongs to one seat (locked identities, log) always stays in that login's own folder.
The sample school and one's own lie beside one another, each in a folder of its own; whoever turned from one
to the other finds it open when the window next opens. Commands don't follow there (`commanded.py`).
"""

import hashlib
import logging
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.storage.disk import FILE_NAME, disk_error
from smadmin.storage.regular import open_regular

_log = logging.getLogger(__name__)

_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
    }
)
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "nextcloud", "owncloud", "icloud drive")
_SAMPLE, _SCHOOL = "-sample", "-school"
"""How the folder beside is called: the sample's beside a school, a school's beside the sample."""
_PRIVATE = "-private"
"""How the folder is called, beside this login's own, for what is its alone of stores in named folders."""
_FOR_GROUP = 0o007
_MOST_PATH = 32 * 1024
_REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE


@dataclass(frozen=True)
class Place:
    """A data folder, and this login's own folder (the same one, unless the store is shared)."""

    store: Path
    seat: Path
    named: bool = field(default=False, compare=False)
    """Somebody named this folder; no other is offered."""

    @property
    def shared(self) -> bool:
        """Tell whether several OS logins of this computer use the store."""
        return self.store != self.seat

    @property
    def own(self) -> bool:
        """Tell whether what belongs to a seat lies in a folder that only this login uses."""
        return self.shared or self.seat.parent == own_folder().parent

    @property
    def private(self) -> Path:
        """Give the folder for what only this login may read, such as live log-ins: never a named one.

        Another login may open the same named folder, and it may lie on a stick.
        """
        if self.own:
            return self.seat
        named = hashlib.sha256(str(self.store.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
        own = own_folder()
        return own.with_name(f"{own.name}{_PRIVATE}") / named[:16]

    @property
    def has_store(self) -> bool:
        """Tell whether a store lies here already."""
        return (self.store / FILE_NAME).exists()


def own_folder() -> Path:
    """Give this OS login's own data folder."""
    return platformdirs.user_data_path("smadmin", appauthor=False)


def shared_folder() -> Path:
    """Give the folder for all users of this computer."""
    return platformdirs.site_data_path("smadmin", appauthor=False)


def find_place(wanted: Path | None) -> Place:
    """Find the store: in the folder asked for, once chosen, for all users, or one's own."""
    if wanted is not None:
        return replace(_place_in(wanted), named=True)
    if (chosen := chosen_folder()) is not None:
        return replace(_place_in(chosen), named=True)
    shared = Place(shared_folder(), own_folder())
    return shared if _visible(shared) else Place(own_folder(), own_folder())


def find_turned_place(wanted: Path | None) -> Place:
    """Find the store as the window does: where it last turned to from one school to the other comes first."""
    turned = _kept(_turned()) if wanted is None else None
    if turned is not None and turned.is_dir():
        return replace(_place_in(turned), named=chosen_folder() is not None)
    return find_place(wanted)


def school_beside(sample: Place) -> Place:
    """Give the place of one's own school beside the sample, whether it was set up yet or not."""
    beside = _renamed(sample.store, drop=_SAMPLE, add=_SCHOOL)
    shared = Place(shared_folder(), own_folder(), named=sample.named)
    mine = sample.store == own_folder() or beside == own_folder()
    if mine and not (beside / FILE_NAME).exists() and _visible(shared):
        return shared
    return Place(beside, beside, named=sample.named)


def sample_beside(school: Place) -> Place:
    """Give the place of the sample beside one's own school, whether it was made yet or not."""
    seat = Place(school.seat, school.seat, named=school.named)
    if school.shared and seat.has_store:
        return seat
    beside = _renamed(school.seat, drop=_SCHOOL, add=_SAMPLE)
    return Place(beside, beside, named=school.named)


def remember_turn(place: Place) -> None:
    """Have the window find its store there at the next start, without counting it as named (an errand).

    Raises:
        OutsideFailed: no permission, no space.
    """
    _keep(_turned(), place.store)


def data_folder_in(folder: Path) -> Path:
    """Give the data folder in a chosen one: itself if a store or nothing lies in it, else a new one inside.

    Raises:
        OutsideFailed: if this login may not look into it.
    """
    try:
        empty_or_ours = (folder / FILE_NAME).exists() or not any(folder.iterdir())
    except OSError as error:
        raise disk_error(error) from error
    return folder if empty_or_ours else folder / "smadmin"


def remember_folder(folder: Path) -> None:
    """Have this login find its store there from now on (an errand).

    Raises:
        OutsideFailed: no permission, no space.
    """
    _keep(_choice(), folder)
    try:
        _turned().unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(error) from error


def chosen_folder() -> Path | None:
    """Give the folder that was chosen on this login, or None."""
    return _kept(_choice())


def shared_blockers() -> tuple[Reason, ...]:
    """List why the store can't lie in the folder for all users of this computer.

    On Windows everybody may write there. Elsewhere whoever looks after the computer makes the folder for a
    group: `mkdir FOLDER; chgrp GROUP FOLDER; chmod 2770 FOLDER`.
    """
    folder = shared_folder()
    nearest = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    ready = os.access(nearest, os.W_OK | os.X_OK)
    if sys.platform != "win32":
        group = stat.S_IWGRP | stat.S_ISGID
        ready = ready and nearest == folder and folder.stat().st_mode & group == group
    if not ready:
        return (Reason(say("store.shared-not-ready", folder=str(folder)), None, "place"),)
    return place_blockers(folder)


def open_to_group(place: Place) -> None:
    """Let the group of a shared folder write the database too: SQLite makes files for their owner alone."""
    if umask_for(place) != _FOR_GROUP:
        return
    file = place.store / FILE_NAME
    if file.stat().st_uid == os.geteuid():
        file.chmod(0o660)


def place_blockers(folder: Path) -> tuple[Reason, ...]:
    """List why a store may not lie in a folder: databases break on network shares and in synced folders."""
    reasons = []
    if _on_network(folder):
        reasons.append(Reason(say("store.on-network", folder=str(folder))))
    if any(synced in part.casefold() for part in folder.parts for synced in _SYNCED):
        reasons.append(Reason(say("store.in-synced-folder", folder=str(folder))))
    return tuple(reasons)


def umask_for(place: Place) -> int:
    """Give the process's umask: nobody else, or in a group's shared folder nobody outside the group."""
    try:
        mode = place.store.stat().st_mode
    except OSError:
        return 0o077
    return _FOR_GROUP if place.shared and mode & stat.S_IWGRP else 0o077


def _choice() -> Path:
    return platformdirs.user_config_path("smadmin", appauthor=False) / "folder.txt"


def _turned() -> Path:
    return _choice().with_name("turned.txt")


def _kept(file: Path) -> Path | None:
    """Give a remembered folder, whether it is there now or not; what can't be one counts as none."""
    try:
        with open_regular(file) as opened:
            kept = opened.read(_MOST_PATH).decode("utf-8").strip()
        folder = Path(kept)
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            folder.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):  # cut by a power failure, or written by somebody else
        _log.warning("%s is spoilt and counts as not there", file.name)
        return None
    return folder if folder.is_absolute() else None


def _keep(file: Path, folder: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}.new")
        fresh.unlink(missing_ok=True)
        with fresh.open("xb") as target:
            target.write(bytes(folder.expanduser().absolute()))
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(file)
    except OSError as error:
        raise disk_error(error) from error


def _place_in(wanted: Path) -> Place:
    folder = wanted.expanduser().absolute()
    return Place(folder, own_folder() if folder == shared_folder() else folder)


def _renamed(folder: Path, *, drop: str, add: str) -> Path:
    name = folder.name
    return folder.with_name(name.removesuffix(drop) if name.endswith(drop) else name + add)


def _visible(place: Place) -> bool:
    try:
        return place.has_store
    except OSError:  # a folder that this login may not even look into
        return False


def _on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only Windows is asked this way

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    kinds = {line.split()[1].replace("\\040", " "): line.split()[2] for line in mounts}
    here = Path(os.path.realpath(folder))
    nearest = next((str(one) for one in (here, *here.parents) if str(one) in kinds), "/")
    return kinds.get(nearest, "") in _NETWORK
