"""What decides beside a publication's own state whether its bytes leave: the time, and what is held."""

from datetime import datetime, timedelta

from smadmin.domain.accounts import AccountStage
from smadmin.domain.ids import PostId
from smadmin.domain.publications import Publication
from smadmin.domain.sending import Around
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.proof import Proven
from smadmin.services.releases import newest_release


def around_of(proven: Proven, kept: Publication, now: datetime) -> Around:
    """Give it for a publication as it stands; `now` is UTC."""
    release = newest_release(proven, kept.post or PostId(""))
    signed = None if release is None else release.manifest
    # Without a release nothing is sent, whatever the time.
    opens, closes = (now, now - timedelta(1)) if signed is None else (signed.opens, signed.closes)
    account = proven.unit.accounts.maybe(kept.account)
    live = account is not None and account.stage is AccountStage.LIVE
    return Around(now, opens, closes, held=not live or bool(crisis_reasons(proven, signed)))
