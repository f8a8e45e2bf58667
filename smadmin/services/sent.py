"""What is sent as values and parts of rows, and how far it is by the proven record.

The store's row of a publication is plain: whoever holds the file could write that nothing went out yet. So
its state counts only where the newest signed row bears it out; else the careful one does, which looks first.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.links import links_in
from smadmin.domain.media import MediaFile
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Outgoing, Picture, Seen, Who
from smadmin.domain.sending import Sending, SendStage
from smadmin.domain.vocabulary import Act
from smadmin.services.captures import cut, file_part
from smadmin.services.facts import Fact
from smadmin.services.gate import Passed
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.published import posted_of

MOST_CAPTURED = 20_000
"""Bytes of a captured page that its row keeps, from the post itself on, for every start reads all rows. The
whole page is a file of its own (`captures.py`); its digest stays here."""

_STAGES: Mapping[str, tuple[SendStage, ...]] = {
    Act.INTEND: (SendStage.INTENDED,),
    Act.QUEUE: (SendStage.INTENDED,),
    Act.NOT_OUT: (SendStage.INTENDED,),
    Act.SEND: (SendStage.SENDING, SendStage.LOOKING),
    **dict.fromkeys((Act.ENTRUST, Act.RECALL), (SendStage.ENTRUSTED,)),
    Act.PUBLISH: (SendStage.POSTED, SendStage.SEEN),
    Act.READ_BACK: (SendStage.SEEN,),
}
"""What the store may say after each row; where it says something else, the first counts."""


def borne_out(proven: Proven, kept: Publication) -> Sending:
    """Give how far a publication is; one that is handed out or given up is none that the program sends."""
    rows = publication_rows(proven, kept.id, kept.account)
    stages = _STAGES.get(rows[-1].body.act, ()) if rows else ()
    said = kept.sending or Sending()
    if not stages:
        return Sending(SendStage.GIVEN_UP)
    if rows[-1].body.act == Act.PUBLISH and posted_of(proven, kept.id, kept.account) is None:
        return Sending(SendStage.SEEN)  # a person posted it, and gave its address
    if said.stage in stages:
        return said
    began = rows[-1].body.utc if stages[0] is SendStage.SENDING else None
    return Sending(stages[0], said.tries, 0, began)


def outgoing_of(proven: Proven, kept: Publication, passed: Passed, languages: tuple[str, ...]) -> Outgoing:
    """Give what goes out: the very words and bytes that the gate judges, and since when it may be out."""
    rows = publication_rows(proven, kept.id, kept.account)
    links = [passed.text[one.start : one.end] for one in links_in(passed.text) if one.scheme]
    return Outgoing(
        key=kept.id,
        text=passed.text,
        pictures=tuple(Picture(content, media_type(content), alt) for content, alt in passed.pictures),
        link=links[0] if links else None,
        language=languages[0] if languages else "en",
        since=begun_since(rows),
    )


def begun_since(rows: Sequence[Fact]) -> datetime | None:
    """Give when it was first begun since somebody last gave it up: an earlier post of its words isn't it."""
    begun: datetime | None = None
    for row in rows:
        if row.body.act in {Act.GIVE_UP, Act.UNQUEUE}:
            begun = None
        elif row.body.act == Act.INTEND and begun is None:
            begun = row.body.utc
    return begun


def media_type(content: bytes) -> str:
    """Name what a picture's file is by its first bytes; covered copies are JPEG or PNG."""
    return "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"


def sent_parts(who: Who, outgoing: Outgoing, sending: Sending) -> dict[str, Plain]:
    """Give what the row says from which on the bytes leave."""
    digest = hashlib.sha256(canonical(_content(outgoing))).hexdigest()
    sent: dict[str, Plain] = {"try": sending.tries, "sha256": digest, "id": who.id, "handle": who.handle}
    return {"sent": sent}


def seen_parts(seen: Seen, differs: tuple[str, ...], file: MediaFile | None = None) -> dict[str, Plain]:
    """Give what the row says of a post that was read back, and the page, or the post's part of it.

    Args:
        seen: what a visitor sees.
        differs: what of it is otherwise than it was sent.
        file: in which the page is kept whole.
    """
    start, kept = cut(seen, MOST_CAPTURED)
    told: dict[str, Plain] = {
        "differs": list(differs),
        "public": seen.public,
        "sha256": hashlib.sha256(seen.captured).hexdigest(),
        "bytes": len(seen.captured),
        "from": start,
        **file_part(seen, file),
    }
    return {"seen": told, "captured": base64.b64encode(kept).decode("ascii")}


def _content(outgoing: Outgoing) -> dict[str, Plain]:
    pictures: list[Plain] = [[hashlib.sha256(one.content).hexdigest(), one.alt] for one in outgoing.pictures]
    return {"key": outgoing.key, "text": outgoing.text, "pictures": pictures, "link": outgoing.link}
