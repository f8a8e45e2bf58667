"""Earlier words of a draft are kept by themselves, where they are worth it."""

from datetime import UTC, datetime, timedelta

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.versions import Earlier, Versions, with_version, written_over

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
ANA = PersonId("ana")


def words(text: str, minutes: float = 0, **own: str) -> Earlier:
    return Earlier(
        ANA, NOON + timedelta(minutes=minutes), text, {AccountId(one): said for one, said in own.items()}
    )


def texts(versions: Versions) -> list[str]:
    return [one.text for one in versions]


def test_every_keystroke_makes_no_version() -> None:
    assert written_over((), words("The concert"), words("The concert is", 0.01)) == ()


def test_what_stood_for_a_while_is_kept() -> None:
    assert texts(written_over((), words("The concert"), words("The concert is", 5))) == ["The concert"]


def test_what_vanishes_at_once_is_kept() -> None:
    before = words("The winter concert is on Friday at seven")

    assert texts(written_over((), before, words("", 0.01))) == [before.text]
    assert texts(written_over((), before, words("The winter concert is on Friday", 0.01))) == []


def test_who_writes_on_and_on_gets_a_version_now_and_then() -> None:
    kept = (words("The", 0),)

    assert texts(written_over(kept, words("The concert", 4), words("The concert is", 4.1))) == ["The"]
    assert texts(written_over(kept, words("The concert", 5), words("The concert is", 5.1))) == [
        "The concert",
        "The",
    ]


def test_an_accounts_own_words_are_words_too() -> None:
    before = words("Hello", x="Hello on X, dear all")

    assert written_over((), before, words("Hello", 0.01)) == (before,)


def test_nothing_is_kept_twice_or_for_nothing() -> None:
    kept = (words("The concert"),)

    assert with_version(kept, words("The concert", 9)) == kept
    assert with_version(kept, words("  ", 9)) == kept
    assert written_over(kept, words("Hello", 1), words("Hello", 60)) == kept


def test_old_versions_make_room() -> None:
    many = versions = tuple(words(f"text {number}") for number in range(30))

    for number in range(3):
        versions = with_version(versions, words(f"newer {number}"))

    assert texts(versions) == ["newer 2", "newer 1", "newer 0", *texts(many)[:27]]
    assert texts(with_version(versions, words("x" * 200_000))) == ["x" * 200_000]
    assert len(with_version((words("a" * 60_000), words("b" * 60_000)), words("c"))) == 2
