"""The page of a post that Facebook lets others show, for the stand-in."""

import html
import re
from dataclasses import dataclass
from urllib.parse import quote

_LINK = re.compile(r"https?://\S+")


@dataclass
class Post:
    """A post; `at`: when it goes out, where it waits; `live`: others than the app's people see it."""

    id: str
    page: str
    message: str
    link: str
    photos: list[str]
    made: float
    live: bool
    at: float | None = None


def shown(post: Post | None) -> str:
    """Give the page that Facebook lets others show of a post, as it was seen in 2026."""
    if post is None or post.at or not post.live:
        said = (
            "This Facebook post is no longer available. It may have been removed or the privacy"
            " settings of the post may have changed."
        )
        return f'<html><body><div role="feed"><p class="_1q3v">{said}</p></div></body></html>'
    words = _LINK.sub(_led, html.escape(post.message, quote=False)).replace("\n", "<br />")
    start, end = words[:600], words[600:]
    dots = '<span class="text_exposed_hide">... <a class="see_more_link">See more</a></span>'
    rest = f'{dots}<span class="text_exposed_show">{end}</span>' if end else ""
    picture = '<img class="scaledImageFitWidth img" src="https://scontent.xx.fbcdn.net/x" alt="" />'
    message = (
        f'<div data-testid="post_message" class="_5pbx userContent _3576"><p>{start}{rest}</p></div>'
        if post.message
        else ""
    )
    return (
        '<html><body><div class="_5pcr userContentWrapper"><img aria-label="Larks" role="img" />'
        f"{message}{picture if post.photos else ''}<div>Like Comment Share</div></div></body></html>"
    )


def _led(found: "re.Match[str]") -> str:
    whole = html.unescape(found[0])
    shown = whole if len(whole) <= 60 else f"{whole[:57]}..."
    further = quote(f"{whole}{'&' if '?' in whole else '?'}fbclid=IwAR1", safe="")
    return f'<a href="https://l.facebook.com/l.php?u={further}&amp;h=AT1">{html.escape(shown)}</a>'
