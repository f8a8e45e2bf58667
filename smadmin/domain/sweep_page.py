"""The report of a sweep for the file of a child's parents, to be printed or saved (HTML). Pure.

It needs no script and shows no picture; whatever was written stays text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1f2b;background:#fff}h2{font-size:1.15rem;margin-top:2rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-top:1px solid #98a1b3;"
    "overflow-wrap:anywhere}"
)


@dataclass(frozen=True)
class ReportTable:
    """A table: its columns' titles and its rows."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ReportPart:
    """A part with a heading: sentences, then a table where there is one, then sentences."""

    heading: str
    sentences: tuple[str, ...] = ()
    table: ReportTable | None = None
    after: tuple[str, ...] = ()


def sweep_page(language: str, title: str, intro: Sequence[str], parts: Sequence[ReportPart]) -> str:
    """Make the page; `language` is of its words (ISO 639-1)."""
    body = "\n".join(_part(one) for one in parts)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{_said(intro)}\n{body}\n</main>\n</body>\n</html>\n"
    )


def _part(part: ReportPart) -> str:
    table = "" if part.table is None else _table(part.table)
    return f"<h2>{escape(part.heading)}</h2>\n{_said(part.sentences)}\n{table}\n{_said(part.after)}"


def _table(table: ReportTable) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.titles)
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table.rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _said(sentences: Sequence[str]) -> str:
    return "\n".join(f"<p>{escape(one)}</p>" for one in sentences)
