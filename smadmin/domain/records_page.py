"""What is given in answer to a records request, to read (HTML) and to compute with (CSV, JSON). Pure.

The page needs no script, names its language and has a heading for each thing, so that a screen reader and a
printer get the same. No cell of the table is ever worked out as a formula.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from smadmin.domain.spreadsheet_cells import harmless_cell, harmless_parts

_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1f2b;background:#fff}a{color:#1f3f8f}article{border-top:1px solid #98a1b3;margin-top:2rem}"
    "pre{font:inherit;white-space:pre-wrap;border-left:4px solid #98a1b3;margin:0;padding-left:1rem}"
    "td,th{text-align:left;vertical-align:top;padding:.1rem 1.5rem .1rem 0}img{max-width:100%}"
    "caption{text-align:left;font-weight:600}"
)
_COLUMNS = ("number", "kind", "account", "published", "taken_down", "link", "text", "covers", "rows")


@dataclass(frozen=True)
class GivenFile:
    """A picture or a kept page: its path in the package, or why it stays at school.

    Args:
        path: beside the page (`pictures/1-1.jpg`); empty where it stays at school.
        sha256: of its bytes, hex, as its row names it.
        alt: what a picture shows; empty for a kept page.
        why_not: in words; empty where it is given.
    """

    path: str
    sha256: str
    alt: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class GivenRow:
    """What was done: its place in the record, when, by whom and what in words, the act's own name."""

    seq: int
    at: str
    who: str
    done: str
    act: str


@dataclass(frozen=True)
class Given:
    """A thing as it is given; moments are the school's own time, ISO, empty where nobody knows."""

    number: int
    id: str
    kind: str
    account: str
    published: str
    taken_down: str
    link: str
    text: str
    covers: int
    rows: tuple[GivenRow, ...]
    pictures: tuple[GivenFile, ...] = ()
    captures: tuple[GivenFile, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A thing that was found and isn't given, and why."""

    id: str
    kind: str
    account: str
    published: str
    why: str


@dataclass(frozen=True)
class PageSaid:
    """The page's own words.

    Args:
        language: of the words (ISO 639-1).
        title: the page's and its headline.
        intro: sentences above the first thing.
        headings: by name `post`, `comment`, `rows`, `left-out`, `when`, `who`, `what`, `row`, `gone`,
            `covers`, `captures` and `pages`.
    """

    language: str
    title: str
    intro: tuple[str, ...]
    headings: dict[str, str]


@dataclass(frozen=True)
class OnePage:
    """A page among several: its file, its things' numbers, and from when until when they were published."""

    path: str
    first: int
    last: int
    newest: str
    oldest: str

    @property
    def numbers(self) -> str:
        """Give its first and its last thing's number."""
        return f"{self.first}\N{EN DASH}{self.last}"


def records_page(
    said: PageSaid,
    given: Sequence[Given],
    left_out: Sequence[LeftOut],
    *,
    beside: Sequence[tuple[str, str]] = (),
) -> str:
    """Make a page; whatever was written stays text.

    Args:
        said: its words.
        given: its things.
        left_out: what isn't given; told on the first page alone.
        beside: other pages by their files, and what leads to each.
    """
    links = "".join(f'<li><a href="{escape(path)}">{escape(word)}</a></li>' for path, word in beside)
    things = "\n".join(_thing(one, said.headings) for one in given)
    return _framed(said, f"{_led(links, said)}{things}\n{_left_out(left_out, said.headings)}")


def records_index(said: PageSaid, pages: Sequence[OnePage], left_out: Sequence[LeftOut]) -> str:
    """Make the page that leads to all others: a browser shows some hundred posts with their pictures."""
    links = "".join(
        f'<li><a href="{escape(one.path)}">{one.numbers}</a>: '
        f"{escape(' … '.join(moment for moment in (one.newest, one.oldest) if moment))}</li>"
        for one in pages
    )
    return _framed(said, f"{_led(links, said)}{_left_out(left_out, said.headings)}")


def _led(links: str, said: PageSaid) -> str:
    return f'<nav aria-label="{escape(said.headings["pages"])}"><ul>{links}</ul></nav>\n' if links else ""


def _framed(said: PageSaid, content: str) -> str:
    intro = "\n".join(f"<p>{escape(one)}</p>" for one in said.intro)
    return (
        f'<!doctype html>\n<html lang="{escape(said.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; "
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(said.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(said.title)}</h1>\n{intro}\n{content}</main>\n</body>\n</html>\n"
    )


def table_head() -> str:
    """Begin the table (CSV, RFC 4180); no spreadsheet works out a cell of it."""
    return _line(_COLUMNS)


def table_line(one: Given) -> str:
    """Give a thing's line of the table."""
    rows = " ".join(str(row.seq) for row in one.rows)
    cells = (str(one.number), one.kind, one.account, one.published, one.taken_down, one.link, one.text)
    return _line([harmless_cell(harmless_parts(cell)) for cell in (*cells, str(one.covers), rows)])


def json_begin() -> str:
    """Begin the same to compute with, the rows, pictures and kept pages by their names too."""
    return '{"v": 1,\n"given": ['


def json_thing(one: Given) -> str:
    """Give a thing's place in it."""
    comma = "," if one.number > 1 else ""
    return f"{comma}\n{json.dumps({**one.__dict__, **_listed(one)}, ensure_ascii=False, indent=1)}"


def json_end(left_out: Sequence[LeftOut]) -> str:
    """End it with what isn't given."""
    left = json.dumps([one.__dict__ for one in left_out], ensure_ascii=False, indent=1)
    return f'\n],\n"left_out": {left}}}\n'


def _line(cells: Sequence[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _listed(one: Given) -> dict[str, list[dict[str, object]]]:
    return {
        name: [dict(part.__dict__) for part in parts]
        for name, parts in (("rows", one.rows), ("pictures", one.pictures), ("captures", one.captures))
    }


def _thing(one: Given, words: dict[str, str]) -> str:
    link = f'<p><a href="{escape(one.link)}">{escape(one.link)}</a></p>' if _opens(one.link) else ""
    gone = f"<p>{escape(words['gone'])} {escape(one.taken_down)}</p>" if one.taken_down else ""
    covers = f"<p>{escape(words['covers'])} {one.covers}</p>" if one.covers else ""
    rows = "".join(
        f'<tr><th scope="row">{row.seq}</th><td>{escape(row.at)}</td><td>{escape(row.who)}</td>'
        f"<td>{escape(row.done)}</td></tr>"
        for row in one.rows
    )
    heads = "".join(f'<th scope="col">{escape(words[name])}</th>' for name in ("row", "when", "who", "what"))
    table = (
        f"<table><caption>{escape(words['rows'])}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>\n"
    )
    return (
        f'<article aria-labelledby="n{one.number}">\n<h2 id="n{one.number}">{one.number}. '
        f"{escape(words[one.kind])}: "
        f"{escape(one.account)}, {escape(one.published)}</h2>\n<pre>{escape(one.text)}</pre>\n"
        f"{covers}{gone}{link}{''.join(_picture(file) for file in one.pictures)}{_kept(one, words)}\n"
        f"{table if rows else ''}</article>"
    )


def _opens(link: str) -> bool:
    """Tell whether a link may be pressed: none that a browser would work out as a script."""
    return link.startswith(("https://", "http://"))


def _picture(file: GivenFile) -> str:
    if not file.path:
        return f"<p>{escape(file.why_not)}</p>"
    return f'<p><img src="{escape(file.path)}" alt="{escape(file.alt)}"></p>'


def _kept(one: Given, words: dict[str, str]) -> str:
    lines = "".join(f"<li>{escape(file.path or file.why_not)}</li>" for file in one.captures)
    return f"<p>{escape(words['captures'])}</p><ul>{lines}</ul>" if lines else ""


def _left_out(left_out: Sequence[LeftOut], words: dict[str, str]) -> str:
    if not left_out:
        return ""
    lines = "".join(
        f"<li>{escape(one.account)}, {escape(one.published)}: {escape(one.why)}</li>" for one in left_out
    )
    return f"<h2>{escape(words['left-out'])}</h2>\n<ul>{lines}</ul>\n"
