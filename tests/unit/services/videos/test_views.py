"""What stands beside a video: who was looked for, and what each person answers for themselves."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.ids import StudentId
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.students.roster import Students
from smadmin.services.videos.views import asked_again
from tests.cinema import make_cinema
from tests.unit.domain.videos.made import ANA, BO, face, video

NO_PHOTOS = frozenset({OptOut.PHOTOS})


def test_the_second_person_answers_what_the_engine_doubted() -> None:
    def answered(number: int, hint: FaceState) -> object:
        one = face(number, hint, Decision.CLEARED)
        return replace(one, face=replace(one.face, decided_by=ANA))

    faces = tuple(
        answered(at, hint)
        for at, hint in enumerate((FaceState.FOUND, FaceState.POSSIBLE, FaceState.TOO_SMALL))
    )
    shown = video(faces=faces)

    assert asked_again(shown, ANA) == frozenset()
    assert asked_again(shown, BO) == {"f1", "f2"}


def test_a_child_who_came_on_the_list_later_is_told(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, film = cinema.by("ana"), cinema.taken()
    students = Students(cinema.road.school.desk, cinema.road.media, roster_age_days=30)

    child = students.add(ana, StudentEntry("Annabel", "Quillfeather", ("4b",), NO_PHOTOS)).value
    view = cinema.watching.view(ana, film)

    assert view.later == 1
    assert [one.id for one in view.near([child, StudentId("nobody")])] == [child]
    assert "videos.list-changed" in [one.message.id for one in view.finish_blockers(ANA, ())]
    list(cinema.faces.run(ana, film))
    assert cinema.watching.view(ana, film).later == 0
