"""A connected phone or camera is found by its folder of pictures."""

from pathlib import Path

from smadmin.services.photos.phones import looks_like_phone, phone_folders


def test_cards_and_phones_are_found_and_other_disks_are_not(tmp_path: Path) -> None:
    (tmp_path / "CANON" / "DCIM").mkdir(parents=True)
    (tmp_path / "mtp:host=Pixel_8").mkdir()
    (tmp_path / "BACKUP" / "papers").mkdir(parents=True)

    assert phone_folders([tmp_path, tmp_path / "gone"]) == (
        tmp_path / "CANON" / "DCIM",
        tmp_path / "mtp:host=Pixel_8",
    )


def test_a_drive_that_is_a_card_itself_is_found(tmp_path: Path) -> None:
    (tmp_path / "DCIM").mkdir()

    assert phone_folders([tmp_path]) == (tmp_path / "DCIM",)


def test_a_path_tells_where_photos_come_from() -> None:
    assert looks_like_phone(Path("/run/user/1000/gvfs/gphoto2:host=Apple/IMG_1.HEIC"))
    assert looks_like_phone(Path("/media/ana/EOS/DCIM/100CANON/IMG_1.JPG"))
    assert not looks_like_phone(Path("/home/ana/Pictures/fair/one.jpg"))
