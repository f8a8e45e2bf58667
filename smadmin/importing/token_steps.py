"""Reads how an access token is made at a platform (`[[token]]` in `resources/platforms/*.toml`)."""

from smadmin.domain.messages import say
from smadmin.domain.token_steps import Drawn, TokenStep
from smadmin.importing.tables import Table

_DRAWN = ("do", "press", "menu", "heading", "lines", "button")


def token_steps(table: Table) -> tuple[TokenStep, ...]:
    """Read the steps; none where the program doesn't post there.

    Raises:
        BadInput: with the line and the reason; also where what is to be pressed isn't on the page.
    """
    return tuple(_step(row) for row in table.rows("token"))


def _step(row: Table) -> TokenStep:
    row.only("page", "es", *_DRAWN)
    spanish = row.table("es")
    spanish.only(*_DRAWN)
    return TokenStep(row.text("page"), _drawn(row), {"es": _drawn(spanish)})


def _drawn(table: Table) -> Drawn:
    drawn = Drawn(
        do=table.text("do"),
        press=table.text("press"),
        menu=table.texts("menu"),
        heading=table.optional_text("heading") or "",
        lines=table.texts("lines"),
        button=table.optional_text("button") or "",
    )
    if drawn.press not in drawn.places:
        raise table.wrong("press", say("policy.reason-text", key="press"))
    return drawn
