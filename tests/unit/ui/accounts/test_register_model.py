"""The register in words: choices that occur, who can't be reached, the export's lines."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.register import Entry, contact_gaps
from smadmin.language.catalogue import Catalogue
from smadmin.services.written_tables import write_table
from smadmin.ui.accounts.register_model import (
    COLUMNS,
    choices_of,
    export_rows,
    public_blockers,
    unreachable,
)
from smadmin.ui.wording import Wording
from tests.unit.domain.test_register import ANA, BO, account, entry

TODAY = date(2026, 11, 23)


@pytest.mark.demand("WIC-P5")
def test_who_cannot_be_reached_is_named_once_and_not_for_closed_accounts() -> None:
    one = replace(entry(1), administrators=(ANA, BO), missing=contact_gaps((ANA, BO)))
    two = replace(entry(2), administrators=(BO,), missing=contact_gaps((BO,)))
    closed = Entry(account(3, stage=AccountStage.CLOSED), None, (), contact_gaps((Person(ANA.id, ""),)))

    told = unreachable((one, two, closed))

    assert told is not None
    assert told == say("register.unreachable", names=(say("accounts.person", name=BO.name),), n=1)
    assert unreachable((entry(1), closed)) is None
    assert unreachable((two,), me=BO.id) == say("register.unreachable-me-phone")
    without = replace(entry(2), missing=contact_gaps((replace(BO, email=""),)))
    assert unreachable((without,), me=BO.id) == say("register.unreachable-me")
    assert unreachable((two,), me=ANA.id) == told


def test_of_many_who_cannot_be_reached_three_are_named_and_the_others_counted() -> None:
    many = [Person(PersonId(f"p{number}"), f"Person {number}") for number in range(5)]

    told = unreachable([replace(entry(1), missing=contact_gaps(many))])

    assert told is not None
    names = tuple(say("accounts.person", name=f"Person {number}") for number in range(3))
    assert told == say("register.unreachable-more", names=names, n=2)


def test_filters_offer_what_occurs() -> None:
    choices = choices_of((entry(1), entry(2, kind=AccountKind.CLUB, missing=("accounts.no-page",))))

    assert [one.key for one in choices["platform"]] == ["", "x"]
    assert [one.key for one in choices["stage"]] == ["", "live"]
    assert [one.key for one in choices["kind"]] == ["", "school", "club"]
    assert [one.key for one in choices["lack"]] == ["", "any", "address"]


@pytest.mark.demand("WIC-P5")
def test_the_export_names_each_administrator_with_telephone_and_e_mail_and_no_log_in() -> None:
    words = Wording(Catalogue.load("en"))
    secretive = replace(entry(1), account=account(1, login="social@lincoln.example"))

    heading, row = export_rows((secretive,), words, TODAY)

    told = dict(zip(COLUMNS, row, strict=True))
    assert len(heading) == len(set(COLUMNS))
    assert (told["administrator"], told["administrator-phone"]) == ("Ana Núñez", "505 555 0100")
    assert (told["handle"], told["stage"]) == ("school_1", "Live")
    assert not any("social@" in cell for cell in row)


def test_the_export_says_who_gets_in_and_no_name_becomes_a_formula(tmp_path: Path) -> None:
    words = Wording(Catalogue.load("en"))
    opened = replace(entry(1), openers=(replace(ANA, name="=HYPERLINK(1)"), BO))

    rows = export_rows((opened, entry(2)), words, TODAY)
    file = write_table(tmp_path / "accounts.csv", rows)

    place = COLUMNS.index("openers")
    assert [row[place] for row in rows] == ["Can get in", f"=HYPERLINK(1); {BO.name}", ""]
    with file.open(encoding="utf-8-sig", newline="") as written:
        cells = [row[place] for row in csv.reader(written)]
    assert not any(cell.startswith("=") for cell in cells)
    assert BO.name in cells[1]


@pytest.mark.demand("WIC-P5")
def test_several_administrators_stand_in_one_line_and_what_one_lacks_is_a_dash() -> None:
    words = Wording(Catalogue.load("en"))
    several, nobody = replace(entry(1), administrators=(BO, ANA)), replace(entry(2), administrators=())

    _heading, *rows = export_rows((several, nobody), words, TODAY)

    told = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert [one["administrator"] for one in told] == ["Bo Lindqvist; Ana Núñez", ""]
    assert [one["administrator-phone"] for one in told] == ["\N{EN DASH}; 505 555 0100", ""]


def test_the_export_says_what_is_missing_as_the_screen_counts_it() -> None:
    """Also by when an account that existed has its whole list; one that is only asked for lacks nothing."""
    words = Wording(Catalogue.load("en"))
    dated = replace(entry(1), due=date(2027, 1, 21))
    late = replace(entry(2), missing=contact_gaps((BO,)), due=date(2026, 1, 2))
    asked = replace(entry(3, stage=AccountStage.ASKED), missing=contact_gaps((BO,)))

    _heading, *rows = export_rows((dated, late, asked), words, TODAY)

    first, second, third = (row[COLUMNS.index("missing")] for row in rows)
    assert "due by Jan 21, 2027" in first
    assert second.startswith("Bo Lindqvist has no telephone number here. ")
    assert "was due on Jan 2, 2026" in second
    assert third == ""


def test_without_a_live_account_there_is_no_public_list() -> None:
    assert public_blockers((account(1),)) == ()
    assert [one.id for one in public_blockers((account(1, stage=AccountStage.SET_UP),))] == [
        "register.nothing-public"
    ]
