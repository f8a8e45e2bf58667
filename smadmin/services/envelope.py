"""The school's envelope: root's secret as a person reads it, types it back and keeps it in a safe.

Until the paper was read back, root lies sealed to who founded the school; afterwards it is on no disk
(`keys.md`, Recovery). What is made here is for paper only: never for a log, a file of ours, the clipboard.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import segno

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason
from smadmin.domain.ids import Ids, KeyId
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import say
from smadmin.services.desk import Desk
from smadmin.services.keys import ROOT_SECRET
from smadmin.services.whole_files import write_whole

GROUP = 5
LETTERS_EACH = 4
"""How many letters of each of two groups are asked back: eight in all."""

_FIRST_RANDOM = 4
"""The groups before this one say `AGE-SECRET-KEY-1`, the same in every school."""

_QR_SCALE, _QR_BORDER = 4, 4


@dataclass(frozen=True)
class Question:
    """Which two groups are asked back, counted from 1 as people count them."""

    first: int
    second: int


@dataclass(frozen=True, repr=False)
class Envelope:
    """What stands on the paper. It has no `repr` on purpose."""

    school: str
    secret: str
    key: KeyId

    @property
    def groups(self) -> tuple[str, ...]:
        """The secret in groups of five letters."""
        return tuple(self.secret[i : i + GROUP] for i in range(0, len(self.secret), GROUP))

    @property
    def fingerprint(self) -> str:
        """Root's fingerprint, in groups of four, as `records verify --root` takes it."""
        letters = fingerprint(self.key)
        return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))

    def question(self, chance: str) -> Question:
        """Choose the two groups to be asked back.

        Args:
            chance: some hex digits that differ each time (an id).
        """
        whole = [i for i, group in enumerate(self.groups, 1) if i > _FIRST_RANDOM and len(group) == GROUP]
        number = int(chance.replace("-", "")[-8:], 16)
        first = whole[number % len(whole)]
        others = [group for group in whole if group != first]
        second = others[number // len(whole) % len(others)]
        return Question(min(first, second), max(first, second))

    def answered(self, question: Question, typed: str) -> bool:
        """Tell whether the eight letters are those on the paper; blanks, hyphens and case don't matter."""
        wanted = "".join(self.groups[place - 1][:LETTERS_EACH] for place in (question.first, question.second))
        return "".join(letter for letter in typed.upper() if letter.isalnum()) == wanted

    def text(self) -> str:
        """Give the secret as lines for paper, five groups to a line."""
        groups = self.groups
        return "\n".join("  ".join(groups[i : i + GROUP]) for i in range(0, len(groups), GROUP))

    def qr_svg(self) -> bytes:
        """Give the secret as a QR code (SVG)."""
        drawn = io.BytesIO()
        segno.make(self.secret, error="q", micro=False).save(
            drawn, kind="svg", scale=_QR_SCALE, border=_QR_BORDER
        )
        return drawn.getvalue()


class Envelopes:
    """Gives the envelope while it may still be shown."""

    def __init__(self, desk: Desk, ids: Ids) -> None:
        """Stand on the desk; `ids` is where the question's chance comes from."""
        self._desk = desk
        self._ids = ids

    def open(self, by: Actor) -> tuple[Envelope, Question]:
        """Give the envelope to who founded the school, with the letters that are asked back.

        Raises:
            KnownError: once it was read back: then it is on paper only.
            NotAllowed: for anybody else, or with a passphrase given too long ago.
        """
        with self._desk.look() as unit:
            sealed = unit.wraps.of(by.signer.key).get(ROOT_SECRET)
            left = unit.wraps.has_number(ROOT_SECRET)
            school = unit.schools.get(self._desk.school).name
        if not left:
            raise KnownError(say("keys.envelope-gone"))
        reasons = []
        if sealed is None or not isinstance(by.signer, Identity):
            reasons.append(Reason(say("keys.envelope-not-yours")))
        if not by.fresh(self._desk.now):
            reasons.append(Reason(say("keys.passphrase-again"), None, "passphrase"))
        if reasons or sealed is None or not isinstance(by.signer, Identity):
            raise NotAllowed(tuple(reasons))
        return self.of(Identity(by.signer.open(sealed).decode()), school)

    def of(self, root: Identity, school: str) -> tuple[Envelope, Question]:
        """Give the envelope of a root that is in memory (first run), with the letters that are asked back."""
        envelope = Envelope(school, root.secret, root.key)
        return envelope, envelope.question(self._ids.new())


def save_page(path: Path, content: bytes) -> None:
    """Write the drawn page beside and put it in its place whole (an errand): an older copy stays until then.

    Raises:
        OutsideFailed: no space, no permission, the stick pulled out; no part of the page is left.
    """
    refused = OutsideFailed(
        say("founding.pdf-not-saved", file=path.name),
        kept=say("founding.pdf-letters-stand"),
        remedy=say("founding.pdf-elsewhere"),
    )
    write_whole(path, content, refused=refused)
