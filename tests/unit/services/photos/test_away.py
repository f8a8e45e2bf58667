"""A second look by file counts like one taken here, and never for anything else than what was asked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from smadmin.domain.photos.statement import Statement, signed_statement
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.away import Away
from smadmin.services.photos.visiting import Answer, Reply, Visit, Visiting
from tests.mail import Mail, make_mail, refused
from tests.road import make_road
from tests.seeing import Eyes
from tests.unit.services.photos.test_export_files import MASTODON, WIDE, adopted, ready, write_post


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    return make_mail(tmp_path / "data")


@pytest.mark.demand("SOC-M4")
def test_an_answer_counts_as_the_second_look_and_is_proven(mail: Mail) -> None:
    bo = mail.room.school.people["bo"]

    done = mail.take(mail.answered())

    assert done.value.photos == mail.photos
    assert done.value.refused == ()
    for place in (0, 1):
        second = mail.photo(place).second
        looks = mail.proven(place)
        assert second is not None
        assert (second.by, looks.second, looks.second_seq) == (bo, bo, second.seq)
        assert looks.first == mail.room.school.people["ana"]
        assert looks.exported == mail.photo(place).exported_sha256


def test_what_the_other_person_covers_is_covered_and_the_first_look_holds(mail: Mail) -> None:
    ben = next(face for face in mail.photo().faces if not face.covered)
    drawn = Box(250, 10, 300, 60)
    said = Answer(covered=frozenset({ben.id}), added=(drawn,))

    mail.take(mail.answered(photo_0=said))

    photo = mail.photo()
    assert all(face.covered for face in photo.faces)
    assert drawn in [face.box for face in photo.faces]
    assert photo.exported is None  # its file showed more than goes out now
    mail.room.export.export(mail.by("ana"), photo.id)
    looks = mail.proven()
    assert (looks.first, looks.second) == (mail.room.school.people["ana"], mail.room.school.people["bo"])
    assert looks.exported is not None


def test_what_is_asked_stands_in_a_row_and_so_does_what_is_taken_in(mail: Mail) -> None:
    mail.take(mail.answered())

    with mail.room.school.desk.look(mail.by("ana")) as unit:
        acts = [row.act for row in unit.record.rows(acts=(Act.SEND_LOOK, Act.TAKE_LOOK))]
    assert acts == [Act.SEND_LOOK, Act.TAKE_LOOK, Act.TAKE_LOOK]


def test_nobody_is_asked_who_took_the_first_look_or_sends(mail: Mail) -> None:
    offered = [person.name for person in mail.away.reviewers(mail.by("ana"), mail.photos)]

    assert offered == ["Bo Lindqvist", "Cem Aydin", "Pat Winters"]
    assert refused(lambda: mail.ask("ana")) == "photos.second-is-first"
    assert refused(lambda: mail.ask("ana", by="pat")) == "photos.second-is-first"
    assert [person.name for person in mail.away.reviewers(mail.by("pat"), mail.photos)] == [
        "Bo Lindqvist",
        "Cem Aydin",
    ]


def test_a_photo_without_its_covered_file_or_first_look_is_not_sent(mail: Mail) -> None:
    ana, photo = mail.by("ana"), mail.photos[1]
    stranger = mail.photo(1).faces[0].id
    mail.room.review.decide(ana, photo, stranger, Decision.CLEARED)

    with pytest.raises(NotAllowed) as error:
        mail.ask()

    reasons = [reason.message.id for reason in error.value.reasons]
    assert "photos.first-look-missing" in reasons
    assert "photos.not-exported" in reasons


def test_an_answer_is_taken_in_once(mail: Mail) -> None:
    answer = mail.answered()
    mail.take(answer)

    assert refused(lambda: mail.take(answer)) == "away.taken-already"


def test_an_old_answer_is_not_taken_in_again_when_the_photo_is_as_it_was(mail: Mail) -> None:
    ana, photo = mail.by("ana"), mail.photos[1]
    answer = mail.answered()
    mail.take(answer)
    face = mail.photo(1).faces[0]
    mail.room.review.decide(ana, photo, face.id, Decision.COVERED)
    mail.room.review.decide(ana, photo, face.id, face.decision, face.student)
    mail.room.looks.finish(ana, photo, other_things_fine=True)
    mail.room.export.export(ana, photo)

    assert mail.photo(1).second is None
    assert refused(lambda: mail.take(answer)) == "away.taken-already"
    assert mail.proven(1).second is None


@pytest.mark.demand("BAL-B1i1")
def test_a_photo_that_was_decided_otherwise_since_is_left_and_the_others_count(mail: Mail) -> None:
    answer = mail.answered()
    ben = next(face for face in mail.photo().faces if not face.covered)
    mail.room.review.decide(mail.by("ana"), mail.photos[0], ben.id, Decision.COVERED)

    taken = mail.take(answer).value

    assert taken.photos == mail.photos[1:]
    assert [reason.message.id for reason in taken.refused] == ["away.changed-since"]
    assert mail.photo().second is None


def test_a_file_that_was_made_anew_since_is_another_one(mail: Mail) -> None:
    answer = mail.answered()
    ana, photo = mail.by("ana"), mail.photo(1)
    face = photo.faces[0]
    mail.room.review.decide(ana, photo.id, face.id, Decision.COVERED)
    mail.room.export.export(ana, photo.id)

    assert [reason.message.id for reason in mail.take(answer).value.refused] == ["away.changed-since"]


def test_an_answer_after_a_week_is_too_late(mail: Mail) -> None:
    answer = mail.answered()
    mail.room.school.clock.at += timedelta(days=8)

    assert refused(lambda: mail.take(answer)) == "away.too-late"


def test_a_child_who_came_on_the_list_meanwhile_wants_a_new_look(mail: Mail) -> None:
    answer = mail.answered()
    entry = StudentEntry("Mia", "Torres", ("4b",), frozenset({OptOut.PHOTOS}))
    mail.room.students.add(mail.by("pat"), entry)

    assert refused(lambda: mail.take(answer)) == "photos.list-changed"


def test_who_lost_the_role_or_the_key_meanwhile_looked_for_nothing(mail: Mail) -> None:
    answer = mail.answered()
    key = mail.by("bo").signer.key
    with mail.room.school.desk.deed(mail.by("pat")) as deed:
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key, {"key": key})

    assert refused(lambda: mail.take(answer)) == "away.not-signed"


def test_a_statement_that_nobody_asked_for_counts_for_nothing(mail: Mail) -> None:
    with pytest.raises(KnownError) as error:
        mail.away.take_in(mail.by("ana"), forged_of(mail))

    assert error.value.happened.id == "away.not-asked"


def forged_of(mail: Mail) -> tuple[tuple[bytes, bytes], ...]:
    """Let Bo sign an answer to a question that this school never asked."""
    visit = mail.visit(mail.ask())
    photo = visit.asked.photos[0]
    bo = mail.by("bo")
    said = Statement(
        question=mail.room.school.desk.ids.new(),
        asked=visit.asked.digest,
        school=visit.asked.school,
        photo=photo.id,
        state=photo.state,
        file=photo.file,
        reviewer=visit.asked.reviewer,
        key=bo.signer.key,
        ends=visit.asked.ends,
        answered=tuple(face.id for face in photo.faces),
    )
    body = said.to_bytes()
    return ((body, bo.signer.sign(signed_statement(body))),)


def test_only_who_works_here_sends(mail: Mail) -> None:
    school = mail.room.school
    school.admit("nor", "Nor Haddad", {Role.REVIEWER}, by="pat")
    with school.desk.deed(mail.by("pat")) as deed:
        grants = deed.trust.grants.values()
        (grant,) = (one.id for one in grants if one.person == school.people["nor"])
        deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant, {"grant": grant})

    assert refused(lambda: mail.ask("bo", by="nor")) == "photos.not-your-role"
    assert refused(lambda: mail.ask("nor")) == "away.cannot-look"


def test_a_post_is_released_by_who_looked_by_file(tmp_path: Path) -> None:
    road = make_road(tmp_path / "road")
    desk, bo = road.school.desk, road.school.people["bo"]
    photo = road.photo(second=None)
    away = Away(desk, road.media, road.proof, mode=RosterMode.OPT_OUT)
    visiting = Visiting(desk, road.proof, Eyes(), mode=RosterMode.OPT_OUT)
    with desk.look(road.by("ana")) as unit:
        folder = unit.photos.get(photo).set
    carried = tmp_path / "look.smlook"

    carried.write_bytes(away.ask(road.by("ana"), folder, [photo], bo).value)
    visit = visiting.open(road.by("bo"), carried)
    assert isinstance(visit, Visit)
    carried.write_bytes(visiting.answer(road.by("bo"), visit, {photo: Answer()}))
    reply = visiting.open(road.by("ana"), carried)
    assert isinstance(reply, Reply)
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)
    assert refused(lambda: road.approvals.release(road.by("bo"), draft.id)) == "approvals.second-look-missing"

    away.take_in(road.by("ana"), reply.said)
    road.approvals.release(road.by("bo"), draft.id)

    published = road.handed_out(draft.id, tmp_path / "out")
    assert published.post == draft.id


@pytest.mark.demand("SOC-M4")
def test_who_looked_by_file_looks_again_once_a_finer_file_would_go_out(mail: Mail) -> None:
    room, ana = mail.room, mail.by("ana")
    photo, account = ready(room, WIDE), adopted(room, Platform.BLUESKY)
    write_post(room, photo, account)
    room.export.export(ana, photo)
    folder, bo = room.photo(ana, photo).set, room.school.people["bo"]
    visit = mail.visit(mail.away.ask(ana, folder, [photo], bo).value)
    mail.take(mail.visiting.answer(mail.by("bo"), visit, mail.answers(visit)))
    coarse = room.photo(ana, photo)
    assert (coarse.second is not None, mail.proven_of(photo).second) == (True, bo)

    write_post(room, photo, adopted(room, Platform.MASTODON))
    room.export.complete(ana, [photo])

    fine = room.photo(ana, photo)
    assert (fine.second, fine.exported) == (
        None,
        next(one.file for one in fine.made if one.within == MASTODON),
    )
    with room.school.desk.deed(ana) as deed:
        deed.unit.photos.change(replace(fine, second=coarse.second))
    assert mail.proven_of(photo).second is None  # whatever the photo's row says


def test_who_looked_by_file_needs_not_look_again_for_a_coarser_file(mail: Mail) -> None:
    room, ana = mail.room, mail.by("ana")
    photo, _ = ready(room, WIDE), adopted(room, Platform.MASTODON)
    write_post(room, photo, adopted(room, Platform.BLUESKY))
    room.export.export(ana, photo)
    folder, bo = room.photo(ana, photo).set, room.school.people["bo"]
    visit = mail.visit(mail.away.ask(ana, folder, [photo], bo).value)
    mail.take(mail.visiting.answer(mail.by("bo"), visit, mail.answers(visit)))

    write_post(room, photo, adopted(room, Platform.INSTAGRAM))
    room.export.complete(ana, [photo])

    assert mail.proven_of(photo).second == bo
