"""A log-in keeps everything that was typed, gives older ones back, and shows nothing by itself."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.log_ins import ApiToken, LogIn, SecondStep, after, looks, was_there

WHOLE = LogIn(
    "lincoln",
    "p\u00e4ssw\u00f6rd \N{KEY}",
    ("one", "two"),
    email="social@lincoln.example",
    seed="JBSWY3DPEHPK3PXP",
    second=SecondStep.CODES,
    tokens=(ApiToken("smadmin", "t0ken", date(2027, 6, 30)), ApiToken("old", "t1", None)),
    made="made here",
    before="the one before",
    former=("0a1b2c3d",),
)


def test_everything_that_was_typed_comes_back() -> None:
    back = LogIn.from_bytes(WHOLE.to_bytes())

    assert vars(back) | {"tokens": ()} == vars(WHOLE) | {"tokens": ()}
    assert [vars(token) for token in back.tokens] == [vars(token) for token in WHOLE.tokens]


def test_a_log_in_of_the_first_shape_is_read_for_ever() -> None:
    old = canonical({"v": 1, "user": "lincoln", "password": "word", "recovery": ["one"]})

    back = LogIn.from_bytes(old)

    assert (back.user, back.password, back.recovery, back.seed, back.tokens) == (
        "lincoln",
        "word",
        ("one",),
        "",
        (),
    )


def test_a_log_in_of_the_second_shape_is_read_for_ever() -> None:
    named = parse(WHOLE.to_bytes())
    old = canonical({**{key: named[key] for key in named if key not in {"made", "before"}}, "v": 2})

    back = LogIn.from_bytes(old)

    assert (back.password, back.seed, back.made, back.before) == (WHOLE.password, WHOLE.seed, "", "")


def test_a_log_in_of_the_third_shape_is_read_for_ever() -> None:
    named = parse(replace(WHOLE, before="word").to_bytes())
    old = canonical({**{key: named[key] for key in named if key != "former"}, "v": 3})

    back = LogIn.from_bytes(old)

    assert (back.password, back.before, back.former) == (WHOLE.password, "word", ())


def test_of_every_password_that_counted_before_a_trace_stays() -> None:
    log_in: LogIn | None = None
    for one in ("first-Falcon-42", "second-Falcon-43", "third-Falcon-44"):
        log_in = after(log_in, LogIn("lincoln", one))
    assert log_in is not None
    back = LogIn.from_bytes(log_in.to_bytes())

    assert [was_there(back, one) for one in ("first-Falcon-42", "FIRST falcon 7", "second-Falcon-43")] == [
        True
    ] * 3
    assert not any(was_there(back, one) for one in ("third-Falcon-44", "fourth-Falcon-45", ""))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("first-Falcon-42", "First Falcon! 43", True),
        ("caf\u00e9-Falcon", "cafe\u0301-falcon", True),
        ("first-Falcon-42", "second-Falcon-42", False),
        ("k3-9!42", "k3-9!43", False),
    ],
)
def test_with_other_digits_a_password_looks_the_same_if_it_has_letters_enough(
    one: str, other: str, *, alike: bool
) -> None:
    assert (looks(one) == looks(other)) is alike


def test_a_changed_log_in_keeps_the_password_that_counted_before() -> None:
    first = LogIn("lincoln", "first", made="second")
    second = after(first, LogIn("lincoln", "second"))
    with_codes = after(second, LogIn("lincoln", "second", ("code",)))
    third = after(with_codes, LogIn("lincoln", "third"))

    assert (second.password, second.before, second.made) == ("second", "first", "")
    assert (with_codes.before, third.before) == ("first", "second")
    assert after(None, first) is first


@pytest.mark.parametrize(
    "odd",
    [
        {"v": 5, "recovery": []},
        {"v": 4, "recovery": []},
        {"v": 3, "recovery": []},
        {"v": 1},
        {"v": 2, "recovery": "one"},
        {"v": 2, "recovery": []},
        {"recovery": []},
    ],
)
def test_another_shape_is_refused(odd: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="unknown shape"):
        LogIn.from_bytes(canonical(odd))  # type: ignore[arg-type]  # on purpose


def test_nothing_of_it_stands_in_its_repr() -> None:
    assert "t0ken" not in repr(WHOLE) + repr(WHOLE.tokens)
    assert "JBSW" not in repr(WHOLE)


def test_the_mailbox_is_the_address_or_a_user_name_that_is_one() -> None:
    assert WHOLE.mailbox == "social@lincoln.example"
    assert LogIn("a@lincoln.example", "x").mailbox == "a@lincoln.example"
    assert LogIn("@lincoln", "x").mailbox == ""
