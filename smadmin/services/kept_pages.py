"""The page that a visitor was sent when a post was read back, as it was kept with its signed row."""

import base64
import binascii
import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import loads
from smadmin.domain.errors import KnownError, OutsideFailed, Tampered
from smadmin.domain.ids import MediaId
from smadmin.domain.messages import say
from smadmin.domain.publications import Publication
from smadmin.domain.vocabulary import Act
from smadmin.publishing.page_text import page_text
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact
from smadmin.services.media import Media
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows


@dataclass(frozen=True)
class KeptPage:
    """A page: when it was read (UTC), its bytes as the server sent them, and whether that is all of it."""

    at: datetime
    content: bytes
    whole: bool

    @property
    def text(self) -> str:
        """Give its words; untrusted."""
        return page_text(self.content)


class KeptPages:
    """The kept pages of one school."""

    def __init__(self, desk: Desk, proof: Proof, media: Media) -> None:
        """Stand on the desk, the proven record and the sealed files."""
        self._desk, self._proof, self._media = desk, proof, media

    def newest(self, by: Actor, publication: Publication) -> KeptPage:
        """Give the page as it was read last (an errand).

        Raises:
            OutsideFailed: nothing was kept, or its file is gone.
            Tampered: if it isn't what was signed.
        """
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            rows = publication_rows(proven, publication.id, publication.account)
            fact = next((one for one in reversed(rows) if one.body.act == Act.READ_BACK), None)
            told = {} if fact is None else proven.part(fact, "seen") or {}
            cut = b"" if fact is None else _cut(proven, fact)
        if fact is None:
            raise OutsideFailed(say("keptpage.none"))
        file = told.get("file")
        if isinstance(file, dict):
            with suppress(OutsideFailed):
                content = self._media.open(by, MediaId(str(file.get("id"))))
                if hashlib.sha256(content).hexdigest() != file.get("sha256"):
                    raise Tampered(say("media.changed"), remedy=say("media.missing-remedy"))
                return KeptPage(fact.body.utc, content, whole=file.get("whole") is True)
        if not cut:
            raise OutsideFailed(say("keptpage.none"))
        return KeptPage(fact.body.utc, cut, whole=told.get("bytes") == len(cut))

    def save(self, page: KeptPage, file: Path) -> None:
        """Write a copy of it as it came, for a person (an errand).

        Raises:
            OutsideFailed: if it can't be written.
        """
        try:
            file.write_bytes(page.content)
        except OSError:
            raise OutsideFailed(say("keptpage.not-saved")) from None


def _cut(proven: Proven, fact: Fact) -> bytes:
    """Give the part of the page that the row itself keeps."""
    try:
        said = loads(proven.part_bytes(fact, "captured") or b'""')
        return base64.b64decode(said) if isinstance(said, str) else b""
    except (ValueError, binascii.Error, KnownError):
        return b""
