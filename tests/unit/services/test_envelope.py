"""The envelope: what stands on the paper, and that it is read back before anything real is entered."""

from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed
from smadmin.domain.keys import fingerprint
from smadmin.services.envelope import Envelope, Envelopes, Question, save_page
from tests.school import make_school


def test_who_founded_the_school_shows_it_until_it_was_read_back(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    envelopes = Envelopes(school.desk, school.desk.ids)

    envelope, question = envelopes.open(school.by("ana"))
    letters = envelope.groups[question.first - 1][:4] + envelope.groups[question.second - 1][:4]
    right = envelope.answered(question, f" {letters.lower()[:4]}-{letters[4:]} ")
    school.keys.prove_envelope(school.by("ana"), envelope.key, letters_right=right)

    assert "".join(envelope.groups) == school.root.secret
    assert envelope.fingerprint.replace("-", "") == fingerprint(school.root.key)
    with pytest.raises(KnownError) as refused:
        envelopes.open(school.by("ana"))
    assert refused.value.happened.id == "keys.envelope-gone"
    assert not school.keys.envelope_open()


def test_nobody_else_sees_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with pytest.raises(NotAllowed) as refused:
        Envelopes(school.desk, school.desk.ids).open(school.by("pat"))

    assert refused.value.happened.id == "keys.envelope-not-yours"


def test_an_old_passphrase_is_asked_again(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    ana = school.by("ana")
    school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        Envelopes(school.desk, school.desk.ids).open(ana)

    assert refused.value.happened.id == "keys.passphrase-again"


@pytest.mark.parametrize("typed", ["", "AAAAAAAA", "not the letters at all"])
def test_wrong_letters_prove_nothing(typed: str) -> None:
    root = Identity.new()
    envelope = Envelope("Lincoln", root.secret, root.key)

    assert not envelope.answered(Question(6, 9), typed)


def test_the_question_differs_and_never_asks_for_what_is_the_same_everywhere() -> None:
    root = Identity.new()
    envelope = Envelope("Lincoln", root.secret, root.key)

    asked = {envelope.question(f"{number * 7919:032x}") for number in range(200)}

    assert len(asked) > 20
    assert all(4 < one.first < one.second <= len(envelope.groups) for one in asked)


def test_the_code_to_scan_is_drawn_and_the_secret_shown_by_nothing_else() -> None:
    root = Identity.new()
    envelope = Envelope("Lincoln", root.secret, root.key)

    assert envelope.qr_svg().startswith(b"<?xml")
    assert root.secret not in repr(envelope)
    assert envelope.text().replace(" ", "").replace("\n", "") == root.secret


def test_the_page_lies_there_whole_or_the_older_copy_does(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only Unix bounds what a process may write")
    page = tmp_path / "letter.pdf"
    save_page(page, b"older" * 100)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(OutsideFailed) as refused:
            save_page(page, b"newer" * 1_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert refused.value.happened.id == "founding.pdf-not-saved"
    assert page.read_bytes() == b"older" * 100
    assert [one.name for one in tmp_path.iterdir()] == ["letter.pdf"]
    save_page(page, b"newer" * 1_000)
    assert page.read_bytes() == b"newer" * 1_000


@pytest.mark.parametrize("where", ["no such folder/letter.pdf", "a folder.pdf"])
def test_a_place_that_cant_be_written_is_said(where: str, tmp_path: Path) -> None:
    (tmp_path / "a folder.pdf").mkdir()

    with pytest.raises(OutsideFailed) as refused:
        save_page(tmp_path / where, b"page")

    assert refused.value.happened.id == "founding.pdf-not-saved"
    assert [one.name for one in tmp_path.iterdir()] == ["a folder.pdf"]
