"""The page that lies beside a post's covered pictures, with a button for each thing to copy. Pure.

It loads nothing from anywhere: its one script and one style are named by their digests, pictures come from
the folder it lies in, and whatever was written for readers stays text.
"""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;"
    "padding:0 1rem;overflow-wrap:anywhere}img{max-width:100%;max-height:18rem;display:block}"
    "textarea{width:100%;box-sizing:border-box;font:inherit}button{font:inherit;padding:.4rem 1rem}"
    "section{margin:1.5rem 0}"
)
_SCRIPT = (
    "for(const b of document.querySelectorAll('button'))b.addEventListener('click',()=>{"
    "const a=document.getElementById(b.dataset.of);a.focus();a.select();"
    "const s=document.getElementById('said');s.textContent='';"
    "if(document.execCommand('copy'))s.textContent=b.dataset.said;b.focus()});"
)
"""The old command: the newer one asks for leave on a page that lies in a folder, or isn't there at all."""


@dataclass(frozen=True)
class HandoffWords:
    """What the page says, worded.

    Args:
        language: of the words (ISO 639-1).
        title: which account it is for.
        intro: what to do with it, and until when it lies here.
        text: names the post's text.
        copy: on each button.
        copied: said once something was copied.
        picture: names the description of picture n, from 1.
    """

    language: str
    title: str
    intro: str
    text: str
    copy: str
    copied: str
    picture: Callable[[int], str]


def handoff_page(words: HandoffWords, text: str, pictures: Sequence[tuple[str, str]]) -> str:
    """Make the page.

    Args:
        words: of the page itself.
        text: as it goes out on this account.
        pictures: each file's name in the same folder, with its description.
    """
    parts = [_to_copy(words, "text", words.text, text)]
    for number, (file, alt) in enumerate(pictures, 1):
        shown = f'<img src="{escape(file)}" alt="{escape(alt)}">\n'
        parts.append(_to_copy(words, f"alt{number}", words.picture(number), alt, shown=shown))
    rules = (
        f"default-src 'none'; script-src '{_digest(_SCRIPT)}'; style-src '{_digest(_STYLE)}'; "
        "img-src 'self' file:; base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(words.title)}</h1>\n<p>{escape(words.intro)}</p>\n"
        f"{''.join(parts)}"
        f'<p id="said" role="status"></p>\n</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n'
    )


def _to_copy(words: HandoffWords, key: str, name: str, text: str, *, shown: str = "") -> str:
    if not text:
        return f"<section>\n<h2>{escape(name)}</h2>\n{shown}</section>\n"
    said = f"{name}: {words.copied}"
    return (
        f"<section>\n<h2>{escape(name)}</h2>\n{shown}"
        # The parser drops a line break that stands first in the box, so one of ours stands there.
        f'<textarea id="{key}" readonly rows="{min(12, 2 + len(text) // 60)}" aria-label="{escape(name)}">\n'
        f"{escape(text)}</textarea>\n"
        f'<button type="button" data-of="{key}" data-said="{escape(said)}" '
        f'aria-label="{escape(words.copy)}: {escape(name)}">{escape(words.copy)}</button>\n</section>\n'
    )


def _digest(inline: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(inline.encode()).digest()).decode()}"
