"""The page to copy from: whole by itself, loading nothing, and whatever was written stays text."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

from typing_extensions import override

from smadmin.domain.handoff import HandoffWords, handoff_page

WORDS = HandoffWords(
    language="es",
    title="X @lincoln",
    intro="Solo aquí.",
    text="El texto",
    copy="Copiar",
    copied="copiado",
    picture="Foto {}".format,
)
EVIL = '\n</textarea><script src="https://evil.example/x.js"></script>"\'&<img src=x onerror=alert(1)>'


class Read(HTMLParser):
    """What a browser finds: its tags with their attributes, and the text of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    @override
    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.tags[-1][0] if self.tags else "", []).append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        """Give the attributes of each such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


def test_each_thing_to_copy_has_its_own_button_by_name() -> None:
    page = Read(handoff_page(WORDS, "La feria", [("01.jpg", "Una torre"), ("02.png", "Un libro")]))

    boxes = [one["id"] for one in page.of("textarea")]
    buttons = page.of("button")
    assert [one["data-of"] for one in buttons] == boxes == ["text", "alt1", "alt2"]
    assert [one["aria-label"] for one in buttons] == ["Copiar: El texto", "Copiar: Foto 1", "Copiar: Foto 2"]
    assert page.of("img") == [
        {"src": "01.jpg", "alt": "Una torre"},
        {"src": "02.png", "alt": "Un libro"},
    ]
    assert page.of("html") == [{"lang": "es"}]


def test_a_picture_without_a_description_has_nothing_to_copy() -> None:
    page = Read(handoff_page(WORDS, "La feria", [("01.jpg", "")]))

    assert [one["id"] for one in page.of("textarea")] == ["text"]
    assert len(page.of("img")) == 1


def test_what_was_written_stays_text_whatever_it_is() -> None:
    page = handoff_page(WORDS, EVIL, [("01.jpg", EVIL)])

    read = Read(page)
    assert [one.get("src") for one in read.of("script")] == [None]
    assert [one["src"] for one in read.of("img")] == ["01.jpg"]
    assert read.of("img")[0]["alt"] == EVIL
    # A browser drops the first line break of a box; with ours before it the text's own one stays.
    assert "".join(read.texts["textarea"]).count(f"\n{EVIL}") == 2


def test_it_loads_nothing_and_runs_only_its_own_script() -> None:
    page = handoff_page(WORDS, "La feria", [("01.jpg", "Una torre")])

    def digest(tag: str) -> str:
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        return f"'sha256-{b64encode(hashlib.sha256(inner.encode()).digest()).decode()}'"

    rules = next(one["content"] for one in Read(page).of("meta") if "http-equiv" in one)
    assert rules == (
        f"default-src 'none'; script-src {digest('script')}; style-src {digest('style')}; "
        "img-src 'self' file:; base-uri 'none'; form-action 'none'"
    )
    assert "://" not in page
    assert not Read(page).of("link")
