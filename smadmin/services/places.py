"""Where a store lies: in the folder asked for, in one for all users of this computer, or in one's own.

Where several OS logins share a computer, the store lies in the folder for all its users, which another login
finds by itself; what belongs to one seat (locked identities, log) always stays in that login's own folder.
"""

import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.storage.engine import disk_error
from smadmin.storage.store import FILE_NAME

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
_FOR_GROUP = 0o007
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
    """Find the store: in the folder asked for or once chosen, the shared one if it has one, one's own."""
    if wanted is None:
        wanted = chosen_folder()
    if wanted is not None:
        folder = wanted.expanduser().absolute()
        return Place(folder, own_folder() if folder == shared_folder() else folder, named=True)
    shared = Place(shared_folder(), own_folder())
    return shared if _visible(shared) else Place(own_folder(), own_folder())


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
    try:
        _choice().parent.mkdir(parents=True, exist_ok=True)
        _choice().write_text(str(folder), "utf-8")
    except OSError as error:
        raise disk_error(error) from error


def chosen_folder() -> Path | None:
    """Give the folder that was chosen on this login, or None."""
    try:
        kept = _choice().read_text("utf-8").strip()
    except OSError:
        return None
    return Path(kept) if kept else None


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
