"""What may be done to a content while it is written."""

from smadmin.domain.ids import AccountId, PersonId, PhotoId, SlotId
from smadmin.domain.posts import Content, Override, Picture
from smadmin.ui.composer import sheet

X, FACEBOOK, BLOG = AccountId("x"), AccountId("facebook"), AccountId("blog")
ORDER = (X, FACEBOOK, BLOG)
ONE, TWO, THREE = PhotoId("1"), PhotoId("2"), PhotoId("3")


def test_accounts_keep_the_registers_order_however_they_are_pressed() -> None:
    content = sheet.toggled(sheet.toggled(Content(), BLOG, ORDER), X, ORDER)

    assert content.accounts == (X, BLOG)


def test_an_account_pressed_twice_is_as_before() -> None:
    content = Content(accounts=(X,))

    assert sheet.toggled(sheet.toggled(content, BLOG, ORDER), BLOG, ORDER) == content


def test_own_words_change_one_account_only() -> None:
    content = sheet.with_words(Content(text="for all", accounts=(X, FACEBOOK)), X, "short")

    assert content.text_for(X) == "short"
    assert content.text_for(FACEBOOK) == "for all"
    assert sheet.voices(content) == (None, X)
    assert sheet.voice_of(content, FACEBOOK) is None


def test_own_words_can_be_given_up() -> None:
    content = Content(text="for all", accounts=(X,), wordings={X: "short"})

    assert sheet.without_own_words(content, X).text_for(X) == "for all"


def test_own_words_of_an_account_that_is_not_chosen_wait_unheard() -> None:
    content = Content(text="for all", accounts=(FACEBOOK,), wordings={X: "short"})

    assert sheet.voices(content) == (None,)


def test_pictures_are_added_once_and_last() -> None:
    content = sheet.with_pictures(Content(pictures=(Picture(ONE, "kept"),)), (TWO, ONE, TWO))

    assert content.pictures == (Picture(ONE, "kept"), Picture(TWO))


def test_a_picture_moves_and_stops_at_the_ends() -> None:
    content = sheet.with_pictures(Content(), (ONE, TWO, THREE))

    forward = sheet.moved(content, THREE, -1)
    to_the_end = sheet.moved(content, ONE, 9)

    assert [one.photo for one in forward.pictures] == [ONE, THREE, TWO]
    assert [one.photo for one in to_the_end.pictures] == [TWO, THREE, ONE]
    assert sheet.moved(content, PhotoId("gone"), 1) == content


def test_a_picture_is_described_and_taken_off() -> None:
    content = sheet.described(sheet.with_pictures(Content(), (ONE, TWO)), TWO, "The choir")

    assert content.pictures[1].alt == "The choir"
    assert sheet.without_picture(content, ONE).pictures == (Picture(TWO, "The choir"),)


def test_accounts_and_topic_alone_are_nothing_to_keep() -> None:
    assert not sheet.says_something(sheet.with_slot(Content(text=" \n", accounts=(X,)), SlotId("s")))
    assert sheet.says_something(Content(text="a"))
    assert sheet.says_something(Content(pictures=(Picture(ONE),)))


def test_overrides_are_no_change_of_the_writing() -> None:
    override = Override("all-caps", "GO", "our cheer", PersonId("maya"))

    assert sheet.same_writing(Content(text="GO"), Content(text="GO", overrides=(override,)))
    assert not sheet.same_writing(Content(text="GO"), Content(text="Go"))
