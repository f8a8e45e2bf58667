"""What a deed changed, asked by screens."""

from smadmin.domain.changes import Changes


def test_changes_touch_the_noun_they_name_and_no_other() -> None:
    changes = Changes.of("posts", ["one", "two"])

    assert changes.touches("posts")
    assert not changes.touches("photos")
    assert changes.ids("posts") == {"one", "two"}


def test_joined_changes_touch_what_either_touched() -> None:
    joined = Changes.of("posts", ["one"]) | Changes.of("photos", ["two"])

    assert joined.touches_any(["accounts", "photos"])
    assert joined.touches("posts")
    assert not joined.touches_any(["accounts", "plan"])


def test_no_changes_are_false_and_touch_nothing() -> None:
    nothing = Changes.of("posts", [])

    assert not nothing
    assert not nothing.touches("posts")
