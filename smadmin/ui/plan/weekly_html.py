"""The weekly page as one page of HTML: for paper, for a browser without a network, and for a screen reader.

Everything that came from outside is escaped; pictures stand in it as data, so nothing is fetched. The window
holds them beside it: laying out megabytes of letters would stop it for a quarter of a second.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from smadmin.domain.ids import MediaId
from smadmin.domain.week_signing import Section
from smadmin.ui.plan.weekly import Line, Part, WeeklyModel
from smadmin.ui.wording import Wording

_STYLE = (
    "html{max-width:46rem;margin:1.5rem auto;padding:0 1rem}body{font:9.5pt/1.4 system-ui,sans-serif;"
    "color:#1a1f2b;background:#fff}h1{font-size:16pt;margin:0}h2{font-size:11pt;margin:7px 0 0 0}"
    "p{margin:3px 0}table{margin:0}td{padding:1px 8px 1px 0;vertical-align:top;overflow-wrap:anywhere}"
    ".note{color:#5b6475;font-size:8.5pt}"
)
_WINDOW_STYLE = (
    "h1{font-size:large;margin:0}h2{font-size:medium;margin:12px 0 2px 0}p{margin:3px 0}"
    "td{padding:1px 8px 1px 0}.note{font-size:small}"
)
"""Without colours and sizes of its own: some read larger text, some light on dark."""
_IN_A_ROW = 6
_SIGN = "font-size:10.5pt;margin:14px 0 0 0"


def data_source(png: bytes) -> str:
    """Give a picture as a page's own data: nothing is fetched."""
    return f"data:image/png;base64,{b64encode(png).decode()}"


def weekly_html(
    model: WeeklyModel, words: Wording, pictures: Mapping[MediaId, str], *, alt: str, paper: bool = True
) -> str:
    """Word a page as HTML.

    Args:
        model: the page.
        words: the language it is read in.
        pictures: the source of each covered picture: itself (`data_source`), or its name in the window.
        alt: what stands for a picture where none is seen.
        paper: whether it is for paper or a browser; else it is for the program's own window.
    """
    parts = "".join(_part(one, words, pictures, alt) for one in model.parts)
    told = model.foot if model.paper is None or not paper else (*model.foot, model.paper)
    foot = "".join(f'<p class="note">{escape(words(one))}</p>' for one in told)
    title = escape(words(model.title))
    if not paper:
        return _shown(f'<h1>{title}</h1>\n<p class="note">{escape(words(model.note))}</p>\n{parts}{foot}')
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{title}</h1>\n<p class="note">{escape(words(model.note))}</p>\n{parts}<hr>{foot}\n'
        f"{_sign_here(words) if model.paper is not None else ''}</body>\n</html>\n"
    )


def _sign_here(words: Wording) -> str:
    return f'<p style="{_SIGN}">{escape(words.say("weekly.sign-here"))}</p>\n'


def sent_html(
    head: tuple[str, str, str],
    page: Sequence[Section],
    pictures: Mapping[tuple[int, int], str],
    *,
    alt: str,
) -> str:
    """Word a page that somebody sent as HTML for the program's own window.

    Args:
        head: its title, which week it is, and where the record ended, worded here.
        page: its sections, worded where it came from.
        pictures: the names of its pictures in the window, by section and line.
        alt: what stands for a picture where none is seen.
    """
    school, week, record = map(escape, head)
    parts = "".join(
        f"<h2>{escape(title)}</h2>\n"
        + "".join(
            f"<p>{escape(line)}{_below(pictures.get((section, number)), alt)}</p>\n"
            for number, line in enumerate(lines)
        )
        for section, (title, lines) in enumerate(page)
    )
    return _shown(f'<h1>{school}</h1>\n<p class="note">{week}</p>\n{parts}<p class="note">{record}</p>')


def _shown(body: str) -> str:
    return f"<html><head><style>{_WINDOW_STYLE}</style></head><body>{body}</body></html>"


def _part(part: Part, words: Wording, pictures: Mapping[MediaId, str], alt: str) -> str:
    lines = "".join(_line(one, words) for one in part.lines)
    strip = _strip(part.lines, words, pictures, alt)
    return f'<h2>{escape(words(part.title))}</h2>\n<table width="100%">{lines}</table>\n{strip}'


def _line(line: Line, words: Wording) -> str:
    said = escape(words(line.said))
    if line.before is None:
        return f'<tr><td colspan="2">{said}</td></tr>\n'
    return f'<tr><td width="44">{escape(words(line.before))}</td><td>{said}</td></tr>\n'


def _strip(lines: Iterable[Line], words: Wording, pictures: Mapping[MediaId, str], alt: str) -> str:
    """Put a part's pictures side by side, each with its day and topic: one below another fills a sheet."""
    cells = [
        f"<td>{_image(pictures[line.picture], alt)}<br>"
        f'<span class="note">{escape(words.optional(line.before))} {escape(line.topic)}</span></td>'
        for line in lines
        if line.picture is not None and line.picture in pictures
    ]
    rows = ("".join(cells[first : first + _IN_A_ROW]) for first in range(0, len(cells), _IN_A_ROW))
    return "".join(f"<table><tr>{row}</tr></table>\n" for row in rows)


def _below(source: str | None, alt: str) -> str:
    return "" if source is None else f"<br>{_image(source, alt)}"


def _image(source: str, alt: str) -> str:
    return f'<img src="{source}" alt="{escape(alt, quote=True)}" width="96">'
