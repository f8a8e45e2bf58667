"""The list of official accounts for everybody: a page anybody can read, and an e-mail signature (WIC-P20)."""

from html.parser import HTMLParser

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.public_list import (
    PageWords,
    public_accounts,
    public_page,
    signature_html,
    signature_text,
)
from tests.unit.domain.test_register import account

WORDS = PageWords("en", "Find us", "Our official accounts.", "As of 16 November.")
EVIL = account(3, name='<script>alert("x")</script>', page='https://x.com/"onclick="x', handle="a&b")


class Reader(HTMLParser):
    """Reads tags, links and text as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def every() -> tuple[Account, ...]:
    return (
        account(1),
        account(2, platform=Platform.FACEBOOK, page="https://facebook.com/lincoln"),
        account(4, stage=AccountStage.ON_HOLD),
        account(5, stage=AccountStage.CLOSED),
        account(6, kind=AccountKind.PRIVATE),
        account(7, kind=AccountKind.INSTRUCTIONAL),
        account(8, page="http://x.com/insecure"),
    )


@pytest.mark.demand("WIC-P20")
def test_only_live_official_accounts_are_told_by_platform() -> None:
    assert [one.id for one in public_accounts(every())] == ["a2", "a1"]


@pytest.mark.demand("WIC-P20")
def test_the_page_says_its_language_and_title_and_needs_no_script() -> None:
    page = public_page(every(), WORDS)
    reader = read(page)

    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert [reader.tags.count(tag) for tag in ("h1", "main", "title", "script", "img")] == [1, 1, 1, 0, 0]
    assert reader.links == ["https://facebook.com/lincoln", "https://x.com/school_1"]
    assert "Find us" in reader.text
    assert "As of 16 November." in reader.text


def test_whatever_an_account_is_called_stays_text() -> None:
    for made in (public_page((EVIL,), WORDS), signature_html((EVIL,), "A & B", "Find us:")):
        reader = read(made)
        assert "script" not in reader.tags
        assert reader.links == ['https://x.com/"onclick="x']


@pytest.mark.demand("WIC-P20")
def test_a_signature_is_there_for_mail_with_and_without_links() -> None:
    html = read(signature_html(every(), "Lincoln", "Find us:"))

    assert html.links == ["https://facebook.com/lincoln", "https://x.com/school_1"]
    assert signature_text(every(), "Lincoln", "Find us:").splitlines() == [
        "Lincoln",
        "Find us:",
        "Facebook: https://facebook.com/lincoln",
        "X: https://x.com/school_1",
    ]
