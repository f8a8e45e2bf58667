"""What the signed rows say of posts that a platform's own scheduler has."""

from collections.abc import Mapping

from smadmin.domain.canonical import Plain
from smadmin.domain.entrusting import ENTRUSTED_PART
from smadmin.domain.publications import Publication
from smadmin.domain.sending import SendStage
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.sent import borne_out

ENTRUSTED_ROWS = frozenset({Act.ENTRUST, Act.RECALL})
"""The newest row of what a platform's scheduler has."""


def waits_there(proven: Proven, kept: Publication) -> bool:
    """Tell whether a platform's own scheduler has it, as far as anybody here knows."""
    return borne_out(proven, kept).stage is SendStage.ENTRUSTED


def id_there(proven: Proven, kept: Publication) -> str:
    """Give what the platform's scheduler calls it; empty where no row names it, for the answer was lost."""
    told = told_there(proven, kept)
    return str(told.get("id", ""))


def address_there(proven: Proven, kept: Publication) -> str:
    """Give its address there, which only who is logged in opens; empty where no row names one."""
    return str(told_there(proven, kept).get("link", ""))


def told_there(proven: Proven, kept: Publication) -> Mapping[str, Plain]:
    """Give what the newest handing over says; one that was taken back since is none."""
    for row in reversed(publication_rows(proven, kept.id, kept.account)):
        if row.body.act == Act.ENTRUST:
            return proven.part(row, ENTRUSTED_PART) or {}
        if row.body.act not in {Act.RECALL, Act.PUBLISH, Act.READ_BACK}:
            break
    return {}
