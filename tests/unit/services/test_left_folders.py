"""Two logins of one computer: who leaves worked at the second, whose files nobody else reads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.departures import WITH_RIGHTS, Departure, How, Leaving, LineKind
from smadmin.domain.errors import NotAllowed, OutsideFailed
from smadmin.domain.left_folders import Folder
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.browsers import Profiles
from smadmin.services.asking import accept
from smadmin.services.browsing import Browsing
from smadmin.services.office import Office
from tests.logins import PAT, found_shared, login, sit_down
from tests.newcomers import LARKS, NEW, asked, signed


class TwoLogins:
    """Ana works at the second login, with a live log-in in her browser there; Pat at the first."""

    def __init__(self, folder: Path, *, named: bool = False) -> None:
        """Found it in the folder for all users, or in one that both name."""
        one, other = (login(folder, "shared" if named else name) for name in ("first", "second"))
        one.store.mkdir(mode=0o2770)
        self.first, _root = found_shared(folder, one)
        self.second, self.away = other, folder / "out of reach"
        letters = signed(self.first, asked(self.second).letters)
        with self.first.office() as office:
            sit_down(office, "Pat Winters", PAT)
            self.account = office.accounts.adopt(office.session.actor, LARKS).value
            ana = next(one.person for one in office.session.sitters() if one.name == "Ana Brooks")
            office.accounts.designate(office.session.actor, self.account, ana)
        with self.second.office() as office:
            accept(office, letters)
            sit_down(office, "Ana Brooks", NEW)
            self.seat, self.ana = office.seat.id, office.session.actor.person
        if not named:
            leave_a_log_in(self.folder)

    @property
    def folder(self) -> Path:
        return Profiles(self.second.home).folder_of(self.account)

    @property
    def line(self) -> str:
        return f"profiles:{self.seat}"

    def lock_away(self) -> None:
        """Nobody at the first login reads the second's files."""
        self.second.home.rename(self.away)

    def come_back(self) -> None:
        self.away.rename(self.second.home)

    def start_second(self) -> None:
        """Begin the program there, as the gate does; nobody signs in."""
        with self.second.office() as office:
            start(office)
            office.settle()


def leave_a_log_in(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Cookies").write_text("a live log-in", "utf-8")


def start(office: Office) -> None:
    office.find_seat()
    office.mend_tables()
    office.clear_left_folders()


def drill(there: TwoLogins) -> tuple[str, Departure]:
    """Let Pat begin it at the first login and settle everything but the folders."""
    with there.first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        leaving = Leaving(person=there.ana, successor=by.person)
        departure = office.departures.begin(by, leaving, profiles=0).value
        office.end_rights(by, departure)
        by = office.session.actor
        for line in found(office, by, departure).left:
            if line.kind is not LineKind.PROFILES and line.kind not in WITH_RIGHTS:
                office.departures.settle(by, departure, line.key, How.WAIVED, reason="told")
        office.settle()
        return departure, found(office, by, departure)


def found(office: Office, by: Actor, departure: str) -> Departure:
    seen = office.departure_views.see(by, departure)
    assert seen is not None
    return seen.departure


def at_first(there: TwoLogins, deed: Callable[[Office, Actor], Departure]) -> Departure:
    with there.first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        told = deed(office, office.session.actor)
        assert office.verify().whole
        assert office.alarms.look(office.session.actor) is None
        office.settle()
        return told


class Unlisted(Browsing):
    """Browser folders that this login may not list, as after somebody worked there as the system's owner."""

    @override
    def kept(self) -> tuple[Folder, ...]:
        raise OutsideFailed(say("browsers.not-listed"))


def test_folders_that_cannot_be_listed_keep_nobody_out(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    drill(there)

    with there.second.office() as office:
        office.browsing = Unlisted(Profiles(there.second.home), lambda: office.policy.platforms)
        start(office)
        office.settle()

    there.start_second()
    assert not there.folder.exists()


@pytest.mark.demand("BAL-B1b3")
def test_folders_under_the_leavers_own_login_are_removed_by_the_program_there(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    there.lock_away()
    departure, open_ = drill(there)
    assert [line.key for line in open_.left] == [there.line]
    with pytest.raises(NotAllowed) as refused:
        at_first(there, lambda office, by: end(office, by, departure))
    assert [one.message.id for one in refused.value.reasons] == ["departures.lines-left"]
    there.come_back()

    there.start_second()
    there.start_second()

    assert not there.folder.exists()
    over = at_first(there, lambda office, by: end(office, by, departure))
    assert not over.open
    receipt = over.receipts[there.line]
    assert (receipt.how, receipt.by) == (How.REMOVED_THERE, None)


def end(office: Office, by: Actor, departure: str) -> Departure:
    office.departures.end(by, departure)
    return found(office, by, departure)


@pytest.mark.demand("BAL-B1b3")
def test_it_ends_without_that_login_once_somebody_says_who_removed_them(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    there.lock_away()
    departure, _ = drill(there)

    def say_so(office: Office, by: Actor) -> Departure:
        for how, reason in ((How.REVOKED, ""), (How.ELSEWHERE, " "), (How.WAIVED, "")):
            with pytest.raises(NotAllowed):
                office.departures.settle(by, departure, there.line, how, reason=reason)
        office.departures.settle(by, departure, there.line, How.ELSEWHERE, reason="Ms. Ito deleted the login")
        return end(office, by, departure)

    over = at_first(there, say_so)

    assert not over.open
    assert over.receipts[there.line].reason == "Ms. Ito deleted the login"


def test_nothing_is_removed_while_they_still_have_rights(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    with there.first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        departure = office.departures.begin(by, Leaving(person=there.ana, successor=by.person)).value
        office.settle()

    there.start_second()

    assert there.folder.exists()
    left = at_first(there, lambda office, by: found(office, by, departure)).left
    assert there.line in {line.key for line in left}


def test_what_that_login_signs_before_rights_end_counts_for_nothing(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    with there.first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        departure = office.departures.begin(by, Leaving(person=there.ana, successor=by.person)).value
        office.settle()

    with there.second.office() as office:
        identity = office.seat.identity
        assert identity is not None
        seat = Actor(None, there.seat, identity, None, office.desk.now)
        with office.desk.first_deed(seat) as deed:
            deed.record(Act.CLEAR_FOLDERS, Noun.DEPARTURES, departure)
        for act, noun in ((Act.SETTLE, Noun.DEPARTURES), (Act.TAKE_DOWN, Noun.REMOVALS)):
            with pytest.raises(NotAllowed), office.desk.first_deed(seat) as deed:
                deed.record(act, noun, departure)
        office.settle()

    def over(office: Office, by: Actor) -> Departure:
        office.end_rights(by, departure)
        return found(office, office.session.actor, departure)

    assert there.line in {line.key for line in at_first(there, over).left}


def test_a_browser_that_is_still_open_there_keeps_the_line_open(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)
    departure, _ = drill(there)
    lock = there.folder / "SingletonLock"
    lock.symlink_to("without-a-number-")

    there.start_second()
    open_ = at_first(there, lambda office, by: found(office, by, departure))
    lock.unlink()
    there.start_second()

    assert [line.key for line in open_.left] == [there.line]
    assert at_first(there, lambda office, by: found(office, by, departure)).left == ()


def test_a_lost_login_removes_its_folders_if_it_comes_back_and_signs_nothing(tmp_path: Path) -> None:
    there = TwoLogins(tmp_path)

    def lose(office: Office, by: Actor) -> Departure:
        lost = office.departures.begin(by, Leaving(seat=there.seat)).value
        office.end_rights(by, lost)
        return found(office, office.session.actor, lost)

    lost = at_first(there, lose)
    assert there.line in {line.key for line in lost.left}

    there.start_second()

    assert not there.folder.exists()
    again = at_first(there, lambda office, by: found(office, by, lost.id))
    assert there.line in {line.key for line in again.left}


def test_who_worked_here_alone_has_no_line_for_another_login(tmp_path: Path) -> None:
    first, _root = found_shared(tmp_path)
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        office.accounts.adopt(by, LARKS)
        ana = next(one.person for one in office.session.sitters() if one.name == "Ana Brooks")
        departure = office.departures.begin(by, Leaving(person=ana, successor=by.person)).value
        office.end_rights(by, departure)
        rows = office.records.newest(1)
        start(office)
        lines = found(office, office.session.actor, departure).lines
        assert office.records.newest(1) == rows, "there is nothing to tell"
    assert LineKind.PROFILES not in {line.kind for line in lines}
