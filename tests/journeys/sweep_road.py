"""From a family's no to the report for their file: everything that is out is searched and gone through.

What was published before, and what lies in the library, is laid there beforehand: no part of the road.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit

from smadmin.domain.ids import AccountId, StudentId
from smadmin.domain.media import RightOfUse
from smadmin.domain.plan import monday_of
from smadmin.domain.students import StudentEntry
from smadmin.domain.sweeps import Decided
from smadmin.resources import find
from smadmin.services.office import Office
from smadmin.services.photos.intake import SetFacts
from smadmin.ui.publish.sample_link import sample_link
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.sweeps.screen import SweepsScreen
from tests.journeys.hand import Acts
from tests.journeys.roads import AUTHOR, X
from tests.journeys.sitting import Sitting
from tests.sample import sit

NAME = ("Zelda", "Quintero")
CHILD = " ".join(NAME)
NAMED = f"{CHILD} won the county spelling contest on Friday. Congratulations from all of us!"
EVENT, TOPIC = "Field day", "Spelling contest"
PHOTOS = ("04-field-day.jpg", "12-playground.jpg")


def lay_there(office: Office, folder: Path) -> StudentId:
    """Have a child on the list, a post that is out and names them, and two photos that nobody looked at."""
    maya = sit(office, "maya-ortega").actor
    child = office.students.add(maya, StudentEntry(*NAME)).value
    photos = [find(f"sample/photos/{name}") for name in PHOTOS]
    office.intake.take_in(maya, SetFacts(EVENT, AUTHOR, RightOfUse.STAFF), photos)
    publish_named(office, folder)
    return child


def publish_named(office: Office, folder: Path) -> AccountId:
    """Bring the post out as it was, when the family hadn't said no yet."""
    maya, today = sit(office, "maya-ortega").actor, office.school.local(office.desk.now).date()
    account = next(one for one in office.posts.may_post(maya) if one.platform.value == "x")
    slot = office.plan.add(maya, account.id, today, TOPIC).value
    office.plan.sign_week(sit(office, "ellen-whitcomb").actor, monday_of(today))
    maya = sit(office, "maya-ortega").actor
    draft = office.posts.create(maya, (account.id,), slot=slot.id, text=NAMED).value
    for finding in office.posts.findings(maya, draft.content)[account.id]:
        draft = office.posts.override(maya, draft, finding, "Her parents asked for it").value
    office.posts.submit(maya, draft.id)
    office.approvals.release(sit(office, "ellen-whitcomb").actor, draft.id)
    maya = sit(office, "maya-ortega").actor
    begun = office.publications.intend(maya, draft.id, account.id).value
    office.publications.hand_out(maya, begun, folder=folder, handle=account.handle)
    handed = office.publications.note_handed_out(maya, begun).value
    office.publications.confirm(maya, handed, sample_link(office.school, account, draft.id))
    return account.id


def search(seat: Sitting) -> Acts:
    """Enter the no, search, take the post down, look the pictures through, cover one and keep one, finish."""
    hand = seat.hand
    seat.sit(AUTHOR)
    hand.acts = Acts()
    seat.go("students")
    hand.press_row(seat.shown(StudentsScreen).side.list, CHILD)
    hand.press(hand.said("studentui.kind-everything"), QCheckBox)
    hand.say_press("sweepui.open-sweep")
    seat.arrive("sweeps")
    hand.say_press("sweepui.main-begin")
    hand.say_press("sweepui.main-decide")
    take_down(seat)
    hand.say_press("sweepui.main-look")
    look_through(seat)
    hand.say_press("sweepui.main-decide")
    cover = seat.shown(SweepsScreen).work.item.answers.buttons[Decided.COVER]
    hand.wait("the first picture", lambda: cover.isVisible() and cover.isEnabled())
    first = seat.shown(SweepsScreen).work.current
    hand.key("C")
    hand.wait("the next", lambda: seat.shown(SweepsScreen).work.current != first and cover.isEnabled())
    hand.key("K")
    hand.key("1")
    hand.say_press("sweepui.main-end")
    hand.wait("the report", lambda: bool(seat.shown(SweepsScreen).panel.report.html))
    return hand.acts


def take_down(seat: Sitting) -> None:
    """Take the post down that is open; on this account a person deletes it on the page that opens."""
    hand = seat.hand
    work = seat.shown(SweepsScreen).work
    hand.wait("the post", lambda: work.current is not None and work.item.text.text() == NAMED)
    hand.key("T")
    hand.wait("the last question", lambda: not work.item.answers.down_button.settling)
    hand.key("Return")
    hand.press(f"{hand.said('cases.is-gone')}, {X.label}")
    hand.key("Escape")


def look_through(seat: Sitting) -> None:
    """Mark both pictures of the page; it is the only one."""
    hand, looking = seat.hand, seat.shown(SweepsScreen).looking
    hand.wait("the pictures", lambda: len(looking.pages.page) == len(PHOTOS) and looking.grid.all_there)
    hand.key("Space")
    hand.key("Right")
    hand.key("Space")
    hand.wait("the page", looking.page_button.isEnabled)
    hand.key("Return")


def save_as(seat: Sitting, file: Path) -> None:
    """Save the report where somebody says."""
    seat.hand.press(seat.hand.said("sweepui.save"))
    seat.hand.wait("where to", lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    seat.hand.wait("its field", lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    seat.hand.write(str(file))
    seat.hand.key("Return")
