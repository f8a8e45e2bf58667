"""What is given in answer to a records request, written thing by thing: pages to read, a table, and data."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from smadmin.domain.records_page import (
    Given,
    LeftOut,
    OnePage,
    PageSaid,
    json_begin,
    json_end,
    json_thing,
    records_index,
    records_page,
    table_head,
    table_line,
)
from smadmin.storage.bag import Payload

PAGE, TABLE, PLAIN = "index.html", "posts.csv", "posts.json"
ON_A_PAGE = 200
"""So many things stand on a page: a browser that is to show 10,000 pictures at once shows none."""


@contextmanager
def pages_of(
    payload: Payload, said: PageSaid, left_out: tuple[LeftOut, ...], *, things: int
) -> Iterator["Pages"]:
    """Begin the pages, the table and the data; they end with this.

    Args:
        payload: where they go.
        said: the pages' words.
        left_out: what isn't given.
        things: how many there will be.
    """
    with payload.growing(TABLE) as table, payload.growing(PLAIN) as plain:
        table(table_head().encode("utf-8-sig"))
        plain(json_begin().encode())
        pages = Pages(payload, table, plain, said, things=things)
        yield pages
        pages.end(left_out)
        plain(json_end(left_out).encode())


class Pages:
    """Writes what is given, thing by thing."""

    def __init__(
        self,
        payload: Payload,
        table: Callable[[bytes], None],
        plain: Callable[[bytes], None],
        said: PageSaid,
        *,
        things: int,
    ) -> None:
        """Take where the pages go, what writes into the table and the data, and the words."""
        self._payload, self._table, self._plain, self._said = payload, table, plain, said
        self._several = things > ON_A_PAGE
        self._last = -(-things // ON_A_PAGE)
        self._page, self._done = list[Given](), list[OnePage]()

    def take(self, one: Given) -> None:
        """Write the next thing."""
        self._table(table_line(one).encode())
        self._plain(json_thing(one).encode())
        self._page.append(one)
        if self._several and len(self._page) == ON_A_PAGE:
            self._end_page()

    def end(self, left_out: tuple[LeftOut, ...]) -> None:
        """Write the page that is opened first: all of it, or what leads to the others."""
        if self._several:
            if self._page:
                self._end_page()
            first = records_index(self._said, self._done, left_out)
        else:
            first = records_page(self._said, self._page, left_out)
        self._payload.put(PAGE, first.encode())

    def _end_page(self) -> None:
        number = len(self._done) + 1
        leads = [(PAGE, self._said.headings["pages"])]
        leads += [(_path(one), str(one)) for one in (number - 1, number + 1) if 1 <= one <= self._last]
        page, self._page = self._page, []
        first, last = page[0], page[-1]
        one = OnePage(_path(number), first.number, last.number, first.published, last.published)
        said = replace(self._said, title=f"{self._said.title}, {one.numbers}", intro=())
        self._payload.put(one.path, records_page(said, page, (), beside=leads).encode())
        self._done.append(one)


def _path(page: int) -> str:
    return f"page-{page}.html"
