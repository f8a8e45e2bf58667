"""How an access token is made at a platform: step by step, each with what is drawn of the page. Pure.

The drawing is a plain outline (address, menu, lines, button) with the one place to press; it shows what to
look for, and no platform's own look.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a page, in one language.

    Args:
        do: what is done there, in a sentence or two.
        press: the menu's entry, line or button that is marked, letter by letter.
        menu: the entries of the page's menu.
        heading: of the part of the page that matters.
        lines: its fields and choices; one that begins with `[x] ` is ticked, with `[ ] ` left alone.
        button: its button; empty where none matters.
    """

    do: str
    press: str
    menu: tuple[str, ...] = ()
    heading: str = ""
    lines: tuple[str, ...] = ()
    button: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """Give everything that can be marked."""
        return tuple(one for one in (*self.menu, *self.lines, self.button) if one)


@dataclass(frozen=True)
class TokenStep:
    """One step.

    Args:
        page: the page's address as it is drawn; `{server}` stands for the account's own server.
        drawn: what is drawn, in English.
        also: the same in further languages (ISO 639-1).
    """

    page: str
    drawn: Drawn
    also: Mapping[str, Drawn] = field(default_factory=dict, hash=False)

    def said(self, language: str) -> Drawn:
        """Give what is drawn, in a language where it was put into it."""
        return self.also.get(language) or self.drawn

    def address(self, server: str) -> str:
        """Give the address as it is drawn, without the letters that each begins with."""
        return self.page.replace("{server}", server.strip().rstrip("/")).removeprefix("https://")
