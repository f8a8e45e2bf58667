"""What lies sealed is found in memory by whose it is, and never lies in the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.comments import COMMENT_PART, ClosedAs, CommentForm, CommentId, CommentKind
from smadmin.domain.people import Role
from smadmin.domain.post_requests import PostWish
from smadmin.domain.rounds import Spot
from smadmin.domain.searching import HitKind
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import search, search_sealed
from smadmin.services.office import Office
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.unit import Unit
from tests.sample import sit
from tests.unit.services.looking import by_of, draft, found, looking, titles


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return looking(tmp_path)


def test_what_is_sealed_is_found_by_whose_it_is_and_never_lies_in_the_file(office: Office) -> None:
    made = draft(office, "Canarysong beim Frühlingsfest señorita")
    wish = PostWish("Room 12", "Canarywish for the garden day")
    office.post_requests.hand_in(by_of(office), wish)
    office.students.add(by_of(office), StudentEntry("Canarychild", "Frühlingsfest"))
    office.search.refresh(by_of(office))
    office.search.catch_up()

    assert [one.id for one in found(office, "canarys senor").hits] == [made]
    assert titles(found(office, "canaryw"), HitKind.WISH) == ["Canarywish for the garden day"]
    assert titles(found(office, "canarychild fruh"), HitKind.STUDENT) == ["Canarychild Frühlingsfest"]
    file = (office.desk.store.folder / FILE_NAME).read_bytes().lower()
    assert b"canary" not in file
    for word in ("señorita", "senorita", "hlingsfest"):
        assert word.encode() not in file
    office.lock()
    sit(office, "daniel-reyes")
    office.search.refresh(by_of(office))
    assert found(office, "canarys").hits == ()


def test_visitors_comments_are_found_but_no_private_message_and_nothing_of_a_student(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = by_of(office)
    account = office.posts.may_post(by)[0].id
    found_at = office.school.local(office.desk.now).replace(tzinfo=None, second=0, microsecond=0)

    def enter(text: str, kind: CommentKind = CommentKind.QUESTION, spot: Spot = Spot.COMMENTS) -> CommentId:
        form = CommentForm(account, kind, spot, text, "A parent", "", found_at)
        return office.comments.enter(by, form).value

    public = enter("When is the canaryfair?")
    enter("A canaryfair message", spot=Spot.MESSAGES)
    enter("A canaryfair of a student", kind=CommentKind.STUDENT)
    office.search.refresh(by)

    (hit,) = found(office, "canaryfair").hits
    assert (hit.id, hit.kind, hit.row) == (public, HitKind.COMMENT, 0)
    office.comments.close(by, public, ClosedAs.NONE_NEEDED)
    monkeypatch.setattr(search_sealed, "TOLD_CLOSED", timedelta(days=-1))  # long ago
    office.search.refresh(by)
    (hit,) = found(office, "canaryfair").hits
    with office.desk.look() as unit:
        assert hit.row == unit.record.about(Noun.COMMENTS, public)[0].seq


def test_what_the_record_says_no_more_of_is_not_opened_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed, opened = office.search._sealed, list[str]()

    def reads(what: str) -> Callable[[object], tuple[()]]:
        def read(_: object) -> tuple[()]:
            opened.append(what)
            return ()

        return read

    monkeypatch.setattr(sealed, "_comments", reads("comments"))
    monkeypatch.setattr(sealed, "_wished", reads("wishes"))

    draft(office, "Canarysong")
    assert opened == []
    office.post_requests.hand_in(by_of(office), PostWish("Room 12", "A garden day"))
    office.search.refresh(by_of(office))
    assert opened == ["wishes"]


def test_who_keeps_the_list_no_more_finds_no_child_by_what_was_read_before(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.students.add(by_of(office), StudentEntry("Canarychild", "Hill"))
    office.search.refresh(by_of(office))
    assert titles(found(office, "canarychild"), HitKind.STUDENT)

    monkeypatch.setattr(search, "any_roles", lambda *_: frozenset({Role.REVIEWER}))  # ended meanwhile

    assert not found(office, "canarychild").hits


def test_a_comment_that_was_destroyed_is_found_no_more(office: Office) -> None:
    account = office.posts.may_post(by_of(office))[0].id
    found_at = office.school.local(office.desk.now).replace(tzinfo=None, second=0, microsecond=0)
    said = ("The canaryfair?", "A parent", "", found_at)
    form = CommentForm(account, CommentKind.QUESTION, Spot.COMMENTS, *said)
    comment = office.comments.enter(by_of(office), form).value
    office.lock()
    sit(office, "ellen-whitcomb")
    office.search.refresh(by_of(office))
    assert found(office, "canaryfair").hits

    with office.desk.deed(by_of(office)) as deed:  # what an order of two comes to, and a row about it
        (row,) = deed.unit.record.about(Noun.COMMENTS, comment)
        deed.unit.record.erase_part(row.seq, COMMENT_PART)
        deed.record(Act.ORDER_DESTRUCTION, Noun.DESTRUCTIONS, "order")
    office.search.refresh(by_of(office))

    assert not found(office, "canaryfair").hits


def test_nothing_is_read_within_a_reading(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readings of one thread, one in the other, wait for a writer that waits for the first."""
    look, open_now = office.desk.look, list[int]()

    @contextmanager
    def looks(by: Actor | None = None) -> Iterator[Unit]:
        assert not open_now
        open_now.append(1)
        with look(by) as unit:
            yield unit
        open_now.clear()

    monkeypatch.setattr(office.desk, "look", looks)
    office.search.forget()

    office.search.refresh(by_of(office))
    assert found(office, "maya").hits


def test_locked_nothing_is_kept_and_what_was_being_read_is_dropped(office: Office) -> None:
    draft(office, "Canarysong")
    by = by_of(office)
    assert office.search.find(by, "canary", None).hits

    office.search.forget()
    assert office.search.find(by, "canary", None).hits == ()


def test_a_lock_while_it_is_read_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    draft(office, "Canarysong")
    by, sealed = by_of(office), office.search._sealed
    office.search.forget()
    reads = sealed._wished

    def locked_meanwhile(who: Actor) -> object:
        office.search.forget()
        return reads(who)

    monkeypatch.setattr(sealed, "_wished", locked_meanwhile)

    office.search.refresh(by)

    assert office.search.find(by, "canary", None).hits == ()
    assert sealed._kept == {}
