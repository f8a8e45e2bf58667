"""A folder that is gone after a restart is known by what it lies on, and no other is suspected."""

from pathlib import Path

import pytest

from smadmin.services.forgetting import forgets, in_memory

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


def test_the_projects_own_folder_is_looked_at_without_a_word() -> None:
    assert forgets(Path(__file__)) in {True, False}
