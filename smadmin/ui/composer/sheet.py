"""What may be done to a post's content while it is written: pure functions from content to content.

`voice` says whose words are meant: None the words for all accounts, an account id that account's own.
"""

from dataclasses import replace

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId, PhotoId, SlotId, VideoId
from smadmin.domain.posts import Content, Picture

Voice = AccountId | None


def voices(content: Content) -> tuple[Voice, ...]:
    """Give whose words there are: the shared ones first, then each account's own in order."""
    return (None, *(account for account in content.accounts if account in content.wordings))


def voice_of(content: Content, account: AccountId) -> Voice:
    """Give whose words go out on an account."""
    return account if account in content.wordings else None


def words_of(content: Content, voice: Voice) -> str:
    """Give the words of a voice."""
    return content.text if voice is None else content.wordings.get(voice, content.text)


def with_words(content: Content, voice: Voice, text: str) -> Content:
    """Change the words of a voice."""
    if voice is None:
        return replace(content, text=text)
    return replace(content, wordings={**content.wordings, voice: text})


def without_own_words(content: Content, account: AccountId) -> Content:
    """Let an account take the shared words again."""
    left = {one: text for one, text in content.wordings.items() if one != account}
    return replace(content, wordings=left)


def toggled(content: Content, account: AccountId, order: tuple[AccountId, ...]) -> Content:
    """Add or remove an account; accounts stand in the register's order. Its own words are kept for later."""
    chosen = set(content.accounts) ^ {account}
    return replace(content, accounts=tuple(one for one in order if one in chosen))


def with_pictures(content: Content, photos: tuple[PhotoId, ...]) -> Content:
    """Put photos under the post, last in order; those that are there stay where they are."""
    there = {picture.photo for picture in content.pictures}
    more = tuple(Picture(photo) for photo in dict.fromkeys(photos) if photo not in there)
    return replace(content, pictures=(*content.pictures, *more))


def without_picture(content: Content, photo: PhotoId) -> Content:
    """Take a photo off the post."""
    return replace(content, pictures=tuple(one for one in content.pictures if one.photo != photo))


def with_video(content: Content, video: VideoId | None) -> Content:
    """Put a video under the post, or take it off."""
    return replace(content, video=video)


def described(content: Content, photo: PhotoId, alt: str) -> Content:
    """Say in words what a photo shows."""
    pictures = tuple(replace(one, alt=alt) if one.photo == photo else one for one in content.pictures)
    return replace(content, pictures=pictures)


def moved(content: Content, photo: PhotoId, steps: int) -> Content:
    """Move a photo by some places towards the end (negative: towards the beginning)."""
    order = list(content.pictures)
    at = next((index for index, one in enumerate(order) if one.photo == photo), None)
    if at is None:
        return content
    picture = order.pop(at)
    order.insert(max(0, min(at + steps, len(order))), picture)
    return replace(content, pictures=tuple(order))


def says_something(content: Content) -> bool:
    """Tell whether there is anything worth keeping."""
    words = (content.text, *content.wordings.values())
    return bool(content.pictures or content.video) or any(one.strip() for one in words)


def same_writing(one: Content, other: Content) -> bool:
    """Tell whether two contents are the same but for overrides, which are acts of their own."""
    return replace(one, overrides=()) == replace(other, overrides=())


def groups_of(content: Content, accounts: tuple[Account, ...]) -> tuple[tuple[str, tuple[Account, ...]], ...]:
    """Group the accounts that get the same words, in order: what is read back is read once."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        groups.setdefault(content.text_for(account.id), []).append(account)
    return tuple((text, tuple(together)) for text, together in groups.items())


def with_slot(content: Content, slot: SlotId | None) -> Content:
    """Put the post into a planned slot, or into none."""
    return replace(content, slot=slot)
