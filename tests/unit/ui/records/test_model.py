"""What the record says: rows in words, what is looked for, how it was found, how backups stand."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smadmin.domain.messages import Message, say
from smadmin.domain.records import Head
from smadmin.domain.verification import Fault
from smadmin.domain.vocabulary import Act, Noun
from smadmin.language.catalogue import Catalogue
from smadmin.services.backups import BackupState, Made
from smadmin.services.export import Exported
from smadmin.services.records import Entry, Verdict
from smadmin.services.told import About, Details, Told
from smadmin.ui.records.details import details_model
from smadmin.ui.records.model import (
    MOST_FAULTS,
    Topic,
    Wanted,
    Worded,
    backup_model,
    exported_said,
    found,
    intakes_once,
    line_of,
    made_said,
    people_in,
    proof_model,
)
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
HEAD = Head(12, bytes(range(32)))


def entry(act: str, noun: str, noun_id: str | None = None, person: str | None = "Ana Ruiz") -> Entry:
    return Entry(3, NOW, person, act, noun, noun_id)


def worded(seq: int, what: str, who: str | None, topic: Topic = Topic.POSTS) -> Worded:
    line = line_of(Told(Entry(seq, NOW, who, "approve", "posts", None), About()))
    return Worded(type(line)(seq, NOW, who, line.what, topic), what, who or "")


def faulty(*rows: int) -> Verdict:
    return Verdict(12, HEAD, None, tuple(Fault(row, say("records.row-changed", row=row)) for row in rows))


def what(act: Act, noun: Noun, about: About) -> Message:
    return line_of(Told(entry(act, noun, "1"), about)).what


def test_a_folder_that_was_taken_in_by_several_rows_is_told_once() -> None:
    def row(seq: int, act: Act, folder: str) -> Told:
        return Told(Entry(seq, NOW, "Ana Ruiz", act, Noun.PHOTO_SETS, folder), About("Field day"))

    rows = [
        row(6, Act.TAKE_IN, "b"),
        row(5, Act.TAKE_IN, "a"),
        row(4, Act.RESTYLE, "a"),
        row(3, Act.TAKE_IN, "a"),
    ]

    assert [told.entry.seq for told in intakes_once(rows)] == [6, 4, 3]


def test_a_row_names_its_account_by_its_handle() -> None:
    line = line_of(Told(entry(Act.HOLD, Noun.ACCOUNTS, "a1"), About(account="@lincoln_es")))

    assert line.what == say("recordui.act-hold", what=say("recordui.named", name="@lincoln_es"))
    assert line.topic is Topic.ACCOUNTS


def test_a_row_that_can_t_be_read_is_found_under_every_topic_and_says_so() -> None:
    told = Told(Entry(3, None), About())
    line = line_of(told)

    assert line.what == say("records.row-unreadable", row=3)
    assert found([Worded(line, "", "")], Wanted(topic=Topic.ACCOUNTS)) != ()
    opened = details_model(Details(told, key=None, fields=(), withheld=0, erased=0))
    assert (opened.facts, opened.notes) == ((), (say("recordui.changed-since"),))


@pytest.mark.parametrize(
    ("noun", "about", "way"),
    [
        (Noun.WEEKS, About(day=date(2026, 11, 23)), ("plan", "2026-11-23")),
        (Noun.PUBLICATIONS, About("Book fair", "@lincoln_es", post="p"), ("publish", "p")),
        (Noun.ACCOUNTS, About(account="@lincoln_es"), ("accounts", "thing")),
        (Noun.STUDENTS, About(), None),
    ],
)
def test_an_opened_row_leads_to_the_thing_itself(
    noun: Noun, about: About, way: tuple[str, str] | None
) -> None:
    entry = Entry(3, datetime(2026, 11, 20, tzinfo=UTC), "Ana", Act.SIGN_WEEK, noun, "thing")

    opened = details_model(Details(Told(entry, about), key=None, fields=(), withheld=1, erased=0))

    assert (None if opened.way is None else (opened.way.screen, opened.way.subject)) == way
    of_children = noun is Noun.STUDENTS
    assert opened.notes == (say(f"recordui.details-{'withheld' if of_children else 'in-export'}"),)


@pytest.mark.parametrize(("act", "leads"), [(Act.PUBLISH, True), (Act.READ_BACK, True), (Act.QUEUE, False)])
def test_a_row_of_a_post_that_went_out_leads_to_taking_it_down(act: Act, *, leads: bool) -> None:
    row = Entry(3, datetime(2026, 11, 20, tzinfo=UTC), "Ana", act, Noun.PUBLICATIONS, "thing")
    told = Told(row, About("Book fair", "@lincoln_es", post="p"))

    opened = details_model(Details(told, key=None, fields=(), withheld=0, erased=0))

    led = None if opened.child_out is None else (opened.child_out.screen, opened.child_out.subject)
    assert led == (("cases", "child-out:p") if leads else None)


def test_a_row_about_a_child_names_nobody() -> None:
    said = what(Act.OPT_OUT, Noun.STUDENTS, About())

    assert said == say("recordui.act-opt-out", what=say("recordui.noun-students"))


def test_a_published_post_says_which_and_where() -> None:
    said = what(Act.PUBLISH, Noun.PUBLICATIONS, About("Book fair", "@lincoln_es"))

    assert said == say(
        "recordui.about",
        done=say("recordui.act-publish", what=say("recordui.noun-publications")),
        which=say("recordui.about-publication", words="Book fair", account="@lincoln_es"),
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_it_was_published_stands_before_the_words_which_may_be_cut(language: str) -> None:
    words = Wording(Catalogue.load(language))

    said = words(what(Act.PUBLISH, Noun.PUBLICATIONS, About("Book fair", "X @lincoln_es")))

    assert said.index("X @lincoln_es") < said.index("Book fair")


def test_what_is_known_of_a_thing_is_said() -> None:
    day = date(2026, 11, 16)
    cases = {
        (Act.SIGN_WEEK, Noun.WEEKS, About(day=day)): say("recordui.about-week", monday=day),
        (Act.ADD_SLOT, Noun.SLOTS, About("Fair", "@x", day=day)): say(
            "recordui.about-slot", topic="Fair", account="@x", day=day
        ),
        (Act.APPROVE, Noun.POSTS, About("Book fair")): say("recordui.about-post", words="Book fair"),
        (Act.TAKE_IN, Noun.PHOTO_SETS, About("Field day")): say("recordui.named", name="Field day"),
        (Act.STANDING_PERMISSION, Noun.PERMISSIONS, About(person="Ana")): say("recordui.named", name="Ana"),
        (Act.PUBLISH, Noun.PUBLICATIONS, About(account="@x")): say("recordui.about-elsewhere", account="@x"),
    }

    assert {case: what(*case).values["which"] for case in cases} == cases


def test_every_word_looked_for_must_stand_in_the_row_whatever_case_and_accents() -> None:
    lines = [worded(1, "Released a post", "José Díaz"), worded(2, "Signed the week's plan", "Ana Ruiz")]

    assert [one.line.seq for one in found(lines, Wanted("jose RELEASED"))] == [1]
    assert [one.line.seq for one in found(lines, Wanted("2"))] == [2]


def test_rows_are_filtered_by_person_and_topic() -> None:
    lines = [worded(1, "a", "Ana"), worded(2, "b", None), worded(3, "c", "Ben", Topic.CHILDREN)]

    assert [one.line.seq for one in found(lines, Wanted(who="Ana"))] == [1]
    assert [one.line.seq for one in found(lines, Wanted(topic=Topic.CHILDREN))] == [3]
    assert people_in(lines) == ("Ana", "Ben")


def test_a_whole_record_is_fine() -> None:
    model = proof_model(Verdict(12, HEAD, None, ()))

    assert (model.state, model.title) == (State.FINE, say("recordui.whole", n=12))


def test_a_broken_record_names_its_first_bad_row() -> None:
    model = proof_model(faulty(7, 8))

    assert (model.state, model.title) == (State.STOP, say("recordui.broken-at", row=7))
    assert model.faults == (say("records.row-changed", row=7), say("records.row-changed", row=8))


def test_many_faults_are_counted_after_the_first() -> None:
    model = proof_model(faulty(*range(1, MOST_FAULTS + 4)))

    assert model.faults[-1] == say("recordui.more-faults", n=3)


def test_a_fault_of_the_whole_names_no_row() -> None:
    assert proof_model(faulty(0)).title == say("recordui.broken")


def test_an_export_says_what_was_left_out() -> None:
    said = exported_said(Exported(Path("x/record-2026"), 12, 4, HEAD))

    assert said[:2] == (
        say("recordui.exported", n=12, folder="record-2026"),
        say("recordui.withheld", n=4),
    )


def test_backups_are_no_cause_for_calm_while_none_left_the_computer_in_time() -> None:
    assert backup_model(BackupState(None, None, due=True, away_overdue=False)).state is State.DOUBT
    assert backup_model(BackupState(NOW, NOW, due=False, away_overdue=True)).state is State.DOUBT
    assert backup_model(BackupState(NOW, NOW, due=False, away_overdue=False)).state is State.FINE


def test_a_backup_on_the_same_disk_asks_to_be_carried_away() -> None:
    assert made_said(Made(Path("b"), away=False))[-1] == say("recordui.backup-same-disk")
    assert len(made_said(Made(Path("b"), away=True))) == 1
