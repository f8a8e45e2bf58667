"""A list of names is read as schools export it."""

from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.policy.roster import PersonName
from smadmin.importing.rosters import read_roster


def roster(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[PersonName, ...]:
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("first_name,last_name\nAna,López\n", PersonName("Ana", "López")),
        (
            "\ufeffLast Name,First Name,Grade,Opt-Out\r\nLópez,Ana,4,Yes\r\n",
            PersonName("Ana", "López", opted_out=True),
        ),
        ('Name\n"López, Ana"\n', PersonName("Ana", "López")),
        ("nombre,apellidos\nAna,López Ruiz\n", PersonName("Ana", "López Ruiz")),
        ("name,nickname\nAna López,Anita\n\n,\nOne\n", PersonName("Ana", "López", nicknames=("Anita",))),
    ],
)
def test_usual_columns_are_understood(tmp_path: Path, text: str, person: PersonName) -> None:
    assert roster(tmp_path, text) == (person,)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("", "utf-8"), ("id,grade\n1,4\n", "utf-8"), ("name\nJosé Peña\n", "latin-1"), ('name\n"open', "utf-8")],
)
def test_what_isnt_a_list_of_names_is_refused(tmp_path: Path, text: str, encoding: str) -> None:
    with pytest.raises(BadInput):
        roster(tmp_path, text, encoding)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_roster(tmp_path / "none.csv")
