"""The chips that count."""

from dataclasses import replace

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.posts import Content
from smadmin.services.policy import Policy
from smadmin.ui.composer.counters import chips_of, counts_of
from smadmin.ui.theme import State

PLATFORMS = Policy.shipped().platforms


def account(platform: Platform, account_id: str = "") -> Account:
    return Account(AccountId(account_id or platform), SchoolId("school"), platform, "Lincoln", "lincoln", "")


def chips(text: str, *accounts: Account) -> list[tuple[str, State]]:
    content = Content(text=text, accounts=tuple(one.id for one in accounts))
    made = chips_of(accounts, counts_of(content, accounts, PLATFORMS))
    return [(str(chip.words.values["count"]), chip.state) for chip in made]


def test_each_platform_counts_its_own_way() -> None:
    text = "Doors open at six 🎉 https://lincoln.org/a/rather/long/address/of/a/page"

    counted = chips(text, account(Platform.X), account(Platform.FACEBOOK))

    assert counted == [("44", State.FINE), (str(len(text.encode("utf-16-le")) // 2), State.FINE)]


def test_a_chip_turns_before_the_limit_and_at_it() -> None:
    assert [chips("x" * length, account(Platform.X))[0][1] for length in (251, 252, 280, 281)] == [
        State.FINE,
        State.DOUBT,
        State.DOUBT,
        State.STOP,
    ]


def test_a_further_limit_is_said_where_it_is_passed() -> None:
    hashtags = " ".join(f"#tag{number}" for number in range(31))
    one = account(Platform.INSTAGRAM)

    chip = chips_of((one,), counts_of(Content(text=hashtags, accounts=(one.id,)), (one,), PLATFORMS))[0]

    assert chip.state is State.STOP
    assert chip.words == say("compose.count-further", platform="Instagram", count=31, limit=30)


def test_two_accounts_of_one_platform_with_the_same_words_share_a_chip() -> None:
    assert len(chips("hello", account(Platform.X, "one"), account(Platform.X, "two"))) == 1


def test_two_accounts_of_one_platform_with_words_of_their_own_are_told_apart() -> None:
    one = replace(account(Platform.X, "one"), handle="one")
    two = replace(account(Platform.X, "two"), handle="two")
    content = Content("hello", (one.id, two.id), {two.id: "hello, all of you"})

    made = chips_of((one, two), counts_of(content, (one, two), PLATFORMS))

    assert [chip.words.values["platform"] for chip in made] == ["X @one", "X @two"]
    assert [chip.words.values["count"] for chip in made] == [5, 17]


def test_a_platform_without_a_limit_only_counts() -> None:
    one = account(Platform.WORDPRESS)

    chip = chips_of((one,), counts_of(Content(text="hello", accounts=(one.id,)), (one,), PLATFORMS))[0]

    assert chip.words == say("compose.count-unlimited", platform="WordPress", count=5)
