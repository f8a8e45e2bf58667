"""Attacks by whoever can write the store's file, without any key: status, rows, parts, trust, old copies."""

import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest

from smadmin.domain.approvals import RELEASE_DAYS, Mandate, ReleaseBy
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.keys import TrustAct
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.publications import publication_id
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.review import Review
from smadmin.services.students.roster import Students
from smadmin.storage.disk import FILE_NAME
from tests.faults.forgeries import put_back, sign_row, sql, stored_rows
from tests.road import Road, publications_of

COLUMNS = "utc, person, act, noun, body, previous, row_hash, signature"


def note_head(road: Road) -> None:
    """Let the computer note where the record ends, as it does every two seconds."""
    road.school.note()


def approve_row(road: Road, post: PostId) -> int:
    """Give the place of the row that releases a post."""
    found = road.approvals.released(road.by("ana"), post)
    assert found is not None
    return found.seq


def status(road: Road) -> PostId:
    post = road.submitted()
    sql(road, f"UPDATE post SET stage = 'released' WHERE id = '{post}'")
    return post


def row_copied_to_another_post(road: Road) -> PostId:
    post, proper = road.submitted(), road.released()
    seq = approve_row(road, proper)
    sql(
        road,
        f"INSERT INTO record_row (school_id, seq, noun_id, {COLUMNS}) SELECT school_id, "
        f"(SELECT max(seq) + 1 FROM record_row), '{post}', {COLUMNS} FROM record_row WHERE seq = {seq}",
        "INSERT INTO record_part SELECT school_id, (SELECT max(seq) FROM record_row), name, sealed, content "
        f"FROM record_part WHERE seq = {seq}",
    )
    return post


def row_replayed_after_it_was_voided(road: Road) -> PostId:
    post = road.released()
    seq = approve_row(road, post)
    road.approvals.void(road.by("pat"), post, "no")
    sql(
        road,
        f"INSERT INTO record_row (school_id, seq, noun_id, {COLUMNS}) SELECT school_id, "
        f"(SELECT max(seq) + 1 FROM record_row), noun_id, {COLUMNS} FROM record_row WHERE seq = {seq}",
        "INSERT INTO record_part SELECT school_id, (SELECT max(seq) FROM record_row), name, sealed, content "
        f"FROM record_part WHERE seq = {seq}",
    )
    return post


def row_pointed_at_another_post(road: Road) -> PostId:
    post, proper = road.submitted(), road.released()
    sql(road, f"UPDATE record_row SET noun_id = '{post}' WHERE seq = {approve_row(road, proper)}")
    return post


def body_edited(road: Road) -> PostId:
    post, proper = road.submitted(), road.released()
    seq = approve_row(road, proper)
    sql(
        road,
        f"UPDATE record_row SET noun_id = '{post}', body = CAST(replace(CAST(body AS TEXT), '{proper}', "
        f"'{post}') AS BLOB) WHERE seq = {seq}",
    )
    return post


def releaser_renamed(road: Road) -> PostId:
    """A release by the principal is made one by Bo in the columns and in the body."""
    post, bo, pat = road.released(by="pat"), road.school.people["bo"], road.school.people["pat"]
    sql(
        road,
        f"UPDATE record_row SET person = '{bo}', body = CAST(replace(CAST(body AS TEXT), '{pat}', '{bo}') "
        f"AS BLOB) WHERE seq = {approve_row(road, post)}",
    )
    return post


def manifest_of_another_post(road: Road) -> PostId:
    post, other = road.released(), road.released()
    ours, theirs = approve_row(road, post), approve_row(road, other)
    sql(
        road,
        f"UPDATE record_part SET content = (SELECT content FROM record_part WHERE seq = {theirs} AND "
        f"name = 'manifest') WHERE seq = {ours} AND name = 'manifest'",
    )
    return post


def manifest_taken_away(road: Road) -> PostId:
    post = road.released()
    sql(road, f"DELETE FROM record_part WHERE seq = {approve_row(road, post)}")
    return post


def voiding_row_cut_off(road: Road) -> PostId:
    post = road.released()
    road.approvals.void(road.by("pat"), post, "no")
    note_head(road)
    sql(road, "DELETE FROM record_row WHERE seq = (SELECT max(seq) FROM record_row)")
    return post


def voiding_row_hidden(road: Road) -> PostId:
    """The row stays, its columns say that it is about something else."""
    post = road.released()
    road.approvals.void(road.by("pat"), post, "no")
    sql(road, "UPDATE record_row SET noun = 'nothing', noun_id = NULL WHERE act = 'void'")
    return post


def old_copy_of_the_store(road: Road) -> PostId:
    post = road.released()
    file = road.school.folder / FILE_NAME
    shutil.copy(file, file.with_suffix(".old"))
    road.approvals.void(road.by("pat"), post, "no")
    note_head(road)
    shutil.copy(file.with_suffix(".old"), file)
    return post


def policy_of_the_school(road: Road) -> PostId:
    post = road.released()
    changed = "replace(CAST(body AS TEXT), 'baltimore-city-md', 'socorro-tx')"
    sql(road, f"UPDATE school SET body = CAST({changed} AS BLOB)")
    return post


def role_given_by_sql(road: Road) -> PostId:
    """Ana becomes principal in the table of roles."""
    post, ana = road.submitted(), road.school.people["ana"]
    sql(
        road,
        f"UPDATE role SET body = CAST(replace(CAST(body AS TEXT), 'administrator', 'principal') AS BLOB) "
        f"WHERE CAST(body AS TEXT) LIKE '%{ana}%'",
    )
    return post


def person_renamed_to_look_like_two(road: Road) -> PostId:
    """Ana's key is said to be Bo's."""
    post = road.released()
    ana, bo = road.school.people["ana"], road.school.people["bo"]
    sql(
        road,
        f"UPDATE key SET body = CAST(replace(CAST(body AS TEXT), '{ana}', '{bo}') AS BLOB) "
        f"WHERE CAST(body AS TEXT) LIKE '%{ana}%'",
    )
    return post


def opt_out_deleted(road: Road) -> PostId:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.EVERYTHING})))
    post = road.released()
    sql(road, "DELETE FROM student")
    return post


def publication_written_by_sql(road: Road) -> PostId:
    """The plain table of publications says that Ana may go on with a post that nobody released."""
    post, proper = road.submitted(), road.released()
    road.publications.intend(road.by("ana"), proper, road.x)
    old, new = publication_id(proper, road.x), publication_id(post, road.x)
    sql(
        road,
        f"UPDATE publication SET id = '{new}', post_id = '{post}', step = 'handed-out', body = "
        f"CAST(replace(replace(replace(CAST(body AS TEXT), '{old}', '{new}'), '{proper}', '{post}'), "
        f"'intended', 'handed-out') AS BLOB) WHERE id = '{old}'",
    )
    (forged,) = publications_of(road.school.desk, post)
    with pytest.raises(NotAllowed):
        road.publications.confirm(road.by("ana"), forged, "https://x.com/lincoln_es/status/1")
    sql(road, "DELETE FROM publication")
    return post


def slot_moved_into_the_plan(road: Road) -> PostId:
    """A post for another topic points at its slot; SQL gives the slot a signed topic."""
    slot = road.plan.add(road.by("ana"), road.x, road.school.clock.now().date(), "My brother's shop").value
    draft = road.posts.create(road.by("ana"), (road.x,), slot=slot.id, text="Come to the shop.").value
    road.posts.submit(road.by("ana"), draft.id)
    sql(
        road,
        "UPDATE slot SET body = CAST(replace(CAST(body AS TEXT), 'My brother''s shop', 'Book fair') AS BLOB)",
    )
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("bo"), draft.id)
    return draft.id


def photo_put_back_to_before_a_face_was_covered(road: Road) -> PostId:
    """Somebody covers a face after the release; the photo's and the file's older rows come back whole."""
    post, folder = road.released(photo=True), road.school.folder
    photo = road.posts.get(road.by("ana"), post).content.pictures[0].photo
    shutil.copytree(folder / "media", folder.parent / "copied")
    older = {table: stored_rows(road, table) for table in ("photo", "media")}
    review, pat = Review(road.school.desk, mode=RosterMode.OPT_OUT), road.by("pat")
    review.decide(pat, photo, review.photo(pat, photo).photo.faces[0].id, Decision.COVERED)
    for table, rows in older.items():
        for row in rows:
            put_back(road, table, row)
    shutil.copytree(folder.parent / "copied", folder / "media", dirs_exist_ok=True)
    note_head(road)
    return post


def handle_changed_before_the_release(road: Road) -> PostId:
    """The plain register is pointed at another account; the pin in the record stays what it was."""
    pin = {"account": road.x, "platform_id": "lincoln_es"}
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.PIN, Noun.ACCOUNTS, road.x, pin)
    sql(
        road,
        "UPDATE account SET body = CAST(replace(CAST(body AS TEXT), 'lincoln_es', 'lincoln_fans') AS BLOB)",
    )
    post = road.submitted()
    with pytest.raises(NotAllowed):
        road.approvals.release(road.by("bo"), post)
    sign_row(
        road,
        road.by("bo"),
        Act.APPROVE,
        Noun.POSTS,
        post,
        manifest=_manifest_now(road, post),
    )
    return post


def _manifest_now(road: Road, post: PostId) -> dict[str, object]:
    """Build a manifest of everything as it stands, as a changed program would."""
    with road.school.desk.look(road.by("bo")) as unit:
        proven = road.proof.now(unit)
        (signed,) = proven.acts(Act.SIGN_WEEK)
        built = road.approvals.facts.manifest(
            unit,
            proven,
            unit.revisions.find(post_id=post)[-1],
            mandate=Mandate(ReleaseBy.WEEK, signed.seq),
            window=(road.school.desk.now, road.school.desk.now + timedelta(days=RELEASE_DAYS)),
        )
    return dict(built.to_plain())


NO_RELEASE, NOT_PROVEN = "publications.no-release", "publications.release-not-proven"

ATTACKS: dict[str, tuple[Callable[[Road], PostId], str]] = {
    "sql: status": (status, NO_RELEASE),
    "sql: row copied to another post": (row_copied_to_another_post, NO_RELEASE),
    "sql: row replayed after it was voided": (row_replayed_after_it_was_voided, NOT_PROVEN),
    "sql: row pointed at another post": (row_pointed_at_another_post, NO_RELEASE),
    "sql: body edited": (body_edited, NOT_PROVEN),
    "sql: releaser renamed": (releaser_renamed, NOT_PROVEN),
    "sql: manifest of another post": (manifest_of_another_post, NO_RELEASE),
    "sql: manifest taken away": (manifest_taken_away, NO_RELEASE),
    "sql: voiding row cut off": (voiding_row_cut_off, "publications.record-short"),
    "sql: voiding row hidden": (voiding_row_hidden, "publications.edited"),
    "sql: old copy of the store": (old_copy_of_the_store, "publications.record-short"),
    "sql: photo put back to before a face was covered": (
        photo_put_back_to_before_a_face_was_covered,
        "publications.not-what-was-released",
    ),
    "sql: handle changed before the release": (
        handle_changed_before_the_release,
        "approvals.account-changed",
    ),
    "sql: policy of the school": (policy_of_the_school, "records.trust-differs-now"),
    "sql: role given": (role_given_by_sql, "records.trust-differs-now"),
    "sql: person renamed to look like two": (person_renamed_to_look_like_two, "records.trust-differs-now"),
    "sql: opt-out deleted": (opt_out_deleted, "publications.roster-changed"),
    "sql: publication written": (publication_written_by_sql, NO_RELEASE),
    "sql: slot moved into the plan": (slot_moved_into_the_plan, NO_RELEASE),
}
