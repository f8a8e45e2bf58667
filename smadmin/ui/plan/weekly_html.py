"""The weekly page as one page of HTML: for paper, for a browser without a network, and for a screen reader.

Everything that came from outside is escaped; pictures stand in it as data, so nothing is fetched.
"""

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from smadmin.domain.ids import MediaId
from smadmin.ui.plan.weekly import Line, Part, WeeklyModel
from smadmin.ui.wording import Wording

_STYLE = (
    "body{font:10.5pt/1.45 system-ui,sans-serif;max-width:46rem;margin:1.5rem auto;padding:0 1rem;"
    "color:#1a1f2b;background:#fff}h1{font-size:16pt;margin:0}h2{font-size:12pt;margin:9px 0 1px 0}"
    "p{margin:3px 0}table{margin:0}td{padding:1px 8px 1px 0;vertical-align:top;overflow-wrap:anywhere}"
    ".note{color:#5b6475;font-size:9pt}"
)
_SIGN = "font-size:11pt;margin:16px 0 0 0"


def weekly_html(model: WeeklyModel, words: Wording, pictures: Mapping[MediaId, bytes], *, alt: str) -> str:
    """Word a page as HTML.

    Args:
        model: the page.
        words: the language it is read in.
        pictures: PNG bytes of the covered pictures, small.
        alt: what stands for a picture where none is seen.
    """
    parts = "".join(_part(one, words, pictures, alt) for one in model.parts)
    foot = "".join(f'<p class="note">{escape(words(one))}</p>' for one in model.foot)
    title = escape(words(model.title))
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{title}</h1>\n<p class="note">{escape(words(model.note))}</p>\n{parts}<hr>{foot}\n'
        f'<p style="{_SIGN}">{escape(words.say("weekly.sign-here"))}</p>\n</body>\n</html>\n'
    )


def _part(part: Part, words: Wording, pictures: Mapping[MediaId, bytes], alt: str) -> str:
    lines = "".join(_line(one, words, pictures, alt) for one in part.lines)
    return f'<h2>{escape(words(part.title))}</h2>\n<table width="100%">{lines}</table>\n'


def _line(line: Line, words: Wording, pictures: Mapping[MediaId, bytes], alt: str) -> str:
    said, content = escape(words(line.said)), None if line.picture is None else pictures.get(line.picture)
    shown = "" if content is None else f"<br>{_image(content, alt)}"
    if line.before is None:
        return f'<tr><td colspan="2">{said}{shown}</td></tr>\n'
    return f'<tr><td width="44">{escape(words(line.before))}</td><td>{said}{shown}</td></tr>\n'


def _image(content: bytes, alt: str) -> str:
    letters = b64encode(content).decode()
    return f'<img src="data:image/png;base64,{letters}" alt="{escape(alt, quote=True)}" width="120">'
