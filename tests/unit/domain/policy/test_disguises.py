"""An opted-out child's name is found however its letters are drawn; other texts are left as they are."""

from time import thread_time

import pytest

from smadmin.domain.policy.disguises import as_seen
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName

CHILDREN = People.of(
    [
        PersonName("Maya", "Ortega", opted_out=True),
        PersonName("Jürgen", "Müller", opted_out=True),
        PersonName("Soren", "Joergensen", opted_out=True),
        PersonName("小龙", "李", opted_out=True),
        PersonName("明", "王", opted_out=True),
        PersonName("민준", "김", opted_out=True),
        PersonName("Leo", "Novak"),
    ]
)


def found(text: str) -> list[tuple[str, bool]]:
    """Give the names in a text, and whether each is in doubt."""
    names = full_names(Reading(text), CHILDREN)
    return [(text[one.span.start : one.span.end], one.doubtful) for one in names]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize(
    "name",
    [
        "\u202eagetrO ayaM\u202c",
        "Maya \u202eagetrO\u202c",
        "ⓂⒶⓎⒶ ⓄⓇⓉⒺⒼⒶ",
        "ⓜⓐⓨⓐ ⓞⓡⓣⓔⓖⓐ",
        "🄼🄰🅈🄰 🄾🅁🅃🄴🄶🄰",
        "🅼🅰🆈🅰 🅾🆁🆃🅴🅶🅰",
        "🅜🅐🅨🅐 Ortega",
        "🇲🇦🇾🇦 🇴🇷🇹🇪🇬🇦",
        "\uff2d\uff41\uff59\uff41\u3000\uff2f\uff52\uff54\uff45\uff47\uff41",
        "M a y a  O r t e g a",
        "M a y a O r t e g a",
        "m a y a o r t e g a",
        "M.a.y.a O.r.t.e.g.a",
        "M-a-y-a O-r-t-e-g-a",
        "M · a · y · a   O · r · t · e · g · a",
        "M a y a Ortega",
        "Maya O_r_t_e_g_a",
        "M✨a✨y✨a O✨r✨t✨e✨g✨a",
        "\u041c\u0430\u0443\u0430 Ortega",
        "\u041c\u0410\u04ae\u0410 \u041eRTEGA",
        "\u039c\u0391\u03a5\u0391 Ortega",
        "\u13b7ay\u0430 \u041e\u0433tega",
        "M4ya 0rt3ga",
        "M@y@ Ortega",
    ],
)
def test_a_name_drawn_otherwise_is_found_whole(name: str) -> None:
    assert found(f"Bravo to {name} today.") == [(name, False)]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize(
    ("text", "name", "doubtful"),
    [
        ("恭喜李小龙获奖", "李小龙", False),
        ("恭喜小龙李获奖", "小龙李", False),
        ("祝贺王明同学", "王明", True),
        ("김민준이 이겼다", "김민준", False),
        ("Juergen Mueller won", "Juergen Mueller", False),
        ("Jürgen Müller won", "Jürgen Müller", False),
        ("Jurgen Muller won", "Jurgen Muller", False),
        ("Jürgen Mueller won", "Jürgen Mueller", False),
        ("Soren Jörgensen won", "Soren Jörgensen", True),
    ],
)
def test_a_name_inside_a_row_of_letters_or_with_two_letters_for_one_is_found(
    text: str, name: str, doubtful: bool
) -> None:
    assert found(text) == [(name, doubtful)]


@pytest.mark.parametrize(
    "text",
    [
        "Maya read aloud; Ortega Hall is open.",
        "A B C D E F G, we sing. The Y.M.C.A. opens at 8 a.m. on P. E. day.",
        "Room 4b, the 5k run, S0 what? Write to maya@ortega.example.",
        "Мама мыла раму. Καλημέρα σας.",
        "🇺🇸 🇲🇽 Flags on Friday",
        "李小明 and 王小明 read aloud.",
        "L e o  N o v a k",
        "",
    ],
)
def test_other_texts_hold_no_name(text: str) -> None:
    assert found(text) == []


def test_a_text_that_hides_nothing_is_read_once() -> None:
    assert as_seen("Maya's class meets at 8:15 a.m. in room 4b. 🎉 Ñandú, Đặng, O'Brien!") is None


@pytest.mark.parametrize(
    "unit", ["a ", "a.", "\u202ea", "\u202e", "0a", "a0", "\u041c", "a\u041c ", "李", "\u24d0", "@a", "a" * 7]
)
def test_a_hundred_thousand_characters_of_tricks_are_read_quickly(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    began = thread_time()

    found(text)

    assert thread_time() - began < 3
