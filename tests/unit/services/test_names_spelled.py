"""Names are found in addresses and in the code of pages, where no sentence spells them."""

import pytest

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.roster import People, PersonName
from smadmin.services.names_spelled import NamesSpelled


@pytest.fixture(scope="module")
def names() -> NamesSpelled:
    return NamesSpelled(People.of([PersonName("Mia", "Lopez", opted_out=True)]))


def test_the_whole_address_is_given_without_the_sentences_own_signs(names: NamesSpelled) -> None:
    text = "See (example.org/mia-lopez), please. Mia"

    assert [text[one.start : one.end] for one in names.within(text)] == ["example.org/mia-lopez"]
    assert list(names.within("#bookfair at example.org/fair")) == []
    assert list(names.within("#MiaLopez")) == [Span(0, 9)]


@pytest.mark.demand("YEL-R")
@pytest.mark.parametrize(
    "page",
    [
        b"<html><p>Comment by mia lopez</p></html>",
        b"<b>Mia</b> <i>Lopez</i>",
        b"<b>Mia</b>&nbsp;<i>Lopez</i>",
        b"M&iacute;a L&oacute;pez",
        b'{"text":"M\\u00eda L\\u00f3pez"}',
        b'<a href="/mia.lopez.07">',
        b'<a href="/photos/mialopez">',
        b"?q=Mia%20Lopez",
        "Mía López".encode("cp1252"),
        "The fair".encode("utf-16"),  # nobody can tell in which letters more of it is
    ],
)
def test_a_kept_page_that_names_a_child_stays(names: NamesSpelled, page: bytes) -> None:
    assert names.on_page(page)
    assert not names.on_page(b"<html><p>The fair opens</p></html>")
