"""A school that was asked for its records: two posts are out on X, one names a child who came on the list."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from smadmin.domain.ids import StudentId
from smadmin.domain.messages import Message
from smadmin.domain.records_requests import RequestForm, Wanted
from smadmin.domain.students import OptOut, Student
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from tests.road import Road, make_road
from tests.school import MONDAY

TODAY = MONDAY.date()
FORM = RequestForm("Dana Reyes, The Tribune", "All posts of this fall", TODAY, TODAY + timedelta(days=10))
PLAIN = "The book fair opens on Thursday at 8 in the library."
NAMING = "Well read, Mia Lopez! The book fair opens on Thursday at 8."


def word(message: Message) -> str:
    return " ".join((message.id, *(str(one) for one in message.values.values())))


@dataclass
class Asked:
    """A school with two posts out on X, of which one names a child that came on the list afterwards."""

    road: Road
    requests: RecordsRequests
    request: str

    def answer(self, folder: Path, left_out: dict[str, str] | None = None) -> Path:
        ana = self.road.by("ana")
        found = self.requests.find(ana, Wanted())
        self.requests.answer(ana, self.request, Answer(found, left_out or {}), folder, word)
        return folder


def out_on_x(road: Road, folder: Path, number: int, text: str) -> None:
    post = road.submitted(text=text)
    road.approvals.release(road.by("pat"), post)
    handed = road.handed_out(post, folder)
    link = f"https://x.com/lincoln_es/status/1990000000000000{number}"
    road.publications.confirm(road.by("ana"), handed, link)


def make_asked(tmp_path: Path) -> Asked:
    road = make_road(tmp_path / "school")
    out_on_x(road, tmp_path / "one", 111, PLAIN)
    out_on_x(road, tmp_path / "two", 112, NAMING)
    put_on_list(road)
    requests = RecordsRequests(road.school.desk, road.reader, road.proof, road.media)
    return Asked(road, requests, requests.enter(road.by("ana"), FORM).value)


def put_on_list(road: Road, *, opt_outs: frozenset[OptOut] = frozenset()) -> None:
    with road.school.desk.deed(road.by("ana")) as deed:
        child = Student(StudentId("child"), road.school.id, "Mia", "Lopez", opt_outs=opt_outs)
        deed.unit.students.add(child)
        deed.roster_changed()
        deed.record(Act.IMPORT, Noun.STUDENTS, None)
