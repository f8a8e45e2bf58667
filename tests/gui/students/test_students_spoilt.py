"""Students with an entry that can't be read: said above the list, and taken off after a question."""

import sqlalchemy as sa

from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage import schema
from smadmin.ui.banners import Banner
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.students.screen import StudentsScreen
from tests.gui.seated import Seat


def test_an_entry_that_can_t_be_read_is_said_and_taken_off(screen: StudentsScreen, seat: Seat) -> None:
    before = seat.office.students.roster(seat.around.by)
    finn = before.search("Finn Gallagher")[0]
    with seat.office.desk.deed(seat.around.by) as deed:
        deed.unit._connection.execute(sa.update(schema.student).filter_by(id=finn.id).values(body=b"0"))
        deed.roster_changed()
        deed.record(Act.CHANGE, Noun.STUDENTS, None)
    screen.load()
    seat.settle()
    card = screen.side.unreadable

    assert card.isVisibleTo(screen)
    assert finn.id in card.note.whole_text
    assert len(screen.side.list.rows) == len(before.students) - 1
    assert card.button is not None
    card.button.click()
    dialog = screen.findChildren(ConfirmDialog)[-1]
    assert dialog.windowTitle() == "Take the entry off that can't be read?"
    dialog.do_button.click()
    seat.settle()

    assert not card.isVisibleTo(screen)
    banner = screen.findChildren(Banner)[-1]
    assert banner.happened.whole_text == "The entry is off the list. Now enter the child that was missing."
