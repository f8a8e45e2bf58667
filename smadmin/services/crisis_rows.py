"""Whether a crisis hold lasts, by the proven record: what keeps posts here, whoever is about to send."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.canonical import loads
from smadmin.domain.crisis import WHY_PART, Crisis, reasons_for
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.publications import Publication
from smadmin.domain.rights import RIGHTS, who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.facts import Fact
from smadmin.services.holds import Holds
from smadmin.services.proof import Proven
from smadmin.services.releases import newest_release


def crisis_in(proven: Proven) -> Crisis | None:
    """Give the crisis hold that lasts, or None."""
    return proven.once("crisis", lambda: _crisis(proven))


def crisis_told(proven: Proven) -> Crisis | None:
    """Give the same with the newest reason, for somebody to read; nothing is decided by what is sealed."""
    crisis = crisis_in(proven)
    if crisis is None:
        return None
    said = [one for one in _rows(proven) if one.body.act == Act.SAY_WHY and one.seq > crisis.seq]
    with suppress(KnownError):  # under a school key that who reads hasn't yet
        return replace(crisis, why=next(filter(None, (_sentence(proven, one) for one in said[::-1])), ""))
    return crisis


def crisis_holds(proven: Proven) -> Holds:
    """Give who stopped everything: the school, communications, or both (`Holds.after`)."""
    holds = Holds()
    for fact in _rows(proven):
        holds = holds.after(fact)
    return holds


def crisis_reasons(proven: Proven, signed: Manifest | None) -> tuple[Reason, ...]:
    """List why a post stays here that was released so."""
    return () if signed is None else reasons_for(crisis_in(proven), signed.mandate)


def is_notice(proven: Proven, publication: Publication) -> bool:
    """Tell whether what goes out was released by a text signed in advance; the last gate asks the rest."""
    release = newest_release(proven, publication.post or PostId(""))
    signed = None if release is None else release.manifest
    return signed is not None and signed.mandate is ReleaseBy.NOTICE


def hold_spans(proven: Proven) -> tuple[tuple[Fact, Fact | None], ...]:
    """Give every crisis hold by the row that began it and the one that ended it; None while it lasts."""
    holds, began, found = Holds(), None, list[tuple[Fact, Fact | None]]()
    for fact in _rows(proven):
        holds = holds.after(fact)
        if began is None and holds.any:
            began = fact
        elif began is not None and not holds.any:
            found.append((began, fact))
            began = None
    return (*found, (began, None)) if began is not None else tuple(found)


def _crisis(proven: Proven) -> Crisis | None:
    began, ended = next(reversed(hold_spans(proven)), (None, None))
    if began is None or ended is not None:
        return None
    name = name_in(proven, began.body.person)
    return Crisis(began.seq, name, began.moment, district=crisis_holds(proven).district)


def _rows(proven: Proven) -> Iterator[Fact]:
    """Give the rows that somebody signed who could, oldest first: a changed program signs others, too."""
    for fact in proven.about(Noun.CRISES):
        if fact.body.act in RIGHTS[Noun.CRISES] and fact.roles & who_may(Noun.CRISES, Act(fact.body.act)):
            yield fact


def _sentence(proven: Proven, fact: Fact) -> str:
    try:
        said = loads(proven.part_bytes(fact, WHY_PART) or b"")
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
