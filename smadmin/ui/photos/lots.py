"""Taking photos in beside the window, lot by lot, as steps of a job. No Qt: it runs on an errand's thread."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.services.photos.intake import SetFacts
from smadmin.services.photos.sources import Source
from smadmin.services.photos.taken import TakenIn


@dataclass(frozen=True, kw_only=True)
class LotTaken(Progress):
    """A lot is there.

    Args:
        taken: all that was taken in until now.
    """

    taken: TakenIn


def lots_of(
    office: Office, by: Actor, facts: SetFacts, sources: Iterable[Source], *, picked: bool
) -> Iterator[LotTaken]:
    """Take files in as a folder; where somebody chose each of them, they are picked at once."""
    there = 0
    for done in office.intake.lots(by, facts, sources):
        photos, changes = done.value.photos[there:], done.changes
        if picked and photos:
            changes |= office.review.pick(by, photos)
        count = len(done.value.photos)
        yield LotTaken(done=count, total=0, changes=changes, taken=done.value)
        there = count
