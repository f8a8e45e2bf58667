"""What the rules may know beside the text."""

from smadmin.domain.policy.context import ANY_WORD, Context
from smadmin.domain.policy.roster import People


def test_the_words_of_the_schools_own_names_are_known() -> None:
    people = People.of((), staff=("Kim O'Neill",))
    context = Context(
        people=people,
        school_name="Larkspur Elementary",
        account_names=("lark_news",),
        groups=frozenset({"Chessmen"}),
    )

    assert context.names == {"larkspur", "elementary", "lark_news", "chessmen", "kim", "oneill"}


def test_without_dictionaries_every_word_is_right() -> None:
    assert ANY_WORD.knows("qwrtz", "en")
    assert ANY_WORD.suggested("qwrtz", "en") == ()
    ANY_WORD.forget()
