"""Lists of posts with titles in English or Spanish, whatever their encoding and delimiter. Worker only.

Only the columns of day, account and link are looked at, so an export with the posts' words can be used as it
is. A cell that a spreadsheet would compute is text here like any other.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smadmin.importing.past_posts.border import LONGEST_TITLE, MOST_ROWS, MOST_TITLES, Reason
from smadmin.importing.spreadsheets.delimited import decoded, delimiter_of
from smadmin.jail.trade import Refusal

_FIELD = 1 << 20
_LOOKED_AT, _ODD_AT_MOST = 4_096, 50
"""Where more than one in so many of the first characters is none that is written, it is no text."""
_WHEN_EN = (
    "date and time", "datetime", "date", "day", "publish time", "published at", "published on", "published",
    "posted at", "posted on", "posted", "created at", "created", "created time", "timestamp",
)  # fmt: skip
_WHEN_ES = (
    "fecha y hora", "fecha", "dia", "fecha de publicacion", "hora de publicacion", "publicado el",
    "publicado", "publicada", "creado el", "creado",
)  # fmt: skip
_TIME = ("time", "hour", "hora")
_ACCOUNT = (
    "account handle", "handle", "account username", "username", "account", "account name", "page name",
    "page", "profile", "cuenta", "usuario", "nombre de usuario", "nombre de la cuenta",
    "nombre de usuario de la cuenta", "pagina", "nombre de la pagina", "perfil",
)  # fmt: skip
_LINK = (
    "link", "post link", "permalink", "url", "post url", "address", "enlace", "enlace permanente", "liga",
    "vinculo", "direccion",
)  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """Rows of cells; `broken_at` is the line at which reading broke off, or 0."""

    rows: list[tuple[str, ...]]
    broken_at: int = 0
    spanish: bool = False


@dataclass(frozen=True)
class _Columns:
    when: int
    time: int | None
    account: int | None
    link: int | None
    spanish: bool

    def cells(self, number: int, row: Sequence[str]) -> tuple[str, ...]:
        clock = _cell(row, self.time)
        when = " ".join(one for one in (_cell(row, self.when), clock) if one)
        return (str(number), when, _cell(row, self.account), _cell(row, self.link), "")


def read_titles(content: bytes) -> list[str]:
    """Give what stands in the first row that isn't empty, shortened."""
    row = next((row for _, row in _found(decoded(content))), None) or []
    return [" ".join(one.split())[:LONGEST_TITLE] for one in row[:MOST_TITLES]]


def read_list(content: bytes, chosen: Sequence[int | None] = ()) -> Rows:
    """Read a list; its first row that isn't empty are the titles.

    Args:
        content: the file.
        chosen: the columns of day, account and link where somebody chose them. Then the first row may be a
            post already, which its day shows.
    """
    rows: list[tuple[str, ...]] = []
    columns: _Columns | None = None
    for number, row in _found(decoded(content)):
        if row is None:
            return Rows(rows, broken_at=number)
        if columns is None:
            columns = _chosen(row, chosen) if chosen else _columns(row)
            if not chosen or not any(letter.isdigit() for letter in _cell(row, columns.when)):
                continue
        rows.append(columns.cells(number, row))
        if len(rows) > MOST_ROWS:
            raise Refusal(Reason.TOO_LARGE)
    if columns is None:
        raise Refusal(Reason.NO_TITLES)
    return Rows(rows, spanish=columns.spanish)


def _found(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Give rows as `_numbered` does, without the line by which a spreadsheet says what parts its cells."""
    if _is_no_text(text):
        raise Refusal(Reason.UNKNOWN_SHAPE)
    first = text.partition("\n")[0].strip()
    hinted = first.lower().startswith("sep=") and len(first) == len("sep=;")
    numbered = _numbered(text, first[-1] if hinted else delimiter_of(text))
    return (found for found in numbered if not (hinted and found[0] == 1))


def _is_no_text(text: str) -> bool:
    """Tell whether a file is no text at all: of a picture nobody is asked what its columns mean."""
    seen = text[:_LOOKED_AT]
    odd = sum(one == "\ufffd" or (unicodedata.category(one) == "Cc" and one not in "\t\r\n") for one in seen)
    return odd * _ODD_AT_MOST > len(seen)


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Give rows that hold something, each with the line on which it begins; None where a quote never ends."""
    csv.field_size_limit(_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begun, row
            begun = reader.line_num + 1
    except csv.Error:
        yield begun, None


def _columns(titles: Sequence[str]) -> _Columns:
    known = [_plain(title) for title in titles]
    when = _place(known, (*_WHEN_EN, *_WHEN_ES))
    if when is None:
        raise Refusal(Reason.NO_TITLES)
    account, link = _place(known, _ACCOUNT), _place(known, _LINK)
    return _Columns(when, _place(known, _TIME), account, link, spanish=known[when] in _WHEN_ES)


def _chosen(titles: Sequence[str], chosen: Sequence[int | None]) -> _Columns:
    when, account, link = chosen
    if when is None:
        raise Refusal(Reason.NO_TITLES)
    time = _place([_plain(title) for title in titles], _TIME)
    return _Columns(when, None if time in chosen else time, account, link, spanish=False)


def _place(known: Sequence[str], titles: Sequence[str]) -> int | None:
    return next((known.index(title) for title in titles if title in known), None)


def _plain(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title.casefold().replace("_", " ").replace("-", " "))
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
