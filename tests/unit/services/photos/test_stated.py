"""A second look that was taken elsewhere counts only as the other person's own signature proves it."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.photos.review import Look
from smadmin.domain.photos.statement import Statement, signed_statement
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.decisions import face_part
from smadmin.services.photos.stated import believed
from tests.mail import Mail, make_mail


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    return make_mail(tmp_path / "data")


def statement_of(mail: Mail) -> tuple[bytes, bytes]:
    """Let Bo answer about the first photo."""
    opened = mail.visiting.open(mail.by("ana"), mail.file(mail.answered()))
    return opened.said[0]  # type: ignore[union-attr]  # it is an answer


def write_row(mail: Mail, body: bytes, signature: bytes, *, faces: list[Plain] | None = None) -> None:
    """Write the row of a second look as Ana's changed program would."""
    ana, photo = mail.by("ana"), mail.photos[0]
    with mail.room.school.desk.deed(ana) as deed:
        seen = deed.unit.photos.get(photo)
        parts: list[Plain] = [face_part(face) for face in seen.faces]
        look: dict[str, Plain] = {
            "photo": seen.sha256,
            "asked": parts,
            "faces": parts if faces is None else faces,
            "again": [],
            "other_things_fine": True,
        }
        said: dict[str, Plain] = {"body": body.decode(), "signature": signature.hex(), "row": 1}
        seq = deed.record(Act.TAKE_LOOK, Noun.PHOTOS, photo, parts={"look": look, "statement": said})
        bo = mail.room.school.people["bo"]
        deed.unit.photos.change(replace(seen, second=Look(bo, seq, deed.now, other_things_fine=True)))


def test_a_row_with_the_other_persons_statement_is_a_second_look(mail: Mail) -> None:
    write_row(mail, *statement_of(mail))

    assert mail.proven().second == mail.room.school.people["bo"]


@pytest.mark.demand("SOC-M4")
def test_a_row_of_who_took_it_in_proves_nothing_alone(mail: Mail) -> None:
    body, signature = statement_of(mail)

    write_row(mail, body, mail.by("ana").signer.sign(signed_statement(body)))
    assert mail.proven().second is None

    write_row(mail, body, bytes(64))
    assert mail.proven().second is None

    write_row(mail, b"{}", signature)
    assert mail.proven().second is None


def test_a_statement_about_another_photo_proves_nothing(mail: Mail) -> None:
    opened = mail.visiting.open(mail.by("ana"), mail.file(mail.answered()))

    write_row(mail, *opened.said[1])  # type: ignore[union-attr]  # it is an answer

    assert mail.proven().second is None


def test_a_row_that_says_other_faces_than_the_statement_leads_to_proves_nothing(mail: Mail) -> None:
    write_row(mail, *statement_of(mail), faces=[])

    assert mail.proven().second is None


def test_a_statement_counts_once(mail: Mail) -> None:
    said = statement_of(mail)
    write_row(mail, *said)
    assert mail.proven().second is not None

    write_row(mail, *said)

    assert mail.proven().second is None


def test_a_statement_is_believed_with_a_key_of_its_person_alone(mail: Mail) -> None:
    body, signature = statement_of(mail)
    with mail.room.school.desk.look(mail.by("ana")) as unit:
        trust = mail.proof.now(unit).trust
    ana = mail.by("ana")
    said = replace(Statement.from_bytes(body), key=ana.signer.key).to_bytes()

    assert believed(trust, body, signature) is not None
    assert believed(trust, said, ana.signer.sign(signed_statement(said))) is None
    assert believed(trust, b"[]", signature) is None
    assert believed(trust, body + b" ", signature) is None
