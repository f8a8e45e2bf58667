"""What the form of another login misses."""

from dataclasses import replace

from smadmin.domain.ids import PersonId
from smadmin.domain.people import Person
from smadmin.ui.founding.join_model import JoinForm, by_id
from smadmin.ui.founding.model import PersonForm

ANA = Person(PersonId("ana"), "Ana Brooks")
PHRASE = PersonForm(passphrase="four words and more", again="four words and more")
KNOWN = JoinForm(known=ANA, new=False, person=PHRASE, by_envelope=False)


def places(form: JoinForm) -> list[str | None]:
    return [reason.place for reason in form.missing()]


def test_somebody_known_gives_a_passphrase_and_no_more() -> None:
    assert places(KNOWN) == []
    assert places(replace(KNOWN, person=PersonForm())) == ["passphrase"]


def test_nobody_chosen_is_what_is_missing_first() -> None:
    assert places(replace(KNOWN, known=None)) == ["who"]


def test_somebody_new_says_name_and_employment() -> None:
    assert places(replace(KNOWN, known=None, new=True)) == ["name", "employed"]


def test_the_envelope_needs_its_letters_and_a_reason() -> None:
    assert places(replace(KNOWN, by_envelope=True, letters=" ")) == ["letters", "reason"]
    assert places(replace(KNOWN, by_envelope=True, letters="AGE", reason="lost")) == []


def test_the_letters_dont_show_in_a_forms_text() -> None:
    assert "AGE" not in repr(replace(KNOWN, letters="AGE"))


def test_somebody_is_found_by_id() -> None:
    assert by_id((ANA,), "ana") == ANA
    assert by_id((ANA,), "new") is None
