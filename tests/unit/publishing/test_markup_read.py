"""No page makes a reader fail, and what stands behind nonsense is read."""

from itertools import product

import pytest

from smadmin.publishing import facebook_page, mastodon_page, wordpress_page
from smadmin.publishing.page_text import page_text

NONSENSE = [
    "<![<",
    "<![<!",
    "<![if x]>",
    "<![CDATA[",
    "<![%a;[",
    "<!",
    "<?",
    "</",
    "<!DOCTYPE [<",
    "]]>",
    "<!--",
]


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_nonsense_is_passed_over(nonsense: str) -> None:
    page = f'<div class="smadmin-post"><p>Book fair</p></div>{nonsense}<p>x</p>'

    assert page_text(page.encode()).startswith("Book fair")
    assert wordpress_page.found_on(page).text.strip() == "Book fair"
    assert mastodon_page.words_of(page).text.startswith("Book fair")
    assert not facebook_page.found_on(page).there


def test_what_stands_behind_a_section_nobody_knows_is_read() -> None:
    assert page_text(b"<p>Book</p><![x[>y]]><p>fair</p>") == "Book\ny]]>\nfair"
    assert mastodon_page.words_of("<p>Book <![<>fair</p>").text == "Book fair"


def test_no_row_of_signs_makes_them_fail() -> None:
    for signs in product(("<!", "[", "<", "]", "a", ">", "-"), repeat=5):
        page = "".join(signs)
        page_text(page.encode())
        for read in (facebook_page.found_on, mastodon_page.words_of, wordpress_page.found_on):
            read(page)
