"""The record's rows say what they are about; one row, opened, says with which key and what may be shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from smadmin.domain.keys import KeyKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.told import About, Details, Teller
from smadmin.storage import record
from smadmin.storage.record import StoredRow
from tests.road import WEEK, Road, make_road

LINK = "https://x.com/lincoln_es/status/1950000000000000000"
WORDS = "The book fair opens on Thursday at 8 in the library."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def told(road: Road) -> dict[str, About]:
    """Give what the newest row of each act is about."""
    rows = Teller(road.school.desk).newest(road.by("ana"), 200)
    return {one.entry.act: one.about for one in reversed(rows)}


def opened(road: Road, act: Act) -> Details:
    teller, ana = Teller(road.school.desk), road.by("ana")
    seq = next(one.entry.seq for one in teller.newest(ana, 200) if one.entry.act == act)
    found = teller.details(ana, seq)
    assert found is not None
    return found


def test_rows_name_the_post_the_account_and_the_week(road: Road, tmp_path: Path) -> None:
    post = road.released()
    out = road.handed_out(post, tmp_path)
    road.publications.confirm(road.by("ana"), out, LINK)

    found = told(road)

    assert found[Act.PUBLISH] == About(words=WORDS, account="X @lincoln_es", post=post)
    assert found[Act.APPROVE] == About(words=WORDS, post=post)
    assert found[Act.SIGN_WEEK] == About(day=WEEK)


def test_only_publications_of_the_rows_that_are_told_are_read(road: Road, tmp_path: Path) -> None:
    road.publications.confirm(road.by("ana"), road.handed_out(road.released(), tmp_path), LINK)
    asked: list[str] = []
    sa.event.listen(
        road.school.store._engine, "before_cursor_execute", lambda *given: asked.append(str(given[2]))
    )

    told(road)

    read = [one for one in asked if "FROM publication" in one]
    assert len(read) == 1
    assert "publication.id =" in read[0]


def test_a_row_tells_the_words_of_its_moment_whatever_the_draft_says_now(road: Road) -> None:
    ana, post = road.by("ana"), road.submitted()
    road.approvals.send_back(road.by("bo"), post, "Say which doors.")
    draft = road.posts.get(ana, post)
    road.posts.save(ana, draft, replace(draft.content, text="Words that nobody has looked at."))

    found = told(road)

    assert found[Act.SEND_BACK] == About(words=WORDS, post=post)
    assert found[Act.SUBMIT] == About(words=WORDS, post=post)


def test_a_planned_post_is_told_as_it_was_then(road: Road) -> None:
    slot = road.plan.add(road.by("ana"), road.x, date(2026, 11, 20), "Chess club").value
    moved = road.plan.change(road.by("ana"), slot, day=date(2026, 11, 19), topic="Chess finals").value
    road.plan.remove(road.by("ana"), moved.id)

    found = told(road)

    assert found[Act.ADD_SLOT] == About("Chess club", "X @lincoln_es", day=date(2026, 11, 20))
    assert found[Act.REMOVE_SLOT] == About("Chess finals", "X @lincoln_es", day=date(2026, 11, 19))


def test_a_person_is_named(road: Road) -> None:
    assert told(road)[Act.ADMIT] == About(person="Dee Okafor")


def test_an_opened_row_shows_its_key_and_its_details(road: Road, tmp_path: Path) -> None:
    out = road.handed_out(road.released(), tmp_path)
    road.publications.confirm(road.by("ana"), out, LINK)

    found = opened(road, Act.PUBLISH)

    assert found.key is KeyKind.PERSON
    assert found.told.entry.person == "Ana Brooks"
    assert found.fields == (("link", (LINK,)),)
    assert (found.withheld, found.erased) == (0, 0)


def test_the_words_of_a_post_are_withheld_with_its_details(road: Road) -> None:
    road.submitted()

    found = opened(road, Act.SUBMIT)

    assert found.fields == ()
    assert found.withheld == 1


def test_details_name_accounts_and_people(road: Road) -> None:
    road.approvals.permit(
        road.by("pat"),
        road.school.people["ana"],
        starts=WEEK,
        ends=date(2027, 6, 1),
        accounts=(road.x,),
    )

    fields = dict(opened(road, Act.STANDING_PERMISSION).fields)

    assert (fields["person"], fields["accounts"]) == (("Ana Brooks",), ("X @lincoln_es",))
    assert (fields["starts"], fields["ends"]) == (("2026-11-16",), ("2027-06-01",))


def test_a_row_about_children_names_nobody(road: Road) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.require_roster()
        deed.record(Act.STILL_RIGHT, Noun.STUDENTS, None, parts={"students": ["Owen Fletcher"]})

    found = opened(road, Act.STILL_RIGHT)

    assert (found.told.about, found.fields, found.withheld) == (About(), (), 1)


def test_a_row_that_isn_t_there_is_none(road: Road) -> None:
    assert Teller(road.school.desk).details(road.by("ana"), 9999) is None


def test_the_newest_rows_of_a_long_record_are_read_without_the_others(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(seq: int, *columns: Any) -> record.StoredRow:
        read.append(seq)
        return StoredRow(seq, *columns)

    monkeypatch.setattr(record, "StoredRow", counted)
    ana = road.by("ana")
    for _ in range(2):
        with road.school.desk.deed(ana) as deed:
            for _ in range(200):
                deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, "1")
        read.clear()

        Teller(road.school.desk).newest(ana, 20)

        assert len(read) <= 20 + 1
