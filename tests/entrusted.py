"""A post that a platform's own scheduler keeps, at the school whose posts go out by themselves."""

from pathlib import Path

from smadmin.domain.publications import Publication
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Noun
from smadmin.services.entrusting import Entrusting
from smadmin.services.policy import Policy
from smadmin.services.students.roster import Students
from tests.queued import Queued, make_queued


def make_entrusted(folder: Path) -> Queued:
    """Found it, on a platform that has a scheduler."""
    found = make_queued(folder)
    found.direct.platform.can_schedule = True
    return found


def entrusting(queued: Queued) -> Entrusting:
    desk, proof = queued.direct.road.school.desk, queued.direct.road.proof
    return Entrusting(
        desk,
        proof,
        queueing=queued.queueing,
        sendings=queued.direct.sendings,
        facts=lambda one: Policy.shipped().platforms[one],
    )


def handed(queued: Queued) -> Publication:
    """Have Ana let the blog keep a post of words alone for an hour."""
    direct, ana = queued.direct, queued.direct.road.by("ana")
    post = direct.released()
    packed = entrusting(queued).pack(ana, post, direct.blogs[0], queued.in_an_hour)
    direct.intended(post, direct.blogs[0])
    return queued.queueing.enter(ana, packed).value


def acts(queued: Queued, publication: Publication) -> list[str]:
    desk = queued.direct.road.school.desk
    with desk.look(queued.direct.road.by("ana")) as unit:
        return [one.act for one in unit.record.about(Noun.PUBLICATIONS, publication.id)]


def kept_of(queued: Queued, publication: Publication) -> Publication:
    with queued.direct.road.school.desk.look(queued.direct.road.by("ana")) as unit:
        return unit.publications.get(publication.id)


def add_child(queued: Queued, first: str, last: str = "Quill") -> None:
    road = queued.direct.road
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry(first, last))
