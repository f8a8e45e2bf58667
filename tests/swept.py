"""A school that posts, with a child whose family says no, and its sweeps: what several tests ask for."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.publications import Publication
from smadmin.domain.removals import Ground, Wish
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import SweepId
from smadmin.domain.vocabulary import Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof
from smadmin.services.students.roster import Students
from smadmin.services.sweeps import Sweeps
from tests.direct import make_direct

EVERYTHING = frozenset({OptOut.EVERYTHING})
NAMED = "Maya Ortega built the tallest tower of the fair in the library."
NOW = Wish(Ground.CHILD, "A child is out", uncaptured=True)


def sweeps_on(desk: Desk, proof: Proof) -> Sweeps:
    """Give the sweeps of a school in whose district families opt out."""
    return Sweeps(desk, proof, mode=RosterMode.OPT_OUT)


class Swept:
    """A school that posts, with Maya on its list, and its sweeps."""

    def __init__(self, folder: Path) -> None:
        self.direct = make_direct(folder)
        self.road = self.direct.road
        self.ana = self.road.by("ana")
        self.students = Students(self.road.school.desk, self.road.media, roster_age_days=30)
        self.maya = self.add("Maya", "Ortega")
        self.sweeps = sweeps_on(self.road.school.desk, self.road.proof)

    def add(self, first: str, last: str) -> StudentId:
        return self.students.add(self.ana, StudentEntry(first, last, ("4b",))).value

    def says(self, *kinds: OptOut, student: StudentId | None = None) -> None:
        whose = student or self.maya
        with self.road.school.desk.look(self.ana) as unit:
            version = unit.students.get(whose).version
        self.students.set_opt_outs(self.ana, whose, frozenset(kinds), version=version)

    def out(self, text: str = NAMED, *, photo: bool = False) -> Publication:
        """Publish a post while the child may still be named, as nobody's name is checked then."""
        post = self.direct.released(text="The fair begins at noon.", photo=photo)
        publication = self.direct.go(self.direct.intended(post)).publication
        with self.road.school.store.deed(self.road.school.id, self.ana.cells) as unit:
            return unit.publications.change(replace(publication, text=text))

    def photo_of(self, publication: Publication) -> PhotoId:
        assert publication.post is not None
        with self.road.school.desk.look(self.ana) as unit:
            return unit.posts.get(publication.post).content.pictures[0].photo

    def is_on(self, photo: PhotoId) -> None:
        """Have it told that Maya, with a yes, is on a photo, as somebody decided at the time."""
        with self.road.school.store.deed(self.road.school.id, self.ana.cells) as unit:
            kept = unit.photos.get(photo)
            face = replace(kept.faces[0], decision=Decision.CONSENTED, student=self.maya)
            unit.photos.change(replace(kept, faces=(face,)))

    def begun(self) -> SweepId:
        return self.sweeps.begin(self.ana, self.maya).value

    def acts(self, sweep: SweepId) -> list[str]:
        """Give the acts of the record about a sweep."""
        with self.road.school.desk.look() as unit:
            return [row.act for row in unit.record.about(Noun.SWEEPS, sweep)]
