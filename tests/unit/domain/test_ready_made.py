"""Ready-made texts."""

from smadmin.domain.ids import AccountId
from smadmin.domain.posts import Content, content_blockers
from smadmin.domain.ready_made import blank_reasons

TEXT = "We play \u2039opponent\u203a at \u2039time\u203a."


def test_a_blank_that_is_left_is_named_once() -> None:
    reasons = blank_reasons((TEXT, TEXT))

    assert [(one.message.id, one.message.values["blank"]) for one in reasons] == [
        ("posts.blank-left", "opponent"),
        ("posts.blank-left", "time"),
    ]


def test_a_post_with_a_blank_is_not_handed_in() -> None:
    x = AccountId("x")

    assert [one.message.id for one in content_blockers(Content(TEXT, (x,)))] == ["posts.blank-left"] * 2
    assert content_blockers(Content(TEXT, (x,), {x: "We play the Lions at 7."})) == ()


def test_brackets_that_a_writer_means_are_words() -> None:
    said = Content("\u201cThey [the team] never gave up,\u201d says Ms. Alvarez.", (AccountId("x"),))

    assert content_blockers(said) == ()
