"""Words of forms that stood open when the window locked, kept in memory until their writer is back.

Sealed to the writer's own key, which only their passphrase opens: nobody else who sits down is given them,
and what lies in memory meanwhile says nothing. They end with the program; nothing is written anywhere.
"""

from collections.abc import Sequence

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId

Typed = tuple[str, str]
"""What a field is called, and what was typed into it."""


class Unfinished:
    """What was typed and not done, by person."""

    def __init__(self) -> None:
        """Keep nothing."""
        self._sealed: dict[PersonId, list[bytes]] = {}

    def put_away(self, by: Actor, words: Sequence[Typed]) -> None:
        """Keep somebody's words; none changes nothing."""
        if by.person is None or not isinstance(by.signer, Identity) or not words:
            return
        content = canonical({"typed": [[_whole(name), _whole(text)] for name, text in words]})
        self._sealed.setdefault(by.person, []).append(seal(content, [by.signer.recipient]))

    def waits_for(self, by: Actor) -> bool:
        """Tell whether words of this person are here."""
        return by.person in self._sealed

    def take(self, by: Actor) -> tuple[Typed, ...]:
        """Give a person their own words, oldest first, and keep them no longer.

        Whose key was made anew meanwhile can't open them, and nobody else can: those stay where they are.
        """
        if by.person is None or not isinstance(by.signer, Identity):
            return ()
        given: list[Typed] = []
        left: list[bytes] = []
        for one in self._sealed.pop(by.person, []):
            try:
                given.extend(_read(by.signer.open(one)))
            except Tampered:
                left.append(one)
        if left:
            self._sealed[by.person] = left
        return tuple(given)


def _whole(text: str) -> str:
    """Replace halves of letters, which a paste can leave and nothing can store."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read(content: bytes) -> tuple[Typed, ...]:
    typed = parse(content)["typed"]
    pairs = typed if isinstance(typed, list) else []
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list))
