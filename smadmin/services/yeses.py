"""What the proven record says of yeses by phone: prepared, signed, not yet countersigned.

A release of this kind is known by its part `yes`; whether it holds is asked here again by the last gate.
"""

from contextlib import suppress
from datetime import date

from smadmin.domain.approvals import Mandate, ReleaseBy
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.manifests import MANIFEST_PART, OVERRIDES_PART, Manifest
from smadmin.domain.people import OFFICE
from smadmin.domain.spoken import ASKED_PART, OPEN_AT_MOST, YES_PART, OwedYes, Prepared, SpokenYes, is_spoken
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import leaves_now
from smadmin.services.mandates import office_row
from smadmin.services.proof import Fact, Proven
from smadmin.services.releases import Release
from smadmin.services.taken_back import taken_back


def prepared_for(proven: Proven, post: PostId) -> Prepared | None:
    """Give the e-mail that was prepared last for a post, or None."""
    rows = [one for one in proven.about(Noun.SPOKEN_YESES, post) if one.body.act == Act.PREPARE_YES]
    return _prepared(proven, rows[-1]) if rows else None


def open_yeses(proven: Proven, *, before: int | None = None, most: int | None = None) -> tuple[OwedYes, ...]:
    """Give the yeses that nobody countersigned, oldest first.

    One whose release was taken back is none, unless something went out by it (`taken_back`).

    Args:
        proven: the record.
        before: only rows before this one count, as they stood at its place.
        most: so many are enough.
    """
    found: list[OwedYes] = []
    for fact in proven.acts(Act.APPROVE):
        if before is not None and fact.seq >= before:
            break
        if YES_PART not in fact.body.parts or not _open(proven, fact, before):
            continue
        found.append(_owed(proven, fact))
        if most is not None and len(found) >= most:
            break
    return tuple(found)


def yes_of(proven: Proven, fact: Fact) -> tuple[SpokenYes, int] | None:
    """Give the yes that a release stands on, and the row that prepared it; None where it has none."""
    part = proven.part(fact, YES_PART)
    with suppress(KeyError, TypeError, ValueError):  # signed, and yet no yes
        return None if part is None else SpokenYes.from_plain(part)
    return None


def spoken_mandate(proven: Proven, release: Release, today: date) -> Mandate | None:
    """Give the mandate of a release by a yes as it would be today, or None where that yes doesn't hold.

    Asked by the last gate: who said it must still be in office and be nobody who wrote or signed, what was
    prepared must be what was released, and no more than three may have waited at its place.
    """
    manifest, told = release.manifest, yes_of(proven, release.fact)
    if manifest is None or told is None:
        return None
    yes, row = told
    given = proven.at(row)
    prepared = None if given is None or given.body.act != Act.PREPARE_YES else _prepared(proven, given)
    if prepared is None or prepared.manifest != manifest or prepared.to != yes.said_by:
        return None
    if yes.said_by in {manifest.author, release.person} or given is None or given.seq > release.seq:
        return None
    if len(open_yeses(proven, before=release.seq, most=OPEN_AT_MOST)) >= OPEN_AT_MOST:
        return None
    office = None if leaves_now(proven, yes.said_by, today) else office_row(proven, yes.said_by, today)
    return None if office is None else Mandate(ReleaseBy.PHONE, office)


def _open(proven: Proven, fact: Fact, before: int | None) -> bool:
    """Tell whether a release by a yes stands (at a place) without its countersignature."""
    post = PostId(fact.body.id or "")

    def later(row: Fact) -> bool:
        return row.seq > fact.seq and (before is None or row.seq < before)

    if taken_back(proven, fact, before=before):
        return False
    author = _author(proven, fact)
    return not any(
        later(row)
        and row.body.act == Act.COUNTERSIGN
        and bool(row.roles & OFFICE)
        and row.body.person not in {fact.body.person, author}
        for row in proven.about(Noun.SPOKEN_YESES, post)
    )


def _author(proven: Proven, fact: Fact) -> PersonId | None:
    """Give who handed in what a release is about: the last one before it."""
    rows = [row for row in proven.about(Noun.POSTS, fact.body.id) if row.body.act == Act.SUBMIT]
    return next((row.body.person for row in reversed(rows) if row.seq < fact.seq), None)


def _owed(proven: Proven, fact: Fact) -> OwedYes:
    told, manifest = yes_of(proven, fact), _manifest(proven, fact)
    return OwedYes(
        post=PostId(fact.body.id or ""),
        author=_author(proven, fact),
        yes=None if told is None else told[0],
        signed_by=fact.body.person,
        signed_at=fact.moment,
        seq=fact.seq,
        words="" if manifest is None else next(iter(manifest.texts.values()), ""),
    )


def _prepared(proven: Proven, fact: Fact) -> Prepared | None:
    to = (proven.part(fact, ASKED_PART) or {}).get("to")
    manifest = _manifest(proven, fact)
    if not isinstance(to, str):
        return None
    whole = manifest if is_spoken(manifest) else None
    return Prepared(PostId(fact.body.id or ""), PersonId(to), whole, fact.moment, fact.seq)


def _manifest(proven: Proven, fact: Fact) -> Manifest | None:
    content = proven.part_bytes(fact, MANIFEST_PART)
    with suppress(ValueError):
        return (
            None if content is None else Manifest.from_bytes(content, proven.part_bytes(fact, OVERRIDES_PART))
        )
    return None
