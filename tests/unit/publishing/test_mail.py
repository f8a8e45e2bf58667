"""An e-mail lies ready as a file that mail programs open, and as plain files beside it."""

from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.publishing.mail import MAIL_FILE, Mail, write_mail

JPEG, PNG = b"\xff\xd8\xff\xe0 a picture", b"\x89PNG a picture"


def test_the_mail_opens_as_a_draft_with_its_pictures_under_numbers(tmp_path: Path) -> None:
    mail = Mail("pat@lincoln.example", "Bitte: ja oder nein?", "Überraschung 🏰\n", (JPEG, PNG))

    folder = write_mail(tmp_path, "yes-1", mail)

    read = message_from_bytes((folder / MAIL_FILE).read_bytes(), policy=SMTP)
    assert (read["To"], read["Subject"], read["X-Unsent"]) == (
        "pat@lincoln.example",
        "Bitte: ja oder nein?",
        "1",
    )
    attached = [(one.get_filename(), one.get_content()) for one in read.iter_attachments()]
    assert attached == [("01.jpg", JPEG), ("02.png", PNG)]
    body = read.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Überraschung 🏰\n"
    assert (folder / "post.txt").read_text("utf-8") == "Überraschung 🏰\n"


def test_without_an_address_it_names_nobody_and_a_line_break_adds_no_header(tmp_path: Path) -> None:
    folder = write_mail(tmp_path, "yes", Mail("", "Yes?\nBcc: all@lincoln.example", "Hello", ()))

    read = message_from_bytes((folder / MAIL_FILE).read_bytes(), policy=SMTP)

    assert read["To"] is None
    assert read["Bcc"] is None


def test_what_is_no_covered_picture_is_written_nowhere(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed):
        write_mail(tmp_path, "yes", Mail("", "Yes?", "Hello", (b"GIF89a",)))

    assert list(tmp_path.iterdir()) == []
