"""What the signed rows say of posts that a platform's own scheduler has."""

from smadmin.domain.entrusting import ENTRUSTED_PART
from smadmin.domain.publications import Publication
from smadmin.domain.sending import SendStage
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.sent import borne_out


def waits_there(proven: Proven, kept: Publication) -> bool:
    """Tell whether a platform's own scheduler has it, as far as anybody here knows."""
    return borne_out(proven, kept).stage is SendStage.ENTRUSTED


def address_there(proven: Proven, kept: Publication) -> str:
    """Give its address there, which only who is logged in opens; empty where no row names one."""
    rows = publication_rows(proven, kept.id, kept.account)
    row = next((one for one in reversed(rows) if one.body.act == Act.ENTRUST), None)
    told = None if row is None else proven.part(row, ENTRUSTED_PART)
    return str((told or {}).get("link", ""))
