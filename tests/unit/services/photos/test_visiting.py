"""Opening what was sent for a second look, and answering it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, KnownError, NotAllowed
from smadmin.domain.ids import SchoolId
from smadmin.domain.photos.away import Asked
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.lookfiles import packed, unpacked
from smadmin.services.photos.visiting import Answer, Reply, write_look
from tests.mail import Mail, make_mail


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    return make_mail(tmp_path / "data")


def refused(deed: Callable[[], object]) -> str:
    """Give why something can't be done."""
    with pytest.raises(KnownError) as error:
        deed()
    return error.value.happened.id


def forged(mail: Mail, *, by: str = "ana", pictures: bytes | None = None, **changed: object) -> bytes:
    """Write a question again as somebody else would have it."""
    file = unpacked(mail.by("bo"), mail.ask())
    asked = replace(Asked.from_bytes(file.head), **changed)  # type: ignore[arg-type]  # what is forged
    bo = mail.by("bo").signer.recipient  # type: ignore[attr-defined]  # it is an identity
    together = file.pictures if pictures is None else pictures
    return packed(mail.by(by), asked.to_bytes(), recipients=[bo], pictures=[together])


def test_the_other_person_sees_the_covered_files_and_their_own_list_of_children(mail: Mail) -> None:
    visit = mail.visit(mail.ask())

    assert visit.sender == "Ana Brooks"
    assert visit.asked.event == "Field day"
    assert [child.id for child in visit.beside] == [mail.children["ann"], mail.children["ben"]]
    for place, photo in enumerate(mail.photos):
        picture = visit.pictures[photo]
        assert hashlib.sha256(picture).hexdigest() == mail.photo(place).exported_sha256
        assert mail.visiting.picture(visit, photo, longest_px=100).width <= 100
    assert [face.asked for face in visit.asked.photos[0].faces].count(True) == 1


def test_nobody_else_opens_it(mail: Mail) -> None:
    sealed = mail.ask()

    for name in ("ana", "pat", "cem"):
        assert refused(partial(mail.visit, sealed, by=name)) == "away.not-for-you"


def test_a_question_after_a_week_is_too_late_to_open_and_to_answer(mail: Mail) -> None:
    sealed = mail.ask()
    visit = mail.visit(sealed)
    mail.room.school.clock.at += timedelta(days=8)

    assert refused(lambda: mail.visit(sealed)) == "away.too-late"
    assert refused(lambda: mail.visiting.answer(mail.by("bo"), visit, mail.answers(visit))) == "away.too-late"


def test_the_sender_must_be_who_signed_and_work_here(mail: Mail) -> None:
    pat = mail.room.school.people["pat"]

    assert refused(lambda: mail.visit(forged(mail, sender=pat))) == "away.stranger"
    assert refused(lambda: mail.visit(forged(mail, by="pat"))) == "away.stranger"
    assert refused(lambda: mail.visit(forged(mail, key="00" * 16))) == "away.stranger"


def test_a_question_of_another_school_or_for_another_person_is_not_shown(mail: Mail) -> None:
    cem = mail.room.school.people["cem"]

    assert refused(lambda: mail.visit(forged(mail, school=SchoolId("other")))) == "away.other-school"
    assert refused(lambda: mail.visit(forged(mail, reviewer=cem))) == "away.not-for-you"


def test_other_pictures_than_the_question_names_are_not_shown(mail: Mail) -> None:
    for pictures in (b"", b"another picture", bytes(10)):
        sealed = forged(mail, pictures=pictures)
        assert refused(partial(mail.visit, sealed)) == "away.not-a-look"


def test_who_took_the_first_look_meanwhile_sees_nothing(mail: Mail) -> None:
    sealed = mail.ask()
    bo, photo = mail.by("bo"), mail.photos[0]
    with mail.room.school.desk.deed(bo) as deed:
        seen = deed.unit.photos.get(photo)
        assert seen.first is not None
        deed.unit.photos.change(replace(seen, first=replace(seen.first, by=mail.room.school.people["bo"])))
        deed.record(Act.FIRST_LOOK, Noun.PHOTOS, photo)

    assert refused(lambda: mail.visit(sealed)) == "photos.second-is-first"


@pytest.mark.demand("SOC-M4")
def test_each_photo_and_each_asked_face_wants_an_answer(mail: Mail) -> None:
    visit = mail.visit(mail.ask())
    answers = dict(mail.answers(visit, photo_0=Answer()))

    with pytest.raises(NotAllowed) as error:
        mail.visiting.answer(mail.by("bo"), visit, answers)
    assert error.value.reasons[0].message.values == {"n": 1}

    del answers[mail.photos[1]]
    with pytest.raises(NotAllowed) as error:
        mail.visiting.answer(mail.by("bo"), visit, answers)
    assert error.value.reasons[0].message.values == {"n": 2}


def test_the_answer_opens_for_the_sender_alone(mail: Mail) -> None:
    answer = mail.answered()

    assert isinstance(mail.visiting.open(mail.by("ana"), mail.file(answer)), Reply)
    for name in ("bo", "pat"):
        with pytest.raises(BadInput):
            mail.visiting.open(mail.by(name), mail.file(answer))


def test_a_file_is_written_beside_another_of_its_name_not_over_it(tmp_path: Path) -> None:
    wanted = tmp_path / "look.smlook"
    wanted.write_bytes(b"older")

    written = write_look(wanted, b"newer")

    assert (wanted.read_bytes(), written.read_bytes()) == (b"older", b"newer")
