"""An e-mail that somebody sends with a program of their own: a file `.eml`, and the same beside it as files.

This program sends no mail. File names say nothing of what the pictures show.
"""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from smadmin.publishing.assisted import OutgoingPicture, ending_of, write_bundle

MAIL_FILE = "please-answer.eml"


@dataclass(frozen=True)
class Mail:
    """An e-mail. `to` is empty where no address is known; `pictures` are covered ones, as bytes."""

    to: str
    subject: str
    text: str
    pictures: tuple[bytes, ...]


def write_mail(parent: Path, name: str, mail: Mail) -> Path:
    """Write an e-mail, its words and its pictures into a new folder (an errand); gives the folder.

    Args:
        parent: where the folder is made.
        name: what it is called; a taken name gets a number.
        mail: what it says.

    Raises:
        OutsideFailed: no space, no permission, a picture of an unknown kind.
    """
    pictures = [OutgoingPicture(content, "") for content in mail.pictures]
    return write_bundle(parent, name, mail.text, pictures, beside={MAIL_FILE: _message(mail)}).folder


def _message(mail: Mail) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(mail.subject.split())
    if mail.to:
        message["To"] = mail.to
    message["X-Unsent"] = "1"  # opens as a draft to be sent, where the mail program knows this line
    message.set_content(mail.text)
    for number, content in enumerate(mail.pictures, 1):
        ending = ending_of(content)
        kind = "png" if ending == ".png" else "jpeg"
        message.add_attachment(content, maintype="image", subtype=kind, filename=f"{number:02}{ending}")
    return message.as_bytes()
