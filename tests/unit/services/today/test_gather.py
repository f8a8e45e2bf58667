"""Today is gathered in one look, for each person what is theirs."""

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.cadence import CadenceStage
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.students import StudentEntry
from smadmin.services.students.roster import Students
from smadmin.services.today.accounts import WEEKS_SHOWN
from smadmin.services.today.gather import Today
from smadmin.services.today.view import TodayView
from smadmin.storage.disk import FILE_NAME
from tests.road import WEEK, Road, make_road, shipped
from tests.sample import sample_office, sit


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def gathered(road: Road, name: str) -> TodayView:
    return Today(road.school.desk, road.reader, road.proof).gather(road.by(name))


def test_a_new_account_is_on_time_and_mine_where_i_write(road: Road) -> None:
    ana, bo = gathered(road, "ana"), gathered(road, "bo")

    assert {one.cadence.stage for one in ana.accounts} == {CadenceStage.DUE_SOON}
    assert [one.mine for one in ana.accounts] == [True, True]
    assert [one.mine for one in bo.accounts] == [False, False]
    assert ana.accounts[0].writers == ("Ana Brooks", "Dee Okafor")
    assert all(len(one.weeks) == WEEKS_SHOWN for one in ana.accounts)


def test_the_next_unwritten_slot_is_the_accounts_next(road: Road) -> None:
    before = {one.account.id: one.next for one in gathered(road, "ana").accounts}
    road.draft()

    after = {one.account.id: one.next for one in gathered(road, "ana").accounts}

    first = before[road.x]
    assert first is not None
    assert first.slot.id == road.slot
    assert after[road.x] is None


def test_a_submitted_post_waits_for_everybody_but_its_author(road: Road) -> None:
    post = road.submitted()

    ana, bo, cem = (gathered(road, name) for name in ("ana", "bo", "cem"))

    assert ana.to_release == ()
    assert [one.id for one in bo.to_release] == [post]
    assert cem.to_release == ()
    assert bo.waiting["approvals"] == 1


def test_who_looked_at_its_photo_first_cannot_release_it(road: Road) -> None:
    road.submitted(photo=True)

    assert gathered(road, "ana").posts[0].looked
    assert not gathered(road, "bo").posts[0].looked


def test_a_block_that_was_let_stand_waits_for_whom_the_pack_names(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    Students(road.school.desk, road.media, roster_age_days=30).add(
        road.by("pat"), StudentEntry("Mia", "Torres")
    )
    draft = road.draft(text="Mia Torres opens the book fair on Thursday.")
    found = road.posts.findings(road.by("ana"), draft.content)[road.x]
    block = next(one for one in found if one.rule == "first-names-only")
    road.posts.override(road.by("ana"), draft, block, "Her parents asked for it")
    road.posts.submit(road.by("ana"), draft.id)

    def told() -> list[str]:
        seen = {who: gathered(road, who).to_release for who in ("pat", "bo", "cem")}
        return [who for who, posts in seen.items() if posts]

    assert told() == ["pat"]
    pack = shipped().packs["baltimore-city-md"]
    named = replace(pack.rules["first-names-only"], override_by=Role.COMMUNICATIONS)
    rules = {**pack.rules, "first-names-only": named}
    monkeypatch.setattr(road.reader, "pack", lambda _unit: replace(pack, rules=rules))
    assert told() == ["cem"]


def test_a_post_that_came_back_waits_at_compose(road: Road) -> None:
    post = road.submitted()
    road.approvals.send_back(road.by("bo"), post, "Say which library.")

    view = gathered(road, "ana")

    assert (view.posts[0].stage, view.posts[0].sentence) == (PostStage.SENT_BACK, "Say which library.")
    assert view.waiting["compose"] == 1
    assert gathered(road, "dee").waiting["compose"] == 0


def test_a_post_that_is_being_handed_out_is_halfway_and_no_longer_ready(road: Road, tmp_path: Path) -> None:
    post = road.released()
    ready = gathered(road, "ana").to_publish
    road.handed_out(post, tmp_path)

    view = gathered(road, "ana")

    assert [one.id for one in ready] == [post]
    assert view.to_publish == ()
    assert [(one.post, one.handed_out, one.mine) for one in view.halfway] == [(post, True, True)]
    assert not gathered(road, "dee").halfway[0].mine


def test_photos_wait_for_the_second_look_of_somebody_else(road: Road) -> None:
    road.photo(second=None)

    ana, bo = gathered(road, "ana").photos[0], gathered(road, "bo").photos[0]

    assert (ana.second_mine, ana.second_others) == (1, 0)
    assert (bo.second_mine, bo.second_others) == (0, 1)


def test_photos_that_both_have_seen_wait_for_nobody(road: Road) -> None:
    road.photo()

    assert gathered(road, "ana").photos == ()


def test_folders_of_long_ago_are_left_alone(road: Road) -> None:
    road.photo(second=None)
    road.school.clock.forward(days=61)

    assert gathered(road, "ana").photos == ()


def test_the_signed_week_and_how_long_it_goes_on(road: Road) -> None:
    signed = gathered(road, "pat")
    road.school.clock.forward(days=8)
    later = gathered(road, "pat")
    road.school.clock.forward(days=21)
    over = gathered(road, "pat")

    assert (signed.signed, signed.to_sign.signed) == (True, True)
    assert (later.signed, later.plan_until) == (False, WEEK + timedelta(days=27))
    assert over.plan_until is None


def test_the_principals_plan_waits_only_while_something_is_planned(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)

    waiting = gathered(road, "pat").waiting["plan"]
    road.school.clock.forward(days=14)

    assert waiting == 1
    assert gathered(road, "pat").waiting["plan"] == 0
    assert gathered(road, "ana").waiting["plan"] == 0


def test_a_list_of_children_that_nobody_checked_is_too_old(road: Road) -> None:
    view = gathered(road, "ana")

    assert (view.students.too_old, view.students.empty) == (True, True)
    assert view.waiting["students"] == 0


def test_a_whole_record_gives_no_alarm(road: Road) -> None:
    assert Today(road.school.desk, road.reader, road.proof).alarms(road.by("ana")) == ()


def test_a_record_that_was_cut_is_an_alarm(road: Road) -> None:
    today = Today(road.school.desk, road.reader, road.proof)
    road.school.note()
    ana = road.by("ana")
    with closing(sqlite3.connect(road.school.folder / FILE_NAME)) as raw, raw:
        raw.execute("DELETE FROM record_row WHERE seq = (SELECT max(seq) FROM record_row)")

    assert "today.record-short" in [alarm.id for alarm in today.alarms(ana)]


def test_promises_that_were_missed_before_stay_told_of_an_account_on_hold(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    ellen = sit(office, "ellen-whitcomb").actor
    missed = {
        one.account.id: [week.late for week in one.weeks] for one in office.today.gather(ellen).accounts
    }
    account = next(id_ for id_, late in missed.items() if any(late[:-1]))

    office.accounts.hold(ellen, account, why="Strange posts.")

    after = next(one for one in office.today.gather(ellen).accounts if one.account.id == account)
    office.close()
    assert [week.late for week in after.weeks][:-1] == missed[account][:-1]
    assert after.cadence.stage is CadenceStage.RESTING


def test_the_sample_school_is_gathered_within_50_ms(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    by = sit(office, "maya-ortega").actor
    view = office.today.gather(by)

    took = []
    for _ in range(5):
        began = time.perf_counter()
        office.today.gather(by)
        took.append(time.perf_counter() - began)
    office.close()

    assert {one.cadence.stage for one in view.accounts} >= {CadenceStage.OVERDUE, CadenceStage.SILENT}
    assert min(took) < 0.05


def test_what_was_struck_of_the_week_is_known(road: Road) -> None:
    assert gathered(road, "ana").struck == frozenset()
    road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset({road.slot}))

    assert gathered(road, "ana").struck == {road.slot}

    with road.school.desk.look(road.by("ana")) as unit:
        slot = unit.slots.get(road.slot)
    road.plan.change(road.by("ana"), slot, day=WEEK, topic="Book sale")
    assert gathered(road, "ana").struck == frozenset(), "changed, it is asked about anew"
