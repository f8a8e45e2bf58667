"""An own policy's text is copied from another or read from a file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.values import Contact
from smadmin.importing.packs import parse_pack
from smadmin.services.policy_texts import (
    Setting,
    copied,
    next_version,
    read_text,
    with_contacts,
    with_setting,
    write_text,
)

YELM = resources.find("policies/yelm-wa.toml").read_text("utf-8")


def test_a_copy_of_a_copy_names_the_last_one_only() -> None:
    once = copied(YELM, base="yelm-wa", as_id="ours")
    twice = copied(once, base="ours", as_id="mine")

    pack = parse_pack("mine.toml", twice.encode())
    assert (pack.id, pack.based_on, pack.version) == ("mine", "ours", 1)


def test_a_file_is_read_as_text_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes("\ufeffid = 1\r\n".encode())
    assert read_text(file) == "id = 1\n"

    file.write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match=r"policies\.not-text"):
        read_text(file)
    file.write_bytes(b"a" * (1 << 20) + b"a")
    with pytest.raises(BadInput, match=r"policies\.too-large"):
        read_text(file)
    with pytest.raises(BadInput, match=r"policy\.unreadable-file"):
        read_text(tmp_path / "none.toml")


def test_the_next_version_of_a_text_counts_up() -> None:
    assert "version = 2\n" in next_version(YELM)


def test_a_text_is_written_or_it_is_said_that_it_wasnt(tmp_path: Path) -> None:
    write_text(tmp_path / "own.toml", YELM)

    assert read_text(tmp_path / "own.toml") == YELM
    with pytest.raises(OutsideFailed, match=r"policies\.not-saved"):
        write_text(tmp_path / "none" / "own.toml", YELM)


@pytest.mark.parametrize(
    ("setting", "read"),
    [
        (Setting("releases", "each"), lambda pack: pack.releases.value == "each"),
        (Setting("yes_by_phone", value=False), lambda pack: pack.yes_by_phone is False),
        (Setting("due_days", 5, "cadence"), lambda pack: pack.cadence_days == 5),
        (Setting("languages", ("es",)), lambda pack: pack.languages == ("es",)),
        (Setting("platforms", ()), lambda pack: pack.platforms == ()),
        (Setting("match_hundredths", 60), lambda pack: pack.match_hundredths == 60),
    ],
)
def test_a_value_is_changed_where_it_stands(setting: Setting, read: Callable[[Pack], bool]) -> None:
    text = with_setting(with_setting(YELM, Setting("warn_day", 1, "cadence")), setting)

    assert read(parse_pack("p.toml", text.encode()))
    assert text.count("\n#") == YELM.count("\n#"), "comments stay"
    assert with_setting(text, setting) == text


def test_contacts_are_named_in_place_of_the_ones_before() -> None:
    office = Contact("Front \u201coffice\u201d", "office@yelm.example", ("360-555-0100", "360-555-0101"))
    before = parse_pack("p.toml", YELM.encode())

    text = with_contacts(YELM, (office, *before.contacts[:1]))

    after = parse_pack("p.toml", text.encode())
    assert after.contacts == (office, *before.contacts[:1])
    assert replace(after, contacts=before.contacts) == before, "nothing else changed"
    assert parse_pack("p.toml", with_contacts(text, ()).encode()).contacts == ()
    assert parse_pack("p.toml", with_contacts(with_contacts(text, ()), (office,)).encode()).contacts == (
        office,
    )
