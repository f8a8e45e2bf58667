"""What the form of another login misses."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import PersonId, SchoolId
from smadmin.domain.joining import Request
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.people import Person
from smadmin.language.catalogue import Catalogue
from smadmin.services.locks_here import Kept
from smadmin.services.requested import On, Waiting
from smadmin.ui.founding.join_model import JoinForm, by_id, older_key, what_ends
from smadmin.ui.founding.model import PersonForm
from smadmin.ui.today.newcomers import newcomer_needs
from smadmin.ui.wording import Wording

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


def test_somebody_new_with_the_envelope_chooses_a_role() -> None:
    unset = PersonForm("Bo Lind", role=None, employed=True, passphrase="a", again="a")
    form = replace(KNOWN, known=None, new=True, person=unset)

    assert places(form) == [], "who lets them in gives it"
    assert places(replace(form, by_envelope=True, letters="AGE", reason="lost")) == ["role"]


@pytest.mark.parametrize(
    ("ends", "stay", "said"),
    [
        ((), 0, None),
        ((), 1, "An older key of theirs stays and works on."),
        (
            (On.SIGNING,),
            1,
            "This ends an older key of theirs: the one with which you are signed in now. Nobody can sign in"
            " with it any more.",
        ),
        (
            (On.HERE, On.ELSEWHERE),
            0,
            "This ends 2 older keys of theirs: one on this login and one on another login. Nobody can sign in"
            " with them any more.",
        ),
    ],
)
def test_who_lets_in_reads_what_becomes_of_older_keys(
    ends: tuple[On, ...], stay: int, said: str | None
) -> None:
    words, found = Wording(Catalogue.load("en")), what_ends(waiting(ends=ends, stay=stay))

    assert (None if found is None else words(found)) == said


@pytest.mark.parametrize("kept", Kept)
def test_a_newcomer_reads_what_becomes_of_their_older_key(kept: Kept) -> None:
    said = Wording(Catalogue.load("en"))(older_key(kept))

    assert ("takes its place" in said) == (kept is Kept.HERE)


def test_today_names_who_waits() -> None:
    (need,) = newcomer_needs([waiting()])

    assert Wording(Catalogue.load("en"))(need.title) == "Ana Brooks asks for a key on another login"
    assert need.step is not None
    assert need.step.screen == "newcomer"


def waiting(*, ends: tuple[On, ...] = (), stay: int = 0) -> Waiting:
    made = Key(b"p" * 32, "age1", KeyKind.PERSON, ANA.id, None)
    request = Request(SchoolId("school"), ANA, made, None, (), datetime(2026, 11, 23, tzinfo=UTC))
    return Waiting(request, ANA, known=True, ends=ends, stay=stay)
