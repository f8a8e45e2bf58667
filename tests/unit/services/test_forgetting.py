"""A folder that is gone after a restart is known by signs or by what the keyring still knows of it."""

from datetime import date
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from typing_extensions import override

from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.messages import say
from smadmin.services.forgetting import Forgets, Forgetting, Signs, Traces, forgetting, in_memory

DISK = "/dev/nvme0n1p2 / ext4 rw,relatime 0 0\ntmpfs /run tmpfs rw 0 0\ntmpfs /ram tmpfs rw 0 0\n"


@pytest.mark.parametrize(
    ("folder", "mounts", "expected"),
    [
        ("/home/maya/.local/share/smadmin", DISK, False),
        ("/ram/smadmin", DISK, True),
        ("/ramfiles/smadmin", DISK, False),
        ("/home/maya/smadmin", "/cow / overlay rw,lowerdir=/a,upperdir=/cow/upper 0 0\n", True),
        ("/home/maya/smadmin", "LiveOS_rootfs / overlay rw 0 0\n", True),
        ("/home/maya/smadmin", "overlay / overlay rw,upperdir=/var/lib/docker/overlay2/1/diff 0 0\n", False),
        ("/home/maya/smadmin", "/cow / overlay rw 0 0\n/dev/sda3 /home ext4 rw 0 0\n", False),
        ("/media/a stick/smadmin", "/dev/sda1 / ext4 rw 0 0\ntmpfs /media/a\\040stick tmpfs rw 0 0\n", True),
        ("/home/maya/smadmin", "", False),
        ("/home/maya/smadmin", "odd\n/dev/sda1 / ext4 rw 0 0\n", False),
    ],
)
def test_only_folders_in_memory_forget(folder: str, mounts: str, *, expected: bool) -> None:
    assert in_memory(Path(folder), mounts) is expected


def test_what_is_mounted_later_lies_above() -> None:
    both = "tmpfs /data tmpfs rw 0 0\n/dev/sdb1 /data ext4 rw 0 0\n"

    assert not in_memory(Path("/data/smadmin"), both)


class NoRing(MemorySecrets):
    @override
    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))


WINDOWS = {
    "USERPROFILE": r"C:\Users\mortega",
    "USERNAME": "mortega",
    "SYSTEMROOT": r"C:\Windows",
    "PROGRAMFILES": r"C:\Program Files",
    "PROGRAMFILES(X86)": r"C:\Program Files (x86)",
}
MAC = {"HOME": "/Users/mortega"}
KEPT = PureWindowsPath(r"C:\Users\mortega\AppData\Local\smadmin")


def told(
    kind: str, variables: dict[str, str], folder: PurePath, *there: str, mounts: str = ""
) -> tuple[Forgets, str] | None:
    """Ask about a made-up computer on which some files lie."""
    path = PureWindowsPath if kind == "win32" else PurePosixPath
    files = {path(one) for one in there}
    signs = Signs(kind, variables, exists=lambda one: one in files, mounts=lambda: mounts)
    found = forgetting(folder, signs)  # type: ignore[arg-type]  # another system's path, which isn't opened
    return None if found is None else (found.why, found.program)


def test_a_guest_s_folder_goes_with_the_guest() -> None:
    guest = WINDOWS | {"USERPROFILE": r"C:\Users\Guest", "USERNAME": "Guest"}
    mac = PurePosixPath("/Users/Guest/Library/Application Support/smadmin")

    assert told("win32", guest, PureWindowsPath(r"C:\Users\Guest\AppData\smadmin")) == (Forgets.GUEST, "")
    assert told("win32", guest, PureWindowsPath(r"D:\School")) is None
    assert told("darwin", {"HOME": "/Users/Guest"}, mac) == (Forgets.GUEST, "")
    assert told("darwin", {"HOME": "/Users/Guest"}, PurePosixPath("/Users/Shared/smadmin")) is None


@pytest.mark.parametrize("profile", ["TEMP", "TEMP.LINCOLN", "TEMP.000"])
def test_a_profile_that_windows_doesn_t_keep_is_known_by_its_name(profile: str) -> None:
    home = PureWindowsPath(r"C:\Users") / profile
    variables = WINDOWS | {"USERPROFILE": str(home)}

    assert told("win32", variables, home / "AppData" / "smadmin") == (Forgets.TEMPORARY, "")
    assert told("win32", variables, PureWindowsPath(r"C:\ProgramData\smadmin")) is None


def test_a_fixed_profile_is_known_by_its_file() -> None:
    assert told("win32", WINDOWS, KEPT, r"C:\Users\mortega\NTUSER.MAN") == (Forgets.TEMPORARY, "")
    assert told("win32", WINDOWS, KEPT, r"C:\Users\mortega\NTUSER.DAT") is None


@pytest.mark.parametrize(
    ("kind", "there", "program"),
    [
        ("win32", r"C:\Windows\System32\drivers\DeepFrz.sys", "Deep Freeze"),
        ("win32", r"C:\Program Files (x86)\Faronics\Deep Freeze", "Deep Freeze"),
        ("win32", r"C:\Windows\System32\uwfmgr.exe", "Unified Write Filter"),
        ("darwin", "/Library/Application Support/Faronics/Deep Freeze", "Deep Freeze"),
    ],
)
def test_a_program_that_puts_a_computer_back_is_named(kind: str, there: str, program: str) -> None:
    folder = KEPT if kind == "win32" else PurePosixPath("/Users/mortega/smadmin")

    assert told(kind, WINDOWS if kind == "win32" else MAC, folder, there) == (Forgets.FROZEN, program)


def test_a_usual_computer_is_not_suspected() -> None:
    assert told("win32", WINDOWS, KEPT) is None
    assert told("win32", {}, KEPT) is None
    assert told("darwin", MAC, PurePosixPath("/Users/mortega/smadmin")) is None
    assert told("linux", {}, PurePosixPath("/home/maya/smadmin"), mounts=DISK) is None
    assert told("linux", {}, PurePosixPath("/ram/smadmin"), mounts=DISK) == (Forgets.MEMORY, "")
    assert told("freebsd13", {}, PurePosixPath("/ram/smadmin"), mounts=DISK) is None


def test_an_empty_folder_in_which_a_school_lay_is_noticed() -> None:
    keyring, folder = MemorySecrets(), Path("/home/maya/smadmin")
    Traces(keyring).leave(folder, date(2026, 11, 16))

    found = Traces(keyring).emptied(folder)

    assert found == Forgetting(Forgets.EMPTIED, folder, day=date(2026, 11, 16))
    assert Traces(keyring).emptied(Path("/home/maya/other")) is None
    assert Traces(NoRing()).emptied(folder) is None
    Traces(NoRing()).leave(folder, date(2026, 11, 16))


def test_this_computer_is_looked_at_without_a_word() -> None:
    found = forgetting(Path(__file__))

    assert found is None or found.said.id.startswith("store.forgets-")
