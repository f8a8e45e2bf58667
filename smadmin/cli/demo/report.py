"""The demo's report: one HTML page in the demo's folder, readable without a network and in dark and light."""

import html
from collections.abc import Callable, Sequence
from pathlib import Path

from smadmin.cli.demo.story import Chapter
from smadmin.domain.messages import Message, say

_STYLE = """
:root { color-scheme: light dark;
  --ink: #1a1f2b; --muted: #5b6475; --card: #fff; --page: #f5f6f8; --line: #e1e5ec; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef1f6; --muted: #a3adbd; --card: #1d222b; --page: #14171d; --line: #2e3541; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  padding: 1rem 1.5rem; margin: 1rem 0; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.15rem; margin: .2rem 0 .6rem; }
p { margin: .4rem 0; } figure { margin: 1rem 0; }
img { max-width: 100%; border-radius: 8px; border: 1px solid var(--line); }
figcaption, .note { color: var(--muted); font-size: .9rem; }
"""


def write_report(
    out: Path, chapters: Sequence[Chapter], *, word: Callable[[Message], str], seconds: float, language: str
) -> Path:
    """Write `report.html` into a folder; gives its path.

    Args:
        out: the demo's folder, in which the pictures lie already.
        chapters: what was done, in order.
        word: says a message.
        seconds: how long it all took.
        language: of the words, for screen readers (`en`).
    """

    def said(message: Message) -> str:
        return html.escape(word(message))

    parts = [
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{said(say('demo.report'))}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{said(say('demo.report'))}</h1>",
        f'<p class="note">{said(say("demo.took", n=round(seconds)))}</p>',
    ]
    for chapter in chapters:
        parts.append(f"<section><h2>{said(chapter.title)}</h2>")
        parts += [f"<p>{said(sentence)}</p>" for sentence in chapter.sentences]
        parts += [
            f'<figure><img src="{html.escape(name, quote=True)}" alt="{html.escape(word(alt), quote=True)}">'
            f"<figcaption>{said(alt)}</figcaption></figure>"
            for name, alt in chapter.pictures
        ]
        parts.append("</section>")
    parts.append("</main></body></html>\n")
    report = out / "report.html"
    report.write_text("\n".join(parts), "utf-8")
    return report
