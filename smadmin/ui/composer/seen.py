"""A post as readers of one platform see it: a pure view model. No Qt.

What comes before *See more*, which part of each picture, which link gets a card, and what readers won't get.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.appearing import WHOLE, Cut, card_of, cut_of, fold_at
from smadmin.domain.ids import PhotoId, VideoId
from smadmin.domain.losses import going_out, losses, video_losses
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.posts import Picture
from smadmin.ui.theme import State

SHOWN_AT_MOST = 700
"""Code points of a text that the preview shows; whoever wants all reads it back."""
_LONGEST_WORD = 20
_MINUTE_S = 60
_LOOKED_THROUGH = 3_000
"""So far into a text a link is looked for: the preview is made anew with each key."""


@dataclass(frozen=True)
class SeenPicture:
    """A picture that goes out, and the part of it that readers see."""

    photo: PhotoId
    cut: Cut


@dataclass(frozen=True)
class Told:
    """A sentence below the preview."""

    state: State
    says: Message


@dataclass(frozen=True)
class Seen:
    """A post as readers see it.

    Args:
        text: what stands there before anything is pressed, with the space at its end.
        rest: what *See more* adds; empty where nothing is folded away.
        pictures: in order.
        pictures_first: whether the text stands below them.
        card: the host of the link that gets a card; empty where none does.
        told: what readers won't get, and what the platform asks for besides.
        video: whether a video stands there.
    """

    text: str = ""
    rest: str = ""
    pictures: tuple[SeenPicture, ...] = ()
    pictures_first: bool = False
    card: str = ""
    told: tuple[Told, ...] = ()
    video: bool = False

    def only_says(self, text: str) -> bool:
        """Tell whether readers see these words, all of them at once, and nothing besides."""
        besides = self.pictures or self.card or self.told or self.video
        return self.text == text and not self.rest and not besides


def seen_on(
    text: str,
    pictures: tuple[Picture, ...],
    photos: Mapping[PhotoId, Photo],
    facts: PlatformFacts,
    *,
    video: VideoId | None = None,
) -> Seen:
    """Show a post as readers of a platform see it.

    Args:
        text: the account's words.
        pictures: of the post, in order.
        photos: those that were read already, for their sizes.
        facts: the platform's.
        video: the post's, or None.
    """
    sizes = tuple(_size(photos.get(one.photo)) for one in pictures)
    out = going_out(sizes, facts)
    known = all(width and height for width, height in out)
    shapes = tuple(width / height for width, height in out) if known else ()
    at = _between_words(text, fold_at(text, facts.shown))
    link = card_of(text[:_LOOKED_THROUGH], facts.shown, pictures=len(out))
    return Seen(
        text=_shortened(text if at is None else text[:at]),
        rest="" if at is None else _shortened(text[at:]),
        pictures=tuple(
            SeenPicture(one.photo, cut_of(size, facts.shown, place=place, shapes=shapes) if known else WHOLE)
            for place, (one, size) in enumerate(zip(pictures, out, strict=False))
        ),
        pictures_first=facts.shown.pictures_first,
        card="" if link is None else _host(link),
        told=(*_told(text, sizes, facts), *_told_of(video, facts)),
        video=video is not None and bool(facts.videos),
    )


def takes_of(facts: PlatformFacts) -> tuple[Message, ...]:
    """Say what a platform takes beside words, before anything is added."""
    said = [say("platforms.takes-photos", n=facts.pictures)] if facts.pictures else []
    if facts.videos and facts.video_seconds is not None:
        minutes, seconds = divmod(facts.video_seconds, _MINUTE_S)
        said.append(say("platforms.takes-video-of", length=f"{minutes}:{seconds:02}"))
    elif facts.videos:
        said.append(say("platforms.takes-video"))
    if facts.alt_limit is not None:
        said.append(say("platforms.takes-descriptions", limit=facts.alt_limit))
    return tuple(said)


def _told(text: str, sizes: tuple[tuple[int, int], ...], facts: PlatformFacts) -> tuple[Told, ...]:
    lost = tuple(Told(State.DOUBT, said) for said in losses(text[:_LOOKED_THROUGH], sizes, facts))
    if facts.title_limit is None:
        return lost
    asked = say("platforms.asks-title", platform=facts.name, limit=facts.title_limit)
    return (*lost, Told(State.NOTE, asked))


def _told_of(video: VideoId | None, facts: PlatformFacts) -> tuple[Told, ...]:
    lost = () if video is None else video_losses(facts)
    return tuple(Told(State.DOUBT, said) for said in lost)


def _between_words(text: str, at: int | None) -> int | None:
    """Fold before a word rather than in it, where that costs only a few characters."""
    if at is None:
        return None
    before = max(text.rfind(space, at - _LONGEST_WORD, at) for space in " \n") + 1
    return before or at


def _size(photo: Photo | None) -> tuple[int, int]:
    return (0, 0) if photo is None else (photo.width, photo.height)


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]} …"


def _host(link: str) -> str:
    """Give the name of the host, as cards show it."""
    bare = link.partition("://")[2] or link
    host = bare.partition("/")[0].partition("?")[0].partition(":")[0].lower()
    return host.removeprefix("www.")
